import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { measureAnswers } from './answers'
import { gridLookupLine } from './grid-lookup'
import { measureJoins, volunteersFor } from './joins'
import { HEAD, lineOf, measure, type Load, type Measured } from './load'
import { pointLines } from './point-lines'
import { startFreshPostgres } from '#world/fresh-postgres'

const REPORTS = Number(process.env.BENCH_REPORTS ?? 100_000)
const PEOPLE = REPORTS / 50
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const CONNECTIONS = 50
const say = (line: string) => process.stdout.write(`${line}\n`)

interface Served {
  url: string
  stop(): Promise<void>
}

/** Starts `served.ts` and waits for its address. */
async function serve(environment: NodeJS.ProcessEnv): Promise<Served> {
  const outfile = resolve('dist/programs/bench-served.mjs')
  await build({
    entryPoints: ['tests/bench/served.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error'
  })
  const env = {
    ...process.env,
    ...environment,
    BENCH_REPORTS: String(REPORTS),
    BENCH_PEOPLE: String(PEOPLE),
    BENCH_VOLUNTEERS: String(volunteersFor(SECONDS))
  }
  const child: ChildProcess = spawn(process.execPath, [outfile], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  if (!child.stdout) throw new Error('the server has no output')
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('ready '))
      return {
        url: line.slice('ready '.length),
        async stop() {
          child.kill('SIGTERM')
          await ended
        }
      }
  throw new Error('the server ended before it was ready')
}

async function ask<T>(url: string, operation: string, input: unknown, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const reply = await fetch(`${url}/api/${operation}`, { method: 'POST', headers, body: JSON.stringify(input) })
  if (reply.status !== 200) throw new Error(`${operation} answered ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as T
}

type SignedIn = { token: string; person: { personId: string } }
type Card = { reportId: string; version: number; point: { longitude: number; latitude: number } }

interface Cast {
  residents: string[]
  reviewer: string
  ids: string[]
  /** All over the city: at one point everybody would wait for the report that was closed there last. */
  points: { longitude: number; latitude: number }[]
}

async function prepare(url: string): Promise<Cast> {
  const signIn = async (persona: string, handle?: string) =>
    (await ask<SignedIn>(url, 'people/signInDemo', { persona, ...(handle && { handle }) })).token
  const residents: string[] = []
  for (let n = 1; n <= Math.min(PEOPLE, 1500); n += 1) residents.push(await signIn('resident', `bench-${n}`))
  const reviewer = await signIn('reviewer')
  const { areas } = await ask<{ areas: { kind: string; centre: Cast['points'][number] }[] }>(url, 'places/listAreas', {})
  const points = areas.filter(area => area.kind === 'grid').map(area => area.centre)
  return { residents, reviewer, points, ids: Array.from({ length: 1000 }, (_, n) => `bench-report-${n + 1}`) }
}

/** Reports to move, fetched before the clock runs: each request moves one that nobody moved yet. */
async function waiting(url: string, token: string, count: number): Promise<Card[]> {
  const cards: Card[] = []
  for (let cursor: string | undefined; cards.length < count;) {
    const page = await ask<{ reports: Card[]; nextCursor?: string }>(
      url,
      'reports/listWork',
      { state: 'submitted', ...(cursor && { cursor }) },
      token
    )
    cards.push(...page.reports)
    cursor = page.nextCursor
    if (!cursor) break
  }
  return cards
}

const pick = <T>(list: readonly T[], n: number) => list[n % list.length] as T

async function run(engine: string, url: string): Promise<Measured[]> {
  const { residents, reviewer, ids, points } = await prepare(url)
  let n = 0
  const load = (name: string, body: Load['body'], seconds = SECONDS): Load => ({
    name: `${engine} ${name}`,
    url,
    connections: CONNECTIONS,
    seconds,
    body
  })
  const rows = [
    await measure(load('plain Fastify route', () => ({ path: '/plain', input: {} }))),
    await measure(load('dispatch, empty operation', () => ({ path: '/api/bench/nothing', input: {} }))),
    await measure(load('list my 20', () => ({ path: '/api/reports/listMyReports', token: pick(residents, (n += 1)), input: {} }))),
    await measure(load('list work 20', () => ({ path: '/api/reports/listWork', token: reviewer, input: {} }))),
    await measure(load('get report', () => ({ path: '/api/reports/getReport', token: reviewer, input: { reportId: pick(ids, (n += 1)) } })))
  ]
  // Five a person in ten minutes: the first five thousand or so are accepted, which this many seconds do not exceed.
  const submit = () => ({
    path: '/api/reports/submitReport',
    token: pick(residents, (n += 1)),
    input: { idempotencyKey: `bench-${engine}-${n}`, categoryCode: '9003', point: pick(points, n), photoIds: [], text: '夜里很吵' }
  })
  rows.push(await measure(load('submit', submit, 3)))
  const cards = await waiting(url, reviewer, 1000)
  let taken = 0
  const move = () => {
    const card = pick(cards, (taken += 1))
    const input = {
      idempotencyKey: `bench-move-${engine}-${taken % cards.length}`,
      reportId: card.reportId,
      version: card.version,
      to: 'filed'
    }
    return { path: '/api/reports/moveReport', token: reviewer, input }
  }
  rows.push(await measure({ ...load('move', move, 2), connections: 10 }))
  rows.push(...(await measureJoins(url, load, SECONDS)))
  if (engine === 'postgres') rows.push(...(await measureAnswers(url, load, SECONDS)))
  return rows
}

async function main() {
  say(`${REPORTS} reports, ${CONNECTIONS} connections, ${SECONDS} s each, server and load on one machine`)
  const postgres = await startFreshPostgres({ isDurable: true })
  const scratch = mkdtempSync(join(tmpdir(), 'tongchuang-bench-'))
  const rows: Measured[] = []
  try {
    for (const [engine, environment] of [
      ['postgres', { DATABASE_URL: postgres.adminUrl, DATA_DIR: join(scratch, 'served') }],
      ['pglite', { DATA_DIR: join(scratch, 'embedded') }]
    ] as const) {
      say(`filling ${engine} …`)
      const served = await serve(environment)
      rows.push(...(await run(engine, served.url)))
      await served.stop()
    }
  } finally {
    await postgres.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
  say(gridLookupLine())
  for (const line of await pointLines()) say(line)
  say(HEAD)
  for (const row of rows) say(lineOf(row))
  for (const engine of ['postgres', 'pglite']) {
    const rate = (name: string) => rows.find(row => row.name === `${engine} ${name}`)?.perSecond ?? 0
    say(
      `${engine}: an empty operation runs at ${((100 * rate('dispatch, empty operation')) / rate('plain Fastify route')).toFixed(0)} % of the plain route`
    )
  }
}

void main()
