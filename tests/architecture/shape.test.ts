import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'

const drawers = /^(utils?|helpers?|common|misc|libs?|constants|types)$/
const sourceRoots = ['src/contract', 'src/app', 'src/server']
const FOLDER_DEPTH_MAX = 3
const FILE_LINES_MAX = 300
const FUNCTION_LINES_MAX = 70
const FUNCTION_LINES_AIM = 40

const entriesUnder = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true }).map(entry => ({ entry, path: join(entry.parentPath, entry.name) }))
const foldersUnder = (root: string) => entriesUnder(root).flatMap(({ entry, path }) => (entry.isDirectory() ? [path] : []))
const codeUnder = (root: string) =>
  entriesUnder(root).flatMap(({ entry, path }) => (entry.isFile() && /\.(tsx?|[cm]?js)$/.test(entry.name) ? [path] : []))
const linesOf = (text: string) => text.trimEnd().split('\n').length

const sources = codeUnder('src').filter(path => !path.endsWith('.d.ts'))
const product = sources.filter(path => !/\.test\.tsx?$/.test(path))

function functionsOf(path: string) {
  const file = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  )
  const found: { at: string; lines: number }[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line
      const last = file.getLineAndCharacterOfPosition(node.getEnd()).line
      found.push({ at: `${path}:${first + 1}`, lines: last - first + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('no file is longer than 300 lines', () => {
  const files = [...sources, ...codeUnder('tests'), ...codeUnder('config')]
  expect(files.map(path => ({ path, lines: linesOf(readFileSync(path, 'utf8')) })).filter(({ lines }) => lines > FILE_LINES_MAX)).toEqual(
    []
  )
  expect(sources.length).toBeGreaterThan(100)
})

test('no function is longer than 70 lines, and nine in ten have at most 40', () => {
  const functions = product.flatMap(functionsOf)
  expect(functions.filter(({ lines }) => lines > FUNCTION_LINES_MAX)).toEqual([])
  expect(functions.filter(({ lines }) => lines <= FUNCTION_LINES_AIM).length / functions.length).toBeGreaterThanOrEqual(0.9)
})

test('no folder or file is a drawer', () => {
  const named = [...foldersUnder('src'), ...foldersUnder('tests'), ...sources.map(path => path.replace(/\.[^/]+$/, ''))]
  expect(named.filter(path => drawers.test(basename(path)))).toEqual([])
})

test('only Taro, which looks for pages by that name, has index files', () => {
  expect(sources.filter(path => /\/index\.tsx?$/.test(path) && !/^src\/app\/(pages|packages)\//.test(path))).toEqual([])
})

test('no file hands on what another file exports', () => {
  expect(sources.filter(path => /^export (\*|\{[^}]*\}) from /m.test(readFileSync(path, 'utf8')))).toEqual([])
})

test('nothing lies deeper than three folders below its root', () => {
  const depths = sourceRoots.flatMap(root =>
    foldersUnder(root).map(path => ({ path, depth: path.split(/[\\/]/).length - root.split('/').length }))
  )
  expect(depths.filter(({ depth }) => depth > FOLDER_DEPTH_MAX)).toEqual([])
})

test('src holds the three roots and nothing else', () => {
  expect(readdirSync('src').sort()).toEqual(['app', 'contract', 'server'])
})

test('every test has something to say: none is skipped, to do or alone', () => {
  const silenced = /\b(it|test|describe)\.(skip|todo|only)\b|\bx(it|describe)\(/
  const tests = [...sources, ...codeUnder('tests')].filter(path => /\.test\.(tsx?|js)$/.test(path))
  expect(tests.filter(path => silenced.test(readFileSync(path, 'utf8')))).toEqual([])
})
