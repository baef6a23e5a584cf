import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Stop } from './terminal.mjs'

/** Budgets in bytes. WeChat's own limit is 2 MB a package; these keep the first minute quick on a slow phone. */
const MAIN_PACKAGE_BYTES_MAX = 900_000
const SUBPACKAGE_BYTES_MAX = 400_000
const FIRST_PAGE_GZIP_BYTES_MAX = 260_000

/** Measures what was built, returns the table as text, and stops when something is over its budget. */
export async function checkSizes(dist = 'dist') {
  const rows = [...weappRows(join(dist, 'weapp')), firstPageRow(join(dist, 'h5'))]
  const table = rows.map(({ what, bytes, bytesMax }) => `  ${what.padEnd(34)} ${kilobytes(bytes)} of ${kilobytes(bytesMax)} kB`).join('\n')
  const over = rows.filter(row => row.bytes > row.bytesMax)
  if (over.length > 0) throw new Stop(`${table}\nOver budget: ${over.map(row => row.what).join(', ')}`)
  return table
}

function weappRows(dist) {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const subpackages = roots.map(root => ({ what: `weapp ${root}`, bytes: bytesUnder(join(dist, root)), bytesMax: SUBPACKAGE_BYTES_MAX }))
  const bytes = bytesUnder(dist) - subpackages.reduce((sum, row) => sum + row.bytes, 0)
  return [{ what: 'weapp main package', bytes, bytesMax: MAIN_PACKAGE_BYTES_MAX }, ...subpackages]
}

function bytesUnder(path) {
  if (!statSync(path).isDirectory()) return path.endsWith('.map') ? 0 : statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name)), 0)
}

/** What the browser must fetch of JavaScript before the home page stands: the scripts of index.html and the chunks of the home page's route. */
function firstPageRow(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, address]) => address.replace(/^\.?\//, ''))
  const files = new Set([...scripts, ...homeChunks(dist, scripts)])
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
  return { what: `H5 first page, JS gzip (${files.size} files)`, bytes, bytesMax: FIRST_PAGE_GZIP_BYTES_MAX }
}

/** webpack writes each route's chunks as `{"path":"pages/home/index","load":…Promise.all([n.e(804),n.e(907)]).then…`, and files as name.hash.js. */
function homeChunks(dist, scripts) {
  const entry = scripts.map(file => readFileSync(join(dist, file), 'utf8')).join('\n')
  const home = entry.match(/"pages":\["([^"]+)"/)?.[1]
  const load = entry.split(`{"path":"${home}","load":`)[1]?.split('.then(')[0] ?? ''
  const ids = [...load.matchAll(/\.e\((\d+)\)/g)].map(([, id]) => id)
  const built = readdirSync(join(dist, 'js'))
  const files = ids.map(id => {
    const hashes = [...entry.matchAll(new RegExp(`"${id}":"([0-9a-f]{8})"`, 'g'))].map(([, hash]) => hash)
    return built.find(name => name.endsWith('.js') && hashes.some(hash => name.includes(`.${hash}.`)))
  })
  if (files.length === 0 || files.includes(undefined))
    throw new Stop('The chunks of the H5 home page were not found: config/sizes.mjs no longer understands what the build writes.')
  return files.map(file => `js/${file}`)
}

const kilobytes = bytes => (bytes / 1000).toFixed(1).padStart(6)
