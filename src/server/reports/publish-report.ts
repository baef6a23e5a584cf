import { reports as contract } from '#contract/reports'
import type { Reading } from '#server/database/database'
import { command, type Caller } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { capacitiesOf } from '#server/reports/report-rules'
import { findReport, listPhotos, updateReport } from '#server/reports/report-store'

/** Who may decide what the public sees of a case. */
const PUBLISHERS = ['verifier', 'supervisor', 'reviewer'] as const

export async function reportForPublisher(reading: Reading, caller: Caller, reportId: string) {
  const row = (await findReport(reading, reportId)) ?? refuse('not-found')
  const actors = capacitiesOf(row, caller, false)
  if (!PUBLISHERS.some(role => actors.includes(role))) refuse('not-found')
  return row
}

/** Publishes a result: a sentence, and pictures in which a person covered faces and plates. Nothing is published by itself. */
export const publishReport = command(contract.publishReport, async ({ input, caller, writing, redactFile, now }) => {
  const row = await reportForPublisher(writing, caller, input.reportId)
  if (row.state !== 'closed') refuse('move-not-allowed')
  const photos = (await listPhotos(writing, row.reportId)).map(({ photo }) => photo)
  const chosen = input.photos.map(({ photoId, rectangles }) => {
    const photo = photos.find(candidate => candidate.fileId === photoId)
    return { rectangles, photo: photo ?? refuseInput('photos', 'not a photo of this report') }
  })
  for (const { photo, rectangles } of chosen) await redactFile(writing, photo.fileId, rectangles)
  const of = (isAfter: boolean) => chosen.find(({ photo }) => (photo.kind === 'after') === isAfter)?.photo.fileId ?? null
  await updateReport(writing, row.reportId, {
    publishedAt: row.publishedAt ?? now,
    publishedSummary: input.summary,
    publishedBeforeId: of(false),
    publishedAfterId: of(true)
  })
  return { publishedAt: (row.publishedAt ?? now).toISOString() }
})
