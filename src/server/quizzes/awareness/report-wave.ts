import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { command } from '#server/operation'
import { findingsOf } from '#server/quizzes/awareness/findings'
import { waveMoves } from '#server/quizzes/awareness/wave-rules'
import { changeWave } from '#server/quizzes/awareness/wave-store'
import { holdForMove, requireOffice, shownWave } from '#server/quizzes/awareness/wave-view'

/** What was found stands since the wave was closed; the office lets it out, and nothing leads back. */
export const reportWave = command(contract.reportWave, async ({ input, caller, writing, city, now }) => {
  requireOffice(caller, city)
  const wave = await holdForMove(writing, input.waveId, 'report')
  const findings = wave.findings ?? (await findingsOf(writing, wave, now))
  await changeWave(writing, wave.waveId, {
    state: waveMoves.report.to,
    findings: { ...findings, reportedAt: now.toISOString() }
  })
  return shownWave(writing, wave.waveId)
})
