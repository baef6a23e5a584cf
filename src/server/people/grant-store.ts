import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import type { CityAdminGrant } from '#server/people/admin-rules'
import { grants, people } from '#server/people/people-tables'
import { areas } from '#server/places/places-tables'

const ofCities = (reading: Reading) => reading.select({ areaId: areas.areaId }).from(areas).where(eq(areas.kind, 'city'))

/**
 * Everybody who is admin of a whole city, held until the transaction ends: who takes back another of these grants meanwhile waits, and
 * then sees what is left.
 */
export async function lockCityAdmins(writing: Writing): Promise<CityAdminGrant[]> {
  const rows = await writing
    .select({ grantId: grants.grantId, personId: grants.personId, areaId: grants.areaId })
    .from(grants)
    .where(and(eq(grants.role, 'admin'), isNull(grants.revokedAt), inArray(grants.areaId, ofCities(writing))))
    .orderBy(asc(grants.grantId))
    .for('update')
  return rows.flatMap(({ areaId, ...row }) => (areaId === null ? [] : [{ ...row, areaId }]))
}

/** Names of everybody else who has a role. */
export async function namesOfColleagues(reading: Reading, personId: string): Promise<string[]> {
  const rows = await reading
    .selectDistinct({ displayName: people.displayName })
    .from(people)
    .innerJoin(grants, and(eq(grants.personId, people.personId), isNull(grants.revokedAt)))
    .where(and(isNull(people.deletedAt), ne(people.personId, personId)))
  return rows.map(row => row.displayName)
}

/** Giving names goes one after another, or two people could be given one in the same moment. */
export const lockStaffNames = (writing: Writing) => writing.execute(sql`select pg_advisory_xact_lock(hashtext('names of staff'))`)
