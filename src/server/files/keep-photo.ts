// Not v7: addresses of pictures carry the id, and it would tell strangers the millisecond of the upload.
import { v4 as newId } from 'uuid'
import type { UploadedFile } from '#contract/files'
import type { Database } from '#server/database/database'
import { addFile } from '#server/files/add-file'
import { keyOf } from '#server/files/file-store'
import { refuse } from '#server/refusal'
import type { Storage } from '#server/storage/storage'

/**
 * Takes an uploaded picture: checks what it is by its bytes, re-encodes it without metadata, stores it, and only then makes the
 * row, so that a row never points at nothing.
 * @throws Refusal `not-an-image` or `file-too-large`.
 */
export async function keepPhoto(
  { database, storage }: { database: Database; storage: Storage },
  { bytes, ownerId, now }: { bytes: Uint8Array; ownerId: string; now: Date }
): Promise<UploadedFile> {
  // Loaded when the first picture comes: cloud functions take no pictures and carry no image library.
  const { preparePhoto, PhotoRefused } = await import('#server/files/photo-pipeline')
  const photo = await preparePhoto(bytes).catch((fault: unknown) => {
    if (fault instanceof PhotoRefused) return refuse(fault.code)
    throw fault
  })
  const fileId = newId()
  for (const [variant, content] of Object.entries(photo.variants))
    await storage.put(keyOf(fileId, variant as keyof typeof photo.variants), content)
  const { sha256, width, height } = photo
  const keys = Object.keys(photo.variants).map(variant => keyOf(fileId, variant as keyof typeof photo.variants))
  await addFile({ database, storage }, { fileId, ownerId, sha256, width, height, createdAt: now }, keys)
  return { fileId, width, height }
}
