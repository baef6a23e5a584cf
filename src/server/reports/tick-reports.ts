import { movesBetween } from '#contract/report-moves'
import { escalationLevels } from '#contract/report-states'
import type { City } from '#server/city'
import type { Writing } from '#server/database/database'
import { releasePointsOfReport } from '#server/points/points-ledger'
import { makeMove } from '#server/reports/make-move'
import { escalationAt } from '#server/reports/report-clock'
import { listEscalating, listReleasing, listReturning, noteEscalation, settleRecurrences } from '#server/reports/report-clock-store'
import { updateReport, type ReportRow } from '#server/reports/report-store'

/** What came of one round; all zero means there was nothing left to do. */
export interface Round {
  returned: number
  escalated: number
  released: number
  settled: number
}

/** Hears of a report that could not be brought on. */
type PassedOver = (reportId: string, err: unknown) => void

/** One report after the other, each at a savepoint: one that cannot be brought on is told and holds up no other. @returns how many went. */
async function eachOf(
  writing: Writing,
  rows: readonly ReportRow[],
  passedOver: PassedOver,
  work: (savepoint: Writing, row: ReportRow) => Promise<void>
): Promise<number> {
  let done = 0
  for (const row of rows)
    try {
      await writing.transaction(savepoint => work(savepoint as unknown as Writing, row))
      done += 1
    } catch (err) {
      passedOver(row.reportId, err)
    }
  return done
}

/** `need_info` goes back to the reviewer after 72 hours, `suspended` to the unit on its review date. */
async function bringBack(writing: Writing, city: City, now: Date, passedOver: PassedOver): Promise<number> {
  return eachOf(writing, await listReturning(writing, now), passedOver, async (savepoint, row) => {
    const move = movesBetween(row.state, row.state === 'need_info' ? 'submitted' : 'handling').find(candidate =>
      candidate.by.includes('clock')
    )
    if (!move) throw new Error(`the clock has no way out of ${row.state}`)
    // As of the moment it was due: a clock that stood still for a night changes nothing of what follows.
    await makeMove(savepoint, { row, move, actor: 'clock', brought: {}, city, now: row.dueAt ?? now })
  })
}

/** Tells everybody between the last level and the one reached, and sets when the next comes. */
async function escalate(writing: Writing, city: City, now: Date, passedOver: PassedOver): Promise<number> {
  return eachOf(writing, await listEscalating(writing, now), passedOver, async (savepoint, row) => {
    if (!row.clock) return
    const { level, nextAt } = escalationAt(row.clock, now, city.categories.calendar)
    for (const step of escalationLevels.filter(candidate => candidate.level > row.escalation && candidate.level <= level))
      await noteEscalation(savepoint, { reportId: row.reportId, version: row.version, level: step.level, tells: step.tells, at: now })
    await updateReport(savepoint, row.reportId, { escalation: Math.max(level, row.escalation), nextEscalationAt: nextAt ?? null })
  })
}

async function release(writing: Writing, now: Date, passedOver: PassedOver): Promise<number> {
  return eachOf(writing, await listReleasing(writing, now), passedOver, async (savepoint, row) => {
    await releasePointsOfReport(savepoint, row.reportId, row.closingRound, now)
    await updateReport(savepoint, row.reportId, { pointsReleaseAt: null })
  })
}

/** One batch of everything that happens to reports by itself. Doing it again with the same `now` changes nothing more. */
export async function tickReports(writing: Writing, city: City, now: Date, passedOver: PassedOver): Promise<Round> {
  return {
    returned: await bringBack(writing, city, now, passedOver),
    escalated: await escalate(writing, city, now, passedOver),
    released: await release(writing, now, passedOver),
    settled: await settleRecurrences(writing, now)
  }
}
