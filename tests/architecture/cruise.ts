import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

interface Cruised {
  summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number }
}

/** Every violation of config/boundaries.cjs under a folder, as `rule: from → to`, sorted. */
export function violationsIn(root: string): string[] {
  return cruise(root)
    .summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
    .sort()
}

/** How many files were looked at: a cruise that found nothing to look at also finds no fault. */
export const cruisedCountIn = (root: string) => cruise(root).summary.totalCruised

function cruise(root: string): Cruised {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, '--config', resolve('config/boundaries.cjs'), '--output-type', 'json', 'src', 'tests']
  try {
    return JSON.parse(
      execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000, stdio: 'pipe' })
    ) as Cruised
  } catch (fault) {
    // The exit code counts the violations; the report still stands on standard output.
    const { stdout, stderr } = fault as { stdout?: string; stderr?: string }
    if (!stdout?.startsWith('{')) throw new Error(stderr ?? String(fault))
    return JSON.parse(stdout) as Cruised
  }
}

/** Writes a small project with our aliases, the given files, and empty packages of the given names; answers with what `look` makes of it. */
export function inProject<T>(files: Record<string, string>, packageNames: readonly string[], look: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'tongchuang-boundaries-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const { imports } = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: unknown }
  write(
    'package.json',
    JSON.stringify({ name: 'a-project', imports, dependencies: Object.fromEntries(packageNames.map(name => [name, '1.0.0'])) })
  )
  for (const name of packageNames) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'module.exports = {}')
  }
  write('tests/empty.ts', 'export {}')
  for (const [path, text] of Object.entries(files)) write(path, text)
  try {
    return look(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
