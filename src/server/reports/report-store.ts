import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { PhotoKind } from '#contract/report-shapes'
import type { Reading, Writing } from '#server/database/database'
import { preparedOnce } from '#server/database/prepared'
import { files } from '#server/files/files-tables'
import { hotSpots, reportHistory, reportObjections, reportPhotos, reports } from '#server/reports/report-tables'

export type ReportRow = typeof reports.$inferSelect
export type HistoryRow = typeof reportHistory.$inferSelect
/** What a line of history says was put right. */
export type Correction = NonNullable<HistoryRow['correction']>
export type PhotoRow = typeof reportPhotos.$inferSelect

/** The next number of the city, `YYMM-NNNN`; numbers of attempts that were rolled back are left out. */
export async function nextReportNumber(writing: Writing, businessDate: string): Promise<string> {
  const [row] = await writing.select({ next: sql<string>`nextval('report_numbers')` }).from(sql`(select 1) as one`)
  return `${businessDate.slice(2, 4)}${businessDate.slice(5, 7)}-${String(row?.next).padStart(4, '0')}`
}

export const insertReport = (writing: Writing, row: typeof reports.$inferInsert) => writing.insert(reports).values(row)

const reportById = preparedOnce('report_by_id', reading =>
  reading
    .select()
    .from(reports)
    .where(eq(reports.reportId, sql.placeholder('reportId')))
)

export async function findReport(reading: Reading, reportId: string): Promise<ReportRow | undefined> {
  const [row] = await reportById(reading).execute({ reportId })
  return row
}

/** The report this person's key made, where it lives. */
export async function findSubmitted(reading: Reading, reporterId: string, submitKey: string): Promise<ReportRow | undefined> {
  const [row] = await reading
    .select()
    .from(reports)
    .where(and(eq(reports.reporterId, reporterId), eq(reports.submitKey, submitKey)))
  return row
}

/** The row, held until the transaction ends: moves of one report come one after another. */
export async function lockReport(writing: Writing, reportId: string): Promise<ReportRow | undefined> {
  const [row] = await writing.select().from(reports).where(eq(reports.reportId, reportId)).for('update')
  return row
}

export const updateReport = (writing: Writing, reportId: string, patch: Partial<typeof reports.$inferInsert>) =>
  writing.update(reports).set(patch).where(eq(reports.reportId, reportId))

export const appendHistory = (writing: Writing, row: typeof reportHistory.$inferInsert) => writing.insert(reportHistory).values(row)

const historyOfReport = preparedOnce('history_of_report', reading =>
  reading
    .select()
    .from(reportHistory)
    .where(eq(reportHistory.reportId, sql.placeholder('reportId')))
    .orderBy(asc(reportHistory.version))
)

export const listHistory = (reading: Reading, reportId: string): Promise<HistoryRow[]> => historyOfReport(reading).execute({ reportId })

const photosOfReport = preparedOnce('photos_of_report', reading =>
  reading
    .select({ photo: reportPhotos, isRedacted: files.isRedacted })
    .from(reportPhotos)
    .innerJoin(files, eq(files.fileId, reportPhotos.fileId))
    .where(eq(reportPhotos.reportId, sql.placeholder('reportId')))
    .orderBy(asc(reportPhotos.takenAt), asc(reportPhotos.position))
)

export const listPhotos = (reading: Reading, reportId: string) => photosOfReport(reading).execute({ reportId })

/** Hangs a person's own uploads on a report. False where one of them is not theirs, not there, or hangs on another report already. */
export async function attachPhotos(
  writing: Writing,
  {
    reportId,
    photoIds,
    kind,
    ownerId,
    takenAt
  }: { reportId: string; photoIds: readonly string[]; kind: PhotoKind; ownerId: string; takenAt: Date }
): Promise<boolean> {
  const wanted = [...new Set(photoIds)]
  if (wanted.length === 0) return true
  const own = await writing
    .update(files)
    .set({ isAttached: true })
    // An uploaded table has no width.
    .where(and(inArray(files.fileId, wanted), eq(files.ownerId, ownerId), gt(files.width, 0)))
    .returning({ fileId: files.fileId })
  if (own.length !== wanted.length) return false
  const [elsewhere] = await writing
    .select({ fileId: reportPhotos.fileId })
    .from(reportPhotos)
    .where(and(inArray(reportPhotos.fileId, wanted), ne(reportPhotos.reportId, reportId)))
    .limit(1)
  if (elsewhere) return false
  const rows = wanted.map((fileId, position) => ({ reportId, fileId, kind, position, addedBy: ownerId, takenAt }))
  await writing.insert(reportPhotos).values(rows).onConflictDoNothing()
  return true
}

/** Takes the person's one objection to this closing; false where it was taken before. */
export async function takeObjection(
  writing: Writing,
  objection: { reportId: string; personId: string; closingRound: number; at: Date }
): Promise<boolean> {
  const taken = await writing
    .insert(reportObjections)
    .values(objection)
    .onConflictDoNothing()
    .returning({ reportId: reportObjections.reportId })
  return taken.length > 0
}

const objectionOf = preparedOnce('objection_of', reading =>
  reading
    .select({ at: reportObjections.at })
    .from(reportObjections)
    .where(
      and(
        eq(reportObjections.reportId, sql.placeholder('reportId')),
        eq(reportObjections.personId, sql.placeholder('personId')),
        eq(reportObjections.closingRound, sql.placeholder('closingRound'))
      )
    )
)

export const hasObjected = async (
  reading: Reading,
  { reportId, closingRound }: Pick<ReportRow, 'reportId' | 'closingRound'>,
  personId: string
): Promise<boolean> => (await objectionOf(reading).execute({ reportId, personId, closingRound })).length > 0

export const addHotSpot = (writing: Writing, row: ReportRow, at: Date) =>
  writing
    .insert(hotSpots)
    .values({
      reportId: row.reportId,
      categoryCode: row.categoryCode,
      gridId: row.gridId,
      longitude: row.longitude,
      latitude: row.latitude,
      at
    })
    .onConflictDoNothing()
