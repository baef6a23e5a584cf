import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { digestOf, stampAt } from './inputs.mjs'
import { runOrStop, Stop } from './terminal.mjs'

const migrations = 'src/server/database/migrations'
const content = 'content'
const serverStamp = stampAt('dist/server/.inputs')
const serverPrograms = {
  'main-http': 'src/server/main-http.ts',
  'reading-thread': 'src/server/reading-thread.ts',
  migrate: 'src/server/migrate.ts',
  'city-create': 'src/server/city-create.ts',
  'city-admin': 'src/server/city-admin.ts',
  'rebuild-points': 'src/server/rebuild-points.ts',
  'draw-demo-pictures': 'src/server/draw-demo-pictures.ts',
  'pack-new-database': 'src/server/pack-new-database.ts'
}
const pictureStamp = stampAt('dist/demo-pictures/.inputs')
/** What lies in the folder of each function; `index` is what WeChat calls. */
const cloudFunctions = {
  api: { index: 'src/server/main-cloud.ts', 'reading-thread': 'src/server/reading-thread.ts' },
  internal: { index: 'src/server/main-cloud-internal.ts' }
}

/** A program of a cloud function carries everything in its one file but these: sharp is installed beside it, and the others only ever run embedded. */
const outsideCloudFunctions = ['sharp', 'wx-server-sdk', '@electric-sql/pglite', 'fs-native-extensions', 'pg-native']

/** Data of a package is put into the bundle: Node 20 still warns of every JSON file it is asked to import. */
const jsonInside = {
  name: 'json-inside',
  setup: build =>
    build.onResolve({ filter: /^[^.#].*\.json$/ }, ({ path, resolveDir }) => ({
      path: createRequire(join(resolveDir, 'any.js')).resolve(path)
    }))
}

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'silent',
  plugins: [jsonInside],
  absWorkingDir: process.cwd()
}

export function serverDigest() {
  return digestOf(['src/server', 'src/contract', content, 'config/bundles.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
}

export const isServerBundled = () => serverStamp.says(serverDigest())

/** dist/server/*.mjs: the server and its programs, packages left in node_modules; beside them the data files and a new database. */
export async function bundleServer() {
  const digest = serverDigest()
  serverStamp.remove()
  for (const [name, entry] of Object.entries(serverPrograms)) {
    await bundle({ ...common, entryPoints: [entry], outfile: `dist/server/${name}.mjs`, format: 'esm', packages: 'external' })
  }
  copyData('dist/server')
  await runOrStop(process.execPath, ['dist/server/pack-new-database.mjs'])
  serverStamp.write(digest)
}

/** Draws the photos of the demo city once, so that creating it on a first start is quick. Needs the bundled server. */
const picturesDigest = () => digestOf(['src/server/demo', 'src/server/files', 'src/server/draw-demo-pictures.ts', 'package-lock.json'])

export const arePicturesDrawn = () => pictureStamp.says(picturesDigest())

export async function drawPictures() {
  const digest = picturesDigest()
  pictureStamp.remove()
  await runOrStop(process.execPath, ['dist/server/draw-demo-pictures.mjs'])
  pictureStamp.write(digest)
}

/** One program outside the server, such as the bench, bundled the same way. */
export async function bundleProgram(entry, outfile) {
  await bundle({ ...common, entryPoints: [entry], outfile, format: 'esm', packages: 'external' })
}

/** dist/cloud/<function>/index.js and what it starts, as WeChat's cloud functions are uploaded. */
export async function bundleCloudFunctions() {
  for (const [name, programs] of Object.entries(cloudFunctions)) {
    const folder = join('dist/cloud', name)
    rmSync(folder, { recursive: true, force: true })
    for (const [file, entry] of Object.entries(programs)) await bundleForCloud(entry, join(folder, `${file}.js`))
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(cloudPackage(name), null, 2)}\n`)
    copyData(folder)
  }
}

/** One CommonJS file with everything in it. */
async function bundleForCloud(entry, outfile) {
  await bundle({
    ...common,
    // A map is three times the program, and every upload would carry it.
    sourcemap: false,
    entryPoints: [entry],
    outfile,
    format: 'cjs',
    external: outsideCloudFunctions,
    // Some packages name their files by import.meta.url, which CommonJS lacks.
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" }
  })
}

function cloudPackage(name) {
  const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  return {
    name: `tongchuang-${name}`,
    version,
    private: true,
    main: 'index.js',
    engines: { node: '>=20.9' },
    dependencies: { sharp: dependencies.sharp }
  }
}

function copyData(folder) {
  for (const [from, to] of [
    [migrations, join(folder, 'migrations')],
    [content, join(folder, 'content')]
  ]) {
    rmSync(to, { recursive: true, force: true })
    if (existsSync(from)) cpSync(from, to, { recursive: true })
  }
  mkdirSync(folder, { recursive: true })
}

async function bundle(options) {
  const { build, formatMessages } = await import('esbuild')
  const result = await build(options).catch(fault => fault)
  const told = kind => formatMessages(result[`${kind}s`] ?? [], { kind })
  const messages = [...(await told('error')), ...(await told('warning'))]
  if (messages.length > 0) throw new Stop(`${options.entryPoints.join(', ')} does not bundle without a word:\n${messages.join('\n')}`)
  if (result instanceof Error) throw result
}
