import { quizzes as contract } from '#contract/quizzes'
import { command } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { beginAttempt } from '#server/quizzes/learning/begin-attempt'
import { drawChallenge } from '#server/quizzes/learning/draw-rules'
import { listCandidates } from '#server/quizzes/learning/draw-store'

/** 挑战答题: the first item; each right answer brings the next. */
export const startChallenge = command(contract.startChallenge, ({ caller, writing, now, chance, settings }) =>
  beginAttempt(
    { caller, writing, now, chance },
    {
      mode: 'challenge',
      draw: async learner => {
        const first = drawChallenge(await listCandidates(writing, scopesIn(settings.CITY_PLACE)), learner, new Set(), chance)
        return first ? [first] : []
      }
    }
  )
)
