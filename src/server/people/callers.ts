import { LRUCache } from 'lru-cache'
import type { Database, Reading, Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { findPerson, type KnownPerson } from '#server/people/person-store'
import { holdPeople, type Holding } from '#server/people/session-store'
import type { Session } from '#server/people/sessions'

/** A process that hears nothing of the others (half a network) honours for at most this long what was ended there. */
const KEPT_MILLISECONDS = 5_000
const CALLERS_REMEMBERED = 10_000

export interface Callers {
  /** The person with their grants; `undefined` where the account is gone or the session was ended. */
  find: (personId: string, session?: Session) => Promise<Caller | undefined>
  forget: (personId: string) => void
  close: () => void
}

const isEnded = ({ sessions }: KnownPerson, session: Session) =>
  session.generation < sessions.generation || sessions.endedIds.includes(session.sessionId)

/** The person as whom this session may act. */
const asCaller = (person: KnownPerson | undefined, session: Session | undefined): Caller | undefined => {
  if (!person || !session) return person
  return isEnded(person, session) ? undefined : { ...person, session }
}

/**
 * Remembers callers for a few seconds, so that a list of twenty rows does not cost a second query. Every process announces whose
 * name, consent, grants or sessions it changed, and all forget them; while announcements do not arrive nothing is remembered.
 */
export function rememberCallers(database: Database): Callers {
  const kept = new LRUCache<string, KnownPerson>({ max: CALLERS_REMEMBERED, ttl: KEPT_MILLISECONDS })
  let heardCount = 0
  const forget = (personId: string) => {
    heardCount += 1
    if (personId === '') kept.clear()
    else kept.delete(personId)
  }
  const announcements = database.listen(forget)
  return {
    async find(personId, session) {
      const isLive = announcements.isLive()
      const known = isLive ? kept.get(personId) : undefined
      if (known) return asCaller(known, session)
      const heardBefore = heardCount
      const person = await findPerson(database.reading, personId)
      // What was read before an announcement may be what it speaks of.
      if (person && isLive && heardBefore === heardCount) kept.set(personId, person)
      return asCaller(person, session)
    },
    forget,
    close: () => announcements.stop()
  }
}

async function readAgain(reading: Reading, { personId, session }: Caller): Promise<Caller | undefined> {
  return asCaller(await findPerson(reading, personId), session)
}

/**
 * Holds the callers of a transaction and says as whom they act in it: with the grants of now, whatever was remembered. `undefined`
 * for whoever deleted their account or whose session was ended.
 */
export async function holdCallers(writing: Writing, callers: readonly Caller[], holding: Holding): Promise<(Caller | undefined)[]> {
  const versions = await holdPeople(
    writing,
    callers.map(caller => caller.personId),
    holding
  )
  const held: (Caller | undefined)[] = []
  for (const caller of callers) {
    const version = versions.get(caller.personId)
    const isAsRemembered = version !== undefined && version === caller.rememberedVersion
    held.push(version === undefined ? undefined : isAsRemembered ? caller : await readAgain(writing, caller))
  }
  return held
}
