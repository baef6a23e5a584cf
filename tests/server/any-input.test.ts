import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import type { AnyContractProcedure } from '@orpc/contract'
import { api } from '#contract/api'
import { places } from '#contract/places'
import type { OperationMeta } from '#contract/operation'
import { personas } from '#contract/people'
import { DemoStage } from '#server/demo/demo-stage'
import { eventsOfQuizzes } from '#server/demo/seed-demo-quizzes'
import { eventsOfRewards } from '#server/demo/seed-demo-rewards'
import { eventsOfVolunteering } from '#server/demo/seed-demo-volunteering'
import { openQuery } from '#server/operation'
import { areas } from '#server/places/places-tables'
import { assembleProduct } from '#server/product'
import type { Actor } from '#world/actor'
import { cityLives } from '#world/area-scenes'
import { askDatabase } from '#world/ask-database'
import { forgedCursors, madeFrom, type KnownWords } from '#world/made-inputs'
import { submit } from '#world/report-journeys'
import { openWorld, START, type World } from '#world/world'

const BEGAN = '2026-10-20T09:00:00+08:00'
const RUNS = 4
const NOT_KEPT = 'the database could not keep a value'

let world: World
let known: KnownWords
beforeAll(async () => {
  world = await openWorld({ hasBank: true, at: BEGAN })
  const stage = new DemoStage(world.product, new Date(BEGAN))
  const events = [
    ...eventsOfVolunteering(stage, new Date(START)),
    ...eventsOfQuizzes(stage, new Date(START)),
    ...eventsOfRewards(stage, new Date(START))
  ]
  for (const event of events.sort((a, b) => a.at.getTime() - b.at.getTime())) await event.happen()
  world.at(START)
  await world.tick()
  for (let n = 0; n < 3; n += 1) await submit(world)
  known = { words: ['demo-city', '1001', '*'], named: await idsOfCity() }
}, 120_000)
afterAll(() => world.close())

/** A few ids of everything there is, by the name of the field that carries them. */
async function idsOfCity(): Promise<Record<string, string[]>> {
  const ask = (query: string) => askDatabase(world.database, sql.raw(query)) as Promise<Record<string, string>[]>
  const columns = await ask(
    "select table_name, column_name from information_schema.columns where table_schema = current_schema() and column_name ~ '(_id|_code|^code|number)$' and data_type = 'text'"
  )
  const found: Record<string, string[]> = {}
  for (const { table_name: table, column_name: column } of columns) {
    const name = column!.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    const rows = await ask(`select distinct ${column} as id from ${table} where ${column} is not null limit 4`)
    found[name] = [...(found[name] ?? []), ...rows.map(row => row.id!)]
  }
  return Object.fromEntries(Object.entries(found).filter(([, ids]) => ids.length > 0))
}

const operations = Object.entries(api).flatMap(([noun, ones]) =>
  Object.entries(ones as Record<string, AnyContractProcedure>).map(([name, procedure]) => ({ name: `${noun}/${name}`, procedure }))
)

/** Who calls; whoever signed out, or deleted their account, comes in again. */
async function callersOf(): Promise<Map<string, Pick<Actor, 'send'>>> {
  const callers = new Map<string, Pick<Actor, 'send'>>([['nobody', world.nobody]])
  for (const persona of personas) callers.set(persona, await world.as(persona))
  return callers
}

test('whatever comes in, as whoever, is answered or refused by name, and the city lives on', async () => {
  const callers = await callersOf()
  for (const { name, procedure } of operations) {
    const { isSignedIn } = procedure['~orpc'].meta as OperationMeta
    await fc.assert(
      fc.asyncProperty(madeFrom(procedure['~orpc'].inputSchema, known), async input => {
        for (const [who, caller] of callers) {
          const { status } = await caller.send(name, input)
          expect([who, status]).not.toEqual([who, 500])
          if (status === 401 && isSignedIn && who !== 'nobody') callers.set(who, await world.as(who as never))
        }
      }),
      { numRuns: RUNS, endOnFailure: true }
    )
  }
  // What the contract lets in, the database can keep: the net below it caught nothing.
  expect(world.logLines.filter(line => line.includes(NOT_KEPT))).toEqual([])
  await cityLives(world)
}, 120_000)

test('a cursor that no list made is refused, whichever list it is given to', async () => {
  const callers = await callersOf()
  const lists = operations.filter(({ procedure }) => 'cursor' in ((procedure['~orpc'].inputSchema as { entries?: object }).entries ?? {}))
  expect(lists.length).toBeGreaterThan(15)
  const unread: string[] = []
  for (const { name, procedure } of lists) {
    const inputs = fc.sample(madeFrom(procedure['~orpc'].inputSchema, known), 40) as object[]
    const tried = inputs.flatMap(input => [...callers.values()].map(caller => ({ caller, input: { ...input, cursor: undefined } })))
    let reader: (typeof tried)[number] | undefined
    for (const one of tried) if (!reader && (await one.caller.send(name, one.input)).status === 200) reader = one
    if (!reader) unread.push(name)
    for (const cursor of reader ? forgedCursors : [])
      expect([200, 400]).toContain((await reader!.caller.send(name, { ...reader!.input, cursor })).status)
  }
  expect(unread).toEqual([])
  expect(world.logLines.filter(line => line.includes(NOT_KEPT))).toEqual([])
}, 120_000)

test('a value that the database cannot keep is bad input, whatever operation brought it there', async () => {
  const faulty = openQuery(places.listAreas, async ({ reading }) => {
    await reading.select({ broken: sql`'a'::int` }).from(areas)
    return { areas: [] }
  })
  const { dispatch } = assembleProduct(world.settings, world.database, world.product.log, () => world.now, { operations: { faulty } })
  const { now, product } = world
  const asked = { operation: 'faulty', input: {}, identify: async () => undefined, requestId: 'one', log: product.log, now }
  expect(await dispatch(asked)).toMatchObject({ status: 400, body: { code: 'bad-input' } })
  expect(world.logLines.at(-1)).toContain(NOT_KEPT)
})
