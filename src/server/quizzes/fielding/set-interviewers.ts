import { fieldingOperations as contract } from '#contract/quizzes-fielding'
import { command } from '#server/operation'
import { lockWave } from '#server/quizzes/awareness/wave-store'
import { requireOffice } from '#server/quizzes/awareness/wave-view'
import { listPresent, nameInterviewers } from '#server/quizzes/fielding/fielding-store'
import { showInterviewers } from '#server/quizzes/fielding/interview-view'
import { refuse } from '#server/refusal'

export const setInterviewers = command(contract.setInterviewers, async ({ input, caller, writing, city, now }) => {
  requireOffice(caller, city)
  const wave = (await lockWave(writing, input.waveId, 'update')) ?? refuse('not-found')
  if (wave.state === 'closed' || wave.state === 'reported') refuse('move-not-allowed')
  const personIds = [...new Set(input.personIds)]
  if (personIds.length > 0 && (await listPresent(writing, personIds)).length < personIds.length) refuse('not-found')
  await nameInterviewers(writing, wave.waveId, personIds, caller.personId, now)
  return showInterviewers(writing, wave.waveId)
})
