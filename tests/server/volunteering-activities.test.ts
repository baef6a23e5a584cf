import { volunteering } from '#contract/volunteering'
import { faultOf, refusalOf } from '#world/actor'
import {
  brokenInvariants,
  COMMUNITY,
  crowdOf,
  join,
  leave,
  mySignUp,
  plan,
  planOf,
  publish,
  publishShift,
  seatsOf,
  wordsOf
} from '#world/volunteer-journeys'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => void (world = await openWorld()), 60_000)
afterAll(() => world.close())
beforeEach(() => world.at('2026-11-23T09:00:00+08:00'))

const open = (activityId: string) => world.nobody.ask(volunteering.getActivity)({ activityId })
const gatesMissing = async (activityId: string) => {
  const { body } = await faultOf((await world.as('reviewer')).ask(volunteering.publishActivity)({ activityId }))
  return [body.code, body.data?.gates]
}

test('what an organiser plans waits for a reviewer, and is found by everybody once it is published', async () => {
  const [organiser, reviewer] = [await world.as('organiser'), await world.as('reviewer')]
  const { activityId, state } = await plan(world, [{ capacity: 4 }], { title: '周末净河' })
  expect(state).toBe('in_review')
  expect(await refusalOf(open(activityId))).toBe('not-found')
  expect(await organiser.ask(volunteering.getActivity)({ activityId })).toMatchObject({ canManage: true, canPublish: false, gates: [] })
  expect(await reviewer.ask(volunteering.getActivity)({ activityId })).toMatchObject({ canManage: false, canPublish: true })
  await reviewer.ask(volunteering.publishActivity)({ activityId })
  const seen = await open(activityId)
  expect(seen).toMatchObject({ state: 'published', title: '周末净河', communityName: '桂花社区', organisationName: '桂花社区志愿服务队' })
  expect(seen.shifts).toMatchObject([{ capacity: 4, seatsLeft: 4 }])
  expect(JSON.stringify(seen)).not.toContain('secret')
  const listed = await world.nobody.ask(volunteering.listActivities)({})
  expect(listed.activities.map(card => card.activityId)).toContain(activityId)
})

test('who wrote it does not publish it, whatever grants they hold, and a resident finds nothing to publish', async () => {
  const both = await world.grant(await world.staff('organiser', { areaId: 'demo-city' }), 'admin', { areaId: 'demo-city' })
  const { activityId } = await both.ask(volunteering.createActivity)({ ...wordsOf(), shifts: [planOf(world)] })
  expect(await refusalOf(both.ask(volunteering.publishActivity)({ activityId }))).toBe('same-person')
  expect(await refusalOf((await world.as('resident')).ask(volunteering.publishActivity)({ activityId }))).toBe('not-found')
  expect(await refusalOf((await world.as('organiser')).ask(volunteering.publishActivity)({ activityId }))).toBe('not-found')
})

test('grants end where their area ends', async () => {
  const elsewhere = await world.staff('organiser', { areaId: 'demo-street-2' })
  expect(await refusalOf(elsewhere.ask(volunteering.createActivity)({ ...wordsOf(), shifts: [planOf(world)] }))).toBe('not-found')
  const { activityId } = await plan(world)
  const reviewer = await world.staff('reviewer', { areaId: 'demo-community-1-2' })
  expect(await refusalOf(reviewer.ask(volunteering.publishActivity)({ activityId }))).toBe('not-found')
  const near = await world.staff('reviewer', { areaId: 'demo-street-1' })
  expect(await near.ask(volunteering.publishActivity)({ activityId })).toMatchObject({ state: 'published' })
})

test('what publishing needs is named: a note on the risk, insurance from risk 2 on, shifts of at most eight hours', async () => {
  expect(await gatesMissing((await plan(world, [{}], { riskNote: '' })).activityId)).toEqual(['gates-not-met', ['risk-note']])
  expect(await gatesMissing((await plan(world, [{}], { riskLevel: 2 })).activityId)).toEqual(['gates-not-met', ['insurance']])
  expect(await gatesMissing((await plan(world, [{ hours: 8.5 }])).activityId)).toEqual(['gates-not-met', ['shift-length']])
  const late = await plan(world, [{ inHours: 1 }])
  world.later({ hours: 1 })
  expect(await gatesMissing(late.activityId)).toEqual(['gates-not-met', ['shift-in-past']])
})

test('nothing is planned in the past', async () => {
  expect(await refusalOf(plan(world, [{ inHours: 0 }]))).toBe('shift-in-past')
})

