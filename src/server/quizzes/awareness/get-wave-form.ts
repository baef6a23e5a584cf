import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { openQuery } from '#server/operation'
import { findSampleOfToken, findWave, listWaveDrafts } from '#server/quizzes/awareness/wave-store'
import { digestOf, formFor } from '#server/quizzes/awareness/wave-token'
import { refuse } from '#server/refusal'

/** Before and after fielding a token reads like one that was never made. */
export const getWaveForm = openQuery(contract.getWaveForm, async ({ input, reading }) => {
  const sample = (await findSampleOfToken(reading, digestOf(input.token))) ?? refuse('token-unknown')
  const wave = await findWave(reading, sample.waveId)
  if (wave?.state !== 'fielding') return refuse('token-unknown')
  if (sample.answeredAt) refuse('token-used')
  const form = formFor(input.token, await listWaveDrafts(reading, wave.questions))
  return {
    title: wave.plan.title,
    items: form.map(({ itemId, draft, options }) => ({
      ...{ itemId, stem: draft.stem },
      options: options.map(({ optionId, text }) => ({ optionId, text }))
    }))
  }
})
