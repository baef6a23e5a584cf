import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { query } from '#server/operation'
import { findWave } from '#server/quizzes/awareness/wave-store'
import { requireOffice } from '#server/quizzes/awareness/wave-view'
import { refuse } from '#server/refusal'

/** Only what is final goes out as a paper: a copy of numbers that still move would be passed on as the result. */
export const exportWaveReport = query(contract.exportWaveReport, async ({ input, caller, reading, city, documents, now }) => {
  requireOffice(caller, city)
  const wave = (await findWave(reading, input.waveId)) ?? refuse('not-found')
  if (!wave.findings) refuse('move-not-allowed')
  return { url: documents.addressOf(`wave/${wave.waveId}.${input.format}`, { viewerId: caller.personId, now }) }
})