test('a reviewer sends it back with a note, the organiser changes it and sends it again', async () => {
  const [organiser, reviewer] = [await world.as('organiser'), await world.as('reviewer')]
  const { activityId } = await plan(world, [{}], { riskNote: '' })
  await reviewer.ask(volunteering.returnActivity)({ activityId, note: '请写清楚风险' })
  expect(await organiser.ask(volunteering.getActivity)({ activityId })).toMatchObject({ state: 'draft', returnNote: '请写清楚风险' })
  expect(await refusalOf(reviewer.ask(volunteering.publishActivity)({ activityId }))).toBe('move-not-allowed')
  await organiser.ask(volunteering.saveActivity)({ activityId, ...wordsOf({ riskNote: '台阶滑' }) })
  await organiser.ask(volunteering.submitActivity)({ activityId })
  expect(await refusalOf(organiser.ask(volunteering.submitActivity)({ activityId }))).toBe('move-not-allowed')
  expect(await reviewer.ask(volunteering.publishActivity)({ activityId })).toMatchObject({ state: 'published' })
})

test('afterwards words change, but neither the community nor what publishing asked for', async () => {
  const organiser = await world.as('organiser')
  const { activityId } = await publish(world)
  const save = (words: object) => organiser.ask(volunteering.saveActivity)({ activityId, ...wordsOf(words) })
  expect(await save({ title: '换个名字' })).toMatchObject({ state: 'published' })
  expect(await refusalOf(save({ communityId: 'demo-community-1-2' }))).toBe('bad-input')
  expect(await refusalOf(save({ riskLevel: 3 }))).toBe('gates-not-met')
  expect((await open(activityId)).title).toBe('换个名字')
})

test('a series adds its days without the exceptions, and the activity spans them all', async () => {
  const organiser = await world.as('organiser')
  const { activityId } = await publish(world)
  const series = { weekdays: [2, 4], until: '2026-12-10', except: ['2026-12-03'] }
  const shifts = [{ startsAt: '2026-11-24T06:00:00.000Z', endsAt: '2026-11-24T08:00:00.000Z', capacity: 5 }]
  const planned = await organiser.ask(volunteering.addShifts)({ activityId, shifts, series })
  const days = planned.shifts.map(shift => shift.startsAt.slice(0, 10))
  expect(days).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-12-01', '2026-12-08', '2026-12-10'])
  expect(
    await refusalOf(
      organiser.ask(volunteering.addShifts)({ activityId, shifts, series: { ...series, weekdays: [7], until: '2026-11-25' } })
    )
  ).toBe('bad-input')
  const { days: counted } = await world.nobody.ask(volunteering.countByDay)({ month: '2026-12', communityId: COMMUNITY })
  expect(counted.map(day => day.on)).toEqual(['2026-12-01', '2026-12-08', '2026-12-10'])
})

test('a copy moves every shift by whole days and waits as a draft', async () => {
  const organiser = await world.as('organiser')
  const { activityId } = await publish(world, [{ inHours: 48 }, { inHours: 73 }], { title: '再来一次' })
  const copy = await organiser.ask(volunteering.copyActivity)({ activityId, firstOn: '2026-12-25' })
  expect(copy.state).toBe('draft')
  expect(copy.shifts.map(shift => shift.startsAt)).toEqual(['2026-12-25T01:00:00.000Z', '2026-12-26T02:00:00.000Z'])
  expect(await organiser.ask(volunteering.getActivity)({ activityId: copy.activityId })).toMatchObject({
    title: '再来一次',
    state: 'draft'
  })
})

test('fewer seats than are taken first name whom they release, and release who came last only when that is meant', async () => {
  const organiser = await world.as('organiser')
  const shiftId = await publishShift(world, { capacity: 3 })
  const crowd = await Promise.all(['甲', '乙', '丙', '丁'].map(handle => world.as('resident', `narrow-${handle}`)))
  for (const one of crowd) await join(one, shiftId)
  const save = (input: object) => organiser.ask(volunteering.saveShift)({ shiftId, ...input })
  const { body } = await faultOf(save({ capacity: 1 }))
  expect([body.code, body.data]).toEqual(['below-taken', { releases: ['小**', '小**'] }])
  expect(await save({ capacity: 1, releases: true })).toMatchObject({ capacity: 1, seatsLeft: 0, waitlistCount: 1 })
  expect(await Promise.all(crowd.map(async one => (await mySignUp(one, shiftId))?.state))).toEqual([
    'confirmed',
    'cancelled_by_organiser',
    'cancelled_by_organiser',
    'waitlisted'
  ])
  expect(await save({ capacity: 2 })).toMatchObject({ seatsLeft: 0, waitlistCount: 0 })
  expect((await mySignUp(crowd[3]!, shiftId))?.state).toBe('offered')
})

