import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { openCommand } from '#server/operation'
import { readAnswers } from '#server/quizzes/awareness/read-answers'
import { findSampleOfToken, keepAnswers, listWaveDrafts, lockSample, lockWave } from '#server/quizzes/awareness/wave-store'
import { digestOf, formFor } from '#server/quizzes/awareness/wave-token'
import { refuse } from '#server/refusal'

/** Who holds the token answers; who that is, nobody asks and nothing keeps. It earns no points. */
export const answerWave = openCommand(contract.answerWave, async ({ input, writing, now }) => {
  const found = (await findSampleOfToken(writing, digestOf(input.token))) ?? refuse('token-unknown')
  const wave = await lockWave(writing, found.waveId, 'share')
  if (wave?.state !== 'fielding') return refuse('token-unknown')
  const sample = await lockSample(writing, found.waveId, found.sampleId)
  // Renewed while this one waited for the wave: the old token no longer works.
  if (sample?.tokenDigest !== found.tokenDigest) return refuse('token-unknown')
  if (sample.answeredAt) return refuse('token-used')
  const { sampleId } = sample
  const answers = readAnswers(formFor(input.token, await listWaveDrafts(writing, wave.questions)), input.answers)
  await keepAnswers(
    writing,
    sampleId,
    now,
    answers.map(answer => ({ sampleId, ...answer }))
  )
  return { accepted: true as const }
})
