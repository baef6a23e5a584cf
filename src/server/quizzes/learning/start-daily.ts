import { quizzes as contract } from '#contract/quizzes'
import { command } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { beginAttempt } from '#server/quizzes/learning/begin-attempt'
import { readWeakTopic } from '#server/quizzes/learning/draw-material'
import { drawDaily } from '#server/quizzes/learning/draw-rules'
import { listCandidates } from '#server/quizzes/learning/draw-store'

/** 每日一练: five items, two minutes. */
export const startDaily = command(contract.startDaily, ({ caller, writing, now, chance, settings }) =>
  beginAttempt(
    { caller, writing, now, chance },
    {
      mode: 'daily',
      draw: async learner => {
        const candidates = await listCandidates(writing, scopesIn(settings.CITY_PLACE))
        return drawDaily(candidates, learner, await readWeakTopic(writing, caller.personId, now), chance)
      }
    }
  )
)
