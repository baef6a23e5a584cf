import type { Writing } from '#server/database/database'
import { keyOf, markRedacted } from '#server/files/file-store'
import type { ShareRectangle } from '#server/files/photo-rules'
import { refuse } from '#server/refusal'
import type { Storage } from '#server/storage/storage'

/** Covers what a person marked and keeps the result beside the original; the original stays with the staff. */
export async function redactFile(writing: Writing, storage: Storage, fileId: string, rectangles: readonly ShareRectangle[]): Promise<void> {
  const { redactPhoto } = await import('#server/files/photo-pipeline')
  const original = (await storage.read(keyOf(fileId, 'photo'))) ?? refuse('not-found')
  const { redacted, thumbnail } = await redactPhoto(original, [...rectangles])
  await storage.put(keyOf(fileId, 'redacted'), redacted)
  await storage.put(keyOf(fileId, 'redacted-thumbnail'), thumbnail)
  await markRedacted(writing, fileId)
}
