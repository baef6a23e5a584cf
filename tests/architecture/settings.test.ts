import { readFileSync } from 'node:fs'

const matches = (path: string, pattern: RegExp) =>
  [...readFileSync(path, 'utf8').matchAll(pattern)].map(([, name = '', value]) => [name, value] as const)

/** What the code reads, with the default it writes; `IDENTITY` gets its own after the reading. */
const settings = new Map(matches('src/server/settings.ts', /^ {2}([A-Z][A-Z_]+): v\.optional\((?:.*, '([^']+)'\),?$)?/gm)).set(
  'IDENTITY',
  'demo'
)
const build = ['config/index.ts', 'config/app-settings.mjs']
  .flatMap(path => matches(path, /\b(?:process\.env|env)\.([A-Z_]+)/g))
  .map(([name]) => name)
  .filter(name => !['NODE_ENV', 'TARO_ENV', 'OUTPUT_ROOT'].includes(name))
const example = matches('.env.example', /^#?([A-Z][A-Z_]+)=(.*)$/gm)
const [onStart = '', onBuild = ''] = readFileSync('docs/operations.md', 'utf8').split('## Building the mini-program')
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|/gm)].map(([, name = '', value = '']) => [name, value] as const)

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

test('every variable the server or the build reads stands in .env.example, with nothing else beside it', () => {
  expect(settings.size).toBeGreaterThan(20)
  expect(build).toContain('API_BASE')
  expect(sorted(example.map(([name]) => name))).toEqual(sorted([...settings.keys(), ...build, 'CHROMIUM_PATH']))
})

test('the page for operators explains each of them once, and nothing else', () => {
  const explained = rowsOf(onStart).map(([name]) => name)
  expect(explained.sort()).toEqual([...settings.keys()].sort())
  expect(
    rowsOf(onBuild.split('\n## ')[0] ?? '')
      .map(([name]) => name)
      .sort()
  ).toEqual(sorted(build))
})

test('the defaults of the code, the page and the example are the same', () => {
  const onPage = new Map(rowsOf(onStart))
  for (const [name, value] of settings) {
    expect([name, onPage.get(name)]).toEqual([name, value ? `\`${value}\`` : '–'])
    if (value) expect([name, example.find(([one]) => one === name)?.[1]]).toEqual([name, value])
  }
  expect([...settings.values()].filter(Boolean).length).toBeGreaterThan(8)
})
