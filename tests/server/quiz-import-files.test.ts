import type { FastifyInstance } from 'fastify'
import { quizzes } from '#contract/quizzes'
import { columnHeads, columnNames, type ColumnName } from '#server/quizzes/exchange/question-column-rules'
import { faultOf, type Actor } from '#world/actor'
import { inGb18030, plainWorkbook, workbookOf, zipOf } from '#world/office-files'
import { openWorld, type World } from '#world/world'

let world: World
let server: FastifyInstance
let editor: Actor
let before: number
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  server = await world.serve()
  editor = await world.as('editor')
}, 60_000)
beforeEach(async () => {
  before = await bankSize()
})
afterAll(() => world.close())

const bankSize = async () => (await editor.ask(quizzes.listQuestions)({})).totalCount

/** Sends a file up as the browser does, under the name it has on the desk. */
async function upload(content: Buffer | string, name = '题目.xlsx') {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name)
  const encoded = new Response(form)
  const response = await server.inject({
    method: 'POST',
    url: '/api/files',
    headers: { 'content-type': encoded.headers.get('content-type') ?? '', authorization: `Bearer ${editor.token}` },
    payload: Buffer.from(await encoded.arrayBuffer())
  })
  return { status: response.statusCode, ...response.json<{ fileId: string; code?: string }>() }
}

const heads = columnNames.map(name => columnHeads[name])
let asked = 0
const row = (change: Partial<Record<ColumnName, string>> = {}): string[] => {
  const cells: Partial<Record<ColumnName, string>> = {
    ...{ type: '单选', stem: `第${++asked}次过路口，行人灯闪烁时应当怎么做？`, option1: '停下来等', option2: '跑过去', option3: '慢慢走' },
    ...{ key: 'A', fact: 'F049', explanation: '绿灯闪烁表示时间不够了，等下一个绿灯再走。依据《道路交通安全法》第六十二条。' },
    ...change
  }
  return columnNames.map(name => cells[name] ?? '')
}
const short = () => row({ stem: `第${++asked}题？`, explanation: '解析', option1: '甲', option2: '乙', option3: '丙' })
const csv = (rows: string[][]) => [heads, ...rows].map(cells => cells.join(',')).join('\r\n')

/** What WPS puts beside the sheet: its own name, its build, and a part Excel never writes. */
const ofWps: [string, string][] = [
  [
    'docProps/app.xml',
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS表格</Application></Properties>'
  ],
  [
    'docProps/custom.xml',
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16929</vt:lpwstr></property></Properties>'
  ],
  ['xl/woProps/cellImages.xml', '<cellImages/>']
]

describe('a good file', () => {
  const kinds: [string, () => Promise<Buffer | string> | Buffer | string][] = [
    ['of Excel, its head below a title and its texts shared', () => workbookOf([['社区题目'], heads, row(), row()])],
    [
      'of Excel, its title merged over the table and its heads marked',
      () =>
        workbookOf([['社区题目'], heads.map(head => `${head}（必填）`), row(), row()], sheet => {
          sheet.mergeCells('A1:H1')
        })
    ],
    ['of WPS', () => plainWorkbook([heads, row(), row()], { more: ofWps })],
    ['in CSV with the mark of UTF-8 that Excel writes', () => `\uFEFF${csv([row(), row()])}`],
    ['in CSV of GB18030', () => inGb18030(csv([row(), row()]))]
  ]
  test.each(kinds)('%s is taken in whole', async (_, made) => {
    const { fileId } = await upload(await made())
    expect(await editor.ask(quizzes.importQuestions)({ fileId, dryRun: true })).toEqual({ rows: 2, faults: [] })
    expect(await bankSize()).toBe(before)
    expect(await editor.ask(quizzes.importQuestions)({ fileId, dryRun: false })).toEqual({ rows: 2, faults: [] })
    expect(await bankSize()).toBe(before + 2)
  })
})