test('whom a shift is for can be said anew: who joined before stays, who comes later is measured by it', async () => {
  const organiser = await world.as('organiser')
  const shiftId = await publishShift(world, { capacity: 9, minAge: 18 })
  const [young, later] = await Promise.all(['young', 'later'].map(handle => world.as('resident', `gates-${handle}`)))
  for (const one of [young!, later!]) await one.ask(volunteering.saveMyProfile)({ birthDate: '2010-05-01', skills: [] })
  const save = (input: object) => organiser.ask(volunteering.saveShift)({ shiftId, ...input })
  expect(await refusalOf(join(young!, shiftId))).toBe('too-young')
  expect(await save({ minAge: null })).not.toHaveProperty('minAge')
  expect(await join(young!, shiftId)).toEqual({ state: 'confirmed' })
  expect(await save({ minAge: 17, maxAge: 70, neededSkills: ['first-aid'] })).toMatchObject({
    ...{ minAge: 17, maxAge: 70, neededSkills: ['first-aid'] }
  })
  expect((await mySignUp(young!, shiftId))?.state).toBe('confirmed')
  expect(await refusalOf(join(later!, shiftId))).toBe('too-young')
  expect(await refusalOf(save({ minAge: 71 }))).toBe('bad-input')
  expect(await save({ capacity: 8 })).toMatchObject({ minAge: 17, maxAge: 70 })
})

test('a shift that moves takes its sign-ups along; one that began keeps its times', async () => {
  const organiser = await world.as('organiser')
  const { activityId, shiftIds } = await publish(world, [{ inHours: 48 }, { inHours: 72 }])
  const [first, second] = shiftIds as [string, string]
  const one = await world.as('resident', 'moved')
  await join(one, first)
  const { startsAt, endsAt } = planOf(world, { inHours: 71 })
  await organiser.ask(volunteering.saveShift)({ shiftId: first, startsAt, endsAt })
  expect(await refusalOf(join(one, second))).toBe('overlapping-shift')
  world.later({ hours: 71.5 })
  expect(await refusalOf(organiser.ask(volunteering.saveShift)({ shiftId: first, endsAt: planOf(world, { inHours: 4 }).endsAt }))).toBe(
    'shift-closed'
  )
  expect((await seatsOf(world, activityId, first)).startsAt).toBe(startsAt)
})

test('a shift does not move onto another of somebody who is coming, and the refusal says how many that concerns', async () => {
  const organiser = await world.as('organiser')
  const { activityId, shiftIds } = await publish(world, [{ inHours: 48, capacity: 1 }, { inHours: 72, capacity: 3 }, { inHours: 90 }])
  const [first, second, third] = shiftIds as [string, string, string]
  const [both, waits, one] = await Promise.all(['both', 'waits', 'one'].map(handle => world.as('resident', `onto-${handle}`)))
  for (const shiftId of [first, second]) await join(both!, shiftId)
  await join(waits!, first)
  await join(waits!, second)
  await join(one!, second)
  const move = (shiftId: string, inHours: number) =>
    organiser.ask(volunteering.saveShift)({
      shiftId,
      startsAt: planOf(world, { inHours }).startsAt,
      endsAt: planOf(world, { inHours }).endsAt
    })
  const before = await seatsOf(world, activityId, second)
  expect((await faultOf(move(second, 49))).body).toMatchObject({ code: 'volunteers-elsewhere', data: { people: 2 } })
  expect(await seatsOf(world, activityId, second)).toEqual(before)
  // At one site the next may begin where the one before ends.
  expect(await move(second, 50)).toMatchObject({ timesChangedAt: world.now.toISOString() })
  expect(await move(third, 48)).toMatchObject({ joinedCount: 0 })
  expect(await brokenInvariants(world)).toEqual([])
})

test('for a day after the organiser moved a shift leaving is no fault, and what hangs on its times follows', async () => {
  const organiser = await world.as('organiser')
  const { shiftIds } = await publish(world, [{ inHours: 72, capacity: 2 }])
  const shiftId = shiftIds[0] as string
  const [one, two, next, late] = await Promise.all(['a', 'b', 'c', 'd'].map(handle => world.as('resident', `free-${handle}`)))
  for (const who of [one!, two!, next!, late!]) await join(who, shiftId)
  const move = (inHours: number) => organiser.ask(volunteering.saveShift)({ shiftId, ...planOf(world, { inHours }), capacity: 2 })
  await move(26)
  expect(await leave(one!, shiftId)).toEqual({ state: 'cancelled_early' })
  const offered = await mySignUp(next!, shiftId)
  expect(offered).toMatchObject({ state: 'offered', offerUntil: new Date(world.now.getTime() + 2 * 3_600_000).toISOString() })
  await move(1.5)
  // No seat is kept beyond the start.
  expect((await mySignUp(next!, shiftId))?.offerUntil).toBe(planOf(world, { inHours: 1.5 }).startsAt)
  expect(await leave(two!, shiftId)).toEqual({ state: 'cancelled_early' })
  expect(await two!.ask(volunteering.getMyProfile)({})).toMatchObject({ faultCount: 0 })
  await move(40)
  world.later({ hours: 24 })
  await world.tick()
  await join(two!, shiftId)
  expect((await mySignUp(two!, shiftId))?.state).toBe('confirmed')
  expect(await leave(two!, shiftId)).toEqual({ state: 'cancelled_late' })
})

