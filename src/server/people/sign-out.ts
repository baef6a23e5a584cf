import { people as contract } from '#contract/people'
import { command } from '#server/operation'
import { endSession } from '#server/people/session-store'
import { refuse } from '#server/refusal'

/** Ends the session the caller came with. It waits for what else they have under way, and nothing of it begins afterwards. */
export const signOut = command(
  contract.signOut,
  async ({ caller, writing, now }) => {
    const { sessionId, endsAt } = caller.session ?? refuse('identity-mode')
    await endSession(writing, { sessionId, personId: caller.personId, endsAt })
    return { endedAt: now.toISOString() }
  },
  { isAlone: true }
)
