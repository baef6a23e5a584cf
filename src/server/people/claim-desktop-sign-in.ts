import { people as contract } from '#contract/people'
import { openCommand } from '#server/operation'
import { isSecretOf } from '#server/people/desktop-sign-in'
import { closeDesktopSignIn, findPerson, readDesktopSignIn } from '#server/people/person-store'
import { refuse } from '#server/refusal'

/** The desktop asks every second or two; the session is handed out once. */
export const claimDesktopSignIn = openCommand(contract.claimDesktopSignIn, async ({ input, writing, sessions, now }) => {
  const row = await readDesktopSignIn(writing, input.ticket)
  if (!row || !isSecretOf(input.secret, row.secretDigest) || row.claimedAt || row.expiresAt <= now) return refuse('ticket-expired')
  if (!row.personId) return {}
  await closeDesktopSignIn(writing, input.ticket, now)
  const person = (await findPerson(writing, row.personId)) ?? refuse('ticket-expired')
  return { session: { token: await sessions.issue(person.personId, now), person } }
})
