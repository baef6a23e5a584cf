import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Grant, Role } from '#contract/people'
import type { Reading, Writing } from '#server/database/database'
import { preparedOnce } from '#server/database/prepared'
import { consents, desktopSignIns, grants, people } from '#server/people/people-tables'
import { endAllSessions, forgetEverywhere, holdPeople } from '#server/people/session-store'
import { areas, units } from '#server/places/places-tables'

export type PersonRow = typeof people.$inferSelect

export interface KnownPerson {
  personId: string
  displayName: string
  consentedPolicy?: string | undefined
  grants: Grant[]
  /** How often what is remembered of them has changed. */
  rememberedVersion: number
  /** Which of their sessions have ended: all of earlier generations, and these. */
  sessions: { generation: number; endedIds: readonly string[] }
}

const present = <T>(value: T | null): T | undefined => value ?? undefined

/** Grants in force, with the names of their area and unit. */
export const listGrants = (reading: Reading, personId?: string) => readGrants(reading, personId ? eq(grants.personId, personId) : undefined)

/** Grants in force of several people. */
export const listGrantsOf = (reading: Reading, personIds: readonly string[]) =>
  readGrants(reading, inArray(grants.personId, [...personIds]))

async function readGrants(reading: Reading, whose: SQL | undefined): Promise<(Grant & { personId: string })[]> {
  const rows = await reading
    .select({ grant: grants, areaName: areas.name, unitName: units.name })
    .from(grants)
    .leftJoin(areas, eq(areas.areaId, grants.areaId))
    .leftJoin(units, eq(units.unitId, grants.unitId))
    .where(and(isNull(grants.revokedAt), whose))
    .orderBy(asc(grants.grantedAt), asc(grants.grantId))
  return rows.map(({ grant, areaName, unitName }) => ({ personId: grant.personId, ...toGrant(grant, areaName, unitName) }))
}

const toGrant = (grant: typeof grants.$inferSelect, areaName: string | null, unitName: string | null): Grant => ({
  grantId: grant.grantId,
  role: grant.role,
  areaId: present(grant.areaId),
  areaName: present(areaName),
  unitId: present(grant.unitId),
  unitName: present(unitName)
})

const personWithGrants = preparedOnce('person_with_grants', reading =>
  reading
    .select({
      personId: people.personId,
      displayName: people.displayName,
      consentedPolicy: people.consentedPolicy,
      rememberedVersion: people.rememberedVersion,
      generation: people.sessionGeneration,
      endedIds: sql<string[]>`array(select session_id from ended_sessions where ended_sessions.person_id = people.person_id)`,
      grant: grants,
      areaName: areas.name,
      unitName: units.name
    })
    .from(people)
    .leftJoin(grants, and(eq(grants.personId, people.personId), isNull(grants.revokedAt)))
    .leftJoin(areas, eq(areas.areaId, grants.areaId))
    .leftJoin(units, eq(units.unitId, grants.unitId))
    .where(and(eq(people.personId, sql.placeholder('personId')), isNull(people.deletedAt)))
    .orderBy(asc(grants.grantedAt), asc(grants.grantId))
)

/** A person who has not deleted their account, with the grants in force: asked for whoever was not seen for some seconds. */
export async function findPerson(reading: Reading, personId: string): Promise<KnownPerson | undefined> {
  const rows = await personWithGrants(reading).execute({ personId })
  const [row] = rows
  if (!row) return undefined
  const held = rows.flatMap(({ grant, areaName, unitName }) => (grant ? [toGrant(grant, areaName, unitName)] : []))
  const { displayName, rememberedVersion, generation, endedIds } = row
  const consentedPolicy = present(row.consentedPolicy)
  return { personId, displayName, consentedPolicy, grants: held, rememberedVersion, sessions: { generation, endedIds } }
}

export async function findPersonIdBy(reading: Reading, key: { openid: string } | { demoName: string }): Promise<string | undefined> {
  const matches = 'openid' in key ? eq(people.openid, key.openid) : eq(people.demoName, key.demoName)
  const [row] = await reading
    .select({ personId: people.personId })
    .from(people)
    .where(and(matches, isNull(people.deletedAt)))
  return row?.personId
}

/** Adds a person unless somebody with the same openid or demo name is there already; says who it is either way. */
export async function addPerson(writing: Writing, person: typeof people.$inferInsert): Promise<{ personId: string; isNew: boolean }> {
  const added = await writing.insert(people).values(person).onConflictDoNothing().returning({ personId: people.personId })
  if (added[0]) return { personId: added[0].personId, isNew: true }
  const key = person.openid ? { openid: person.openid } : { demoName: person.demoName ?? '' }
  const personId = await findPersonIdBy(writing, key)
  if (!personId) throw new Error('a person could neither be added nor found')
  return { personId, isNew: false }
}

interface NewGrant {
  grantId: string
  personId: string
  role: Role
  areaId?: string | undefined
  unitId?: string | undefined
  grantedBy?: string
  grantedAt: Date
}

