import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { Writing } from '#server/database/database'
import { idempotencyKeys } from '#server/people/people-tables'
import { refuse } from '#server/refusal'

/** Digest of the checked input; its fields come in the order of the contract, so the same content gives the same text. */
const digestOf = (input: object) => createHash('sha256').update(JSON.stringify(input)).digest('base64url')

/**
 * Runs a command once per person, operation and key. The row is taken before the work, so a second request with the same key
 * waits for the first one's transaction and then reads its answer. A refusal rolls the row back: the key may be tried again.
 */
export async function once<T>(
  writing: Writing,
  { personId, operation, key, input, now }: { personId: string; operation: string; key: string; input: object; now: Date },
  work: () => Promise<T>
): Promise<T> {
  const digest = digestOf(input)
  const mine = { personId, operation, key }
  const taken = await writing
    .insert(idempotencyKeys)
    .values({ ...mine, digest, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  const isMine = and(eq(idempotencyKeys.personId, personId), eq(idempotencyKeys.operation, operation), eq(idempotencyKeys.key, key))
  if (taken.length === 0) {
    const [earlier] = await writing.select().from(idempotencyKeys).where(isMine)
    if (!earlier || earlier.digest !== digest) return refuse('same-key-other-content')
    return JSON.parse(earlier.answer ?? 'null') as T
  }
  const answer = await work()
  await writing
    .update(idempotencyKeys)
    .set({ answer: JSON.stringify(answer) })
    .where(isMine)
  return answer
}

/** Removes keys older than anybody would still retry with. */
export const forgetOldKeys = (writing: Writing, before: Date) =>
  writing.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before))
