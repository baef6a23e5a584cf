import type { FastifyInstance } from 'fastify'
import { quizzes } from '#contract/quizzes'
import { columnHeads, columnNames, type ColumnName } from '#server/quizzes/exchange/question-column-rules'
import { faultOf, newKey, refusalOf, type Actor } from '#world/actor'
import { inGb18030, plainWorkbook, workbookOf, zipOf } from '#world/office-files'
import { smallPhoto } from '#world/photos'
import { openWorld, type World } from '#world/world'

let world: World
let server: FastifyInstance
let editor: Actor
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  server = await world.serve()
  editor = await world.as('editor')
}, 60_000)
afterAll(() => world.close())

async function upload(actor: Actor, content: Buffer | string) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), 'anything.bin')
  const encoded = new Response(form)
  const response = await server.inject({
    method: 'POST',
    url: '/api/files',
    headers: { 'content-type': encoded.headers.get('content-type') ?? '', authorization: `Bearer ${actor.token}` },
    payload: Buffer.from(await encoded.arrayBuffer())
  })
  return { status: response.statusCode, ...response.json<{ fileId: string; code?: string; width?: number }>() }
}

const bankSize = async () => (await editor.ask(quizzes.listQuestions)({})).totalCount
const imported = (actor: Actor, fileId: string, more: { dryRun?: boolean; factId?: string; idempotencyKey?: string } = {}) =>
  actor.ask(quizzes.importQuestions)({ fileId, dryRun: false, ...more })

const heads = columnNames.map(name => columnHeads[name])
let asked = 0
/** A row without a fault, unlike every other. */
const row = (change: Partial<Record<ColumnName, string>> = {}): string[] => {
  const cells: Partial<Record<ColumnName, string>> = {
    ...{
      type: '单选',
      stem: `第${++asked}次开车经过斑马线没有让行，会记几分？`,
      option1: '1分',
      option2: '3分',
      option3: '6分',
      option4: '9分'
    },
    ...{ key: 'B', fact: 'F049', explanation: '不按规定让行一次记3分，停车看一看。依据《道路交通安全违法行为记分管理办法》第十一条。' },
    ...change
  }
  return columnNames.map(name => cells[name] ?? '')
}
const csv = (...rows: string[][]) => [heads, ...rows].map(cells => cells.join(',')).join('\n')
const explanation = '停车让行是法定义务，行人先走。依据《道路交通安全法》第四十七条。'

describe('an upload', () => {
  test('of a table or a text is for editors of the city; a picture is one for everybody', async () => {
    const others = [await world.newcomer(), await world.as('handler')]
    for (const content of [csv(row()), await workbookOf([heads, row()])])
      for (const other of others) expect(await upload(other, content)).toMatchObject({ status: 415, code: 'not-an-image' })
    expect(await upload(editor, await smallPhoto())).toMatchObject({ status: 200, width: expect.any(Number) as number })
    expect(await upload(editor, csv(row()))).toMatchObject({ status: 200, width: 0 })
  })

  const program = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(600, 7)])
  const bomb = Buffer.alloc(200 * 1024 * 1024)
  const merged = (range: string) => ({ sheet: `<mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>` })
  test.each<[string, () => Buffer, string]>([
    ['a program', () => program, 'not-a-document'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'not-a-document'],
    ['bytes of no kind', () => Buffer.from([1, 2, 0, 0, 9, 9, 0, 4]), 'not-a-document'],
    ['a zip of something else', () => zipOf([['notes.txt', '题型,题干']]), 'not-a-document'],
    ['a workbook cut off', () => plainWorkbook([heads, row()]).subarray(0, 900), 'not-a-document'],
    ['a workbook with a macro', () => plainWorkbook([heads], { more: [['xl/vbaProject.bin', 'Sub Auto_Open()']] }), 'not-a-document'],
    ['a text in no known encoding', () => Buffer.from([0x41, 0xff, 0xff, 0x41]), 'not-utf-8'],
    ['a text in UTF-16', () => Buffer.from('\uFEFF题型,题干', 'utf16le'), 'not-utf-8'],
    ['more than 2 MB', () => Buffer.from('题'.repeat(800_000)), 'document-too-large'],
    [
      'a zip bomb',
      () =>
        zipOf([
          ['xl/workbook.xml', '<workbook/>'],
          ['xl/worksheets/sheet1.xml', bomb]
        ]),
      'document-too-large'
    ],
    [
      'a zip bomb that lies',
      () =>
        zipOf([
          ['xl/workbook.xml', '<workbook/>'],
          ['xl/worksheets/sheet1.xml', bomb, 900]
        ]),
      'document-too-large'
    ],
    ['a merged cell as large as the sheet', () => plainWorkbook([heads], merged('A1:XFD1048576')), 'document-too-large'],
    ['a merged cell written so as to hide', () => plainWorkbook([heads], merged('A1&#58;XFD1048576')), 'not-a-document']
  ])('of %s is refused by name', async (_, made, code) => {
    expect((await upload(editor, made())).code).toBe(code)
  })

  test('nobody imported leaves the disk after a day, and its row with it', async () => {
    const { fileId } = await upload(editor, csv(row()))
    expect(await world.storage.read(`documents/${fileId}.json`)).toBeDefined()
    const now = world.now
    world.later({ hours: 25 })
    await world.tick()
    expect(await world.storage.read(`documents/${fileId}.json`)).toBeUndefined()
    expect(await refusalOf(imported(editor, fileId))).toBe('not-found')
    world.at(now)
  })
})

