import { POLICY_VERSION } from '#contract/people'
import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { findTeamByCode } from '#server/volunteering/organisations/team-store'
import { addToTeam } from '#server/volunteering/volunteers/volunteer-store'

export const joinTeamByCode = command(contract.joinTeamByCode, async ({ input, caller, writing, now }) => {
  if (caller.consentedPolicy !== POLICY_VERSION) refuse('consent-needed')
  const team = (await findTeamByCode(writing, input.code.replace(/^tongchuang:team:/, ''))) ?? refuse('team-unknown')
  await addToTeam(writing, team.teamId, caller.personId, now)
  return { teamId: team.teamId, name: team.name }
})
