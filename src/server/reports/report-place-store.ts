import { and, asc, count, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { OBJECTION_DAYS_AFTER_CLOSING, OBJECTION_DAYS_AFTER_REJECTION, openReportStates } from '#contract/report-states'
import type { Reading, Writing } from '#server/database/database'
import { reports } from '#server/reports/report-tables'

const DAY_MILLISECONDS = 86_400_000
/** One statement takes so many. */
const GRIDS_AT_ONCE = 1000
const POINTS_MAX = 5000

/** Cases with which something may still happen: open ones, and those that may still be objected to. */
const mayStillMove = (now: Date) => {
  const since = (days: number) => new Date(now.getTime() - days * DAY_MILLISECONDS)
  return or(
    inArray(reports.state, [...openReportStates]),
    and(eq(reports.state, 'closed'), gt(reports.stateSince, since(OBJECTION_DAYS_AFTER_CLOSING))),
    and(eq(reports.state, 'rejected'), gt(reports.stateSince, since(OBJECTION_DAYS_AFTER_REJECTION)))
  )
}

interface GridPlace {
  gridId: string
  communityId: string
  streetId: string
  cityId: string
}

/** Gives the cases of grids the community, street and city their grid lies in now: whoever answers for the grid answers for them. */
export async function moveCasesWithGrids(writing: Writing, grids: readonly GridPlace[], now: Date): Promise<void> {
  for (let from = 0; from < grids.length; from += GRIDS_AT_ONCE) {
    const part = JSON.stringify(grids.slice(from, from + GRIDS_AT_ONCE))
    const places = sql`json_to_recordset(${part}::json) as place ("gridId" text, "communityId" text, "streetId" text, "cityId" text)`
    await writing
      .update(reports)
      .set({ communityId: sql`place."communityId"`, streetId: sql`place."streetId"`, cityId: sql`place."cityId"` })
      .from(places)
      .where(and(sql`${reports.gridId} = place."gridId"`, mayStillMove(now)))
  }
}

/** How many cases that may still move lie in these grids. */
export async function countCasesIn(reading: Reading, gridIds: readonly string[], now: Date): Promise<number> {
  if (gridIds.length === 0) return 0
  const [counted] = await reading
    .select({ count: count() })
    .from(reports)
    .where(and(inArray(reports.gridId, [...gridIds]), mayStillMove(now)))
  return counted?.count ?? 0
}

/** Where the cases of these grids were reported; five thousand at most. */
export async function listCasePoints(reading: Reading, gridIds: readonly string[], now: Date) {
  if (gridIds.length === 0) return []
  return reading
    .select({ gridId: reports.gridId, longitude: reports.longitude, latitude: reports.latitude })
    .from(reports)
    .where(and(inArray(reports.gridId, [...gridIds]), mayStillMove(now)))
    .limit(POINTS_MAX)
}

const NAMES_SHOWN = 5

/** Whose cases: of areas, whatever level they are of, or of a unit. */
export type CasesOf = { areaIds: readonly string[] } | { unitId: string }

const belongsTo = (of: CasesOf) =>
  'unitId' in of
    ? eq(reports.unitId, of.unitId)
    : or(...[reports.gridId, reports.communityId, reports.streetId, reports.cityId].map(column => inArray(column, [...of.areaIds])))

/** How many cases may still move, or with `isEver` how many there ever were, and the first of them by number. */
export async function countCasesOf(reading: Reading, of: CasesOf, asked: { now: Date; isEver?: boolean }) {
  const where = and(belongsTo(of), asked.isEver ? undefined : mayStillMove(asked.now))
  const [counted] = await reading.select({ count: count() }).from(reports).where(where)
  const first = await reading.select({ number: reports.number }).from(reports).where(where).orderBy(asc(reports.number)).limit(NAMES_SHOWN)
  return { count: counted?.count ?? 0, names: first.map(({ number }) => number) }
}
