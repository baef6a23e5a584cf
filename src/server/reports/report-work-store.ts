import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, like, lt, or, sql, type Placeholder, type SQL } from 'drizzle-orm'
import { RETURNS_MAX, type ReportState } from '#contract/report-states'
import type { Reading } from '#server/database/database'
import { packedRows } from '#server/database/packed-page'
import { preparedOnce } from '#server/database/prepared'
import { cardColumns, packedCards, type CardRow } from '#server/reports/report-cards-store'
import { reports } from '#server/reports/report-tables'
import type { WaitsFor, WorkLane, WorkScope } from '#server/reports/work-rules'

export interface WorkFilter {
  areaId?: string | undefined
  unitId?: string | undefined
  categoryCode?: string | undefined
  overdueAt?: Date | undefined
  number?: string | undefined
  isPublished?: boolean | undefined
}

const among = (column: Parameters<typeof inArray>[0], ids: readonly string[]) => (ids.length > 0 ? inArray(column, [...ids]) : undefined)

const within = (scope: WorkScope): SQL =>
  or(
    among(reports.cityId, scope.cityIds),
    among(reports.streetId, scope.streetIds),
    among(reports.communityId, scope.communityIds),
    among(reports.gridId, scope.gridIds),
    among(reports.unitId, scope.unitIds),
    ...scope.unitsInAreas.map(({ areaId, unitId }) => and(inArea(areaId), eq(reports.unitId, unitId)))
  ) ?? sql`false`

const inArea = (areaId: string) =>
  or(eq(reports.gridId, areaId), eq(reports.communityId, areaId), eq(reports.streetId, areaId), eq(reports.cityId, areaId))

const matching = (filter: WorkFilter) =>
  and(
    filter.areaId ? inArea(filter.areaId) : undefined,
    filter.unitId ? eq(reports.unitId, filter.unitId) : undefined,
    filter.categoryCode ? eq(reports.categoryCode, filter.categoryCode) : undefined,
    filter.overdueAt ? and(isNotNull(reports.dueAt), lt(reports.dueAt, filter.overdueAt)) : undefined,
    filter.isPublished === undefined ? undefined : filter.isPublished ? isNotNull(reports.publishedAt) : isNull(reports.publishedAt),
    filter.number ? like(reports.number, `${filter.number.replace(/[\\%_]/g, '\\$&')}%`) : undefined
  )

const waiting: Record<WaitsFor, SQL> = {
  assignment: gte(reports.returnCount, RETURNS_MAX),
  suspension: isNotNull(reports.suspensionRequest)
}

const inLane = ({ state, scope, only }: WorkLane) => and(eq(reports.state, state), within(scope), only && waiting[only])

const isWholeCity = ({ cityIds, ...rest }: WorkScope) => cityIds.length === 1 && Object.values(rest).every(ids => ids.length === 0)

const isUnfiltered = ({ areaId, unitId, categoryCode, overdueAt, number, isPublished }: WorkFilter) =>
  isPublished === undefined && !areaId && !unitId && !categoryCode && !overdueAt && !number

/** A direction along `reports_work…`, with the first page of a whole city prepared: the list that is opened most. */
function walk(name: string, direction: typeof asc, after: (moment: SQL, reportId: string) => SQL) {
  const page = (reading: Reading, where: SQL | undefined, limit: number | Placeholder) => {
    const cards = reading.select(packedCards.row).from(reports).where(where).orderBy(direction(reports.sortAt), direction(reports.reportId))
    return reading.select(packedRows).from(cards.limit(limit).as('page'))
  }
  const firstPage = preparedOnce(`first_work_${name}`, reading => {
    const inCity = and(eq(reports.state, sql.placeholder('state')), eq(reports.cityId, sql.placeholder('cityId')))
    return page(reading, inCity, sql.placeholder('limit'))
  })
  return { page, firstPage, after }
}

const mostOverdueFirst = walk(
  'most_overdue_first',
  asc,
  (moment, reportId) => sql`${reports.sortAt} >= ${moment} and (${reports.sortAt} > ${moment} or ${reports.reportId} > ${reportId})`
)
const newestFirst = walk(
  'newest_first',
  desc,
  (moment, reportId) => sql`${reports.sortAt} <= ${moment} and (${reports.sortAt} < ${moment} or ${reports.reportId} < ${reportId})`
)

