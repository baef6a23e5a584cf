import { POLICY_VERSION } from '#contract/people'
import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { addToTeam, leaveTeams, teamExists } from '#server/volunteering/volunteers/volunteer-store'

export const joinTeam = command(contract.joinTeam, async ({ input, caller, writing, now }) => {
  const { teamId, isMember } = input
  if (isMember && caller.consentedPolicy !== POLICY_VERSION) refuse('consent-needed')
  if (isMember && !(await teamExists(writing, teamId))) refuse('not-found')
  if (isMember) await addToTeam(writing, teamId, caller.personId, now)
  else await leaveTeams(writing, caller.personId, teamId)
  return { isMember }
})
