import { dropPhotos, openPhoto } from '#app/features/reports/draft-photos'
import type { QueuedReport } from '#app/features/reports/queued-report-rules'
import { noteSent } from '#app/features/reports/sending-notes'
import { call } from '#app/platform/call-operation'
import type { OutboxEntry } from '#app/platform/outbox-queue'
import { Refused } from '#app/platform/refused'
import { currentPerson } from '#app/platform/session'
import { storage } from '#app/platform/storage'
import { uploadPhoto } from '#app/platform/upload'

const UPLOADED = 'report-uploads'

/** Photo key to file id: a photo that is up already does not go up twice on a slow line. */
const uploaded = () => storage.read<Record<string, string>>(UPLOADED) ?? {}

function forgetUploads(keys: readonly string[]) {
  const left = Object.entries(uploaded()).filter(([key]) => !keys.includes(key))
  storage.write(UPLOADED, Object.fromEntries(left))
}

async function fileIdOf(key: string, photoIndex: number): Promise<string> {
  const known = uploaded()[key]
  if (known) return known
  const path = await openPhoto(key)
  if (!path) throw new Refused('not-found', 'The phone has cleared this photo.', { photoIndex, isCleared: true })
  try {
    const fileId = await uploadPhoto(path)
    storage.write(UPLOADED, { ...uploaded(), [key]: fileId })
    return fileId
  } catch (error) {
    throw error instanceof Refused ? new Refused(error.code, error.message, { ...error.data, photoIndex }, error.requestId) : error
  }
}

/** Who wrote it sends it: on a shared phone nobody signs for somebody else. */
function checkPerson(personId: string | undefined) {
  const person = currentPerson()
  if (personId && person && person.personId !== personId)
    throw new Refused('not-signed-in', 'Written by another person.', { isOtherPerson: true })
}

/**
 * Sends one queued report: photos first, then the report under its own key, so that the whole can be repeated after any
 * break and counts once. The outbox calls it.
 */
export async function sendQueuedReport({ payload }: OutboxEntry): Promise<void> {
  const { report, draft, personId } = payload as QueuedReport
  const keys = draft.photos.map(photo => photo.key)
  try {
    checkPerson(personId)
    const photoIds: string[] = []
    for (const [index, key] of keys.entries()) photoIds.push(await fileIdOf(key, index))
    noteSent(report.idempotencyKey, await call.reports.submitReport({ ...report, photoIds }))
  } catch (error) {
    // Uploads may have been somebody else's, or swept away: the next attempt takes them up anew.
    if (error instanceof Refused && error.code === 'bad-input') forgetUploads(keys)
    throw error
  }
  forgetUploads(keys)
  await dropPhotos(draft.photos)
}
