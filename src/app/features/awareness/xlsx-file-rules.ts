/** CRC-32 of a zip entry (ISO 3309, reflected polynomial EDB88320). */
function checksum(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** UTF-8 by hand: the mini-program has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return Uint8Array.from(bytes)
}

const short = (value: number) => [value & 255, (value >> 8) & 255]
const long = (value: number) => [...short(value & 0xffff), ...short(value >>> 16)]

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const UTF8_NAMES = 0x800
/** 1 January 1980, the first day a zip can tell: the same list makes the same file. */
const DAY = 0x21

/** A zip that stores its entries as they are (APPNOTE 4.3). */
function zipOf(entries: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [name, text] of entries) {
    const [label, bytes] = [utf8(name), utf8(text)]
    const facts = [...short(UTF8_NAMES), ...short(0), ...short(0), ...short(DAY), ...long(checksum(bytes)), ...long(bytes.length)]
    const sizes = [...facts, ...long(bytes.length), ...short(label.length), ...short(0)]
    const head = Uint8Array.from([...long(0x04034b50), ...short(20), ...sizes])
    files.push(head, label, bytes)
    directory.push(
      Uint8Array.from([
        ...long(0x02014b50),
        ...short(20),
        ...short(20),
        ...sizes,
        ...short(0),
        ...short(0),
        ...short(0),
        ...long(0),
        ...long(at)
      ]),
      label
    )
    at += head.length + label.length + bytes.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const count = short(entries.length)
  const end = Uint8Array.from([...long(0x06054b50), ...short(0), ...short(0), ...count, ...count, ...long(size), ...long(at), ...short(0)])
  return joined([...files, ...directory, end])
}

const asText = (cell: string) => cell.replace(/[&<>]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? mark)
const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`
const OPEN = 'http://schemas.openxmlformats.org'

/**
 * One sheet of text as an XLSX file, made on the device: what stands in it, the server no longer knows. Every cell is text within
 * itself (inlineStr, ECMA-376 18.18.11), so nothing in it can be a formula.
 * @param rows of at most 26 columns.
 * @param widths of the columns, in characters.
 */
export function xlsxOf(rows: readonly (readonly string[])[], widths: readonly number[]): Uint8Array {
  const cols = widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`).join('')
  const cell = (text: string, column: number, row: number) =>
    `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t xml:space="preserve">${asText(text)}</t></is></c>`
  const lines = rows.map((row, n) => `<row r="${n + 1}">${row.map((text, column) => cell(text, column, n + 1)).join('')}</row>`).join('')
  const main = `${OPEN}/spreadsheetml/2006/main`
  const office = `${OPEN}/officeDocument/2006/relationships`
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = (kind: string, target: string) =>
    xml(
      `<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`
    )
  return zipOf([
    [
      '[Content_Types].xml',
      xml(
        `<Types xmlns="${OPEN}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`
      )
    ],
    ['_rels/.rels', relation('officeDocument', 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      xml(`<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="链接" sheetId="1" r:id="rId1"/></sheets></workbook>`)
    ],
    ['xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')],
    ['xl/worksheets/sheet1.xml', xml(`<worksheet xmlns="${main}"><cols>${cols}</cols><sheetData>${lines}</sheetData></worksheet>`)]
  ])
}
