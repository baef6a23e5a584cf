import { readFileSync } from 'node:fs'

const namesIn = (path: string, name: RegExp) => [...readFileSync(path, 'utf8').matchAll(name)].map(([, found]) => found ?? '')

test('every variable the server or the build reads stands in .env.example, with nothing else beside it', () => {
  const server = namesIn('src/server/settings.ts', /^ {2}([A-Z][A-Z_]+): v\./gm)
  const build = namesIn('config/index.ts', /process\.env\.([A-Z_]+)/g).filter(
    name => !['NODE_ENV', 'TARO_ENV', 'OUTPUT_ROOT'].includes(name)
  )
  const explained = namesIn('.env.example', /^#?([A-Z][A-Z_]+)=/gm)
  expect(server.length).toBeGreaterThan(10)
  expect([...new Set(explained)].sort()).toEqual([...new Set([...server, ...build, 'CHROMIUM_PATH'])].sort())
})
