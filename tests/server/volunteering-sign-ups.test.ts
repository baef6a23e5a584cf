import { people } from '#contract/people'
import { volunteering } from '#contract/volunteering'
import { addPerson } from '#server/people/person-store'
import { faultOf, newKey, refusalOf } from '#world/actor'
import { brokenInvariants, join, leave, mySignUp, plan, publish, publishShift, seatsOf } from '#world/volunteer-journeys'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => void (world = await openWorld()), 60_000)
afterAll(async () => {
  expect(await brokenInvariants(world)).toEqual([])
  await world.close()
})
beforeEach(() => world.at('2026-11-23T09:00:00+08:00'))

const adult = async (handle: string) => {
  const one = await world.as('resident', handle)
  await one.ask(volunteering.saveMyProfile)({ birthDate: '1990-01-01', skills: ['law'] })
  return one
}

test('a shift that is full puts the next volunteer on the waitlist', async () => {
  const { activityId, shiftIds } = await publish(world, [{ capacity: 2 }])
  const shiftId = shiftIds[0] as string
  const replies = []
  for (const n of [1, 2, 3, 4]) replies.push(await join(await world.as('resident', `full-${n}`), shiftId))
  expect(replies).toEqual([
    { state: 'confirmed' },
    { state: 'confirmed' },
    { state: 'waitlisted', position: 1 },
    { state: 'waitlisted', position: 2 }
  ])
  expect(await seatsOf(world, activityId, shiftId)).toMatchObject({ capacity: 2, seatsLeft: 0, joinedCount: 2, waitlistCount: 2 })
  expect(await mySignUp(await world.as('resident', 'full-4'), shiftId)).toEqual({ state: 'waitlisted', position: 2, attendance: 'none' })
})

test('what is not there, not out or not open any more is refused by its name', async () => {
  const one = await world.newcomer()
  expect(await refusalOf(join(one, 'no-such-shift'))).toBe('shift-not-found')
  const { shifts } = await plan(world)
  expect(await refusalOf(join(one, shifts[0]!.shiftId))).toBe('activity-not-published')
  const shiftId = await publishShift(world, { inHours: 1, hours: 2 })
  world.later({ hours: 1 })
  expect(await refusalOf(join(one, shiftId))).toBe('sign-up-after-start')
  world.later({ hours: 2 })
  expect(await refusalOf(join(one, shiftId))).toBe('shift-closed')
})

test('a shift is joined once; who left in time may come back, who left late may not', async () => {
  const shiftId = await publishShift(world)
  const one = await world.newcomer()
  await join(one, shiftId)
  expect((await faultOf(join(one, shiftId))).body).toMatchObject({ code: 'already-joined', data: { state: 'confirmed' } })
  expect(await leave(one, shiftId)).toEqual({ state: 'cancelled_early' })
  expect(await join(one, shiftId)).toEqual({ state: 'confirmed' })
  world.later({ hours: 25 })
  expect(await leave(one, shiftId)).toEqual({ state: 'cancelled_late' })
  expect((await faultOf(join(one, shiftId))).body).toMatchObject({ code: 'already-joined', data: { state: 'cancelled_late' } })
  expect(await one.ask(volunteering.getMyProfile)({})).toMatchObject({ faultCount: 1, signUpCount: 1 })
})

test('who came back after leaving waits at the end; who was released comes back before whoever came later', async () => {
  const { shiftIds } = await publish(world, [{ capacity: 2 }])
  const shiftId = shiftIds[0] as string
  const [first, released, later, last] = [await world.newcomer(), await world.newcomer(), await world.newcomer(), await world.newcomer()]
  for (const one of [first, released, later]) await join(one, shiftId)
  await (await world.as('organiser')).ask(volunteering.saveShift)({ shiftId, capacity: 1, releases: true })
  expect((await mySignUp(released, shiftId))?.state).toBe('cancelled_by_organiser')
  expect(await join(last, shiftId)).toEqual({ state: 'waitlisted', position: 2 })
  expect(await join(released, shiftId)).toEqual({ state: 'waitlisted', position: 1 })
  expect(await leave(later, shiftId)).toEqual({ state: 'cancelled_early' })
  expect(await join(later, shiftId)).toEqual({ state: 'waitlisted', position: 3 })
  await leave(first, shiftId)
  expect((await mySignUp(released, shiftId))?.state).toBe('offered')
})

test('the same key is the first answer again', async () => {
  const shiftId = await publishShift(world, { capacity: 1 })
  const [one, key] = [await world.newcomer(), newKey()]
  expect([await join(one, shiftId, key), await join(one, shiftId, key)]).toEqual([{ state: 'confirmed' }, { state: 'confirmed' }])
  const other = await publishShift(world)
  expect(await refusalOf(join(one, other, key))).toBe('same-key-other-content')
})

