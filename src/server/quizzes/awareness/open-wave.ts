import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { command } from '#server/operation'
import { waveMoves } from '#server/quizzes/awareness/wave-rules'
import { changeWave } from '#server/quizzes/awareness/wave-store'
import { holdForMove, requireOffice, shownWave } from '#server/quizzes/awareness/wave-view'

export const openWave = command(contract.openWave, async ({ input, caller, writing, city, now }) => {
  requireOffice(caller, city)
  const { waveId } = await holdForMove(writing, input.waveId, 'open')
  await changeWave(writing, waveId, { state: waveMoves.open.to, openedAt: now })
  return shownWave(writing, waveId)
})
