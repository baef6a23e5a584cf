import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { refuse } from '#server/refusal'
import { managesTeam } from '#server/volunteering/organisations/team-office'
import { findTeam, findTeamLine, listMembers } from '#server/volunteering/organisations/team-store'

export const getTeam = query(contract.getTeam, async ({ input, caller, city, reading }) => {
  const team = (await findTeam(reading, input.teamId)) ?? refuse('not-found')
  const canManage = await managesTeam(reading, team, { caller, city })
  if (!canManage && team.leaderId !== caller.personId) refuse('not-found')
  const { leaderName, retiredAt, ...line } = (await findTeamLine(reading, team.teamId)) ?? refuse('not-found')
  const members = (await listMembers(reading, team.teamId)).map(({ personId, displayName, since }) => ({
    ...{ personId, displayName, since: since.toISOString() },
    isLeader: personId === team.leaderId
  }))
  return {
    ...line,
    ...(leaderName !== null && { leaderName }),
    ...{ isRetired: retiredAt !== null, joinCode: team.joinCode ?? '', canManage, members }
  }
})
