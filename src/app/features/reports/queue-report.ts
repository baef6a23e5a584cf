import { dropPhotos } from '#app/features/reports/draft-photos'
import { SUBMIT_REPORT, type QueuedEntry, type QueuedReport } from '#app/features/reports/queued-report-rules'
import { toSend } from '#app/features/reports/report-draft-rules'
import { reportDraft } from '#app/features/reports/report-draft-store'
import { outbox, useOutbox } from '#app/platform/outbox'
import { currentPerson } from '#app/platform/session'

/** Puts the draft into the outbox, which sends it now or when the network returns. Undefined: something is missing. */
export async function queueReport(placeWords: string | undefined): Promise<QueuedEntry | undefined> {
  const draft = reportDraft.get()
  const report = toSend(draft, new Date())
  if (!report) return undefined
  const personId = currentPerson()?.personId
  const payload: QueuedReport = { report, draft, ...(placeWords && { placeWords }), ...(personId && { personId }) }
  // Its photos stay where the draft kept them: saving a saved file a second time fails in WeChat.
  const entry = await outbox.enqueue({ kind: SUBMIT_REPORT, payload, photoPaths: [] })
  reportDraft.clear()
  return entry as QueuedEntry
}

/** From the queue back into the form, with the key it had: sent once already or not, it counts once. */
export async function takeBack(entry: QueuedEntry) {
  await outbox.remove(entry.id)
  reportDraft.set(entry.payload.draft)
}

export async function dropQueued(entry: QueuedEntry) {
  await outbox.remove(entry.id)
  await dropPhotos(entry.payload.draft.photos)
}

export const useQueuedReports = () => useOutbox(SUBMIT_REPORT) as readonly QueuedEntry[]
