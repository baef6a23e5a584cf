import type { Writing } from '#server/database/database'
import { findPerson } from '#server/people/person-store'
import type { Sessions } from '#server/people/sessions'
import { refuse } from '#server/refusal'

/** A desktop often stands where others sit down at it; a working day later it asks again. */
export const DESKTOP_HOURS = 12

/** A session of somebody, in the generation their sessions are in now. */
export async function startSession(writing: Writing, sessions: Sessions, personId: string, now: Date, hours?: number) {
  const person = (await findPerson(writing, personId)) ?? refuse('not-found')
  const { generation } = person.sessions
  return { token: await sessions.issue(personId, now, { generation, ...(hours !== undefined && { hours }) }), person }
}
