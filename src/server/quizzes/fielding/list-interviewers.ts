import { fieldingOperations as contract } from '#contract/quizzes-fielding'
import { query } from '#server/operation'
import { findWave } from '#server/quizzes/awareness/wave-store'
import { requireOffice } from '#server/quizzes/awareness/wave-view'
import { showInterviewers } from '#server/quizzes/fielding/interview-view'
import { refuse } from '#server/refusal'

export const listInterviewers = query(contract.listInterviewers, async ({ input, caller, reading, city }) => {
  requireOffice(caller, city)
  const { waveId } = (await findWave(reading, input.waveId)) ?? refuse('not-found')
  return showInterviewers(reading, waveId)
})