test('two shifts at one time are not for one person; the refusal names the other', async () => {
  const elsewhere = { site: { longitude: 116.42, latitude: 31.9, radiusMetres: 100 } }
  const [first] = (await publish(world, [{ inHours: 48, hours: 2 }, { inHours: 50 }], { title: '第一个' })).shiftIds as [string]
  const [tooNear, after] = (await publish(world, [{ inHours: 50.2 }, { inHours: 50.25 }], elsewhere)).shiftIds as [string, string]
  const one = await world.newcomer()
  await join(one, first)
  const { body } = await faultOf(join(one, tooNear))
  expect(body).toMatchObject({ code: 'overlapping-shift', data: { title: '第一个', startsAt: '2026-11-25T01:00:00.000Z' } })
  expect(await join(one, after)).toEqual({ state: 'confirmed' })
})

test('two shifts at one site follow each other without a way between', async () => {
  const { shiftIds } = await publish(world, [{ inHours: 48, hours: 2 }, { inHours: 49.9 }, { inHours: 50 }])
  const [first, overlapping, next] = shiftIds as [string, string, string]
  const one = await world.newcomer()
  expect([await join(one, first), await join(one, next)]).toEqual([{ state: 'confirmed' }, { state: 'confirmed' }])
  expect(await refusalOf(join(one, overlapping))).toBe('overlapping-shift')
})

test('age and skill gates ask for a profile, then for what it says', async () => {
  const { shiftIds } = await publish(world, [
    { minAge: 18, maxAge: 60 },
    { neededSkills: ['first-aid'], inHours: 90 }
  ])
  const [aged, skilled] = shiftIds as [string, string]
  const one = await world.newcomer()
  expect(await refusalOf(join(one, aged))).toBe('profile-needed')
  await one.ask(volunteering.saveMyProfile)({ birthDate: '2010-01-01', skills: [] })
  expect(await refusalOf(join(one, aged))).toBe('too-young')
  await one.ask(volunteering.saveMyProfile)({ birthDate: '1950-01-01', skills: [] })
  expect(await refusalOf(join(one, aged))).toBe('too-old')
  expect((await faultOf(join(one, skilled))).body).toMatchObject({ code: 'skill-needed', data: { neededSkills: ['first-aid'] } })
  await one.ask(volunteering.saveMyProfile)({ birthDate: '1990-01-01', skills: ['first-aid'] })
  expect([await join(one, aged), await join(one, skilled)]).toEqual([{ state: 'confirmed' }, { state: 'confirmed' }])
})

test('nobody joins before agreeing to the policy', async () => {
  const shiftId = await publishShift(world)
  const { product } = world
  const caller = { personId: 'unasked', displayName: '新人', grants: [] }
  await world.database.write(writing => addPerson(writing, { personId: 'unasked', displayName: '新人', createdAt: world.now }))
  const asked = { operation: 'volunteering/joinShift', input: { shiftId, idempotencyKey: newKey() }, requestId: 'unasked', now: world.now }
  expect(await product.dispatch({ ...asked, identify: async () => caller, log: product.log })).toMatchObject({
    status: 403,
    body: { code: 'consent-needed' }
  })
})

test('who needs approval holds a seat until somebody decides; a rejection frees it for the next', async () => {
  const { shiftIds } = await publish(world, [{ capacity: 1 }], { needsApproval: true })
  const shiftId = shiftIds[0] as string
  const [one, two, organiser] = [await world.newcomer(), await world.newcomer(), await world.as('organiser')]
  expect([await join(one, shiftId), await join(two, shiftId)]).toEqual([{ state: 'pending' }, { state: 'waitlisted', position: 1 }])
  const decide = (personId: string, decision: 'accept' | 'reject' | 'excuse') =>
    organiser.ask(volunteering.decideSignUp)({ shiftId, personId, decision })
  expect(await decide(one.person.personId, 'reject')).toEqual({ state: 'rejected' })
  expect(await refusalOf(decide(one.person.personId, 'accept'))).toBe('move-not-allowed')
  expect(await two.ask(volunteering.respondToOffer)({ shiftId, accept: true })).toEqual({ state: 'pending' })
  expect(await decide(two.person.personId, 'accept')).toEqual({ state: 'confirmed' })
  expect(await refusalOf(decide('nobody', 'accept'))).toBe('not-joined')
  expect(await refusalOf(two.ask(volunteering.decideSignUp)({ shiftId, personId: one.person.personId, decision: 'accept' }))).toBe(
    'shift-not-found'
  )
})

