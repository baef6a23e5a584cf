import { quizzes as contract } from '#contract/quizzes'
import { command } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { beginAttempt } from '#server/quizzes/learning/begin-attempt'
import { drawTopic } from '#server/quizzes/learning/draw-rules'
import { listCandidates } from '#server/quizzes/learning/draw-store'
import { refuse } from '#server/refusal'

/** 专题练习: up to ten items of one topic. */
export const startTopic = command(contract.startTopic, ({ input: { topic }, caller, writing, now, chance, settings }) =>
  beginAttempt(
    { caller, writing, now, chance },
    {
      mode: 'topic',
      topic,
      draw: async learner => {
        const candidates = await listCandidates(writing, scopesIn(settings.CITY_PLACE), topic)
        return candidates.length > 0 ? drawTopic(candidates, learner, chance) : refuse('not-found')
      }
    }
  )
)
