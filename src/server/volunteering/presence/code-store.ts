import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { digitTries, usedCodes } from '#server/volunteering/presence/presence-tables'

export async function isCodeUsed(reading: Reading, personId: string, codeId: string): Promise<boolean> {
  const mine = and(eq(usedCodes.personId, personId), eq(usedCodes.codeId, codeId))
  return (await reading.select({ at: usedCodes.at }).from(usedCodes).where(mine)).length > 0
}

/** Uses a code up; false where this person used it before. */
export async function useCode(writing: Writing, personId: string, codeId: string, at: Date): Promise<boolean> {
  const used = await writing.insert(usedCodes).values({ personId, codeId, at }).onConflictDoNothing().returning({ at: usedCodes.at })
  return used.length > 0
}

/** How often somebody typed wrong digits since a moment. */
export async function countWrongDigits(reading: Reading, personId: string, since: Date): Promise<number> {
  const [row] = await reading
    .select({ count: sql<number>`count(*)::int` })
    .from(digitTries)
    .where(and(eq(digitTries.personId, personId), gt(digitTries.at, since)))
  return row?.count ?? 0
}

export const noteWrongDigits = (writing: Writing, personId: string, at: Date) => writing.insert(digitTries).values({ personId, at })

/** Codes nobody could use again and tries that count no more. */
export async function forgetCodes(writing: Writing, before: Date): Promise<void> {
  await writing.delete(usedCodes).where(lt(usedCodes.at, before))
  await writing.delete(digitTries).where(lt(digitTries.at, before))
}
