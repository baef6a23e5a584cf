import { readWorkbook, WorkbookRefused } from '#server/files/read-workbook'
import { unzip, ZipRefused } from '#server/files/zip-parts'
import { plainWorkbook, workbookOf, zipOf } from '#world/office-files'

const limits = { bytesMax: 10_000, entriesMax: 3 }
const zipFault = (zip: Buffer) => {
  try {
    return [...unzip(zip, limits).keys()]
  } catch (fault) {
    return fault instanceof ZipRefused ? fault.reason : fault
  }
}
const faultOf = (bytes: Buffer) =>
  readWorkbook(bytes).then(
    () => 'read',
    (fault: unknown) => (fault instanceof WorkbookRefused ? fault.reason : fault)
  )

test('a zip file is unpacked up to its limit, all parts together, and no further', () => {
  const part = Buffer.alloc(4_000, 'x')
  const two = zipOf([
    ['a', part],
    ['b', part]
  ])
  expect([...unzip(two, limits)].map(([name, content]) => [name, content.equals(part)])).toEqual([
    ['a', true],
    ['b', true]
  ])
  expect(
    zipFault(
      zipOf([
        ['a', part],
        ['b', part],
        ['c', part]
      ])
    )
  ).toBe('too-large')
  expect(zipFault(zipOf(['a', 'b', 'c', 'd'].map(name => [name, ''] as const)))).toBe('too-large')
  expect(zipFault(zipOf([['a', Buffer.alloc(50_000), 10]]))).toBe('too-large')
})

test('a zip file that is not exactly what it says is none', () => {
  const good = zipOf([['a', 'words']])
  for (const bad of [
    Buffer.alloc(0),
    Buffer.from('PK'),
    good.subarray(0, -4),
    Buffer.concat([Buffer.from('x'), good]),
    Buffer.concat([good.subarray(0, 20), good])
  ])
    expect(zipFault(bad)).toBe('broken')
  expect(zipFault(zipOf([['a', 'words', 3]]))).toBe('broken')
  expect(
    zipFault(
      zipOf([
        ['a', '1'],
        ['a', '2']
      ])
    )
  ).toBe('broken')
  for (let at = 0; at < good.length; at += 1) {
    const changed = Buffer.from(good)
    changed[at] = changed[at]! ^ 0xff
    expect(['broken', 'too-large', expect.any(Array)]).toContainEqual(zipFault(changed))
  }
})

test('cells of the first sheet are read as they show, by the rows and columns people see', async () => {
  const bytes = await workbookOf([['题型', '难度', '日期'], [], ['单选', 2, new Date('2026-11-22T00:00:00Z'), true]], (_, book) => {
    book.addWorksheet('示例').addRow(['不读'])
  })
  expect(await readWorkbook(bytes)).toEqual({
    rows: [
      { line: 1, cells: ['题型', '难度', '日期'] },
      { line: 3, cells: ['单选', '2', '2026/11/22', 'TRUE'] }
    ],
    odd: []
  })
})

test('numbers are read as the sheet shows them, and one in an unknown form is named', async () => {
  const forms: [number | Date, string][] = [
    [0.9, '0%'],
    [new Date('1899-12-30T22:00:00Z'), 'h:mm'],
    [new Date('2026-12-02T00:00:00Z'), 'm"月"d"日"'],
    [200, '"¥"#,##0'],
    [3, 'bad[']
  ]
  const bytes = await workbookOf([forms.map(([value]) => value)], sheet =>
    forms.forEach(([, form], n) => (sheet.getCell(1, n + 1).numFmt = form))
  )
  expect(await readWorkbook(bytes)).toEqual({
    rows: [{ line: 1, cells: ['90%', '22:00', '12月2日', '¥200'] }],
    odd: [{ line: 1, column: 5, reason: 'number-format-unknown' }]
  })
})

test('a small file of a million empty cells is refused before it is read', async () => {
  const row = `<row r="1">${'<c r="A1"/>'.repeat(1_100_000)}</row>`
  const bytes = plainWorkbook([['题型']], { cols: `<sheetData>${row}</sheetData>` })
  expect(bytes.length).toBeLessThan(85_000)
  const began = performance.now()
  expect(await faultOf(bytes)).toBe('too-large')
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('a row far below the last one a sheet has is refused, not walked to', async () => {
  const sheet =
    '</sheetData><sheetData><row r="4000000000"><c r="A4000000000" t="inlineStr"><is><t>一</t></is></c></row></sheetData><sheetData>'
  const bytes = plainWorkbook([['题型']])
  const far = plainWorkbook([['题型']], { cols: sheet.slice('</sheetData>'.length, -'<sheetData>'.length) })
  expect(await faultOf(bytes)).toBe('read')
  expect(['broken', 'read']).toContain(await faultOf(far))
})
