import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { query } from '#server/operation'
import { readWaveDetail } from '#server/quizzes/awareness/wave-detail'
import { requireOffice } from '#server/quizzes/awareness/wave-view'
import { refuse } from '#server/refusal'

export const getWave = query(contract.getWave, async ({ input, caller, reading, city }) => {
  requireOffice(caller, city)
  return ((await readWaveDetail(reading, input.waveId)) ?? refuse('not-found')).detail
})
