import { and, asc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { files } from '#server/files/files-tables'
import { activities, shifts } from '#server/volunteering/activities/activity-tables'
import { hourEntries, hourProposals, hourStandings } from '#server/volunteering/hours/hour-tables'

export type ProposalRow = typeof hourProposals.$inferSelect

/** Typing in for an organisation waits its turn, so that its monthly limit is counted on what is true. */
export const lockTyping = (writing: Writing, organisationId: string) =>
  writing.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`typed:${organisationId}`}, 0))`)

/** Adds a proposal; false where there was one for this person and shift. */
export async function addProposal(writing: Writing, row: typeof hourProposals.$inferInsert): Promise<boolean> {
  const added = await writing.insert(hourProposals).values(row).onConflictDoNothing().returning({ entryId: hourProposals.entryId })
  return added.length > 0
}

export async function findProposal(reading: Reading, entryId: string): Promise<ProposalRow | undefined> {
  const [row] = await reading.select().from(hourProposals).where(eq(hourProposals.entryId, entryId))
  return row
}

export interface ProposalDecision {
  decision: 'approve' | 'decline'
  decidedBy: string
  decidedAt: Date
  note?: string | undefined
}

/** Decides a proposal, once; false where it was decided before. */
export async function decideProposal(writing: Writing, entryId: string, decided: ProposalDecision): Promise<boolean> {
  const rows = await writing
    .update(hourProposals)
    .set({ ...decided, note: decided.note ?? null })
    .where(and(eq(hourProposals.entryId, entryId), isNull(hourProposals.decidedAt)))
    .returning({ entryId: hourProposals.entryId })
  return rows.length > 0
}

const isUndecided = isNull(hourProposals.decidedAt)

/** Activities that take place in one of these areas. */
export const inAreas = (areaIds: readonly string[]) =>
  or(...[activities.communityId, activities.streetId, activities.cityId].map(column => inArray(column, [...areaIds])))

/** Proposals of these areas nobody decided, the oldest first, with what they are about. */
export const listUndecided = (reading: Reading, areaIds: readonly string[], limit: number) =>
  reading
    .select({ proposal: hourProposals, shift: shifts, activity: activities })
    .from(hourProposals)
    .innerJoin(shifts, eq(shifts.shiftId, hourProposals.shiftId))
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .where(and(isUndecided, inAreas(areaIds)))
    .orderBy(asc(hourProposals.at), asc(hourProposals.entryId))
    .limit(limit)

export async function countUndecidedOf(reading: Reading, activityId: string): Promise<number> {
  const theirs = reading.select({ shiftId: shifts.shiftId }).from(shifts).where(eq(shifts.activityId, activityId))
  return reading.$count(hourProposals, and(isUndecided, inArray(hourProposals.shiftId, theirs)))
}

/** Minutes typed in for an organisation's shifts that begin in a time, declined ones aside. */
export async function typedMinutesBetween(reading: Reading, organisationId: string, from: Date, to: Date): Promise<number> {
  const [row] = await reading
    .select({ minutes: sql<number>`coalesce(sum(${hourProposals.minutes}), 0)::int` })
    .from(hourProposals)
    .innerJoin(shifts, eq(shifts.shiftId, hourProposals.shiftId))
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .where(
      and(
        eq(activities.organisationId, organisationId),
        sql`${shifts.startsAt} >= ${from.toISOString()}::timestamptz and ${shifts.startsAt} < ${to.toISOString()}::timestamptz`,
        or(isUndecided, ne(hourProposals.decision, 'decline'))
      )
    )
  return row?.minutes ?? 0
}

/** How much of an organisation's minutes was typed in, reversed entries aside. */
export async function typedShareOf(reading: Reading, organisationId: string): Promise<{ typedMinutes: number; totalMinutes: number }> {
  const [row] = await reading
    .select({
      typedMinutes: sql<number>`coalesce(sum(${hourEntries.minutes}) filter (where ${hourEntries.grade} = 'D'), 0)::int`,
      totalMinutes: sql<number>`coalesce(sum(${hourEntries.minutes}), 0)::int`
    })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(and(eq(hourEntries.organisationId, organisationId), ne(hourStandings.state, 'reversed')))
  return row ?? { typedMinutes: 0, totalMinutes: 0 }
}

/** Takes up uploads of their owner as evidence; false where one of them is not theirs. */
export async function takeEvidence(writing: Writing, photoIds: readonly string[], ownerId: string): Promise<boolean> {
  const taken = await writing
    .update(files)
    .set({ isAttached: true })
    .where(and(inArray(files.fileId, [...photoIds]), eq(files.ownerId, ownerId), gt(files.width, 0)))
    .returning({ fileId: files.fileId })
  return taken.length === photoIds.length
}