test('nobody decides about themselves', async () => {
  const { shiftIds } = await publish(world, [{}], { needsApproval: true })
  const organiser = await world.as('organiser')
  await join(organiser, shiftIds[0] as string)
  const own = { shiftId: shiftIds[0] as string, personId: organiser.person.personId, decision: 'accept' as const }
  expect(await refusalOf(organiser.ask(volunteering.decideSignUp)(own))).toBe('same-person')
})

test('leaving is early until 24 h before the start, late afterwards, and impossible once it began', async () => {
  const { shiftIds } = await publish(world, [{ inHours: 24, capacity: 9 }])
  const shiftId = shiftIds[0] as string
  const crowd = [await world.newcomer(), await world.newcomer(), await world.newcomer()] as const
  for (const one of crowd) await join(one, shiftId)
  expect(await leave(crowd[0], shiftId)).toEqual({ state: 'cancelled_early' })
  expect(await refusalOf(leave(crowd[0], shiftId))).toBe('not-joined')
  world.later({ minutes: 1 })
  expect(await leave(crowd[1], shiftId)).toEqual({ state: 'cancelled_late' })
  world.later({ hours: 24 })
  expect(await refusalOf(leave(crowd[2], shiftId))).toBe('shift-closed')
  expect(await refusalOf(leave(await world.newcomer(), shiftId))).toBe('not-joined')
})

test('two late cancellations in 90 days leave one live sign-up at a time for 14 days, and the refusal says until when and why', async () => {
  const one = await adult('faulty')
  for (let n = 0; n < 2; n += 1) {
    const shiftId = await publishShift(world, { inHours: 5 })
    await join(one, shiftId)
    expect(await leave(one, shiftId)).toEqual({ state: 'cancelled_late' })
    world.later({ days: 1 })
  }
  await join(one, await publishShift(world, { inHours: 100 }))
  const second = await publishShift(world, { inHours: 120 })
  expect((await faultOf(join(one, second))).body).toMatchObject({
    code: 'cool-down',
    data: { until: '2026-12-08T01:00:00.000Z', faults: 2, signUps: 3 }
  })
  world.at('2026-12-08T09:00:00+08:00')
  const third = await publishShift(world, { inHours: 120 })
  expect(await join(one, third)).toEqual({ state: 'confirmed' })
})

test('who does not come is marked, once the shift is over; staff may excuse it and the fault is gone', async () => {
  const one = await adult('absent')
  const shiftId = await publishShift(world, { inHours: 2, hours: 1 })
  await join(one, shiftId)
  world.later({ hours: 2.9 })
  await world.tick()
  expect((await mySignUp(one, shiftId))?.state).toBe('confirmed')
  world.later({ hours: 0.1 })
  await world.tick()
  expect((await mySignUp(one, shiftId))?.state).toBe('no_show')
  expect(await one.ask(volunteering.getMyProfile)({})).toMatchObject({ faultCount: 1, signUpCount: 1 })
  const excuse = { shiftId, personId: one.person.personId, decision: 'excuse' as const, note: '住院' }
  await (await world.as('organiser')).ask(volunteering.decideSignUp)(excuse)
  expect(await one.ask(volunteering.getMyProfile)({})).toMatchObject({ faultCount: 0 })
})

test('my shifts are the coming ones, soonest first, then those of the last 30 days', async () => {
  const one = await world.as('resident', 'thirty')
  const ids = []
  for (const inHours of [30, 3, 80]) ids.push(await publishShift(world, { inHours, hours: 1 }))
  for (const shiftId of ids) await join(one, shiftId)
  world.later({ hours: 10 })
  const mine = async () =>
    (await (await world.as('resident', 'thirty')).ask(volunteering.listMyShifts)({})).shifts.map(row => row.shift.shiftId)
  expect(await mine()).toEqual([ids[0], ids[2], ids[1]])
  world.at('2026-12-26T09:00:00+08:00')
  expect(await mine()).toEqual([ids[2]])
})

test('who deletes the account leaves every coming shift, and the seats go on', async () => {
  const shiftId = await publishShift(world, { capacity: 1 })
  const [one, two] = [await adult('leaver'), await world.newcomer()]
  await join(one, shiftId)
  await join(two, shiftId)
  const copy = await one.ask(people.exportMyData)({})
  expect(copy.document.volunteering).toMatchObject({
    profile: { birthDate: '1990-01-01' },
    signUps: [{ state: 'confirmed', title: '河边清洁' }]
  })
  await one.ask(people.deleteMyAccount)({ confirmation: 'delete' })
  expect((await mySignUp(two, shiftId))?.state).toBe('offered')
})
