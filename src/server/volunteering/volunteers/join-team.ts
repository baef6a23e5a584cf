import { POLICY_VERSION } from '#contract/people'
import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { addToTeam, removeFromTeam, teamExists } from '#server/volunteering/volunteers/volunteer-store'

export const joinTeam = command(contract.joinTeam, async ({ input, caller, writing, now }) => {
  const { teamId, isMember } = input
  if (isMember && caller.consentedPolicy !== POLICY_VERSION) refuse('consent-needed')
  if (!(await teamExists(writing, teamId))) refuse('not-found')
  if (isMember) await addToTeam(writing, teamId, caller.personId, now)
  else await removeFromTeam(writing, teamId, caller.personId)
  return { isMember }
})
