import { and, asc, desc, eq, gte, inArray, sql, type Placeholder, type SQL } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { packedRows, packing } from '#server/database/packed-page'
import { preparedOnce } from '#server/database/prepared'
import { files } from '#server/files/files-tables'
import { cardColumns, type CardRow } from '#server/reports/report-cards-store'
import { reportHistory, reportPeople, reportPhotos, reports } from '#server/reports/report-tables'

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

const tieBetween = preparedOnce('tie_between', reading =>
  reading
    .select({ relation: reportPeople.relation })
    .from(reportPeople)
    .where(and(eq(reportPeople.reportId, sql.placeholder('reportId')), eq(reportPeople.personId, sql.placeholder('personId'))))
)

export async function relationTo(reading: Reading, reportId: string, personId: string): Promise<Relation | undefined> {
  const [row] = await tieBetween(reading).execute({ reportId, personId })
  return row?.relation
}

export const listPeopleOf = (reading: Reading, reportId: string) =>
  reading
    .select({ personId: reportPeople.personId, relation: reportPeople.relation })
    .from(reportPeople)
    .where(eq(reportPeople.reportId, reportId))

const packedTies = packing({ ...cardColumns, since: reportPeople.since })

const firstPageOf = preparedOnce('first_reports_of_person', reading =>
  pageOf(reading, eq(reportPeople.personId, sql.placeholder('personId')), sql.placeholder('limit'))
)

// Joined under its own name, so that its columns are written as the table's. The page is cut before the reports are looked up: of a person's thousand reports, twenty are read.
function pageOf(reading: Reading, where: SQL | undefined, limit: number | Placeholder) {
  const { since, reportId } = reportPeople
  const newest = [desc(since), desc(reportId)]
  const tied = reading
    .select({ since, reportId })
    .from(reportPeople)
    .where(where)
    .orderBy(...newest)
    .limit(limit)
    .as('report_people')
  const cards = reading
    .select(packedTies.row)
    .from(tied)
    .innerJoin(reports, eq(reports.reportId, tied.reportId))
    .orderBy(...newest)
  return reading.select(packedRows).from(cards.as('page'))
}

/** Reports a person sent or follows, newest first, from after the last row of the page before. */
export async function listReportsOf(
  reading: Reading,
  personId: string,
  limit: number,
  after?: { at: Date; id: string }
): Promise<(CardRow & { since: Date })[]> {
  if (!after) return packedTies.unpack(await firstPageOf(reading).execute({ personId, limit }))
  const moment = sql`${after.at.toISOString()}::timestamptz`
  const keyset = sql`${reportPeople.since} <= ${moment} and (${reportPeople.since} < ${moment} or ${reportPeople.reportId} < ${after.id})`
  return packedTies.unpack(await pageOf(reading, and(eq(reportPeople.personId, personId), keyset), limit))
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
      ratingComment: reports.ratingComment,
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

/** The pictures a person took, and what each hangs on; nobody else's of the same reports. */
export const exportPhotosOf = (reading: Reading, personId: string) =>
  reading
    .select({
      photoId: files.fileId,
      uploadedAt: files.createdAt,
      widthPixels: files.width,
      heightPixels: files.height,
      reportNumber: reports.number,
      kind: reportPhotos.kind
    })
    .from(files)
    .leftJoin(reportPhotos, eq(reportPhotos.fileId, files.fileId))
    .leftJoin(reports, eq(reports.reportId, reportPhotos.reportId))
    .where(eq(files.ownerId, personId))
    .orderBy(desc(files.createdAt), asc(files.fileId))

/** Cuts every tie of a person to reports; the cases stay, and count one follower less. */
export async function letGoOfReports(writing: Writing, personId: string): Promise<void> {
  const theirs = eq(reportPeople.personId, personId)
  const tied = writing.select({ reportId: reportPeople.reportId }).from(reportPeople).where(theirs)
  // Held in a fixed order first, so that two people who leave at once never wait for each other in a circle.
  await writing
    .select({ reportId: reports.reportId })
    .from(reports)
    .where(inArray(reports.reportId, tied))
    .orderBy(asc(reports.reportId))
    .for('update')
  await writing
    .update(reports)
    .set({ reporterId: null, showsNameToUnit: false, ratingComment: null })
    .where(eq(reports.reporterId, personId))
  const cut = await writing
    .delete(reportPeople)
    .where(theirs)
    .returning({ reportId: reportPeople.reportId, relation: reportPeople.relation })
  const followed = cut.filter(tie => tie.relation === 'follower').map(tie => tie.reportId)
  await writing
    .update(reports)
    .set({ followerCount: sql`${reports.followerCount} - 1` })
    .where(inArray(reports.reportId, followed))
}
