import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { holdTeam, newTeamCode } from '#server/volunteering/organisations/team-office'
import { changeTeam } from '#server/volunteering/organisations/team-store'

export const renewTeamCode = command(contract.renewTeamCode, async ({ input, caller, city, writing }) => {
  await holdTeam(writing, input.teamId, { caller, city }, true)
  const joinCode = newTeamCode()
  await changeTeam(writing, input.teamId, { joinCode })
  return { joinCode }
})
