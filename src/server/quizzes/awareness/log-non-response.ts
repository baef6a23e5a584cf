import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { command } from '#server/operation'
import { keepNonResponse, lockSample, lockWave } from '#server/quizzes/awareness/wave-store'
import { requireOffice, shownWave } from '#server/quizzes/awareness/wave-view'
import { refuse } from '#server/refusal'

export const logNonResponse = command(contract.logNonResponse, async ({ input, caller, writing, city, now }) => {
  requireOffice(caller, city)
  const wave = (await lockWave(writing, input.waveId, 'share')) ?? refuse('not-found')
  const sample = (await lockSample(writing, wave.waveId, input.sampleId)) ?? refuse('not-found')
  if (wave.state !== 'fielding') refuse('move-not-allowed')
  if (sample.answeredAt) refuse('token-used')
  const said = { nonResponseReason: input.reason, nonResponseNote: input.note ?? null, nonResponseAt: now }
  await keepNonResponse(writing, sample.sampleId, said)
  return shownWave(writing, wave.waveId)
})
