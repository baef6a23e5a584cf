import { refusedPhotoIds } from '#contract/report-results'
import { reports as contract } from '#contract/reports'
import type { Reading } from '#server/database/database'
import { markRedacted } from '#server/files/file-store'
import { commandAfter, type Caller } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { capacitiesOf } from '#server/reports/report-rules'
import { findReport, listHistory, listPhotos, updateReport } from '#server/reports/report-store'

/** Who may decide what the public sees of a case. */
const PUBLISHERS = ['verifier', 'supervisor', 'reviewer'] as const

export async function reportForPublisher(reading: Reading, caller: Caller, reportId: string) {
  const row = (await findReport(reading, reportId)) ?? refuse('not-found')
  const actors = capacitiesOf(row, caller, false)
  if (!PUBLISHERS.some(role => actors.includes(role))) refuse('not-found')
  return row
}

async function chosenPhotos(reading: Reading, caller: Caller, input: { reportId: string; photos: readonly { photoId: string }[] }) {
  const row = await reportForPublisher(reading, caller, input.reportId)
  if (row.state !== 'closed') refuse('move-not-allowed')
  const photos = (await listPhotos(reading, row.reportId)).map(({ photo }) => photo)
  const chosen = input.photos.map(
    ({ photoId }) => photos.find(candidate => candidate.fileId === photoId) ?? refuseInput('photos', 'not a photo of this report')
  )
  const sentBack = refusedPhotoIds(await listHistory(reading, row.reportId))
  if (chosen.some(({ fileId }) => sentBack.has(fileId))) refuseInput('photos', 'this photo of a result was sent back')
  return { row, chosen }
}

/**
 * Publishes a result: a sentence, and pictures in which a person covered faces and plates. Nothing is published by itself. The pictures
 * are covered first, since that takes a while; the rest is looked at again in the transaction.
 */
export const publishReport = commandAfter(
  contract.publishReport,
  async ({ input, caller, reading, redactFile }) => {
    await chosenPhotos(reading, caller, input)
    for (const { photoId, rectangles } of input.photos) await redactFile(photoId, rectangles)
  },
  async ({ input, caller, writing, now }) => {
    const { row, chosen } = await chosenPhotos(writing, caller, input)
    for (const { fileId } of chosen) await markRedacted(writing, fileId)
    const of = (isAfter: boolean) => chosen.find(({ kind }) => (kind === 'after') === isAfter)?.fileId ?? null
    await updateReport(writing, row.reportId, {
      publishedAt: row.publishedAt ?? now,
      publishedSummary: input.summary,
      publishedBeforeId: of(false),
      publishedAfterId: of(true)
    })
    return { publishedAt: (row.publishedAt ?? now).toISOString() }
  }
)
