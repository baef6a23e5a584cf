import { people as contract } from '#contract/people'
import { command, isCityAdmin } from '#server/operation'
import { endAllSessions, holdPeople } from '#server/people/session-store'
import { refuse } from '#server/refusal'

/** A phone that was lost, a desktop left open: somebody else shuts it out. */
export const endSessionsOf = command(contract.endSessionsOf, async ({ input: { personId }, caller, city, writing, now }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  if (!(await holdPeople(writing, [personId], 'alone')).has(personId)) refuse('not-found')
  await endAllSessions(writing, personId)
  return { endedAt: now.toISOString() }
})
