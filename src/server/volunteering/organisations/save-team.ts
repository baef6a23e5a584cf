import { v7 as newId } from 'uuid'
import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { mayManageTeamsOf } from '#server/volunteering/organisations/organisation-office'
import { holdTeam, newTeamCode } from '#server/volunteering/organisations/team-office'
import { changeTeam, insertTeam } from '#server/volunteering/organisations/team-store'

export const saveTeam = command(contract.saveTeam, async ({ input, caller, city, writing, now }) => {
  const { teamId, organisationId, name, isRetired = false } = input
  const asked = { caller, city }
  if (!(await mayManageTeamsOf(writing, organisationId, asked))) refuse('not-found')
  if (teamId === undefined) {
    const added = newId()
    await insertTeam(writing, { teamId: added, organisationId, name, joinCode: newTeamCode() })
    return { teamId: added }
  }
  const team = await holdTeam(writing, teamId, asked)
  await changeTeam(writing, teamId, { name, organisationId, retiredAt: isRetired ? (team.retiredAt ?? now) : null })
  return { teamId }
})
