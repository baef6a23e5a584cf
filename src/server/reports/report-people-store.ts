import { and, desc, eq, gte, sql, type SQL } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { preparedOnce } from '#server/database/prepared'
import { cardColumns, type CardRow } from '#server/reports/report-cards-store'
import { reportHistory, reportPeople, reports } from '#server/reports/report-tables'

export type Relation = 'reporter' | 'follower'

/** Submissions of one person wait for each other, so that the limit is counted on what is true. */
export const lockSubmissions = (writing: Writing, personId: string) =>
  writing.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`submit:${personId}`}, 0))`)

/** When a person sent their reports since a moment, newest first. */
export async function listSubmissionTimes(reading: Reading, personId: string, since: Date): Promise<Date[]> {
  const rows = await reading
    .select({ since: reportPeople.since })
    .from(reportPeople)
    .where(and(eq(reportPeople.personId, personId), eq(reportPeople.relation, 'reporter'), gte(reportPeople.since, since)))
    .orderBy(desc(reportPeople.since))
  return rows.map(row => row.since)
}

/** Ties a person to a report, once; false where they are tied to it already. A new follower is counted on the report. */
export async function tieToReport(writing: Writing, reportId: string, personId: string, relation: Relation, since: Date): Promise<boolean> {
  const tied = await writing
    .insert(reportPeople)
    .values({ reportId, personId, relation, since })
    .onConflictDoNothing()
    .returning({ personId: reportPeople.personId })
  if (tied.length === 0) return false
  if (relation === 'follower')
    await writing
      .update(reports)
      .set({ followerCount: sql`${reports.followerCount} + 1` })
      .where(eq(reports.reportId, reportId))
  return true
}

export async function relationTo(reading: Reading, reportId: string, personId: string): Promise<Relation | undefined> {
  const [row] = await reading
    .select({ relation: reportPeople.relation })
    .from(reportPeople)
    .where(and(eq(reportPeople.reportId, reportId), eq(reportPeople.personId, personId)))
  return row?.relation
}

export const listPeopleOf = (reading: Reading, reportId: string) =>
  reading
    .select({ personId: reportPeople.personId, relation: reportPeople.relation })
    .from(reportPeople)
    .where(eq(reportPeople.reportId, reportId))

const firstPageOf = preparedOnce('first_reports_of_person', reading => {
  const { limit, personId } = { limit: sql.placeholder('limit'), personId: sql.placeholder('personId') }
  return pageOf(reading, eq(reportPeople.personId, personId)).limit(limit)
})

const pageOf = (reading: Reading, where: SQL | undefined) =>
  reading
    .select({ ...cardColumns, since: reportPeople.since })
    .from(reportPeople)
    .innerJoin(reports, eq(reports.reportId, reportPeople.reportId))
    .where(where)
    .orderBy(desc(reportPeople.since), desc(reportPeople.reportId))

/** Reports a person sent or follows, newest first, from after the last row of the page before. */
export function listReportsOf(
  reading: Reading,
  personId: string,
  limit: number,
  after?: { at: Date; id: string }
): Promise<(CardRow & { since: Date })[]> {
  if (!after) return firstPageOf(reading).execute({ personId, limit })
  const moment = sql`${after.at.toISOString()}::timestamptz`
  const keyset = sql`${reportPeople.since} <= ${moment} and (${reportPeople.since} < ${moment} or ${reportPeople.reportId} < ${after.id})`
  return pageOf(reading, and(eq(reportPeople.personId, personId), keyset)).limit(limit)
}

/** What a person sent and followed, for their own copy of their data. */
export async function exportReportsOf(reading: Reading, personId: string) {
  const rows = await reading
    .select({
      number: reports.number,
      relation: reportPeople.relation,
      state: reports.state,
      categoryCode: reports.categoryCode,
      longitude: reports.longitude,
      latitude: reports.latitude,
      text: reports.text,
      submittedAt: reports.submittedAt,
      rating: reports.rating,
      reporterId: reports.reporterId
    })
    .from(reportPeople)
    .innerJoin(reports, eq(reports.reportId, reportPeople.reportId))
    .where(eq(reportPeople.personId, personId))
    .orderBy(desc(reportPeople.since))
  const said = await reading
    .select({ at: reportHistory.at, to: reportHistory.to, note: reportHistory.note })
    .from(reportHistory)
    .where(eq(reportHistory.actorId, personId))
  return {
    sentAndFollowed: rows.map(({ reporterId, ...row }) =>
      reporterId === personId ? row : { number: row.number, relation: row.relation, state: row.state, submittedAt: row.submittedAt }
    ),
    said
  }
}

/** Cuts every tie of a person to reports; the cases stay. */
export async function letGoOfReports(writing: Writing, personId: string): Promise<void> {
  await writing
    .update(reports)
    .set({ reporterId: null, showsNameToUnit: false, ratingComment: null })
    .where(eq(reports.reporterId, personId))
  await writing.delete(reportPeople).where(eq(reportPeople.personId, personId))
}
