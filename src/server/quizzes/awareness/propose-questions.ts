import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { query } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { chooseQuestions } from '#server/quizzes/awareness/wave-rules'
import { findWave, listAnchors, listWaveDrafts } from '#server/quizzes/awareness/wave-store'
import { requireOffice } from '#server/quizzes/awareness/wave-view'
import { refuse } from '#server/refusal'

/** Stems only: what is right is nobody's business before the wave is over. */
export const proposeQuestions = query(contract.proposeQuestions, async ({ input, caller, reading, city, settings, chance }) => {
  requireOffice(caller, city)
  const previous = input.previousWaveId === undefined ? undefined : ((await findWave(reading, input.previousWaveId)) ?? refuse('not-found'))
  const repeated = (previous?.questions ?? []).map(question => question.questionId)
  const anchors = await listAnchors(reading, scopesIn(settings.CITY_PLACE))
  const drafts = anchors.length === 0 ? [] : await listWaveDrafts(reading, anchors)
  return {
    questions: anchors.map(({ questionId, topic }, place) => ({
      ...{ questionId, topic, stem: drafts[place]?.draft.stem ?? '' },
      isOfPrevious: repeated.includes(questionId)
    })),
    proposed: chooseQuestions(anchors, repeated, chance).map(anchor => anchor.questionId)
  }
})
