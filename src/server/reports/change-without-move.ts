import type { Role } from '#contract/people'
import type { Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { refuse } from '#server/refusal'
import type { Moved } from '#server/reports/moving'
import { capacitiesOf } from '#server/reports/report-rules'
import { appendHistory, lockReport, updateReport, type ReportRow } from '#server/reports/report-store'

interface Change {
  reportId: string
  version: number
  role: Role
  caller: Caller
  now: Date
  reasonCode?: string | undefined
  note?: string | undefined
}

/** Changes a report that stays in its state; the version and the history say so like any move. */
export async function changeWithoutMove(
  writing: Writing,
  change: Change,
  patchFor: (row: ReportRow) => Partial<ReportRow>
): Promise<Moved> {
  const { reportId, role, caller, now } = change
  const row = (await lockReport(writing, reportId)) ?? refuse('not-found')
  const actors = capacitiesOf(row, caller, false)
  if (actors.length === 0) refuse('not-found')
  if (row.version !== change.version) refuse('stale-version', { version: row.version })
  if (!actors.includes(role)) refuse('move-not-allowed')
  const version = row.version + 1
  await updateReport(writing, reportId, { ...patchFor(row), version })
  await appendHistory(writing, {
    reportId,
    version,
    at: now,
    from: row.state,
    to: row.state,
    role,
    actorId: caller.personId,
    unitId: row.unitId,
    reasonCode: change.reasonCode ?? null,
    note: change.note || null,
    photoIds: []
  })
  return { state: row.state, version }
}
