import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { Id, IdempotencyKey, Instant, line, Nothing } from '#contract/shapes'

const Name = v.pipe(line(40), v.minLength(2))
const JoinCode = v.pipe(v.string(), v.trim(), v.minLength(8), v.maxLength(40), v.regex(/^[ -~]*$/))

export const Organisation = v.object({
  organisationId: Id,
  name: v.string(),
  areaId: Id,
  areaName: v.string(),
  /** A community's own, made with the community. */
  isOwn: v.boolean(),
  /** Only a verified organisation publishes activities. */
  isVerified: v.boolean(),
  isRetired: v.boolean(),
  /** Whether the caller may verify it now: somebody other than who wrote it. */
  canVerify: v.boolean(),
  /** Whether the caller may retire it or take that back. */
  canRetire: v.boolean()
})
export type Organisation = v.InferOutput<typeof Organisation>

export const Team = v.object({
  teamId: Id,
  organisationId: Id,
  organisationName: v.string(),
  name: v.string(),
  memberCount: v.number(),
  leaderName: v.optional(v.string()),
  isRetired: v.boolean()
})
export type Team = v.InferOutput<typeof Team>

/** Organisations and their teams. */
export const organisationOperations = {
  listOrganisations: query({
    summary: 'Organisations of the areas the caller organises or reviews, retired ones last.',
    input: Nothing,
    output: v.object({ organisations: v.array(Organisation) }),
    refusals: ['not-found']
  }),
  saveOrganisation: command({
    summary: 'Adds an organisation of a city, street or community, or changes one; a second person verifies what was written.',
    input: v.object({ organisationId: v.optional(Id), name: Name, areaId: Id, idempotencyKey: v.optional(IdempotencyKey) }),
    output: v.object({ organisationId: Id, isVerified: v.boolean() }),
    refusals: ['not-found']
  }),
  verifyOrganisation: command({
    summary: 'A reviewer, supervisor or admin other than who wrote it verifies an organisation.',
    input: v.object({ organisationId: Id }),
    output: v.object({ isVerified: v.literal(true) }),
    refusals: ['not-found', 'same-person', 'already-done']
  }),
  retireOrganisation: command({
    summary: 'Retires an organisation that has nothing planned any more, or takes that back.',
    input: v.object({ organisationId: Id, isRetired: v.boolean() }),
    output: v.object({ isRetired: v.boolean() }),
    refusals: ['not-found', 'organisation-busy']
  }),
  listManagedTeams: query({
    summary: 'Teams of the organisations the caller organises or reviews.',
    input: Nothing,
    output: v.object({ teams: v.array(Team) }),
    refusals: ['not-found']
  }),
  getTeam: query({
    summary: 'A team, its members and the code to join it; for its leader, and for whoever organises there.',
    input: v.object({ teamId: Id }),
    output: v.object({
      ...Team.entries,
      /** Eight digits; the QR code says `tongchuang:team:<digits>`. */
      joinCode: v.string(),
      /** Whether the caller may name the leader, rename and retire the team. */
      canManage: v.boolean(),
      members: v.array(v.object({ personId: Id, displayName: v.string(), since: Instant, isLeader: v.boolean() }))
    }),
    refusals: ['not-found']
  }),
  saveTeam: command({
    summary: 'Adds a team to an organisation, or renames or retires one.',
    input: v.object({
      teamId: v.optional(Id),
      organisationId: Id,
      name: Name,
      isRetired: v.optional(v.boolean()),
      idempotencyKey: v.optional(IdempotencyKey)
    }),
    output: v.object({ teamId: Id }),
    refusals: ['not-found']
  }),
  setTeamLeader: command({
    summary: 'Names one of the members leader; without a person the team has none.',
    input: v.object({ teamId: Id, personId: v.optional(Id) }),
    output: v.object({ leaderId: v.optional(Id) }),
    refusals: ['not-found']
  }),
  removeTeamMember: command({
    summary: 'Takes somebody out of a team; its leader may, and whoever organises there.',
    input: v.object({ teamId: Id, personId: Id }),
    output: v.object({ memberCount: v.number() }),
    refusals: ['not-found']
  }),
  renewTeamCode: command({
    summary: 'Makes another code to join a team; the one before is void.',
    input: v.object({ teamId: Id }),
    output: v.object({ joinCode: v.string() }),
    refusals: ['not-found']
  }),
  joinTeamByCode: command({
    summary: 'Joins the team whose code was scanned or typed.',
    input: v.object({ code: JoinCode }),
    output: v.object({ teamId: Id, name: v.string() }),
    refusals: ['team-unknown', 'consent-needed']
  })
}
