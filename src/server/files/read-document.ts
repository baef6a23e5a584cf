import type { DocumentContent } from '#server/files/document-content'
import { readWorkbook, WorkbookRefused } from '#server/files/read-workbook'
import { refuse } from '#server/refusal'

/** What a workbook may be taken for: WPS writes its parts in another order than Excel. */
const workbookTypes = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip']

/** More than two thousand questions have, in any way of writing them. */
const LINES_MAX = 80_000
const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d]

function countBreaks(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte === LINE_FEED || byte === CARRIAGE_RETURN) count += 1
  return count
}

/** UTF-8, or else GB18030 (GB 18030-2022), which is what spreadsheets on Chinese desks write as CSV. */
function textOf(bytes: Uint8Array): string {
  // No text has a zero byte.
  if (bytes.includes(0)) refuse('not-a-document')
  if (countBreaks(bytes) > LINES_MAX) refuse('document-too-large')
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
 * What is kept of an uploaded table or text: its cells or words alone, as bytes.
 * @throws Refusal `document-too-large`, `not-a-document` or `not-utf-8`.
 */
export async function readDocument(bytes: Uint8Array, mediaType: string | undefined): Promise<Uint8Array> {
  return Buffer.from(JSON.stringify(await contentOf(bytes, mediaType)))
}
