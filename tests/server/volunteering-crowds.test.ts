import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { volunteering } from '#contract/volunteering'
import { openServedDatabase } from '#server/database/served-database'
import { assembleProduct } from '#server/product'
import { setCoolDown } from '#server/volunteering/volunteers/volunteer-store'
import { newKey } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { isOnPostgres, onThisEngine } from '#world/fresh-database'
import { brokenInvariants, crowdOf, join, publish, publishShift } from '#world/volunteer-journeys'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => void (world = await openWorld()), 60_000)
afterAll(() => world.close())

/** Everybody at once; what each was told, in the order they came. */
async function rush(size: number, capacity: number) {
  const shiftId = await publishShift(world, { capacity })
  const crowd = await crowdOf(world, size, `rush-${randomUUID()}`)
  const told = await Promise.all(crowd.map(one => join(one, shiftId)))
  return { shiftId, told }
}

test('of 1,000 people at once on 30 seats the first 30 are in and the other 970 wait in the order they came', async () => {
  const { told } = await rush(1000, 30)
  expect(told.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => ({ state: 'confirmed' })))
  expect(told.slice(30)).toEqual(Array.from({ length: 970 }, (_, n) => ({ state: 'waitlisted', position: n + 1 })))
  expect(await brokenInvariants(world)).toEqual([])
}, 60_000)

const RUNS = onThisEngine(20)
test(`and so it is in each of ${RUNS} runs`, async () => {
  for (let run = 0; run < RUNS; run += 1) {
    const { told } = await rush(200, 30)
    expect(told.map(one => one.state).filter(state => state === 'confirmed')).toHaveLength(30)
    expect(told.flatMap(one => one.position ?? [])).toEqual(Array.from({ length: 170 }, (_, n) => n + 1))
  }
  expect(await brokenInvariants(world)).toEqual([])
}, 120_000)

test('people who leave, take and decline offers while others join never break a rule', async () => {
  for (let run = 0; run < onThisEngine(3); run += 1) {
    const shiftIds = [await publishShift(world, { capacity: 10 }), await publishShift(world, { capacity: 5, inHours: 60 })]
    const crowd = await crowdOf(world, 60, `race-${randomUUID()}`)
    const acts = crowd.map(async (one, n) => {
      const shiftId = shiftIds[n % 2] as string
      await one.send('volunteering/joinShift', { shiftId, idempotencyKey: newKey() })
      if (n % 3 === 0) await one.send('volunteering/leaveShift', { shiftId })
      if (n % 3 === 1) await one.send('volunteering/respondToOffer', { shiftId, accept: n % 2 === 0 })
      await one.send('volunteering/joinShift', { shiftId: shiftIds[(n + 1) % 2] as string, idempotencyKey: newKey() })
      if (n % 5 === 0) await one.send('volunteering/leaveVolunteering', {})
    })
    await Promise.all([...acts, world.tick(), world.tick()])
    expect(await brokenInvariants(world)).toEqual([])
    for (const shiftId of shiftIds) {
      const [row] = await askDatabase(world.database, sql`select taken, capacity, waitlisted from shifts where shift_id = ${shiftId}`)
      if ((row?.waitlisted as number) > 0) expect(row?.taken).toBe(row?.capacity)
    }
  }
}, 120_000)

test('the same key twice at the same moment is one sign-up, and other content under it is refused', async () => {
  const [shiftId, other] = [await publishShift(world, { inHours: 100 }), await publishShift(world, { inHours: 110 })]
  const [one] = await crowdOf(world, 1, `twin-${randomUUID()}`)
  const key = newKey()
  const asked = { shiftId, idempotencyKey: key }
  const replies = await Promise.all([
    one!.send('volunteering/joinShift', asked),
    one!.send('volunteering/joinShift', asked),
    one!.send('volunteering/joinShift', { ...asked, shiftId: other }),
    one!.send('volunteering/joinShift', { ...asked, idempotencyKey: newKey() })
  ])
  expect(replies.map(({ status, body }) => [status, (body as { code?: string }).code])).toEqual([
    [200, undefined],
    [200, undefined],
    [409, 'same-key-other-content'],
    [409, 'already-joined']
  ])
  expect(await one!.ask(volunteering.joinShift)(asked)).toEqual({ state: 'confirmed' })
})

