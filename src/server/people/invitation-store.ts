import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Role } from '#contract/people'
import type { Writing } from '#server/database/database'
import { invitations } from '#server/people/people-tables'

export const addInvitation = (writing: Writing, invitation: typeof invitations.$inferInsert) =>
  writing.insert(invitations).values(invitation)

/** Uses an invitation up, once and in time. @returns what it stands for; `undefined` where it is none. */
export async function spendInvitation(
  writing: Writing,
  codeDigest: string,
  personId: string,
  now: Date
): Promise<{ role: Role; areaId: string } | undefined> {
  const [used] = await writing
    .update(invitations)
    .set({ redeemedBy: personId, redeemedAt: now })
    .where(
      and(
        eq(invitations.codeDigest, codeDigest),
        isNull(invitations.redeemedBy),
        sql`${invitations.expiresAt} > ${now.toISOString()}::timestamptz`
      )
    )
    .returning({ role: invitations.role, areaId: invitations.areaId })
  return used
}
