import { sql } from 'drizzle-orm'
import type { Writing } from '#server/database/database'

/** The channel of PostgreSQL's NOTIFY on which processes tell each other whom they have to look up again. */
export const CHANNEL = 'tongchuang_changed'

export type Heard = (announced: string) => void

/** Everybody in this process who listens; a process may hold the product more than once. */
const listening = new Set<Heard>()
/** What a transaction under way announces once it is committed. */
const pending = new WeakMap<Writing, string[]>()

/** Tells every process, this one included, that something they may remember has changed. It is heard when the transaction commits. */
export async function announce(writing: Writing, changed: string): Promise<void> {
  const said = pending.get(writing)
  if (said) said.push(changed)
  else pending.set(writing, [changed])
  await writing.execute(sql`select pg_notify(${CHANNEL}, ${changed})`)
}

/** Hears what is announced in this process. @returns ends it. */
export function hear(heard: Heard): () => void {
  listening.add(heard)
  return () => void listening.delete(heard)
}

/** Runs a transaction, and once it is committed tells this process what it announced, before anybody learns that it is done. */
export async function tellingAfter<T>(transaction: (keep: (writing: Writing) => Writing) => Promise<T>): Promise<T> {
  let mine: Writing | undefined
  const answer = await transaction(writing => (mine = writing))
  for (const changed of (mine && pending.get(mine)) ?? []) for (const heard of listening) heard(changed)
  return answer
}
