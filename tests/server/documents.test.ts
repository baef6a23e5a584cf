import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { people } from '#contract/people'
import { volunteering as contract } from '#contract/volunteering'
import { writeCertificatePdf, type CertificateOnPaper } from '#server/documents/certificate-pdf'
import { checkDocumentAddress, signDocuments } from '#server/documents/document-address'
import { columnName, safeText } from '#server/documents/workbook'
import { presenceFacts, attendances } from '#server/volunteering/presence/presence-tables'
import { signUps } from '#server/volunteering/sign-ups/sign-up-tables'
import { maskName } from '#server/volunteering/volunteers/name-rules'
import { refusalOf, type Actor } from '#world/actor'
import { readPdf } from '#world/read-pdf'
import { pastShift, serve } from '#world/served-hours'
import { openWorld, type World } from '#world/world'

const YEAR = { from: '2026-01-01', to: '2026-11-23' }
let world: World
let server: FastifyInstance
let shift: Awaited<ReturnType<typeof pastShift>>
let volunteer: Actor
beforeAll(async () => {
  world = await openWorld({ environment: { PUBLIC_URL: 'https://city.example.cn' } })
  server = await world.serve()
  shift = await pastShift(world, { title: '=HYPERLINK("http://evil.example","清洁")' })
  volunteer = await world.newcomer()
  await serveOnce(volunteer)
}, 60_000)
afterAll(() => world.close())

/** Signs up, comes, goes, and is credited 75 minutes of grade B. */
async function serveOnce({ person: { personId } }: Actor): Promise<void> {
  const [shiftId, joinedAt] = [shift.shiftId, new Date('2026-11-08T08:00:00+08:00')]
  const { startsAt, endsAt } = shift.activity
  const [checkedInAt, checkedOutAt] = [new Date('2026-11-10T09:05:00+08:00'), new Date('2026-11-10T10:20:00+08:00')]
  await world.database.write(async writing => {
    await writing
      .insert(signUps)
      .values({ shiftId, personId, state: 'attended', arrival: 1, joinedAt, stateSince: joinedAt, startsAt, endsAt })
    await writing.insert(attendances).values({ shiftId, personId, state: 'verified', checkedInAt, checkedOutAt, stateSince: checkedOutAt })
    const fact = { shiftId, personId, receivedAt: checkedInAt }
    await writing.insert(presenceFacts).values([
      { ...fact, factId: 'fact-in', phase: 'in', signals: ['code', 'geofence'], at: checkedInAt },
      { ...fact, factId: 'fact-out', phase: 'out', signals: ['reverse'], at: checkedOutAt }
    ])
  })
  await serve(world, shift, { personId, minutes: 75, grade: 'B', on: '2026-11-10' })
}

/** Fetches a signed address as a browser would. */
async function fetched(address: string) {
  const { statusCode, rawPayload, headers } = await server.inject({ url: address.replace('https://city.example.cn', '') })
  return { status: statusCode, bytes: rawPayload, headers }
}

async function openBook(address: string): Promise<ExcelJS.Workbook> {
  const { status, bytes, headers } = await fetched(address)
  expect([status, headers['cache-control']]).toEqual([200, 'private, no-store'])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}

const rowsOf = (sheet: ExcelJS.Worksheet | undefined) =>
  [...(sheet?.getSheetValues() ?? [])].map(row => (Array.isArray(row) ? row.slice(1).map(cell => cell ?? null) : []))

