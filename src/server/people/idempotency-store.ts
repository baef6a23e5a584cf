import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
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

export interface KeyedCall {
  personId: string
  operation: string
  key: string
  input: object
  now: Date
}

/** What a key was found to be: new, answered before, used with other content, or the same as an earlier call of this set. */
export type TakenKey = { kind: 'mine' } | { kind: 'answered'; answer: unknown } | { kind: 'other-content' } | { kind: 'twin'; of: number }

const nameOf = (call: Pick<KeyedCall, 'personId' | 'operation' | 'key'>) => JSON.stringify([call.personId, call.operation, call.key])
const sorted = <T>(rows: readonly T[], name: (row: T) => string) => [...rows].sort((a, b) => (name(a) < name(b) ? -1 : 1))

/**
 * Takes the keys of many calls by the rules of `once`, in one order, so that two sets never wait for each other in a circle.
 * Whoever is told `mine` runs, and then says what came of it to `keepAnswers` in the same transaction.
 */
export async function takeKeys(writing: Writing, calls: readonly KeyedCall[]): Promise<TakenKey[]> {
  if (calls.length === 0) return []
  const digests = calls.map(call => digestOf(call.input))
  const firstOf = new Map<string, number>()
  for (const [n, call] of calls.entries()) if (!firstOf.has(nameOf(call))) firstOf.set(nameOf(call), n)
  const rows = [...firstOf.values()].map(n => {
    const { personId, operation, key, now } = calls[n] as KeyedCall
    return { personId, operation, key, digest: digests[n] as string, createdAt: now }
  })
  // As one value: put together row by row, a statement of a hundred rows costs more to build than to run.
  const packed = sorted(rows, nameOf).map(row => ({ p: row.personId, o: row.operation, k: row.key, d: row.digest, t: row.createdAt }))
  const answer: unknown = await writing.execute(sql`insert into idempotency_keys (person_id, operation, key, digest, created_at)
    select p, o, k, d, t from json_to_recordset(${JSON.stringify(packed)}::json) as x (p text, o text, k text, d text, t timestamptz)
    on conflict do nothing returning person_id as "personId", operation, key`)
  const mine = new Set((answer as { rows: Pick<KeyedCall, 'personId' | 'operation' | 'key'>[] }).rows.map(nameOf))
  const earlier = new Map<string, { digest: string; answer: string | null }>()
  for (const row of rows.filter(candidate => !mine.has(nameOf(candidate)))) {
    const isSame = and(
      eq(idempotencyKeys.personId, row.personId),
      eq(idempotencyKeys.operation, row.operation),
      eq(idempotencyKeys.key, row.key)
    )
    const [found] = await writing.select().from(idempotencyKeys).where(isSame)
    if (found) earlier.set(nameOf(row), found)
  }
  return calls.map((call, n) => {
    const name = nameOf(call)
    const of = firstOf.get(name) as number
    if (!mine.has(name)) {
      const before = earlier.get(name)
      return before && before.digest === digests[n]
        ? { kind: 'answered', answer: JSON.parse(before.answer ?? 'null') as unknown }
        : { kind: 'other-content' }
    }
    if (of === n) return { kind: 'mine' }
    return digests[of] === digests[n] ? { kind: 'twin', of } : { kind: 'other-content' }
  })
}

/** Keeps the answers of a set of calls; a call without one was refused, and its key may be tried again. */
export async function keepAnswers(
  writing: Writing,
  calls: readonly (Pick<KeyedCall, 'personId' | 'operation' | 'key'> & { answer: unknown })[]
): Promise<void> {
  const packed = (chosen: typeof calls) =>
    JSON.stringify(chosen.map(({ personId: p, operation: o, key: k, answer }) => ({ p, o, k, a: JSON.stringify(answer) })))
  const is = sql`i.person_id = x.p and i.operation = x.o and i.key = x.k`
  const [answered, refused] = [calls.filter(call => call.answer !== undefined), calls.filter(call => call.answer === undefined)]
  const read = (rows: string) => sql`json_to_recordset(${rows}::json) as x (p text, o text, k text, a text)`
  if (answered.length > 0) await writing.execute(sql`update idempotency_keys i set answer = x.a from ${read(packed(answered))} where ${is}`)
  if (refused.length > 0) await writing.execute(sql`delete from idempotency_keys i using ${read(packed(refused))} where ${is}`)
}

/** Removes what somebody asked for and was answered. */
export const dropKeysOf = (writing: Writing, personId: string) =>
  writing.delete(idempotencyKeys).where(eq(idempotencyKeys.personId, personId))
