import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type/core'
import { v7 as newId } from 'uuid'
import { DOCUMENT_BYTES_MAX, type UploadedFile } from '#contract/files'
import type { Database } from '#server/database/database'
import { addFile } from '#server/files/add-file'
import { documentKeyOf } from '#server/files/file-store'
import type { ReadAside } from '#server/read-aside'
import { refuse } from '#server/refusal'
import type { Storage } from '#server/storage/storage'

/** What the bytes are, by themselves; undefined for a text and for what nobody knows. */
export const mediaTypeOf = async (bytes: Uint8Array): Promise<string | undefined> =>
  // A file cut off in its first bytes makes the sniffer throw.
  (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime

/**
 * Takes an uploaded table or text of somebody who may import: what is kept is its cells or words alone. It is a row of `files`
 * without width and height, removed after a day like every upload nobody attached to anything.
 * @throws Refusal `document-too-large`, `not-a-document` or `not-utf-8`.
 */
export async function keepDocument(
  { database, storage, readAside }: { database: Database; storage: Storage; readAside: ReadAside },
  { bytes, mediaType, ownerId, now }: { bytes: Uint8Array; mediaType: string | undefined; ownerId: string; now: Date }
): Promise<UploadedFile> {
  if (bytes.byteLength > DOCUMENT_BYTES_MAX) refuse('document-too-large')
  const content = await readAside('readDocument', bytes, mediaType)
  const fileId = newId()
  await storage.put(documentKeyOf(fileId), Buffer.from(content))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const row = { fileId, ownerId, sha256, width: 0, height: 0, createdAt: now }
  await addFile({ database, storage }, row, [documentKeyOf(fileId)])
  return { fileId, width: 0, height: 0 }
}