describe('a certificate on paper', () => {
  const paper: CertificateOnPaper = {
    ...{ code: 'TC-2611-7K3Q-9FXM', state: 'valid', name: '𬭎**', ...YEAR, minutes: 12645, activityCount: 58, isDemo: false },
    ...{ byGrade: { A: 8100, B: 3630, C: 825, D: 90 }, issuer: '清和市', issuedOn: '2026-11-21', issuedAt: new Date('2026-11-21T08:00Z') },
    verifyUrl: 'https://city.example.cn/verify/TC-2611-7K3Q-9FXM'
  }

  test('opens, its text can be copied, and its QR code leads to the page that verifies it', async () => {
    const { lines, fonts, qrCodes } = await readPdf(await writeCertificatePdf(paper))
    for (const line of ['志愿服务记录证明', '编号 TC-2611-7K3Q-9FXM', '𬭎**', '210小时45分钟', '135小时', '1小时30分钟', paper.verifyUrl])
      expect(lines).toContain(line)
    expect(lines.join('')).not.toContain('\ufffd')
    expect(fonts).toEqual([expect.stringMatching(/^[A-Z]{6}\+NotoSansHans-/), expect.stringMatching(/^[A-Z]{6}\+NotoSansHans-/)])
    expect(qrCodes).toEqual([paper.verifyUrl])
  })

  test('lists where the hours come from on pages behind it, as many as it takes', async () => {
    const activities = Array.from({ length: 20 }, (_, n) => ({
      ...{ title: `河边清洁 ${n + 1}`, from: '2026-03-01', to: n % 2 ? '2026-03-01' : '2026-11-02', minutes: 60 + n }
    }))
    const { lines } = await readPdf(await writeCertificatePdf({ ...paper, name: '周建国', activities }))
    for (const line of [
      '周建国',
      '河边清洁 1',
      '2026年3月1日至2026年11月2日',
      '河边清洁 20',
      '1小时19分钟',
      '另有 38 项，时长已计入总数。'
    ])
      expect(lines).toContain(line)
    expect(lines.filter(line => line.includes('明细第'))).toEqual([1, 2].map(n => `周建国 · 编号 ${paper.code} · 明细第 ${n} 页，共 2 页`))
  })

  test('is the same to the last byte when it is made again, and small enough to send', async () => {
    const [one, again] = [await writeCertificatePdf(paper), await writeCertificatePdf(paper)]
    expect([one.equals(again), one.length < 300_000]).toEqual([true, true])
  })

  test('says across the page where it is of the demo, revoked or superseded', async () => {
    const marked = async (change: Partial<CertificateOnPaper>) =>
      (await readPdf(await writeCertificatePdf({ ...paper, ...change }))).lines[0]
    expect(await marked({ isDemo: true })).toBe('演示')
    expect(await marked({ isDemo: true, state: 'revoked' })).toBe('已撤销')
    expect(await marked({ state: 'superseded' })).toBe('已被替代')
    expect(await marked({})).toBe('清和市')
  })

  test('is downloaded by whom it belongs to, and by nobody once the account is gone', async () => {
    const { code, pdfUrl, verifyUrl } = await volunteer.ask(contract.issueCertificate)(YEAR)
    const { status, bytes, headers } = await fetched(pdfUrl)
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      `inline; filename="${code}.pdf"`
    ])
    expect(await readPdf(bytes)).toMatchObject({
      qrCodes: [verifyUrl],
      lines: expect.arrayContaining([`编号 ${code}`, '1小时15分钟']) as unknown
    })
    expect((await fetched(pdfUrl.replace(code, 'TC-2611-0000-0000'))).status).toBe(404)
    expect((await fetched(`/documents/certificate/${code}.pdf`)).status).toBe(404)
    const leaving = await world.newcomer()
    await serve(world, shift, { personId: leaving.person.personId, minutes: 60, grade: 'A', on: '2026-11-10', state: 'final' })
    const theirs = await leaving.ask(contract.issueCertificate)({ from: '2026-11-10', to: '2026-11-10' })
    await leaving.ask(people.deleteMyAccount)({ confirmation: 'delete' })
    expect((await fetched(theirs.pdfUrl)).status).toBe(404)
  })
})

describe('an address of a document', () => {
  const sessions = { keysFor: () => ['a key'] } as never
  const now = new Date('2026-11-23T09:00:00+08:00')
  const address = signDocuments(sessions).addressOf('hours/2026-01-01_2026-12-31.xlsx', { viewerId: 'li', now, facts: { areas: 'a,b' } })
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)

  test('is good for ten minutes, names its viewer and what it was made for', () => {
    const read = { name: 'hours/2026-01-01_2026-12-31.xlsx', viewerId: 'li', facts: { areas: 'a,b' } }
    expect(checkDocumentAddress(address, ['a key'], at(599))).toEqual(read)
    expect(checkDocumentAddress(address, ['a newer key', 'a key'], now)).toEqual(read)
    expect(checkDocumentAddress(address, ['a key'], at(600))).toBeUndefined()
    expect(checkDocumentAddress(address, ['another key'], now)).toBeUndefined()
  })

  test('is worth nothing once a letter of it is changed, left out or added', () => {
    for (let n = 0; n < address.length; n += 1)
      for (const other of ['', 'x', `${address[n]}x`, '&', '%20'])
        if (other !== address[n]) {
          const changed = address.slice(0, n) + other + address.slice(n + 1)
          expect([changed, checkDocumentAddress(changed, ['a key'], now)]).toEqual([changed, undefined])
        }
    expect(checkDocumentAddress(address.replace('areas=a%2Cb', 'areas=a%2Cb&areas=c'), ['a key'], now)).toBeUndefined()
  })
})

