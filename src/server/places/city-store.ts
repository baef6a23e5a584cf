import { eq, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { areas } from '#server/places/places-tables'

/** The area that is the whole city; `undefined` in a database that has none yet. */
export async function findCity(reading: Reading): Promise<{ areaId: string; name: string } | undefined> {
  const [city] = await reading.select({ areaId: areas.areaId, name: areas.name }).from(areas).where(eq(areas.kind, 'city')).limit(1)
  return city
}

/** Of two who make a city at once, the second waits and finds it made. */
export const lockMakingOfCity = (writing: Writing) => writing.execute(sql`select pg_advisory_xact_lock(hashtext('the city'))`)
