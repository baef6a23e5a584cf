import { and, asc, count, eq, gt, inArray, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Use } from '#contract/places'
import type { Reading } from '#server/database/database'
import { grants, people } from '#server/people/people-tables'
import { areas, unitCoverage, units } from '#server/places/places-tables'
import { rewards } from '#server/points/rewards/reward-tables'
import { waves, waveSamples } from '#server/quizzes/awareness/wave-tables'
import { routingRules } from '#server/reports/category-tables'
import { activities, organisations } from '#server/volunteering/activities/activity-tables'

const NAMES_SHOWN = 5

const liesIn = (areaIds: readonly string[], ...columns: PgColumn[]) => or(...columns.map(column => inArray(column, [...areaIds])))

interface Asked {
  kind: Use['kind']
  from: PgTable
  name: PgColumn | SQL<string>
  where: SQL | undefined
  joined?: { table: PgTable; on: SQL }
}

/** How many there are, and the first of them by name. */
async function useOf(reading: Reading, { kind, from, name, where, joined }: Asked): Promise<Use> {
  const counting = reading.select({ count: count() }).from(from).$dynamic()
  const naming = reading.selectDistinct({ name }).from(from).$dynamic()
  if (joined) void counting.innerJoin(joined.table, joined.on)
  if (joined) void naming.innerJoin(joined.table, joined.on)
  const [counted] = await counting.where(where)
  const names = counted?.count ? await naming.where(where).orderBy(asc(name)).limit(NAMES_SHOWN) : []
  return { kind, count: counted?.count ?? 0, names: names.map(row => String(row.name)) }
}

const usesOf = async (reading: Reading, asked: readonly Asked[]): Promise<Use[]> => {
  const uses: Use[] = []
  for (const one of asked) uses.push(await useOf(reading, one))
  return uses.filter(use => use.count > 0)
}

const grantsOf = (where: SQL | undefined): Asked => ({
  ...{ kind: 'people', from: grants, name: people.displayName, where: and(isNull(grants.revokedAt), where) },
  joined: { table: people, on: eq(grants.personId, people.personId) }
})

const rulesOf = (where: SQL | undefined): Asked => ({
  ...{ kind: 'rules', from: routingRules, name: units.name, where: and(eq(routingRules.isActive, true), where) },
  joined: { table: units, on: eq(routingRules.unitId, units.unitId) }
})

/** What needs areas, whether or not it is over. */
const everUsing = (areaIds: readonly string[]): Asked[] => [
  {
    ...{ kind: 'areas', from: areas, name: areas.name },
    where: and(inArray(areas.parentId, [...areaIds]), notInArray(areas.areaId, [...areaIds]), isNull(areas.retiresOn))
  },
  grantsOf(inArray(grants.areaId, [...areaIds])),
  {
    ...{ kind: 'units', from: unitCoverage, name: units.name, where: inArray(unitCoverage.areaId, [...areaIds]) },
    joined: { table: units, on: eq(unitCoverage.unitId, units.unitId) }
  },
  rulesOf(inArray(routingRules.areaId, [...areaIds]))
]

const organisationsOf = (areaIds: readonly string[], where?: SQL): Asked => ({
  ...{ kind: 'organisations', from: organisations, name: organisations.name },
  where: and(inArray(organisations.areaId, [...areaIds]), where)
})

/** What of today's work needs these areas, cases aside. */
export function openUsesOfAreas(reading: Reading, areaIds: readonly string[]): Promise<Use[]> {
  const inActivities = liesIn(areaIds, activities.communityId, activities.streetId, activities.cityId)
  return usesOf(reading, [
    ...everUsing(areaIds),
    // A community's own plans nothing once the community is retired.
    organisationsOf(areaIds, and(eq(organisations.isOwn, false), isNull(organisations.retiredAt))),
    {
      ...{ kind: 'activities', from: activities, name: activities.title },
      where: and(inArray(activities.state, ['in_review', 'published', 'running', 'ended']), inActivities)
    },
    {
      ...{ kind: 'rewards', from: rewards, name: rewards.title },
      where: and(or(eq(rewards.state, 'open'), gt(rewards.heldCount, 0)), inArray(rewards.communityId, [...areaIds]))
    },
    {
      ...{ kind: 'surveys' as const, from: waveSamples, name: sql<string>`${waves.plan} ->> 'title'` },
      where: and(inArray(waves.state, ['sampled', 'fielding']), inArray(waveSamples.communityId, [...areaIds])),
      joined: { table: waves, on: eq(waveSamples.waveId, waves.waveId) }
    }
  ])
}

/** All that names these areas, over or not, cases aside. */
export function allUsesOfAreas(reading: Reading, areaIds: readonly string[]): Promise<Use[]> {
  return usesOf(reading, [
    ...everUsing(areaIds),
    organisationsOf(areaIds),
    {
      ...{ kind: 'activities', from: activities, name: activities.title },
      where: liesIn(areaIds, activities.communityId, activities.streetId, activities.cityId)
    },
    { kind: 'rewards', from: rewards, name: rewards.title, where: inArray(rewards.communityId, [...areaIds]) },
    { kind: 'surveys', from: waveSamples, name: waveSamples.waveId, where: inArray(waveSamples.communityId, [...areaIds]) }
  ])
}

/** What of today's work needs this unit, cases aside. */
export const openUsesOfUnit = (reading: Reading, unitId: string): Promise<Use[]> =>
  usesOf(reading, [grantsOf(eq(grants.unitId, unitId)), rulesOf(eq(routingRules.unitId, unitId))])
