import type { ReportActor } from '#contract/report-moves'
import type { ReportState } from '#contract/report-states'
import type { Point } from '#contract/shapes'
import type { City } from '#server/city'
import { refuse } from '#server/refusal'
import { startClock } from '#server/reports/report-clock'
import { timesOf } from '#server/reports/report-effects'
import type { Correction, ReportRow } from '#server/reports/report-store'

/** Who may put category and place right, by the state a report stands in. */
const correctors: Partial<Record<ReportState, readonly ReportActor[]>> = {
  submitted: ['reviewer'],
  filed: ['reviewer', 'dispatcher']
}

/** The capacity in which somebody may put this report right; `undefined` where they may not. */
export const correctorOf = (state: ReportState, actors: readonly ReportActor[]): 'reviewer' | 'dispatcher' | undefined =>
  correctors[state]?.find((role): role is 'reviewer' | 'dispatcher' => actors.includes(role))

/** The columns of another place. The pin says exactly where it is, so it is approximate no more. @throws Refusal `outside-area`. */
function placedAt(row: ReportRow, point: Point, city: City) {
  const gridId = city.places.locate(point) ?? refuse('outside-area')
  const { longitude, latitude } = point
  const place = {
    from: { longitude: row.longitude, latitude: row.latitude, gridId: row.gridId },
    to: { longitude, latitude, gridId }
  }
  return { patch: { longitude, latitude, isApproximate: false, ...city.places.pathOf(gridId) }, place }
}

/**
 * The columns of another category. Its time runs from when the state began, as if it had been right from the start: putting it right buys
 * nobody time. What a clock of the old category kept is over.
 */
function categorisedAs(row: ReportRow, code: string, city: City, now: Date) {
  const category = city.categories.categoryOf(code) ?? refuse('not-found')
  const fresh = startClock(row.state, category, row.stateSince)
  // A reviewer's clock that stood still over a question has used up what it had used.
  const clock = fresh ? { ...fresh, elapsedMinutes: row.clock?.kind === fresh.kind ? row.clock.elapsedMinutes : 0 } : null
  const times = timesOf(row.state, clock, now, city.categories.calendar)
  return {
    patch: {
      ...{ categoryCode: category.code, categoryVersion: category.version, mode: category.mode, clock, keptClocks: {} },
      ...{ ...times, sortAt: times.dueAt ?? row.sortAt }
    },
    category: {
      from: { code: row.categoryCode, version: row.categoryVersion },
      to: { code: category.code, version: category.version }
    }
  }
}

/** What a report is after its category or place were put right, and the line its history gets. @throws Refusal where they are not there. */
export function corrected(
  row: ReportRow,
  { point, categoryCode, now = row.stateSince }: { point?: Point | undefined; categoryCode?: string | undefined; now?: Date },
  city: City
): { patch: Partial<ReportRow>; correction: Correction } {
  const placed = point && placedAt(row, point, city)
  const categorised = categoryCode ? categorisedAs(row, categoryCode, city, now) : undefined
  return {
    patch: { ...placed?.patch, ...categorised?.patch },
    correction: { ...(placed && { place: placed.place }), ...(categorised && { category: categorised.category }) }
  }
}
