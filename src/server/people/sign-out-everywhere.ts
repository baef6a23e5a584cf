import { people as contract } from '#contract/people'
import { command } from '#server/operation'
import { endAllSessions } from '#server/people/session-store'

export const signOutEverywhere = command(
  contract.signOutEverywhere,
  async ({ caller, writing, now }) => {
    await endAllSessions(writing, caller.personId)
    return { endedAt: now.toISOString() }
  },
  { isAlone: true }
)
