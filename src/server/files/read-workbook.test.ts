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

test('cells of the first sheet are read as text, by the rows and columns people see', async () => {
  const bytes = await workbookOf([['题型', '难度', '日期'], [], ['单选', 2, new Date('2026-11-22T00:00:00Z'), true]], (_, book) => {
    book.addWorksheet('示例').addRow(['不读'])
  })
  expect(await readWorkbook(bytes)).toEqual({
    rows: [
      { line: 1, cells: ['题型', '难度', '日期'] },
      { line: 3, cells: ['单选', '2', '2026-11-22', 'true'] }
    ],
    odd: []
  })
})

test('a row far below the last one a sheet has is refused, not walked to', async () => {
  const sheet =
    '</sheetData><sheetData><row r="4000000000"><c r="A4000000000" t="inlineStr"><is><t>一</t></is></c></row></sheetData><sheetData>'
  const bytes = plainWorkbook([['题型']])
  const far = plainWorkbook([['题型']], { cols: sheet.slice('</sheetData>'.length, -'<sheetData>'.length) })
  expect(await faultOf(bytes)).toBe('read')
  expect(['broken', 'read']).toContain(await faultOf(far))
})
