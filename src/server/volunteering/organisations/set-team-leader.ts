import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { holdTeam } from '#server/volunteering/organisations/team-office'
import { changeTeam, isMemberOf } from '#server/volunteering/organisations/team-store'

/** A leader is one of the members: whoever leads a team has joined it. */
export const setTeamLeader = command(contract.setTeamLeader, async ({ input, caller, city, writing }) => {
  const { teamId, personId } = input
  await holdTeam(writing, teamId, { caller, city })
  if (personId !== undefined && !(await isMemberOf(writing, teamId, personId))) refuse('not-found')
  await changeTeam(writing, teamId, { leaderId: personId ?? null })
  return personId === undefined ? {} : { leaderId: personId }
})
