import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { keepCity } from '#server/city'
import { tick } from '#server/clock'
import { openServedDatabase } from '#server/database/served-database'
import { seedDemoFoundation } from '#server/demo/seed-demo-city'
import { introduceSecret } from '#server/deployment/compare-secrets'
import { belongsToCity } from '#server/deployment/belongs-to-city'
import { openSessions, secretFile, secretFileOfDemo } from '#server/people/sessions'
import { people } from '#server/people/people-tables'
import { personOfOpenid } from '#server/people/wechat-person'
import { assembleProduct } from '#server/product'
import { readSettings } from '#server/settings'
import { createServedDatabase, isOnPostgres, MIGRATIONS } from '#world/fresh-database'
import { memoryStorage } from '#world/memory-storage'
import { openWorld, START } from '#world/world'

const SECRET = 'a secret of more than thirty-two characters'
const CITY = {
  IDENTITY: 'wx-login',
  PUBLIC_URL: 'https://city.example.cn',
  WX_APP_ID: 'wx1',
  WX_APP_SECRET: 'secret',
  SESSION_SECRET: SECRET
}
const ifOnPostgres = isOnPostgres ? test : undefined

test('two processes with different secrets hear of it: the second when it starts, the first within a minute', async () => {
  const world = await openWorld({ isEmpty: true, environment: CITY })
  const lines: string[] = []
  const settings = readSettings({ ...CITY, NODE_ENV: 'test', DATA_DIR: world.dataDirectory, SESSION_SECRET: `${SECRET}, another` })
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  const other = assembleProduct(settings, world.database, log, () => world.now, { storage: memoryStorage() })

  expect(await introduceSecret(world.product, world.now)).toBeUndefined()
  await world.tick()
  expect(world.logLines.join()).not.toContain('SESSION_SECRET')

  expect(await introduceSecret(other, world.now)).toContain('give both the same SESSION_SECRET')
  expect(lines.join()).toContain('give both the same SESSION_SECRET')
  await world.tick()
  expect(world.logLines.join()).toContain('another process serves this database with another session secret')
  lines.length = 0
  await tick(other, world.now)
  expect(lines).toEqual([])
  await world.close()
})

test('a secret in the data directory that is made anew after its thirty days is still the same deployment', async () => {
  const world = await openWorld({ isEmpty: true })
  await introduceSecret(world.product, world.now)
  for (let month = 0; month < 3; month += 1) {
    world.later({ days: 31 })
    await world.tick()
  }
  expect(world.logLines.join()).not.toContain('session secret')
  await world.close()
})

test('what a demo signed is worth nothing in a city with the same secret, and the other way round', async () => {
  const demo = await openWorld({ environment: { SESSION_SECRET: SECRET } })
  const city = await openWorld({ isEmpty: true, environment: CITY })
  const { token } = await demo.as('admin')
  expect(await city.product.sessions.verify(token, city.now)).toBeUndefined()
  expect(await demo.product.sessions.verify(await city.product.sessions.issue('li', city.now), demo.now)).toBeUndefined()
  expect(demo.product.sessions.keysFor('files')).not.toEqual(city.product.sessions.keysFor('files'))
  expect(demo.product.certificateKeys.signing.keyId).not.toBe(city.product.certificateKeys.signing.keyId)
  const signed = createHmac('sha256', SECRET).update('files').digest('base64url')
  expect(city.product.sessions.keysFor('files')).toEqual([signed])
  await city.close()
  await demo.close()
})

test('a demo and a city in one data directory have secrets of their own; a demo’s own database keeps what earlier versions made', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'tongchuang-secrets-'))
  const now = new Date(START)
  const before = await openSessions(secretFile(directory), now).issue('li', now)
  expect(await openSessions(secretFileOfDemo(directory, false), now).verify(before, now)).toBeUndefined()
  rmSync(join(directory, 'demo-session-secrets.json'))
  expect(await openSessions(secretFileOfDemo(directory, true), now).verify(before, now)).toBe('li')
  rmSync(directory, { recursive: true, force: true })
})

test('the demo is refused on the database of a city, whether this version served it or an earlier one', async () => {
  const served = await openWorld({ isEmpty: true, environment: CITY })
  await introduceSecret(served.product, served.now)
  expect(await belongsToCity(served.database.reading)).toBe(true)
  await served.close()

  const earlier = await openWorld({ isEmpty: true, environment: CITY })
  expect(await belongsToCity(earlier.database.reading)).toBe(false)
  await earlier.database.write(writing => personOfOpenid(writing, 'openid-li', earlier.now))
  expect(await belongsToCity(earlier.database.reading)).toBe(true)
  await earlier.close()

  const demo = await openWorld()
  await demo.as('resident')
  await introduceSecret(demo.product, demo.now)
  expect(await belongsToCity(demo.database.reading)).toBe(false)
  await demo.close()
})

ifOnPostgres?.('two cities side by side in one database, each in its schema, know nothing of each other', async () => {
  const { url, drop } = await createServedDatabase()
  const inSchema = (schema: string) => `${url}?options=-c%20search_path%3D${schema}`
  const open = (address: string) => openServedDatabase(address, 2, () => undefined)
  const cities = [open(url), open(inSchema('city2')), open(inSchema('city3'))]
  for (const city of cities) {
    await city.migrate(MIGRATIONS)
    // A second start finds nothing to do.
    await city.migrate(MIGRATIONS)
  }
  const [first, second, third] = cities as [(typeof cities)[0], (typeof cities)[0], (typeof cities)[0]]
  await seedDemoFoundation({ database: second, city: keepCity(second.reading, () => new Date(START)) }, new Date(START))
  await third.write(writing => personOfOpenid(writing, 'openid-li', new Date(START)))
  const peopleIn = async (database: typeof first) => (await database.reading.select({ personId: people.personId }).from(people)).length
  expect([await peopleIn(first), (await peopleIn(second)) > 1, await peopleIn(third)]).toEqual([0, true, 1])
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ schema: string; tables: number }>(
    `select table_schema as schema, count(*)::int as tables from information_schema.tables
     where table_schema in ('public', 'city2', 'city3') and table_name not like '\\_\\_%' group by 1 order by 1`
  )
  const { rows: crossing } = await client.query(
    `select conname from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid where a.relnamespace <> b.relnamespace`
  )
  await client.end()
  expect(rows.map(row => row.schema)).toEqual(['city2', 'city3', 'public'])
  expect(new Set(rows.map(row => row.tables)).size).toBe(1)
  expect(crossing).toEqual([])
  for (const city of cities) await city.close()
  await drop()
})

ifOnPostgres?.('a city that ran before each schema had its own list of migrations goes on where it was', async () => {
  const { url, drop } = await createServedDatabase(process.env.TEST_POSTGRES_TEMPLATE)
  const client = new Client({ connectionString: url })
  await client.connect()
  const count = async () =>
    Number((await client.query<{ count: string }>('select count(*) from drizzle.__drizzle_migrations')).rows[0]?.count)
  const before = await count()
  const database = openServedDatabase(url, 2, () => undefined)
  await database.migrate(MIGRATIONS)
  expect([before > 0, await count()]).toEqual([true, before])
  await database.close()
  await client.end()
  await drop()
})