test('cancelling a shift lets everybody go without a fault; cancelling the activity cancels what is to come', async () => {
  const organiser = await world.as('organiser')
  const { activityId, shiftIds } = await publish(world, [{ capacity: 1, inHours: 5 }, { inHours: 60 }])
  const [first, second] = shiftIds as [string, string]
  const [one, two] = [await world.as('resident', 'cancelled-1'), await world.as('resident', 'cancelled-2')]
  await join(one, first)
  await join(two, first)
  await join(one, second)
  expect(await organiser.ask(volunteering.cancelShift)({ shiftId: first, reason: '下雨' })).toEqual({ releasedCount: 2 })
  expect((await mySignUp(two, first))?.state).toBe('cancelled_by_organiser')
  expect(await refusalOf(organiser.ask(volunteering.cancelShift)({ shiftId: first, reason: '下雨' }))).toBe('shift-closed')
  await organiser.ask(volunteering.cancelActivity)({ activityId, reason: '场地不能用' })
  expect(await open(activityId)).toMatchObject({ state: 'cancelled', cancelReason: '场地不能用' })
  expect((await mySignUp(one, second))?.state).toBe('cancelled_by_organiser')
  expect((await one.ask(volunteering.getMyProfile)({})).faultCount).toBe(0)
  expect(await refusalOf(join(await world.newcomer(), second))).toBe('shift-closed')
  expect(await refusalOf(organiser.ask(volunteering.cancelActivity)({ activityId, reason: '又一次' }))).toBe('move-not-allowed')
})

test('the clock takes an activity from its first start to its last end', async () => {
  const { activityId } = await publish(world, [
    { inHours: 1, hours: 1 },
    { inHours: 5, hours: 1 }
  ])
  const state = async () => (await open(activityId)).state
  const seen = [await state()]
  for (const hours of [1, 4.5, 0.5]) {
    world.later({ hours })
    await world.tick()
    seen.push(await state())
  }
  expect(seen).toEqual(['published', 'running', 'running', 'ended'])
})

test('activities are found by community, topic, day and distance, soonest first, page by page', async () => {
  const far = { longitude: 116.5, latitude: 31.95, radiusMetres: 50 }
  const made = []
  for (let n = 0; n < 22; n += 1)
    made.push(
      (await publish(world, [{ inHours: 200 + n }], { communityId: 'demo-community-2-2', topic: '找得到', ...(n === 3 && { site: far }) }))
        .activityId
    )
  const list = (input: object) => world.nobody.ask(volunteering.listActivities)({ topic: '找得到', ...input })
  const first = await list({})
  const rest = await list({ cursor: first.nextCursor })
  expect([...first.activities, ...rest.activities].map(card => card.activityId)).toEqual(made)
  expect(rest.nextCursor).toBeUndefined()
  expect(
    (await list({ near: { longitude: 116.501, latitude: 31.95 }, withinMetres: 150 })).activities.map(card => card.activityId)
  ).toEqual([made[3]])
  const around = async (withinMetres: number) =>
    (await list({ near: { longitude: 116.502, latitude: 31.95 }, withinMetres })).activities.map(card => card.activityId)
  // 0.002° of longitude are 189 m here.
  expect([await around(190), await around(188)]).toEqual([[made[3]], []])
  const [from, to] = [planOf(world, { inHours: 201 }).startsAt, planOf(world, { inHours: 203 }).startsAt]
  expect((await list({ from, to })).activities.map(card => card.activityId)).toEqual(made.slice(1, 3))
  expect((await list({ communityId: COMMUNITY })).activities).toEqual([])
})

test('staff see what they organise or review, newest first, with how many wait for approval', async () => {
  const { activityId, shiftIds } = await publish(world, [{}], { needsApproval: true })
  await join(await world.newcomer(), shiftIds[0] as string)
  const listed = await (await world.as('organiser')).ask(volunteering.listManagedActivities)({})
  expect(listed.activities[0]).toMatchObject({ activityId, waiting: 1, authorName: '组织者 阿岚' })
  expect(listed.organisations.map(one => one.organisationId)).toContain('demo-organisation-city')
  expect(await refusalOf((await world.as('resident')).ask(volunteering.listManagedActivities)({}))).toBe('not-found')
  const [somebody] = await crowdOf(world, 1, 'nobody-special')
  expect(await refusalOf(somebody!.ask(volunteering.listManagedActivities)({}))).toBe('not-found')
})
