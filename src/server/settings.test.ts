import { readSettings, SettingsFault } from '#server/settings'

/** What a city that runs in earnest sets at least. */
const CITY = {
  NODE_ENV: 'production',
  IDENTITY: 'wx-login',
  DATABASE_URL: 'postgresql://city:password@db.example/city',
  PUBLIC_URL: 'https://city.example.cn',
  SESSION_SECRET: 'a secret of more than thirty-two characters',
  WX_APP_ID: 'wx0123456789abcdef',
  WX_APP_SECRET: 'the secret of the mini-program'
}

function faultsOf(environment: NodeJS.ProcessEnv): string[] {
  try {
    readSettings(environment)
    return []
  } catch (fault) {
    if (fault instanceof SettingsFault) return fault.faults.map(one => one.split(':')[0] ?? '').sort()
    throw fault
  }
}

test('without a word the product serves the demo on this machine', () => {
  const settings = readSettings({})
  expect(settings).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, IDENTITY: 'demo', NODE_ENV: 'development', DATABASE_POOL_SIZE: 10 })
  expect(settings.DATA_DIR).toBe(`${process.cwd()}/data`)
})

test('an empty value counts as none, as compose files write them', () => {
  expect(readSettings({ DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 })
})

test('every fault is named at once, and no value is repeated', () => {
  const environment = {
    PORT: 'eighty',
    SESSION_SECRET: 'too-short',
    IDENTITY: 'wx-login',
    STORAGE_BUCKET_URL: 'https://bucket.example',
    LOG_LEVEL: 'loud',
    CITY_PLACE: '嘉兴'
  }
  expect(faultsOf(environment)).toEqual(
    [
      'CITY_PLACE',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
      'SESSION_SECRET',
      'STORAGE_ACCESS_KEY',
      'STORAGE_REGION',
      'STORAGE_SECRET_KEY',
      'WX_APP_ID',
      'WX_APP_SECRET'
    ].sort()
  )
  expect(() => readSettings(environment)).toThrow(SettingsFault)
  expect(() => readSettings(environment)).not.toThrow(/eighty|too-short|loud/)
})

test('production has no default for who signs people in, and refuses the demo', () => {
  expect(faultsOf({ ...CITY, IDENTITY: '' })).toEqual(['IDENTITY'])
  expect(faultsOf({ ...CITY, IDENTITY: 'demo' })).toEqual(['IDENTITY'])
  expect(faultsOf(CITY)).toEqual([])
  expect(faultsOf({ IDENTITY: 'everybody' })).toEqual(['IDENTITY'])
})

test('production insists on the address people reach it by and on a secret that all its processes share', () => {
  expect(faultsOf({ NODE_ENV: 'production' })).toEqual(['IDENTITY', 'PUBLIC_URL', 'SESSION_SECRET'])
  expect(faultsOf({ ...CITY, PUBLIC_URL: '' })).toEqual(['PUBLIC_URL'])
  expect(faultsOf({ ...CITY, SESSION_SECRET: '' })).toEqual(['SESSION_SECRET'])
  expect(faultsOf({ ...CITY, NODE_ENV: 'development', PUBLIC_URL: '' })).toEqual(['PUBLIC_URL'])
})

test('ways of signing in that are not built are refused by name', () => {
  for (const mode of ['wx-function', 'wx-container'])
    expect(() => readSettings({ ...CITY, IDENTITY: mode })).toThrow(
      'IDENTITY: wx-container and wx-function are not built yet; use wx-login'
    )
})

test('a database of one’s own needs it said who signs people in, except by a program that signs nobody in', () => {
  const forgotten = { DATABASE_URL: CITY.DATABASE_URL, WX_APP_ID: 'wx1', WX_APP_SECRET: 'secret', SESSION_SECRET: CITY.SESSION_SECRET }
  expect(faultsOf(forgotten)).toEqual(['IDENTITY'])
  expect(faultsOf({ ...forgotten, IDENTITY: 'demo' })).toEqual([])
  expect(readSettings({ ...forgotten, NODE_ENV: 'production' }, { isServing: false }).DATABASE_URL).toBe(CITY.DATABASE_URL)
})

test('a database that is no PostgreSQL is refused, and a PostgreSQL is taken however its address is written', () => {
  for (const url of ['mysql://root@127.0.0.1/city', '127.0.0.1:5432', 'postgresql//city'])
    expect(faultsOf({ ...CITY, DATABASE_URL: url })).toEqual(['DATABASE_URL'])
  for (const url of [
    'postgres://a:b@db/city?options=-c%20search_path%3Dcity',
    'postgresql:///city?host=/run/postgresql',
    'postgresql://a@/city'
  ])
    expect(faultsOf({ ...CITY, DATABASE_URL: url })).toEqual([])
})

test('a fault of any setting is a sentence for people, never the words of a library', () => {
  const wrong = Object.fromEntries(Object.keys(readSettings({})).map(name => [name, 'x y']))
  const all = [...Object.keys(wrong), 'DATABASE_URL', 'PUBLIC_URL', 'SESSION_SECRET', 'CERTIFICATE_KEYS', 'STORAGE_BUCKET_URL', 'WX_APP_ID']
  for (const name of all) {
    const faults = (() => {
      try {
        readSettings({ [name]: 'x y' })
        return []
      } catch (fault) {
        return (fault as SettingsFault).faults
      }
    })()
    for (const fault of faults) {
      expect(fault).toMatch(/^[A-Z_]+: /)
      expect(fault).not.toMatch(/Invalid|Expected|received|x y/)
    }
  }
})