describe('a file with something wrong in it', () => {
  const one = (change: (sheet: import('exceljs').Worksheet) => void) => workbookOf([heads, row(), row(), row()], change)
  const kinds: [string, () => Promise<Buffer | string> | Buffer | string, { line: number; column: number; reason: string }[]][] = [
    [
      'a formula',
      () => one(sheet => (sheet.getCell('B3').value = { formula: 'A1&"?"', result: '第几题？' })),
      [{ line: 3, column: 2, reason: 'formula' }]
    ],
    [
      'a formula pulled down over two rows',
      () =>
        one(sheet => {
          sheet.getCell('C2').value = { formula: 'UPPER("a")', result: 'A', shareType: 'shared', ref: 'C2:C3' } as never
          sheet.getCell('C3').value = { sharedFormula: 'C2', result: 'A' }
        }),
      [
        { line: 2, column: 3, reason: 'formula' },
        { line: 3, column: 3, reason: 'formula' }
      ]
    ],
    [
      'cells merged over rows',
      () => one(sheet => sheet.mergeCells('B2:B4')),
      [
        { line: 3, column: 2, reason: 'cell-merged' },
        { line: 4, column: 2, reason: 'cell-merged' }
      ]
    ],
    [
      'ten thousand rows in a workbook',
      () => plainWorkbook([heads, ...Array.from({ length: 10_000 }, short)]),
      [{ line: 2002, column: 1, reason: 'too-many-rows' }]
    ],
    ['ten thousand rows in CSV', () => csv(Array.from({ length: 10_000 }, short)), [{ line: 2002, column: 1, reason: 'too-many-rows' }]]
  ]
  test.each(kinds)('%s is told by line and column, and nothing of it is taken in', async (_, made, expected) => {
    const { fileId } = await upload(await made())
    const preview = await editor.ask(quizzes.importQuestions)({ fileId, dryRun: true })
    expect(preview.faults.map(({ line, column, reason }) => ({ line, column, reason }))).toEqual(expected)
    const { body } = await faultOf(editor.ask(quizzes.importQuestions)({ fileId, dryRun: false }))
    expect(body).toMatchObject({ code: 'import-faults', data: { faults: expected } })
    expect(await bankSize()).toBe(before)
  })

  test('in its last row alone leaves the thousand before it out too', async () => {
    const rows = [...Array.from({ length: 1_000 }, () => row()), row({ key: 'Z' })]
    const { fileId } = await upload(csv(rows), '题目.csv')
    const { body } = await faultOf(editor.ask(quizzes.importQuestions)({ fileId, dryRun: false }))
    expect(body).toMatchObject({ code: 'import-faults', data: { rows: 1_001, faults: [{ line: 1_002 }] } })
    expect(await bankSize()).toBe(before)
  })
})

describe('a file that was made to be slow', () => {
  const bytes = 1_900_000
  const kinds: [string, () => string, string][] = [
    ['line breaks alone', () => '\n'.repeat(bytes), 'document-too-large'],
    ['a line of blanks', () => `题型\n${' '.repeat(bytes)}\u2028`, 'format-unknown'],
    ['an answer of blanks', () => `题？\nA. 甲\nANSWER:${' '.repeat(bytes)}\u2028`, 'key-missing'],
    [
      'one question with all facts of the world',
      () => `FACT: ${Array.from({ length: 200_000 }, (_, n) => `F${n}`).join()}\n题？\nA. 甲\nANSWER: A`,
      'too-many-facts'
    ],
    ['a million columns below a head', () => `题型,题干,答案,解析\n${'a,'.repeat(bytes / 2 - 100)}`, 'too-many-columns'],
    ['titles that never close', () => csv([row({ explanation: '《'.repeat(bytes / 4) })]), 'source-missing'],
    ['26,000 questions in Aiken', () => 'A?\nA. b\nANSWER: A\n'.repeat(26_000), 'too-many-rows']
  ]
  test.each(kinds)('%s is answered by name, and others are answered meanwhile', async (_, made, expected) => {
    const { code, fileId } = await upload(made(), '题目.txt')
    if (!fileId) return expect(code).toBe(expected)
    const resident = await world.as('resident')
    const importing = editor.ask(quizzes.importQuestions)({ fileId, dryRun: true })
    let longest = 0
    const began = performance.now()
    for (let isOver = false; !isOver;) {
      const asked = performance.now()
      isOver = await Promise.race([
        importing.then(() => true),
        resident
          .ask(quizzes.getMyKnowledge)({})
          .then(() => false)
      ])
      longest = Math.max(longest, performance.now() - asked)
    }
    const { faults } = await importing
    expect(faults.map(({ reason }) => reason)).toContain(expected)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(longest).toBeLessThan(1_500)
  })
})

describe('a file that may not come in', () => {
  const macro: [string, string][] = [['xl/vbaProject.bin', 'Sub Auto_Open()\nEnd Sub']]
  const withMacros = () => plainWorkbook([heads, row()], { more: macro })
  const many = () =>
    zipOf([['xl/workbook.xml', '<workbook/>'], ...Array.from({ length: 5_000 }, (_, n) => [`xl/media/${n}.xml`, ''] as [string, string])])
  const deep = () =>
    zipOf([
      ['xl/workbook.xml', '<workbook/>'],
      ['xl/worksheets/sheet1.xml', Buffer.alloc(60 * 1024 * 1024, 0x20)]
    ])
  test.each<[string, string, () => Buffer, string]>([
    ['a workbook with macros', '题目.xlsm', withMacros, 'not-a-document'],
    ['the same under another name', '题目.xlsx', withMacros, 'not-a-document'],
    ['a bomb of one large part', '题目.xlsx', deep, 'document-too-large'],
    ['a bomb of thousands of parts', '题目.xlsx', many, 'document-too-large']
  ])('%s is refused as it is sent up', async (_, name, made, code) => {
    const { status, code: told, fileId } = await upload(made(), name)
    expect([status >= 400 && status < 500, told, fileId]).toEqual([true, code, undefined])
    expect(await bankSize()).toBe(before)
  })
})
