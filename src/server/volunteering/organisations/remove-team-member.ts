import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { holdTeam } from '#server/volunteering/organisations/team-office'
import { countMembers, isMemberOf } from '#server/volunteering/organisations/team-store'
import { leaveTeams } from '#server/volunteering/volunteers/volunteer-store'

export const removeTeamMember = command(contract.removeTeamMember, async ({ input, caller, city, writing }) => {
  const { teamId, personId } = input
  await holdTeam(writing, teamId, { caller, city }, true)
  if (!(await isMemberOf(writing, teamId, personId))) refuse('not-found')
  await leaveTeams(writing, personId, teamId)
  return { memberCount: await countMembers(writing, teamId) }
})
