import { crc32, deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'

/** A zip file of these parts, in this order. @param claimed a size the directory tells instead of the true one. */
export function zipOf(parts: readonly (readonly [name: string, content: Buffer | string, claimed?: number])[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, content, claimed] of parts) {
    const bytes = Buffer.from(content)
    const [packed, label] = [deflateRawSync(bytes), Buffer.from(name)]
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claimed ?? bytes.length, 18)
    facts.writeUInt16LE(label.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, label, packed])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, label]))
    files.push(file)
    at += file.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, ...directory, end])
}

/** A workbook with one sheet. */
export async function workbookOf(
  rows: readonly (readonly ExcelJS.CellValue[])[],
  change?: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void
) {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('题目')
  for (const row of rows) sheet.addRow([...row])
  change?.(sheet, book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const columnOf = (n: number) => String.fromCharCode(65 + n)
const asText = (text: string) => text.replace(/[&<]/g, mark => (mark === '&' ? '&amp;' : '&lt;'))

/** A workbook as other programs write it: words within their cells, parts in another order, no styles. `sheet` goes behind the cells. */
export function plainWorkbook(
  rows: readonly (readonly string[])[],
  { book = '', cols = '', sheet = '', more = [] as [string, string][] } = {}
): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const cells = rows.map(
    (row, n) =>
      `<row r="${n + 1}">${row.map((text, m) => (text === '' ? '' : `<c r="${columnOf(m)}${n + 1}" t="inlineStr"><is><t>${asText(text)}</t></is></c>`)).join('')}</row>`
  )
  return zipOf([
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>${book}</workbook>`
    ],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}">${cols}<sheetData>${cells.join('')}</sheetData>${sheet}</worksheet>`],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
    ],
    [
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`
    ],
    ...more
  ])
}

/** Text as GB18030 writes it, by its two-byte part, found backwards from the decoder. */
export function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) bytesOf.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
  return Buffer.from(Array.from(text).flatMap(letter => (letter <= '\u007f' ? [letter.charCodeAt(0)] : [...(bytesOf.get(letter) ?? [])])))
}