describe('an import', () => {
  const kinds: [string, () => Promise<Buffer | string> | Buffer | string][] = [
    [
      'XLSX of Excel',
      () => workbookOf([['说明'], heads, row(), row({ type: '判断', key: '对', option1: '', option2: '', option3: '', option4: '' })])
    ],
    ['XLSX of another program', () => plainWorkbook([heads, row(), row()])],
    ['CSV', () => csv(row(), row())],
    ['CSV in GB18030, as desks in China write it', () => inGb18030(csv(row(), row()))],
    ['CSV with a byte order mark and tabs', () => `\uFEFF${csv(row(), row()).replaceAll(',', '\t')}`],
    [
      'GIFT',
      () =>
        [1, 2].map(() => `// fact: F049\n行人在斑马线上走第${++asked}步，车要怎么做？{=停 ~快走 ~绕过去####${explanation}}`).join('\n\n')
    ],
    [
      'Aiken',
      () =>
        [1, 2]
          .map(
            () =>
              `FACT: F049\n路口亮起第${++asked}次黄灯，应当怎么做？\nA. 减速\nB. 加速\nC. 鸣笛\nANSWER: A\nEXPLANATION: ${explanation}\n`
          )
          .join('\n')
    ]
  ]
  test.each(kinds)('of %s writes nothing in a dry run, then takes everything in once as drafts of the caller', async (_, made) => {
    const { fileId } = await upload(editor, await made())
    const before = await bankSize()
    expect(await imported(editor, fileId, { dryRun: true })).toEqual({ rows: 2, faults: [] })
    expect(await bankSize()).toBe(before)
    const idempotencyKey = newKey()
    expect(await imported(editor, fileId, { idempotencyKey })).toEqual({ rows: 2, faults: [] })
    expect(await bankSize()).toBe(before + 2)
    for (const again of [{ idempotencyKey }, { idempotencyKey: newKey() }, {}])
      expect(await imported(editor, fileId, again)).toEqual({ rows: 2, faults: [] })
    expect(await bankSize()).toBe(before + 2)
    const [card] = (await editor.ask(quizzes.listQuestions)({ state: 'draft', factId: 'F049' })).questions
    expect(card).toMatchObject({ state: 'draft', version: 1, isMine: true, topic: '交通文明' })
    expect((await editor.ask(quizzes.getQuestion)({ questionId: card!.questionId })).history).toMatchObject([{ version: 1, to: 'draft' }])
  })

  test('with one bad row takes nothing in and names every fault by line and column', async () => {
    const rows = [row(), row({ key: 'E' }), row({ fact: 'F999', explanation: '' }), row({ type: '问答' })]
    const { fileId } = await upload(editor, await workbookOf([heads, ...rows]))
    const before = await bankSize()
    const expected = [
      { line: 3, column: columnNames.indexOf('key') + 1, reason: 'key-not-an-option' },
      { line: 4, column: columnNames.indexOf('explanation') + 1, reason: 'explanation-missing' },
      { line: 4, column: columnNames.indexOf('fact') + 1, reason: 'fact-unknown' },
      { line: 5, column: 1, reason: 'type-unknown' }
    ]
    const preview = await imported(editor, fileId, { dryRun: true })
    expect([preview.rows, preview.faults.map(({ value: _, ...fault }) => fault)]).toEqual([4, expected])
    expect(preview.faults.map(fault => fault.value)).toEqual([undefined, undefined, 'F999', '问答'])
    const { body } = await faultOf(imported(editor, fileId))
    expect(body).toMatchObject({ code: 'import-faults', data: { rows: 4, faults: expected } })
    expect(JSON.stringify(body)).not.toContain('F999')
    expect(await bankSize()).toBe(before)
  })

  test('names formulas, merged cells and errors, and works nothing out', async () => {
    const rows = [row(), row(), row()]
    const bytes = await workbookOf([heads, ...rows], sheet => {
      sheet.getCell('C2').value = { formula: 'CMD("calc")', result: 'X' }
      sheet.mergeCells('C3:D3')
      sheet.getCell('E4').value = { error: '#REF!' } as never
      sheet.getCell('F4').value = { richText: [{ text: '9' }, { text: '分' }] }
    })
    const { faults } = await imported(editor, (await upload(editor, bytes)).fileId, { dryRun: true })
    expect(faults).toEqual([
      { line: 2, column: 3, reason: 'formula', value: '=CMD("calc")' },
      { line: 3, column: 4, reason: 'cell-merged' },
      { line: 4, column: 5, reason: 'cell-unreadable' }
    ])
  })

  test('of ten thousand rows, or of rules for a million cells, is answered by name', async () => {
    const long = plainWorkbook([heads, ...Array.from({ length: 10_000 }, () => row().map(cell => (cell.length > 30 ? '解析' : cell)))])
    const { faults } = await imported(editor, (await upload(editor, long)).fileId, { dryRun: true })
    expect(faults).toEqual([{ line: 2002, column: 1, reason: 'too-many-rows' }])
    const cols = '<cols><col min="1" max="99999999999" width="9"/></cols>'
    const book = '<definedNames><definedName name="all">Sheet1!$A$1:$XFD$1048576</definedName></definedNames>'
    const sheet =
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"单选"</formula1></dataValidation></dataValidations>'
    const { fileId } = await upload(editor, plainWorkbook([heads, row()], { cols, book, sheet }))
    expect(await imported(editor, fileId, { dryRun: true })).toEqual({ rows: 1, faults: [] })
  })

  test('knows a question the bank has already, and one that stands twice in the file', async () => {
    const one = row()
    await imported(editor, (await upload(editor, csv(one))).fileId)
    const other = row()
    const { faults } = await imported(editor, (await upload(editor, csv(one, other, other))).fileId, { dryRun: true })
    expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'stem-known'],
      [4, 'duplicate-stem']
    ])
  })

  test('of two files with the same question at once takes one', async () => {
    const content = csv(row(), row())
    const ids = [(await upload(editor, content)).fileId, (await upload(editor, content)).fileId]
    const before = await bankSize()
    const results = await Promise.all(
      ids.map(fileId => world.withToken(editor.token).send('quizzes/importQuestions', { fileId, dryRun: false }))
    )
    expect(results.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(await bankSize()).toBe(before + 2)
  })

  test('says of a text that is none of the formats, or empty, what it is not', async () => {
    const reasonsOf = async (text: string) =>
      (await imported(editor, (await upload(editor, text)).fileId, { dryRun: true })).faults.map(fault => fault.reason)
    expect(await reasonsOf('只是几句话，没有题目。')).toEqual(['format-unknown'])
    expect(await reasonsOf('  \n')).toEqual(['no-rows'])
    expect(await reasonsOf('题型,题干,解析\n单选,一,二')).toEqual(['column-missing'])
  })

  test('takes the fact that is named for the whole file', async () => {
    const { fileId } = await upload(editor, csv(row({ fact: '' })))
    expect((await imported(editor, fileId, { dryRun: true })).faults.map(fault => fault.reason)).toEqual(['fact-missing'])
    expect(await imported(editor, fileId, { factId: 'F049' })).toEqual({ rows: 1, faults: [] })
  })
})

