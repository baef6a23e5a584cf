import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { announce } from '#server/database/announcements'
import { desktopSignIns, endedSessions, people } from '#server/people/people-tables'

/** How a transaction holds somebody: beside other transactions of theirs, or alone. */
export type Holding = 'beside-others' | 'alone'

/** Both let names and grants change meanwhile; `for update` waits until nobody holds the person, and lets nobody in. */
const locks = { 'beside-others': sql`for key share`, alone: sql`for update` } as const satisfies Record<Holding, unknown>

/**
 * Holds people until the transaction ends, in one order, and says how often what is remembered of each has changed. Whoever deleted
 * their account is missing, also where they did so while this waited.
 */
export async function holdPeople(writing: Writing, personIds: readonly string[], holding: Holding): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map()
  const answer: unknown = await writing.execute(sql`select person_id as "personId", remembered_version as "version" from people
    where person_id in ${[...new Set(personIds)]} and deleted_at is null order by person_id ${locks[holding]}`)
  return new Map((answer as { rows: { personId: string; version: number }[] }).rows.map(row => [row.personId, row.version]))
}

/** Says that what processes remember of a person is no longer so; to be called with every change of it, in its transaction. */
export async function forgetEverywhere(writing: Writing, personId: string): Promise<void> {
  await writing
    .update(people)
    .set({ rememberedVersion: sql`${people.rememberedVersion} + 1` })
    .where(eq(people.personId, personId))
  await announce(writing, personId)
}

/** Ends one session. */
export async function endSession(writing: Writing, session: typeof endedSessions.$inferInsert): Promise<void> {
  await writing.insert(endedSessions).values(session).onConflictDoNothing()
  await forgetEverywhere(writing, session.personId)
}

/** Ends all sessions of a person, those that a desktop has been promised and not yet fetched included. */
export async function endAllSessions(writing: Writing, personId: string): Promise<void> {
  await writing
    .update(people)
    .set({ sessionGeneration: sql`${people.sessionGeneration} + 1` })
    .where(eq(people.personId, personId))
  await writing.delete(endedSessions).where(eq(endedSessions.personId, personId))
  await dropDesktopSignInsOf(writing, personId)
  await forgetEverywhere(writing, personId)
}

export const dropDesktopSignInsOf = (writing: Writing, personId: string) =>
  writing.delete(desktopSignIns).where(eq(desktopSignIns.personId, personId))

/** Removes what no token can lead to any more: sessions past their end, and codes of desktops that nobody can confirm. */
export async function dropPastSessions(writing: Writing, now: Date, codesBefore: Date): Promise<void> {
  await writing.delete(endedSessions).where(lt(endedSessions.endsAt, now))
  await writing.delete(desktopSignIns).where(lt(desktopSignIns.expiresAt, codesBefore))
}

/** Desktops that wait for a phone now. */
export const countWaitingDesktops = (reading: Reading, now: Date) =>
  reading.$count(desktopSignIns, and(isNull(desktopSignIns.personId), sql`${desktopSignIns.expiresAt} > ${now.toISOString()}::timestamptz`))