test('of joins that are written together each sees the ones before it', async () => {
  const { shiftIds } = await publish(world, [
    { inHours: 140, hours: 2 },
    { inHours: 141, hours: 2 },
    { inHours: 150, hours: 1 },
    { inHours: 160, hours: 1 }
  ])
  const [filler, one, cooling] = await crowdOf(world, 3, `batch-${randomUUID()}`)
  const later = new Date(world.now.getTime() + 86_400_000)
  await world.database.write(writing => setCoolDown(writing, cooling!.personId, later, world.now))
  const ask = (who: typeof one, n: number) => who!.send('volunteering/joinShift', { shiftId: shiftIds[n]!, idempotencyKey: newKey() })
  // The first is under way while the others come, so they are one batch.
  const asked = [ask(filler, 2), ask(one, 0), ask(one, 1), ask(one, 0), ask(one, 2), ask(cooling, 2), ask(cooling, 3)]
  const replies = (await Promise.all(asked)).map(({ body }) => body as { state?: string; code?: string })
  expect(replies.map(({ state, code }) => code ?? state)).toEqual([
    ...['confirmed', 'confirmed', 'overlapping-shift', 'already-joined', 'confirmed', 'confirmed', 'cool-down']
  ])
  expect(await brokenInvariants(world)).toEqual([])
})

test('a refused key may be tried again, also when it was refused among others', async () => {
  const shiftId = await publishShift(world, { inHours: 120, minAge: 18 })
  const [one, two] = await crowdOf(world, 2, `again-${randomUUID()}`)
  const key = newKey()
  const both = await Promise.all([
    one!.send('volunteering/joinShift', { shiftId, idempotencyKey: key }),
    two!.send('volunteering/joinShift', { shiftId, idempotencyKey: newKey() })
  ])
  expect(both.map(reply => (reply.body as { code: string }).code)).toEqual(['profile-needed', 'profile-needed'])
  await one!.ask(volunteering.saveMyProfile)({ birthDate: '1990-05-05', skills: [] })
  expect(await join(one!, shiftId, key)).toEqual({ state: 'confirmed' })
})

const ifServed = isOnPostgres ? test : undefined
ifServed?.('two servers over one database sell each seat once', async () => {
  const shiftId = await publishShift(world, { capacity: 30, inHours: 130 })
  const crowd = await crowdOf(world, 300, `two-${randomUUID()}`)
  const [{ current }] = (await askDatabase(world.database, sql`select current_database() as current`)) as [{ current: string }]
  const address = new URL(process.env.TEST_POSTGRES_URL as string)
  address.pathname = `/${current}`
  const second = openServedDatabase(address.toString(), 5, () => undefined)
  try {
    const { dispatch } = assembleProduct(world.settings, second, world.product.log, () => world.now, { storage: world.storage })
    const told = await Promise.all(
      crowd.map(async ({ personId, send }, n) => {
        const input = { shiftId, idempotencyKey: newKey() }
        if (n % 2 === 0) return send('volunteering/joinShift', input)
        const caller = { personId, displayName: '', grants: [], consentedPolicy: '2026-11-01' }
        const asked = { operation: 'volunteering/joinShift', input, identify: async () => caller, requestId: personId }
        return dispatch({ ...asked, log: world.product.log, now: world.now })
      })
    )
    const bodies = told.map(reply => reply.body as { state: string; position?: number })
    expect(bodies.filter(body => body.state === 'confirmed')).toHaveLength(30)
    expect(bodies.flatMap(body => body.position ?? []).sort((a, b) => a - b)).toEqual(Array.from({ length: 270 }, (_, n) => n + 1))
  } finally {
    await second.close()
  }
  expect(await brokenInvariants(world)).toEqual([])
})
