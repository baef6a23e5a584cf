import { keyOf } from '#server/files/file-store'
import type { ShareRectangle } from '#server/files/photo-rules'
import { refuse } from '#server/refusal'
import type { Storage } from '#server/storage/storage'

/** Covers what a person marked and keeps the result beside the original; the original stays with the staff. It is shown once it is marked as redacted. */
export async function redactFile(storage: Storage, fileId: string, rectangles: readonly ShareRectangle[]): Promise<void> {
  const { redactPhoto } = await import('#server/files/photo-pipeline')
  const original = (await storage.read(keyOf(fileId, 'photo'))) ?? refuse('not-found')
  const { redacted, thumbnail } = await redactPhoto(original, [...rectangles])
  await storage.put(keyOf(fileId, 'redacted'), redacted)
  await storage.put(keyOf(fileId, 'redacted-thumbnail'), thumbnail)
}