/** Gives a role. @returns the id of the grant that is in force: the same grant given before is the same grant. */
export async function addGrant(writing: Writing, grant: NewGrant): Promise<string> {
  const [added] = await writing.insert(grants).values(grant).onConflictDoNothing().returning({ grantId: grants.grantId })
  if (added) {
    await forgetEverywhere(writing, grant.personId)
    return added.grantId
  }
  const { personId, role, areaId, unitId } = grant
  const [known] = await writing
    .select({ grantId: grants.grantId })
    .from(grants)
    .where(
      and(
        ...[eq(grants.personId, personId), eq(grants.role, role), isNull(grants.revokedAt)],
        areaId === undefined ? isNull(grants.areaId) : eq(grants.areaId, areaId),
        unitId === undefined ? isNull(grants.unitId) : eq(grants.unitId, unitId)
      )
    )
  if (!known) throw new Error('a grant could neither be added nor found')
  return known.grantId
}

/** Takes grants back: one, or all of a person. Says whose they were. What they do meanwhile is done before, or without the grant. */
export async function revokeGrants(writing: Writing, which: { grantId: string } | { personId: string }, now: Date): Promise<string[]> {
  const matches = 'grantId' in which ? eq(grants.grantId, which.grantId) : eq(grants.personId, which.personId)
  const [one] = await writing.select({ personId: grants.personId }).from(grants).where(matches).limit(1)
  if (one) await holdPeople(writing, [one.personId], 'alone')
  const revoked = await writing
    .update(grants)
    .set({ revokedAt: now })
    .where(and(matches, isNull(grants.revokedAt)))
    .returning({ personId: grants.personId })
  const personIds = [...new Set(revoked.map(row => row.personId))]
  for (const personId of personIds) await forgetEverywhere(writing, personId)
  return personIds
}

export async function recordConsent(writing: Writing, personId: string, policyVersion: string, now: Date): Promise<void> {
  await writing.insert(consents).values({ personId, policyVersion, givenAt: now }).onConflictDoNothing()
  await writing.update(people).set({ consentedPolicy: policyVersion }).where(eq(people.personId, personId))
  await forgetEverywhere(writing, personId)
}

export async function renamePerson(writing: Writing, personId: string, displayName: string): Promise<void> {
  await writing.update(people).set({ displayName }).where(eq(people.personId, personId))
  await forgetEverywhere(writing, personId)
}

export const listConsents = (reading: Reading, personId: string) =>
  reading.select().from(consents).where(eq(consents.personId, personId)).orderBy(asc(consents.givenAt))

/** Empties the row; what the law keeps still points at it and leads to nobody. */
export async function emptyPerson(writing: Writing, personId: string, now: Date): Promise<void> {
  await endAllSessions(writing, personId)
  await writing
    .update(people)
    .set({ displayName: '已注销的用户', openid: null, demoName: null, consentedPolicy: null, deletedAt: now })
    .where(eq(people.personId, personId))
}

export async function namesOf(reading: Reading, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await reading
    .select({ personId: people.personId, displayName: people.displayName })
    .from(people)
    .where(inArray(people.personId, [...new Set(personIds)]))
  return new Map(rows.map(row => [row.personId, row.displayName]))
}

export const listPeople = (reading: Reading, personIds: readonly string[]) =>
  reading
    .select({ personId: people.personId, displayName: people.displayName })
    .from(people)
    .where(inArray(people.personId, [...personIds]))

/** People whose displayed name begins so; who deleted their account is nobody any more. */
export const listPeopleNamed = (reading: Reading, start: string, limit: number) =>
  reading
    .select({ personId: people.personId, displayName: people.displayName })
    .from(people)
    .where(and(isNull(people.deletedAt), sql`starts_with(${people.displayName}, ${start})`))
    .orderBy(asc(people.displayName), asc(people.personId))
    .limit(limit)

export const addDesktopSignIn = (writing: Writing, row: typeof desktopSignIns.$inferInsert) => writing.insert(desktopSignIns).values(row)

/** The phone's yes, once, in time. */
export async function confirmDesktopSignInRow(writing: Writing, shortCode: string, personId: string, now: Date): Promise<boolean> {
  const confirmed = await writing
    .update(desktopSignIns)
    .set({ personId })
    .where(
      and(
        eq(desktopSignIns.shortCode, shortCode),
        isNull(desktopSignIns.personId),
        sql`${desktopSignIns.expiresAt} > ${now.toISOString()}::timestamptz`
      )
    )
    .returning({ ticket: desktopSignIns.ticket })
  return confirmed.length > 0
}

export async function readDesktopSignIn(writing: Writing, ticket: string) {
  const [row] = await writing.select().from(desktopSignIns).where(eq(desktopSignIns.ticket, ticket)).for('update')
  return row
}

export const closeDesktopSignIn = (writing: Writing, ticket: string, now: Date) =>
  writing.update(desktopSignIns).set({ claimedAt: now }).where(eq(desktopSignIns.ticket, ticket))
