import { LRUCache } from 'lru-cache'
import { points as contract } from '#contract/points'
import { query } from '#server/operation'
import { listPeopleNamed } from '#server/people/person-store'
import { keepsBooks } from '#server/points/office/office-rules'
import { withSearch } from '#server/points/office/search-pace-rules'
import { refuse } from '#server/refusal'
import { maskName } from '#server/volunteering/volunteers/name-rules'

const FOUND_MAX = 10
const ENDING_LENGTH = 4
const SEARCHERS_REMEMBERED = 1000

/** In memory, by person: a pace is no right, and a process that begins anew may begin it anew. */
const searches = new LRUCache<string, Date[]>({ max: SEARCHERS_REMEMBERED })

function keepPace(personId: string, now: Date): void {
  searches.set(personId, withSearch(searches.get(personId) ?? [], now) ?? refuse('too-many'))
}

/** Whom the office means when it gives, takes or freezes points. It knows the name already; the reply adds none. */
export const findAccountHolders = query(contract.findAccountHolders, async ({ input, caller, city, reading, now }) => {
  if (!keepsBooks(caller, city)) refuse('not-found')
  keepPace(caller.personId, now)
  const found = await listPeopleNamed(reading, input.name, FOUND_MAX + 1)
  const people = found.slice(0, FOUND_MAX).map(({ personId, displayName }) => ({
    ...{ personId, maskedName: maskName(displayName), ending: personId.slice(-ENDING_LENGTH) }
  }))
  return { people, isMore: found.length > FOUND_MAX }
})
