import { readSettings, SettingsFault } from '#server/settings'

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
    LOG_LEVEL: 'loud'
  }
  expect(faultsOf(environment)).toEqual(
    [
      'LOG_LEVEL',
      'PORT',
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
  expect(faultsOf({ NODE_ENV: 'production' })).toEqual(['IDENTITY'])
  expect(faultsOf({ NODE_ENV: 'production', IDENTITY: 'demo' })).toEqual(['IDENTITY'])
  expect(faultsOf({ NODE_ENV: 'production', IDENTITY: 'wx-container' })).toEqual([])
  expect(faultsOf({ IDENTITY: 'everybody' })).toEqual(['IDENTITY'])
})
