import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const isInput = path => !/\.test\.tsx?$/.test(path)

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
}

/** One digest of the names and contents of everything under the given files and folders, and of the given words; tests do not count. */
export function digestOf(paths, words = []) {
  const hash = createHash('sha256').update(JSON.stringify(words))
  for (const file of paths.flatMap(filesUnder).filter(isInput)) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** A stamp stands only beside a finished build: it is removed before the work and written after it. */
export function stampAt(path) {
  return {
    says: digest => existsSync(path) && readFileSync(path, 'utf8') === digest,
    remove: () => rmSync(path, { force: true }),
    write(digest) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, digest)
    }
  }
}
