import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedDemoFoundation } from '#server/demo/seed-demo-city'
import { openServedDatabase } from '#server/database/served-database'
import { keepCity } from '#server/city'
import { openSessions, secretFromEnvironment } from '#server/people/sessions'
import { personOfOpenid } from '#server/people/wechat-person'
import { startFreshPostgres, type FreshPostgres } from '#world/fresh-postgres'

const SECRET = 'a secret of more than thirty-two characters'

/** The function reads the machine's clock, whatever day that has. */
const HUNDRED_YEARS_HOURS = 876_000

let postgres: FreshPostgres
let folder: string

beforeAll(async () => {
  execFileSync(process.execPath, ['config/run-parts.mjs', 'cloud'], { stdio: 'ignore' })
  folder = mkdtempSync(join(tmpdir(), 'tongchuang-cloud-'))
  cpSync('dist/cloud', folder, { recursive: true })
  postgres = await startFreshPostgres()
  const database = openServedDatabase(postgres.adminUrl, 2, () => undefined)
  await database.migrate('src/server/database/migrations')
  await seedDemoFoundation(
    { database, city: keepCity(database.reading, () => new Date('2026-11-23T09:00:00+08:00')) },
    new Date('2026-11-23T09:00:00+08:00')
  )
  await database.close()
}, 120_000)

afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Calls `main(event)` once for each event, in one process that has nothing but the function's own folder. */
function callFunction(name: 'api' | 'internal', events: unknown[], environment: Record<string, string>) {
  const program = `
    const { main } = require('./index.js');
    (async () => {
      const answers = []
      for (const event of JSON.parse(process.argv[1])) answers.push(await main(event).catch(fault => ({ threw: fault.message })))
      process.stdout.write('\\nANSWERS ' + JSON.stringify(answers))
      process.exit(0)
    })()`
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    SESSION_SECRET: SECRET,
    ...environment
  }
  const child = spawnSync(process.execPath, ['-e', program, JSON.stringify(events)], {
    cwd: join(folder, name),
    env,
    encoding: 'utf8',
    timeout: 60_000
  })
  const answers = child.stdout.split('\nANSWERS ')[1]
  if (!answers) throw new Error(`the function said nothing: ${child.stderr}`)
  return JSON.parse(answers) as { status?: number; body?: Record<string, unknown>; threw?: string; isDone?: boolean }[]
}

const asPerson = (openid: string) => ({
  IDENTITY: 'wx-login',
  PUBLIC_URL: 'https://city.example.cn',
  WX_APP_ID: 'wx0123456789abcdef',
  WX_APP_SECRET: 'the secret of the mini-program',
  DATABASE_URL: postgres.adminUrl,
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
  WX_OPENID: openid,
  TCB_SOURCE: 'wx_client'
})

test('the cloud function answers whoever has a token, without any package beside it', async () => {
  const database = openServedDatabase(postgres.adminUrl, 2, () => undefined)
  const now = new Date('2026-11-23T09:00:00+08:00')
  const personId = await database.write(writing => personOfOpenid(writing, 'openid-of-somebody', now))
  await database.close()
  const token = await openSessions(secretFromEnvironment(SECRET), now).issue(personId, now, { hours: HUNDRED_YEARS_HOURS })
  const [areas, me, unknown] = callFunction(
    'api',
    [{ operation: 'places/listAreas', input: {} }, { operation: 'people/getMe', input: {}, token }, { operation: 'people/none' }],
    asPerson('openid-of-somebody')
  )
  expect(areas?.status).toBe(200)
  expect((areas?.body?.areas as unknown[]).length).toBe(31)
  expect(me).toMatchObject({ status: 200, body: { personId, displayName: '微信用户', grants: [] } })
  expect(unknown).toMatchObject({ status: 404, body: { code: 'not-found' } })
})

test('the thread that reads what people upload starts beside the function and needs nothing else', () => {
  const content = Buffer.from(JSON.stringify({ kind: 'text', text: 'A?\nA. b\nANSWER: A' })).toString('base64')
  const program = `
    const thread = new (require('node:worker_threads').Worker)('./reading-thread.js')
    thread.once('message', told => process.stdout.write(JSON.stringify(told), () => process.exit(0)))
    thread.postMessage({ name: 'readStoredImport', input: [Buffer.from(process.argv[1], 'base64'), undefined] })`
  const child = spawnSync(process.execPath, ['-e', program, content], { cwd: join(folder, 'api'), encoding: 'utf8', timeout: 60_000 })
  expect(JSON.parse(child.stdout)).toMatchObject({ answer: { rows: 1, questions: [{ line: 1 }] } })
})

test('an openid alone, in the event or in the context of the call, is nobody', () => {
  const [named, inContext] = callFunction(
    'api',
    [{ operation: 'people/getMe', openid: 'openid-one', WX_OPENID: 'openid-one' }, { operation: 'people/getMe' }],
    asPerson('openid-one')
  )
  for (const answer of [named, inContext]) expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
})

test('a client that dresses its event as a timer or a push is a client like any other', () => {
  const [timer, push] = callFunction(
    'api',
    [{ Type: 'Timer', TriggerName: 'minute' }, { Event: 'wxa_media_check' }],
    asPerson('openid-one')
  )
  expect(timer).toMatchObject({ status: 400, body: { code: 'bad-input' } })
  expect(push).toMatchObject({ status: 400, body: { code: 'bad-input' } })
})

test('the internal function winds the clock for a trigger and for nobody else', () => {
  const { WX_OPENID: _, WX_CONTEXT_KEYS: __, ...trigger } = { ...asPerson(''), TCB_SOURCE: 'wx_trigger' }
  expect(callFunction('internal', [{ Type: 'Timer' }], trigger)).toEqual([{ isDone: true }])
  expect(callFunction('internal', [{ Type: 'Timer' }], asPerson('openid-one'))).toEqual([{ isDone: false }])
  expect(callFunction('internal', [{ Type: 'Timer' }], { ...asPerson('openid-one'), TCB_SOURCE: 'wx_trigger' })).toEqual([
    { isDone: false }
  ])
})

test('without a database server the function refuses by name instead of opening an embedded one', () => {
  const [answer] = callFunction('api', [{ operation: 'places/listAreas' }], { ...asPerson(''), DATABASE_URL: '' })
  expect(answer?.threw).toContain('DATABASE_URL')
})

test('the way of signing in that needs no token is refused by name until it is built', () => {
  const [answer] = callFunction('api', [{ operation: 'places/listAreas' }], { ...asPerson('openid-one'), IDENTITY: 'wx-function' })
  expect(answer?.threw).toContain('IDENTITY: wx-container and wx-function are not built yet')
})

test('what is uploaded holds no source maps', () => {
  for (const name of ['api', 'internal']) expect(readdirSync(join(folder, name)).filter(file => file.endsWith('.map'))).toEqual([])
})
