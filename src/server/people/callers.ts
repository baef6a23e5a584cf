import { LRUCache } from 'lru-cache'
import type { Database } from '#server/database/database'
import type { Caller } from '#server/operation'
import { findPerson } from '#server/people/person-store'

/** A grant taken back elsewhere is still honoured here for at most this long. */
const KEPT_MILLISECONDS = 5_000
const CALLERS_REMEMBERED = 10_000

export interface Callers {
  /** The person with their grants; `undefined` where the account is gone. */
  find: (personId: string) => Promise<Caller | undefined>
  forget: (personId: string) => void
}

/** Remembers callers for a few seconds, so that a list of twenty rows does not cost a second query. */
export function rememberCallers(database: Database): Callers {
  const kept = new LRUCache<string, Caller>({ max: CALLERS_REMEMBERED, ttl: KEPT_MILLISECONDS })
  return {
    async find(personId) {
      const known = kept.get(personId)
      if (known) return known
      const person = await findPerson(database.reading, personId)
      if (person) kept.set(personId, person)
      return person
    },
    forget: personId => void kept.delete(personId)
  }
}
