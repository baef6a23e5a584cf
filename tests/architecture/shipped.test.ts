import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SERVER_MARKER = 'tongchuang-server-marker'

/** A word that survives minification in the code of each package that only the server may use. */
const tellTales = {
  'drizzle-orm': 'drizzle:entityKind',
  '@electric-sql/pglite': 'PGlite',
  pg: 'SCRAM-SHA-256',
  fastify: 'FST_ERR_',
  pino: 'pino.setLevel',
  jose: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  sharp: 'libvips',
  '@orpc/server': 'Output validation failed',
  'fs-native-extensions': 'fs-native-extensions'
}

const textFile = /\.(js|mjs|cjs|json|html|wxml|wxss|wxs|css|map)$/

function textsUnder(root: string): { path: string; text: string }[] {
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && textFile.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))
}

const holding = (root: string, word: string) =>
  textsUnder(root)
    .filter(({ text }) => text.includes(word))
    .map(({ path }) => path)

describe.each(['dist/weapp', 'dist/h5'])('what is shipped to the phone in %s', root => {
  test('is there to be looked at', () => {
    expect(textsUnder(root).length).toBeGreaterThan(10)
  })

  test('holds nothing of the server', () => {
    expect(holding(root, SERVER_MARKER)).toEqual([])
  })

  test.each(Object.entries(tellTales))('holds nothing of %s', (_name, word) => {
    expect(holding(root, word)).toEqual([])
  })

  test('asks for no module of Node', () => {
    expect(textsUnder(root).flatMap(({ path, text }) => (/\b(require\(|from\s*)["']node:/.test(text) ? [path] : []))).toEqual([])
  })
})

describe('the search would find what it looks for', () => {
  test('the marker stands in dispatch and reaches everything bundled from it', () => {
    expect(readFileSync('src/server/dispatch.ts', 'utf8')).toContain(SERVER_MARKER)
    expect(holding('dist/cloud', SERVER_MARKER)).toContain(join('dist/cloud', 'api', 'index.js'))
  })

  test.each(Object.entries(tellTales))('the word for %s stands in its code', (name, word) => {
    expect(holding(join('node_modules', name), word)).not.toEqual([])
  })
})
