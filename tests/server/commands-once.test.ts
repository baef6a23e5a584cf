import { sql } from 'drizzle-orm'
import { people } from '#contract/people'
import { places } from '#contract/places'
import { points } from '#contract/points'
import { reports } from '#contract/reports'
import { volunteering } from '#contract/volunteering'
import { newKey, refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { FIX, pointIn, SOUND } from '#world/report-journeys'
import { keeperOf, rewardWords } from '#world/reward-scenes'
import { planOf, publishShift, wordsOf } from '#world/volunteer-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let admin: Actor
beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin')
}, 60_000)
afterAll(() => world.close())

const twice = async <T>(ask: () => Promise<T>) => [await ask(), await ask()] as const

describe('sent twice with one key, one is made:', () => {
  test('a reward and its stock', async () => {
    const keeper = await keeperOf(world)
    const input = { ...rewardWords, title: '只上架一次', stock: 5, idempotencyKey: newKey() }
    const [first, second] = await twice(() => keeper.ask(points.createReward)(input))
    expect(second).toEqual(first)
    expect(await askDatabase(world.database, sql`select reward_id from rewards where title = '只上架一次'`)).toHaveLength(1)
  })

  test('an activity, its shifts, the shifts that come to it, and its copy', async () => {
    const organiser = await world.as('organiser')
    const shifts = [planOf(world)]
    const input = { ...wordsOf({ title: '只办一次' }), shifts, idempotencyKey: newKey() }
    const [first, second] = await twice(() => organiser.ask(volunteering.createActivity)(input))
    expect(second).toEqual(first)
    const { activityId } = first
    const more = { activityId, shifts: [planOf(world, { inHours: 200 })], idempotencyKey: newKey() }
    await twice(() => organiser.ask(volunteering.addShifts)(more))
    const copy = { activityId, firstOn: '2026-12-20', idempotencyKey: newKey() }
    const [copied, again] = await twice(() => organiser.ask(volunteering.copyActivity)(copy))
    expect(again).toEqual(copied)
    const rows = await askDatabase(
      world.database,
      sql`select count(*)::int as shifts from activities join shifts using (activity_id) where title = '只办一次'`
    )
    expect(rows).toEqual([{ shifts: 4 }])
  })

  test('a unit', async () => {
    const input = { idempotencyKey: newKey(), name: '新设的养护站', coverage: [{ areaId: 'demo-city', covers: FIX }] }
    const [first, second] = await twice(() => admin.ask(places.saveUnit)(input))
    expect(second).toEqual(first)
    expect(await askDatabase(world.database, sql`select unit_id from units where name = '新设的养护站'`)).toHaveLength(1)
  })

  test('a grant', async () => {
    const li = await world.newcomer()
    const input = { idempotencyKey: newKey(), personId: li.person.personId, role: 'editor' as const, areaId: 'demo-city' }
    const [first, second] = await twice(() => admin.ask(people.grantRole)(input))
    expect(second).toEqual(first)
    expect((await li.ask(people.getMe)({})).grants).toHaveLength(1)
  })
})

test('a key belongs to what it made for as long as that lives: years later the first answer comes again, other content is refused', async () => {
  const reporter = await world.newcomer()
  const input = { idempotencyKey: newKey(), categoryCode: SOUND, point: await pointIn(world), photoIds: [], text: '夜里很吵' }
  const first = await reporter.send('reports/submitReport', input)
  const admins = { idempotencyKey: newKey(), name: '老早的单位', coverage: [] }
  const unit = await admin.send('places/saveUnit', admins)
  const began = world.now
  world.later({ days: 400 })
  await world.tick()
  const lateAdmin = await world.as('admin')
  const session = await world.product.sessions.issue(reporter.person.personId, world.now)
  expect(await world.withToken(session).send('reports/submitReport', input)).toEqual(first)
  expect(await refusalOf(world.withToken(session).ask(reports.submitReport)({ ...input, text: '别的事' }))).toBe('same-key-other-content')
  expect(await lateAdmin.send('places/saveUnit', admins)).toEqual(unit)
  world.at(began)
})

test('two commands with one key and other content, written in one transaction: the second is refused, and a true twin gets the same answer', async () => {
  const [one, other, held] = [
    await publishShift(world, { capacity: 9, inHours: 30 }),
    await publishShift(world, { capacity: 9, inHours: 60 }),
    await publishShift(world, { capacity: 9, inHours: 90 })
  ]
  const [li, blocker] = [await world.newcomer(), await world.newcomer()]
  const idempotencyKey = newKey()
  const join = (actor: Actor, shiftId: string, key = idempotencyKey) =>
    actor
      .send('volunteering/joinShift', { shiftId, idempotencyKey: key })
      .then(({ status, body }) => ({ status, ...(body as { code?: string; state?: string }) }))
  // The first is under way when the others come, so they are written together; which of those is looked at first is chance.
  const [, mine, others, twin] = await Promise.all([join(blocker, held, newKey()), join(li, one), join(li, other), join(li, one)])
  expect(twin).toEqual(mine)
  const [taken, refused] = mine.status === 200 ? [mine, others] : [others, mine]
  expect([taken.status, taken.state, refused.status, refused.code]).toEqual([200, 'confirmed', 409, 'same-key-other-content'])
  expect(
    (await askDatabase(world.database, sql`select shift_id from sign_ups where person_id = ${li.person.personId}`)).map(row => row.shift_id)
  ).toEqual([mine.status === 200 ? one : other])
})
