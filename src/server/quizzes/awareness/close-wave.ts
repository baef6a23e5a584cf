import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { command } from '#server/operation'
import { findingsOf } from '#server/quizzes/awareness/findings'
import { waveMoves } from '#server/quizzes/awareness/wave-rules'
import { changeWave } from '#server/quizzes/awareness/wave-store'
import { holdForMove, requireOffice, shownWave } from '#server/quizzes/awareness/wave-view'

/** What was found is kept with the wave: what later happens to questions, practice or other waves does not change it. */
export const closeWave = command(contract.closeWave, async ({ input, caller, writing, city, now }) => {
  requireOffice(caller, city)
  const wave = await holdForMove(writing, input.waveId, 'close')
  const findings = await findingsOf(writing, wave, now)
  await changeWave(writing, wave.waveId, { state: waveMoves.close.to, closedAt: now, findings })
  return shownWave(writing, wave.waveId)
})
