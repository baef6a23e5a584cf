import { sql } from 'drizzle-orm'
import { volunteering } from '#contract/volunteering'
import { addWalkIn } from '#server/volunteering/sign-ups/sign-up-store'
import { moveTimes } from '#server/volunteering/sign-ups/sign-up-store'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { brokenInvariants, join, leave, mySignUp, planOf, publish, publishShift } from '#world/volunteer-journeys'
import { openWorld, type World } from '#world/world'

const sent: { openid: string; title: string }[] = []
let isWeChatDown = false
const wechat = {
  exchangeLoginCode: async (code: string) => `openid-${code}`,
  sendReminder: async (openid: string, { title, isCancelled }: { title: string; isCancelled: boolean }) => {
    if (isWeChatDown) throw new Error(`no answer for ${openid}`)
    return sent.push({ openid, title: isCancelled ? `${title} 取消` : title }) > 0
  }
}

let world: World
beforeAll(async () => void (world = await openWorld({ wechat })), 60_000)
afterAll(async () => {
  expect(await brokenInvariants(world)).toEqual([])
  await world.close()
})
beforeEach(() => world.at('2026-11-23T09:00:00+08:00'))

/** A shift with one seat: who has it, and who waits for it in this order. */
async function queue(size: number, inHours = 48): Promise<{ shiftId: string; holder: Actor; waiting: Actor[] }> {
  const shiftId = await publishShift(world, { capacity: 1, inHours })
  const [holder, ...waiting] = await Promise.all(Array.from({ length: size + 1 }, () => world.newcomer()))
  for (const one of [holder!, ...waiting]) await join(one, shiftId)
  return { shiftId, holder: holder!, waiting }
}
const respond = (one: Actor, shiftId: string, accept: boolean) => one.ask(volunteering.respondToOffer)({ shiftId, accept })
const statesOf = (people: readonly Actor[], shiftId: string) => Promise.all(people.map(async one => (await mySignUp(one, shiftId))?.state))

test('a freed seat is offered at once to the first who waits, for two hours', async () => {
  const { shiftId, holder, waiting } = await queue(2)
  await leave(holder, shiftId)
  expect(await mySignUp(waiting[0]!, shiftId)).toEqual({ state: 'offered', offerUntil: '2026-11-23T03:00:00.000Z', attendance: 'none' })
  expect(await mySignUp(waiting[1]!, shiftId)).toMatchObject({ state: 'waitlisted', position: 1 })
  expect(await respond(waiting[0]!, shiftId, true)).toEqual({ state: 'confirmed' })
  expect(await refusalOf(respond(waiting[0]!, shiftId, true))).toBe('offer-over')
  expect(await refusalOf(respond(waiting[1]!, shiftId, true))).toBe('offer-over')
  expect(await refusalOf(respond(await world.newcomer(), shiftId, true))).toBe('not-joined')
})

test('in the last day an offer lasts half an hour, and never longer than until the start', async () => {
  const { shiftId, holder, waiting } = await queue(1, 23)
  await leave(holder, shiftId)
  expect((await mySignUp(waiting[0]!, shiftId))?.offerUntil).toBe('2026-11-23T01:30:00.000Z')
  const soon = await queue(1, 0.25)
  await leave(soon.holder, soon.shiftId)
  expect((await mySignUp(soon.waiting[0]!, soon.shiftId))?.offerUntil).toBe('2026-11-23T01:15:00.000Z')
})

test('a declined offer goes to the next at once, an unanswered one when its time is over', async () => {
  const { shiftId, holder, waiting } = await queue(3)
  await leave(holder, shiftId)
  expect(await respond(waiting[0]!, shiftId, false)).toEqual({ state: 'declined' })
  expect(await statesOf(waiting, shiftId)).toEqual(['declined', 'offered', 'waitlisted'])
  world.later({ minutes: 119 })
  await world.tick()
  expect(await statesOf(waiting, shiftId)).toEqual(['declined', 'offered', 'waitlisted'])
  world.later({ minutes: 1 })
  expect(await refusalOf(respond(waiting[1]!, shiftId, true))).toBe('offer-over')
  await world.tick()
  await world.tick()
  expect(await statesOf(waiting, shiftId)).toEqual(['declined', 'declined', 'offered'])
  expect((await mySignUp(waiting[2]!, shiftId))?.offerUntil).toBe('2026-11-23T05:00:00.000Z')
})

test('where nobody waits any more the seat is free for whoever comes next', async () => {
  const { shiftId, holder, waiting } = await queue(1)
  await leave(holder, shiftId)
  await leave(waiting[0]!, shiftId)
  expect(await statesOf(waiting, shiftId)).toEqual(['declined'])
  expect(await join(await world.newcomer(), shiftId)).toEqual({ state: 'confirmed' })
})

