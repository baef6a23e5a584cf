import type { ReportActor, ReportMove } from '#contract/report-moves'
import type { ReportState } from '#contract/report-states'
import type { MoveInput } from '#contract/reports'
import type { City } from '#server/city'
import type { ReportRow } from '#server/reports/report-store'

/** One move about to be made, by a person, the clock or a rule. */
export interface Moving {
  row: ReportRow
  move: ReportMove
  actor: ReportActor
  personId?: string
  ruleId?: string
  brought: Omit<MoveInput, 'idempotencyKey' | 'reportId' | 'version' | 'to'>
  city: City
  now: Date
}

/** A move that was just written; `row` is the row after it. */
export type Made = Moving & { from: ReportState; formerMasterId: string | null }

export interface Moved {
  state: ReportState
  version: number
}