/**
 * One lane in its order, from after the last row of the page before: open states most overdue first, ended ones newest first.
 * One lane is one walk along `reports_work…`; several lanes are merged by the caller.
 */
export async function listLane(
  reading: Reading,
  lane: WorkLane,
  filter: WorkFilter,
  { isNewestFirst, after, limit }: { isNewestFirst: boolean; after?: { at: Date; id: string } | undefined; limit: number }
): Promise<CardRow[]> {
  const order = isNewestFirst ? newestFirst : mostOverdueFirst
  if (!after && !lane.only && isWholeCity(lane.scope) && isUnfiltered(filter))
    return packedCards.unpack(await order.firstPage(reading).execute({ state: lane.state, cityId: lane.scope.cityIds[0], limit }))
  const keyset = after && order.after(sql`${after.at.toISOString()}::timestamptz`, after.id)
  return packedCards.unpack(await order.page(reading, and(inLane(lane), matching(filter), keyset), limit))
}

/** Reports of a scope whose number begins so, whatever state they stand in. */
export const listByNumber = (reading: Reading, scope: WorkScope, filter: WorkFilter, limit: number): Promise<CardRow[]> =>
  reading
    .select(cardColumns)
    .from(reports)
    .where(and(within(scope), matching(filter)))
    .orderBy(asc(reports.number))
    .limit(limit)

/** What stands in the lanes of a queue, each report once, and how many of them are late. */
export async function countWaiting(
  reading: Reading,
  lanes: readonly WorkLane[],
  now: Date
): Promise<{ count: number; overdueCount: number }> {
  const [row] = await reading
    .select({ count: sql<number>`count(*)::int`, overdueCount: late(now) })
    .from(reports)
    .where(or(...lanes.map(inLane)) ?? sql`false`)
  return row ?? { count: 0, overdueCount: 0 }
}

const late = (now: Date) => sql<number>`count(*) filter (where ${reports.dueAt} < ${now.toISOString()}::timestamptz)::int`

/** Open reports of a scope by state, with how many are late and how many units ask to suspend. */
export function countByState(reading: Reading, scope: WorkScope, states: readonly ReportState[], now: Date) {
  return reading
    .select({
      state: reports.state,
      count: sql<number>`count(*)::int`,
      overdueCount: late(now),
      suspensionRequestCount: sql<number>`count(${reports.suspensionRequest})::int`
    })
    .from(reports)
    .where(and(inArray(reports.state, [...states]), within(scope)))
    .groupBy(reports.state)
}

export function listPins(reading: Reading, scope: WorkScope, states: readonly ReportState[], areaId: string | undefined, limit: number) {
  return reading
    .select({
      reportId: reports.reportId,
      number: reports.number,
      state: reports.state,
      categoryCode: reports.categoryCode,
      gridId: reports.gridId,
      longitude: reports.longitude,
      latitude: reports.latitude,
      dueAt: reports.dueAt
    })
    .from(reports)
    .where(and(inArray(reports.state, [...states]), within(scope), areaId ? inArea(areaId) : undefined))
    .orderBy(asc(reports.sortAt))
    .limit(limit)
}

/** Open reports per grid: what colours the map. */
export function countByGrid(reading: Reading, scope: WorkScope, states: readonly ReportState[], now: Date) {
  return reading
    .select({
      areaId: reports.gridId,
      openCount: sql<number>`count(*)::int`,
      overdueCount: late(now)
    })
    .from(reports)
    .where(and(inArray(reports.state, [...states]), within(scope)))
    .groupBy(reports.gridId)
}

/** What was closed in a period, for the ranking of units. */
export function listClosedBetween(reading: Reading, from: Date, to: Date) {
  return reading
    .select({
      unitId: reports.unitId,
      reworkCount: reports.reworkCount,
      upheldCount: reports.upheldCount,
      overdueMinutes: reports.overdueMinutes,
      recurrence: reports.recurrence,
      isSelfFound: reports.isSelfFound
    })
    .from(reports)
    .where(and(eq(reports.state, 'closed'), isNotNull(reports.unitId), gte(reports.closedAt, from), lt(reports.closedAt, to)))
}
