import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { query } from '#server/operation'
import { findingsOf } from '#server/quizzes/awareness/findings'
import { countWave } from '#server/quizzes/awareness/wave-store'
import { requireOffice, toWave } from '#server/quizzes/awareness/wave-view'
import { refuse } from '#server/refusal'

export const getWaveReport = query(contract.getWaveReport, async ({ input, caller, reading, city, now }) => {
  requireOffice(caller, city)
  const counted = (await countWave(reading, input.waveId)) ?? refuse('not-found')
  return { wave: toWave(counted), ...(counted.wave.findings ?? (await findingsOf(reading, counted.wave, now))) }
})
