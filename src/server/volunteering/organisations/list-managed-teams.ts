import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { areasInReach } from '#server/volunteering/organisations/organisation-office'
import { listTeamLines } from '#server/volunteering/organisations/team-store'

export const listManagedTeams = query(contract.listManagedTeams, async ({ caller, city, reading }) => {
  const lines = await listTeamLines(reading, areasInReach({ caller, city }))
  const teams = lines.map(({ leaderName, retiredAt, ...line }) => ({
    ...line,
    isRetired: retiredAt !== null,
    ...(leaderName !== null && { leaderName })
  }))
  return { teams }
})
