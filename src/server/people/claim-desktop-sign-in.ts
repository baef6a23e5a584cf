import { people as contract } from '#contract/people'
import { openCommand } from '#server/operation'
import { isSecretOf } from '#server/people/desktop-sign-in'
import { closeDesktopSignIn, readDesktopSignIn } from '#server/people/person-store'
import { DESKTOP_HOURS, startSession } from '#server/people/start-session'
import { refuse } from '#server/refusal'

/** The desktop asks every second or two; the session is handed out once. */
export const claimDesktopSignIn = openCommand(contract.claimDesktopSignIn, async ({ input, writing, sessions, now }) => {
  const row = await readDesktopSignIn(writing, input.ticket)
  if (!row || !isSecretOf(input.secret, row.secretDigest) || row.claimedAt || row.expiresAt <= now) return refuse('ticket-expired')
  if (!row.personId) return {}
  await closeDesktopSignIn(writing, input.ticket, now)
  return { session: await startSession(writing, sessions, row.personId, now, DESKTOP_HOURS) }
})