describe('an export', () => {
  test('of a shift has its roster with masked names, signals, minutes and their sum', async () => {
    const organiser = await world.as('organiser')
    const { documentUrl } = await organiser.ask(contract.exportShift)({ shiftId: shift.shiftId })
    expect(documentUrl).toMatch(/^https:\/\/city\.example\.cn\/documents\/shift\//)
    const sheet = (await openBook(documentUrl)).worksheets[0]
    const rows = rowsOf(sheet)
    expect(rows).toContainEqual([
      ...[1, maskName(volunteer.person.displayName), '已参加', '已认定', '2026-11-10 09:05', '2026-11-10 10:20'],
      ...['扫现场码、位置相符', '', '工作人员扫码', 75, 'B', '已确认']
    ])
    expect(rows.at(-1)?.[9]).toMatchObject({ formula: expect.stringMatching(/^SUM\(J\d+:J\d+\)$/) as string, result: 75 })
    expect(JSON.stringify(rows)).not.toContain(volunteer.person.displayName)
  })

  test('never carries a formula somebody typed: it stays text', async () => {
    const organiser = await world.as('organiser')
    const { documentUrl } = await organiser.ask(contract.exportShift)({ shiftId: shift.shiftId })
    const title = (await openBook(documentUrl)).worksheets[0]!.getCell('A1')
    expect([title.type, title.formula]).toEqual([ExcelJS.ValueType.String, undefined])
    expect(title.text.startsWith("'=HYPERLINK")).toBe(true)
    expect(['=1', '+1', '-1', '@x', '\t=1', '＝1', '河岸'].map(safeText)).toEqual(["'=1", "'+1", "'-1", "'@x", "'\t=1", "'＝1", '河岸'])
  })

  test('of hours has final minutes of the caller’s areas by person and organisation, and its sums are those of the ledger', async () => {
    const other = await world.newcomer()
    const { personId } = other.person
    await serve(
      world,
      shift,
      { personId, minutes: 40, grade: 'A', on: '2026-11-10' },
      { personId, minutes: 20, grade: 'D', on: '2026-11-11' }
    )
    await serve(world, shift, { personId, minutes: 500, grade: 'A', on: '2026-11-10', state: 'notice' })
    await serve(world, shift, { personId, minutes: 300, grade: 'A', on: '2025-11-10' })
    const supervisor = await world.staff('supervisor', { areaId: shift.activity.streetId })
    const book = await openBook((await supervisor.ask(contract.exportHours)(YEAR)).documentUrl)
    const byPerson = rowsOf(book.getWorksheet('按人'))
    expect(byPerson.find(row => row[0] === personId.slice(-8))?.slice(3)).toEqual([
      1,
      40,
      0,
      0,
      20,
      { formula: expect.any(String) as string, result: 60 }
    ])
    const sums = (row: unknown[] | undefined) => row?.slice(-5).map(cell => (cell as { result: number }).result)
    expect(sums(byPerson.at(-1))).toEqual(sums(rowsOf(book.getWorksheet('按组织')).at(-1)))
    expect((await other.ask(contract.getMyHours)({})).minutes).toBe(360)
    const elsewhere = (await world.product.city.read()).places.areas.filter(
      area => area.kind === 'street' && area.areaId !== shift.activity.streetId
    )[0]!
    const stranger = await world.staff('organiser', { areaId: elsewhere.areaId })
    expect(
      rowsOf((await openBook((await stranger.ask(contract.exportHours)(YEAR)).documentUrl)).getWorksheet('按人')).flat()
    ).not.toContain(personId.slice(-8))
  })

  test('is for whoever runs or reviews activities there; to others it reads like not there', async () => {
    const { shiftId } = shift
    expect(await refusalOf(volunteer.ask(contract.exportShift)({ shiftId }))).toBe('shift-not-found')
    expect(await refusalOf(volunteer.ask(contract.exportHours)(YEAR))).toBe('not-found')
    expect(await refusalOf((await world.as('handler')).ask(contract.exportHours)(YEAR))).toBe('not-found')
    const organiser = await world.as('organiser')
    expect(await refusalOf(organiser.ask(contract.exportShift)({ shiftId: 'none' }))).toBe('shift-not-found')
    expect(await refusalOf(organiser.ask(contract.exportHours)({ from: '2026-12-01', to: '2026-01-01' }))).toBe('bad-input')
  })

  test('names its columns as spreadsheets do, also after Z', () => {
    expect([1, 26, 27, 52, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA'])
  })
})
