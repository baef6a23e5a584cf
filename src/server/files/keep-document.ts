import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type/core'
import { v7 as newId } from 'uuid'
import { DOCUMENT_BYTES_MAX, type UploadedFile } from '#contract/files'
import type { Database } from '#server/database/database'
import type { DocumentContent } from '#server/files/document-content'
import { addFile } from '#server/files/add-file'
import { documentKeyOf } from '#server/files/file-store'
import { readWorkbook, WorkbookRefused } from '#server/files/read-workbook'
import { refuse } from '#server/refusal'
import type { Storage } from '#server/storage/storage'

/** What a workbook may be taken for: WPS writes its parts in another order than Excel. */
const workbookTypes = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip']

/** What the bytes are, by themselves; undefined for a text and for what nobody knows. */
export const mediaTypeOf = async (bytes: Uint8Array): Promise<string | undefined> =>
  // A file cut off in its first bytes makes the sniffer throw.
  (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime

/** UTF-8, or else GB18030 (GB 18030-2022), which is what spreadsheets on Chinese desks write as CSV. */
function textOf(bytes: Uint8Array): string {
  // No text has a zero byte.
  if (bytes.includes(0)) refuse('not-a-document')
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  return refuse('not-utf-8')
}

/** Texts in UTF-16 begin with a mark, which the sniffer takes for music. */
const isWide = (bytes: Uint8Array) => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

async function contentOf(bytes: Uint8Array, mediaType: string | undefined): Promise<DocumentContent> {
  if (isWide(bytes)) return refuse('not-utf-8')
  if (mediaType === undefined) return { kind: 'text', text: textOf(bytes) }
  if (!workbookTypes.includes(mediaType)) return refuse('not-a-document')
  const table = await readWorkbook(Buffer.from(bytes)).catch((fault: unknown) => {
    if (fault instanceof WorkbookRefused) return refuse(fault.reason === 'too-large' ? 'document-too-large' : 'not-a-document')
    throw fault
  })
  return { kind: 'table', table }
}

/**
 * Takes an uploaded table or text of somebody who may import: what is kept is its cells or words alone. It is a row of `files`
 * without width and height, removed after a day like every upload nobody attached to anything.
 * @throws Refusal `document-too-large`, `not-a-document` or `not-utf-8`.
 */
export async function keepDocument(
  { database, storage }: { database: Database; storage: Storage },
  { bytes, mediaType, ownerId, now }: { bytes: Uint8Array; mediaType: string | undefined; ownerId: string; now: Date }
): Promise<UploadedFile> {
  if (bytes.byteLength > DOCUMENT_BYTES_MAX) refuse('document-too-large')
  const content = await contentOf(bytes, mediaType)
  const fileId = newId()
  await storage.put(documentKeyOf(fileId), Buffer.from(JSON.stringify(content)))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const row = { fileId, ownerId, sha256, width: 0, height: 0, createdAt: now }
  await addFile({ database, storage }, row, [documentKeyOf(fileId)])
  return { fileId, width: 0, height: 0 }
}
