import { movesBetween } from '#contract/report-moves'
import { escalationLevels } from '#contract/report-states'
import type { City } from '#server/city'
import type { Writing } from '#server/database/database'
import { releasePointsOfReport } from '#server/points/points-ledger'
import { makeMove } from '#server/reports/make-move'
import { escalationAt } from '#server/reports/report-clock'
import { listEscalating, listReleasing, listReturning, noteEscalation, settleRecurrences } from '#server/reports/report-clock-store'
import { updateReport } from '#server/reports/report-store'

/** What came of one round; all zero means there was nothing left to do. */
export interface Round {
  returned: number
  escalated: number
  released: number
  settled: number
}

/** `need_info` goes back to the reviewer after 72 hours, `suspended` to the unit on its review date. */
async function bringBack(writing: Writing, city: City, now: Date): Promise<number> {
  const rows = await listReturning(writing, now)
  for (const row of rows) {
    const move = movesBetween(row.state, row.state === 'need_info' ? 'submitted' : 'handling').find(candidate =>
      candidate.by.includes('clock')
    )
    if (!move) throw new Error(`the clock has no way out of ${row.state}`)
    // As of the moment it was due: a clock that stood still for a night changes nothing of what follows.
    await makeMove(writing, { row, move, actor: 'clock', brought: {}, city, now: row.dueAt ?? now })
  }
  return rows.length
}

/** Tells everybody between the last level and the one reached, and sets when the next comes. */
async function escalate(writing: Writing, city: City, now: Date): Promise<number> {
  const rows = await listEscalating(writing, now)
  for (const row of rows) {
    if (!row.clock) continue
    const { level, nextAt } = escalationAt(row.clock, now, city.categories.calendar)
    for (const step of escalationLevels.filter(candidate => candidate.level > row.escalation && candidate.level <= level))
      await noteEscalation(writing, { reportId: row.reportId, version: row.version, level: step.level, tells: step.tells, at: now })
    await updateReport(writing, row.reportId, { escalation: Math.max(level, row.escalation), nextEscalationAt: nextAt ?? null })
  }
  return rows.length
}

async function release(writing: Writing, now: Date): Promise<number> {
  const rows = await listReleasing(writing, now)
  for (const row of rows) {
    await releasePointsOfReport(writing, row.reportId, row.closingRound, now)
    await updateReport(writing, row.reportId, { pointsReleaseAt: null })
  }
  return rows.length
}

/** One batch of everything that happens to reports by itself. Doing it again with the same `now` changes nothing more. */
export async function tickReports(writing: Writing, city: City, now: Date): Promise<Round> {
  return {
    returned: await bringBack(writing, city, now),
    escalated: await escalate(writing, city, now),
    released: await release(writing, now),
    settled: await settleRecurrences(writing, now)
  }
}
