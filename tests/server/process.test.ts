import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { like } from 'drizzle-orm'
import type { Database } from '#server/database/database'
import { openEmbeddedDatabase } from '#server/database/embedded-database'
import { openServedDatabase } from '#server/database/served-database'
import { seedDemoFoundation } from '#server/demo/seed-demo-city'
import { keepCity } from '#server/city'
import { reports } from '#server/reports/report-tables'
import { createServedDatabase, isOnPostgres, MIGRATIONS } from '#world/fresh-database'
import { START } from '#world/world'
import { bundleServerProgram, runServer, startServer, type RunningServer } from '#world/running-server'

const PEOPLE = 100
const REPORTS_EACH = 5
/** What a city sets beside who signs people in. */
const CITY = { PUBLIC_URL: 'https://city.example.cn', WX_APP_ID: 'wx1', WX_APP_SECRET: 'secret' }

let dataDirectory: string
let environment: NodeJS.ProcessEnv
let open: () => Promise<Database>
let drop: () => Promise<void> = async () => undefined

beforeAll(async () => {
  bundleServerProgram()
  dataDirectory = mkdtempSync(join(tmpdir(), 'tongchuang-process-'))
  environment = { DATA_DIR: dataDirectory }
  open = () => openEmbeddedDatabase(dataDirectory)
  if (isOnPostgres) {
    const served = await createServedDatabase()
    drop = served.drop
    environment = { DATA_DIR: dataDirectory, DATABASE_URL: served.url, IDENTITY: 'demo' }
    open = async () => openServedDatabase(served.url, 2, () => undefined)
  }
  const database = await open()
  await database.migrate(MIGRATIONS)
  await seedDemoFoundation({ database, city: keepCity(database.reading, () => new Date(START)) }, new Date(START))
  await database.close()
}, 120_000)
afterAll(async () => {
  await drop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

async function call<T>({ address }: RunningServer, operation: string, input: object, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(`${address}/api/${operation}`, { method: 'POST', headers, body: JSON.stringify(input) })
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`)
  return response.json() as Promise<T>
}

// The directory holds an embedded database whatever this run is on.
const ifEmbedded = isOnPostgres ? undefined : test
ifEmbedded?.(
  'a second process on the same data directory is refused in plain words, and the first goes on',
  async () => {
    const ownDirectory = { DATA_DIR: mkdtempSync(join(tmpdir(), 'tongchuang-locked-')), IDENTITY: 'wx-login', ...CITY }
    const first = await startServer(ownDirectory)
    const second = await runServer(ownDirectory)
    expect([second.code, second.said]).toEqual([
      1,
      expect.stringContaining('is in use by another process. Stop that one, or choose another with DATA_DIR.')
    ])
    expect(second.said).not.toContain('    at ')
    expect((await fetch(`${first.address}/readyz`)).status).toBe(200)
    await first.kill('SIGKILL')
    const third = await startServer(ownDirectory)
    expect(await third.kill('SIGTERM')).toBe(0)
    rmSync(ownDirectory.DATA_DIR, { recursive: true, force: true })
  },
  120_000
)

ifEmbedded?.(
  'a content file that cannot be taken stops a city that has nothing yet, by name, and never one that lives',
  async () => {
    const content = mkdtempSync(join(tmpdir(), 'tongchuang-content-'))
    cpSync('content', content, { recursive: true })
    const own = { DATA_DIR: mkdtempSync(join(tmpdir(), 'tongchuang-city-')), IDENTITY: 'wx-login', ...CITY, CONTENT_DIR: content }
    for (const [file, line] of [
      ['facts.csv', 'F999,only two cells'],
      ['categories.csv', '1001,again'],
      ['questions/care-and-accessibility.jsonl', '{"questionId":"Q-F001-1"}']
    ] as const) {
      cpSync('content', content, { recursive: true })
      appendFileSync(join(content, file), `${line}\n`)
      const { code, said } = await runServer({ ...own, DATA_DIR: mkdtempSync(join(tmpdir(), 'tongchuang-new-')) })
      expect([code, said]).toEqual([1, expect.stringMatching(new RegExp(`^CONTENT_DIR: ${file.split('/').at(-1)}, line \\d+`, 'm'))])
      expect(said).not.toMatch(/^ {4}at /m)
    }
    cpSync('content', content, { recursive: true })
    await (await startServer(own)).kill('SIGTERM')
    appendFileSync(join(content, 'facts.csv'), 'F999,only two cells\n')
    const living = await startServer(own)
    expect(living.said()).toMatch(/CONTENT_DIR: facts\.csv, line \d+.*the city goes on with the content it has/)
    expect((await fetch(`${living.address}/readyz`)).status).toBe(200)
    expect(await living.kill('SIGTERM')).toBe(0)
    for (const folder of [content, own.DATA_DIR]) rmSync(folder, { recursive: true, force: true })
  },
  180_000
)

test('an environment that is not complete ends the start with every fault named', async () => {
  const { code, said } = await runServer({ NODE_ENV: 'production', IDENTITY: 'demo', PORT: 'eighty', DATA_DIR: dataDirectory })
  expect(code).toBe(1)
  expect(said).toMatch(/PORT: a port number[\s\S]*IDENTITY: demo lets anybody be anybody and is refused in production/)
})

describe('what keeps it from starting is one sentence that names the setting', () => {
  const wrong = async (setting: NodeJS.ProcessEnv) => {
    const { code, said } = await runServer({ ...environment, ...setting })
    expect(code).toBe(1)
    expect(said).not.toMatch(/^ {4}at /m)
    expect(said).not.toContain('pass-word')
    return said
  }

  test('a database that is not there, or does not open, or is another product’s', async () => {
    const url = (rest: string) => ({ DATABASE_URL: `postgresql://city:pass-word@${rest}`, IDENTITY: 'demo' })
    expect(await wrong(url('127.0.0.1:1/city'))).toMatch(/^DATABASE_URL: 127\.0\.0\.1:1\/city cannot be opened: /m)
    expect(await wrong(url('no-such-host.invalid/city'))).toMatch(/^DATABASE_URL: no-such-host\.invalid:5432\/city cannot be opened: /m)
    expect(await wrong({ DATABASE_URL: 'mysql://city:pass-word@127.0.0.1/city' })).toMatch(/DATABASE_URL: the address of a PostgreSQL/)
    if (!isOnPostgres) return
    const missing = new URL(environment.DATABASE_URL ?? '')
    missing.pathname = '/no_such_city'
    expect(await wrong({ DATABASE_URL: missing.toString() })).toMatch(
      /DATABASE_URL: .* cannot be opened: database "no_such_city" does not exist/
    )
  })

  test('a folder that is none, and a place to listen that is taken or not of this machine', async () => {
    const file = join(dataDirectory, 'a-file')
    writeFileSync(file, '')
    expect(await wrong({ DATA_DIR: file })).toMatch(/^DATA_DIR: /m)
    expect(await wrong({ MIGRATIONS_DIR: dataDirectory })).toMatch(/^MIGRATIONS_DIR: /m)
    expect(await wrong({ CONTENT_DIR: join(dataDirectory, 'none') })).toMatch(/^CONTENT_DIR: /m)
    expect(await wrong({ HOST: '192.0.2.1' })).toMatch(/^HOST: this machine has no such address/m)
    const taken = createServer()
    await new Promise<void>(settle => taken.listen(0, '127.0.0.1', settle))
    expect(await wrong({ PORT: String((taken.address() as AddressInfo).port) })).toMatch(/^PORT: another program listens there already/m)
    await new Promise(settle => taken.close(settle))
  })
})