test('to everybody else, and to another editor, a file reads like not there', async () => {
  const { fileId } = await upload(editor, csv(row()))
  const strangers = [await world.newcomer(), await world.as('handler'), await world.staff('editor', { unitId: 'any' })]
  for (const stranger of strangers) {
    expect(await refusalOf(imported(stranger, fileId, { dryRun: true }))).toBe('not-found')
    expect(await refusalOf(stranger.ask(quizzes.exportQuestions)({ format: 'csv' }))).toBe('not-found')
    expect(await refusalOf(stranger.ask(quizzes.getImportTemplate)({ format: 'xlsx' }))).toBe('not-found')
  }
  expect(await refusalOf(world.nobody.ask(quizzes.exportQuestions)({ format: 'csv' }))).toBe('not-signed-in')
  for (const other of [await world.as('editor', 'second'), await world.as('admin')])
    expect(await refusalOf(imported(other, fileId, { dryRun: true }))).toBe('not-found')
  const photo = await upload(editor, await smallPhoto())
  for (const none of [photo.fileId, 'none']) expect(await refusalOf(imported(editor, none))).toBe('not-found')
})

describe('an export', () => {
  const fetched = async (url: string) => server.inject({ url })
  test.each(['xlsx', 'csv', 'gift'] as const)('as %s comes in again question by question as it went out', async format => {
    const { url } = await editor.ask(quizzes.exportQuestions)({ format, topic: '志愿服务' })
    const { statusCode, headers, rawPayload } = await fetched(url)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'private, no-store'])
    expect(headers['content-disposition']).toContain('attachment')
    const { fileId } = await upload(editor, rawPayload)
    const { rows, faults } = await imported(editor, fileId, { dryRun: true })
    const total = (await editor.ask(quizzes.listQuestions)({ topic: '志愿服务' })).totalCount
    const sorts = ['order', 'bins'] as const
    const counts = await Promise.all(
      sorts.map(async type => (await editor.ask(quizzes.listQuestions)({ topic: '志愿服务', type })).totalCount)
    )
    expect(rows).toBe(format === 'gift' ? total - counts[0]! - counts[1]! : total)
    // All of it is known, and nothing else is wrong with it.
    expect(faults.map(fault => fault.reason)).toEqual(Array(rows).fill('stem-known'))
  })

  test('is fetched by its signed address alone, for ten minutes', async () => {
    const { url } = await editor.ask(quizzes.exportQuestions)({ format: 'csv', state: 'suspended' })
    expect((await fetched(url)).rawPayload.toString().trim().split('\n')).toHaveLength(1)
    for (const changed of ['/documents/questions.csv', url.replace('.csv', '.xlsx'), url.replace('suspended', 'active')])
      expect((await fetched(changed)).statusCode).toBe(404)
    const now = world.now
    world.at(new Date(now.getTime() - 11 * 60_000))
    const old = (await editor.ask(quizzes.exportQuestions)({ format: 'csv' })).url
    world.at(now)
    expect((await fetched(old)).statusCode).toBe(404)
  })

  test.each(['xlsx', 'csv'] as const)('template as %s has nothing to take in until it is filled in', async format => {
    const { url } = await editor.ask(quizzes.getImportTemplate)({ format })
    const { fileId } = await upload(editor, (await fetched(url)).rawPayload)
    const { rows, faults } = await imported(editor, fileId, { dryRun: true })
    expect([rows, faults.map(fault => fault.reason)]).toEqual([0, ['no-rows']])
  })
})