test('a seat that is kept for an offer is nobody else’s: neither who joins nor who walks in takes it', async () => {
  const { shiftId, holder, waiting } = await queue(1)
  await leave(holder, shiftId)
  expect(await join(await world.newcomer(), shiftId)).toEqual({ state: 'waitlisted', position: 1 })
  const walkIn = async (one: Actor) =>
    world.database.write(writing => addWalkIn(writing, { shiftId, personId: one.person.personId, at: world.now, staffId: 'staff' }))
  expect(await walkIn(await world.newcomer())).toBe('shift-full')
  expect(await walkIn(waiting[0]!)).toBe('joined')
  expect(await walkIn(waiting[0]!)).toBe('joined')
  expect(await statesOf(waiting, shiftId)).toEqual(['confirmed'])
})

test('who walks in takes a free seat, but not one at the time of another shift, and not after a rejection', async () => {
  const { shiftIds } = await publish(world, [{ capacity: 3 }, { capacity: 3, inHours: 49 }], { needsApproval: true })
  const [shiftId, other] = shiftIds as [string, string]
  const [one, two] = [await world.newcomer(), await world.newcomer()]
  const walkIn = (personId: string, where: string) =>
    world.database.write(writing => addWalkIn(writing, { shiftId: where, personId, at: world.now, staffId: 'staff' }))
  expect(await walkIn(one.person.personId, shiftId)).toBe('joined')
  expect(await walkIn(one.person.personId, other)).toBe('overlapping-shift')
  await join(two, shiftId)
  const rejected = { shiftId, personId: two.person.personId, decision: 'reject' as const }
  await (await world.as('organiser')).ask(volunteering.decideSignUp)(rejected)
  expect(await walkIn(two.person.personId, shiftId)).toBe('not-joined')
})

test('more seats are offered to as many as wait, in order', async () => {
  const { shiftId, waiting } = await queue(3)
  const saved = await (await world.as('organiser')).ask(volunteering.saveShift)({ shiftId, capacity: 3 })
  expect(saved).toMatchObject({ seatsLeft: 0, waitlistCount: 1 })
  expect(await statesOf(waiting, shiftId)).toEqual(['offered', 'offered', 'waitlisted'])
})

test('who got another shift at that time since is passed over, and keeps the place', async () => {
  const { shiftId, holder, waiting } = await queue(2)
  const { shiftIds } = await publish(world, [{ inHours: 100, capacity: 5 }])
  const elsewhere = shiftIds[0] as string
  await join(waiting[0]!, elsewhere)
  const { startsAt, endsAt } = planOf(world, { inHours: 48 })
  // No operation moves a shift onto another of somebody who is coming; a city may hold such a pair from before.
  await world.database.write(writing => moveTimes(writing, elsewhere, { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }))
  await leave(holder, shiftId)
  expect(await statesOf(waiting, shiftId)).toEqual(['waitlisted', 'offered'])
  await leave(waiting[0]!, elsewhere)
})

test('nobody is called to a shift that began', async () => {
  const { shiftId, holder, waiting } = await queue(2, 1)
  await leave(holder, shiftId)
  world.later({ hours: 1 })
  await world.tick()
  expect(await statesOf(waiting, shiftId)).toEqual(['declined', 'waitlisted'])
  // The clock of the file stands before this shift again when it ends; nobody is left beside a free seat.
  world.at('2026-11-23T09:30:00+08:00')
  await leave(waiting[1]!, shiftId)
})

test('a reminder is made once, a day ahead, and no openid is written into the log', async () => {
  const [one, two] = [await world.newcomer(), await world.newcomer()]
  for (const [actor, openid] of [
    [one, 'openid-secret-1'],
    [two, 'openid-secret-2']
  ] as const)
    await askDatabase(world.database, sql`update people set openid = ${openid} where person_id = ${actor.person.personId}`)
  const shiftId = await publishShift(world, { inHours: 30, capacity: 1 }, { title: '提醒我' })
  await join(one, shiftId)
  await join(two, shiftId)
  await world.tick()
  expect(sent.filter(reminder => reminder.title === '提醒我')).toEqual([])
  world.later({ hours: 6 })
  await world.tick()
  await world.tick()
  expect(sent.filter(reminder => reminder.title === '提醒我')).toEqual([{ openid: 'openid-secret-1', title: '提醒我' }])
  const organiser = await world.as('organiser')
  world.later({ minutes: 1 })
  await organiser.ask(volunteering.cancelShift)({ shiftId, reason: '有暴雨，改期' })
  await world.tick()
  await world.tick()
  // Whoever waited had no seat, and is told by the same word that nothing takes place.
  expect(sent.filter(reminder => reminder.title === '提醒我 取消')).toEqual([
    { openid: 'openid-secret-1', title: '提醒我 取消' },
    { openid: 'openid-secret-2', title: '提醒我 取消' }
  ])
  expect(await mySignUp(one, shiftId)).toMatchObject({ state: 'cancelled_by_organiser', reason: '有暴雨，改期' })
  isWeChatDown = true
  const down = await publishShift(world, { inHours: 20 })
  await join(one, down)
  await world.tick()
  isWeChatDown = false
  expect(world.logLines.some(line => line.includes('a reminder could not be sent'))).toBe(true)
  expect(world.logLines.join('\n')).not.toContain('openid-secret')
})