test('started from another folder it finds what comes with it, and it stops in time though somebody never ends sending', async () => {
  const running = await startServer(environment, tmpdir())
  expect((await fetch(`${running.address}/readyz`)).status).toBe(200)
  const { port } = new URL(running.address)
  const endless = connect(Number(port), '127.0.0.1')
  endless.on('error', () => undefined)
  endless.write('POST /api/people/getMe HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{')
  await new Promise(settle => setTimeout(settle, 200))
  const before = performance.now()
  expect(await running.kill('SIGTERM')).toBe(0)
  expect(performance.now() - before).toBeLessThan(10_000)
  expect(running.said()).toContain('the server stops')
}, 90_000)

test('killed in the middle of 500 submissions, it has every acknowledged report after a restart, once', async () => {
  interface Submitted {
    reportId: string
    number: string
  }
  const running = await startServer(environment)
  const { areas } = await call<{ areas: { kind: string; centre: object }[] }>(running, 'places/listAreas', {})
  const point = areas.find(area => area.kind === 'grid')!.centre
  const handles = Array.from({ length: PEOPLE }, (_, index) => `crowd-${index}`)
  const signIn = (server: RunningServer, handle: string) =>
    call<{ token: string }>(server, 'people/signInDemo', { persona: 'resident', handle })
  const tokens = new Map<string, string>()
  for (const handle of handles) tokens.set(handle, (await signIn(running, handle)).token)
  const wanted = handles.flatMap(handle =>
    Array.from({ length: REPORTS_EACH }, (_, index) => ({
      handle,
      text: `killed ${handle} ${index}`,
      idempotencyKey: `${handle}-report-${index}`
    }))
  )
  const inputOf = ({ text, idempotencyKey }: (typeof wanted)[number]) => ({
    idempotencyKey,
    // What cannot be photographed needs no upload first.
    categoryCode: '9003',
    point,
    photoIds: [],
    text
  })

  const acknowledged = new Map<string, Submitted>()
  let killed: Promise<unknown> | undefined
  await Promise.all(
    wanted.map(async one => {
      const answer = await call<Submitted>(running, 'reports/submitReport', inputOf(one), tokens.get(one.handle)).catch(() => undefined)
      if (answer) acknowledged.set(one.text, answer)
      if (acknowledged.size === wanted.length / 2) killed ??= running.kill('SIGKILL')
    })
  )
  await killed
  expect(acknowledged.size).toBeGreaterThanOrEqual(wanted.length / 2)
  expect(acknowledged.size).toBeLessThan(wanted.length)

  const restarted = await startServer(environment)
  await Promise.all(
    wanted.map(async one => {
      const answer = await call<Submitted>(restarted, 'reports/submitReport', inputOf(one), tokens.get(one.handle))
      const before = acknowledged.get(one.text)
      if (before) expect(answer).toEqual(before)
    })
  )
  expect(await restarted.kill('SIGTERM')).toBe(0)
  const database = await open()
  const rows = await database.reading
    .select({ reportId: reports.reportId, text: reports.text })
    .from(reports)
    .where(like(reports.text, 'killed %'))
  await database.close()
  expect(rows.map(row => row.text).sort()).toEqual(wanted.map(one => one.text).sort())
  for (const [text, { reportId }] of acknowledged) expect(rows.find(row => row.text === text)?.reportId).toBe(reportId)
}, 180_000)
