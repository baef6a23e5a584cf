import { randomInt } from 'node:crypto'
import type { City } from '#server/city'
import type { Reading, Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { refuse } from '#server/refusal'
import { mayManageTeamsOf } from '#server/volunteering/organisations/organisation-office'
import { lockTeam, type TeamRow } from '#server/volunteering/organisations/team-store'

const CODE_DIGITS = 8

/** Eight digits to scan or to type: who tries some at random finds no team worth finding, for any team may be joined from the list. */
export const newTeamCode = () => Array.from({ length: CODE_DIGITS }, () => randomInt(10)).join('')

interface Asked {
  caller: Caller
  city: City
}

export const managesTeam = (reading: Reading, team: Pick<TeamRow, 'organisationId'>, asked: Asked) =>
  mayManageTeamsOf(reading, team.organisationId, asked)

/** A team, held, for whoever organises there, or for its leader where `isLeaderEnough`. */
export async function holdTeam(writing: Writing, teamId: string, asked: Asked, isLeaderEnough = false): Promise<TeamRow> {
  const team = (await lockTeam(writing, teamId)) ?? refuse('not-found')
  if (isLeaderEnough && team.leaderId === asked.caller.personId) return team
  return (await managesTeam(writing, team, asked)) ? team : refuse('not-found')
}
