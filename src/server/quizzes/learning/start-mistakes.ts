import { quizzes as contract } from '#contract/quizzes'
import { command } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { beginAttempt } from '#server/quizzes/learning/begin-attempt'
import { drawMistakes } from '#server/quizzes/learning/draw-rules'
import { listWrongCandidates } from '#server/quizzes/learning/draw-store'

/** 错题本: what was wrong, once more. */
export const startMistakes = command(contract.startMistakes, ({ caller, writing, now, chance, settings }) =>
  beginAttempt(
    { caller, writing, now, chance },
    {
      mode: 'mistakes',
      draw: async learner => drawMistakes(await listWrongCandidates(writing, scopesIn(settings.CITY_PLACE), caller.personId), learner)
    }
  )
)
