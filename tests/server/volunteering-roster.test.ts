import { volunteering } from '#contract/volunteering'
import type { RosterLine } from '#contract/volunteering-shapes'
import { headCountMoment, midwayWindow } from '#server/volunteering/presence/prompt-rules'
import { refusalOf, type Actor } from '#world/actor'
import { codeAt, comeIn, flagsOf, goOut, northOf, planShift, signUp, type Scene } from '#world/presence-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let organiser: Actor
beforeAll(async () => {
  world = await openWorld({ at: '2028-02-20T09:00+08:00' })
  organiser = await world.as('organiser')
}, 60_000)
afterAll(() => world.close())

const crowd = async (scene: Scene, count: number) => {
  const people: Actor[] = []
  for (let number = 0; number < count; number += 1) people.push(await world.newcomer())
  await signUp(world, scene, people)
  return people
}
const roster = (scene: Scene, staff = organiser) => staff.ask(volunteering.getRoster)({ shiftId: scene.shiftId })
const lineOf = async (scene: Scene, actor: Actor) =>
  (await roster(scene)).people.find(line => line.personId === actor.person.personId) as RosterLine
const count = (scene: Scene, heads: number) => organiser.ask(volunteering.enterHeadCount)({ shiftId: scene.shiftId, count: heads })

/** A stay from check-in to check-out by bare code. */
async function stay(scene: Scene, actor: Actor, from: string, to: string) {
  world.at(from)
  await comeIn(world, actor, scene)
  world.at(to)
  await goOut(world, actor, scene)
}

describe('the roster', () => {
  test('shows everybody under a masked name, where they stand, and who is next', async () => {
    world.at('2028-02-21T08:50+08:00')
    const scene = await planShift(world, { startsAt: '2028-02-21T09:00+08:00', endsAt: '2028-02-21T10:00+08:00', capacity: 2 })
    const [present, absent] = (await crowd(scene, 2)) as [Actor, Actor]
    const waiting = [await world.newcomer(), await world.newcomer()]
    await signUp(world, scene, waiting, 'waitlisted')
    await comeIn(world, present, scene)
    const { people, presentCount, title, isSettled, shift } = await roster(scene)
    expect([presentCount, title, isSettled, shift.seatsLeft]).toEqual([1, '河边清洁', false, 0])
    expect(people.map(({ personId, state, attendance, position }) => [personId, state, attendance, position])).toEqual([
      [present.person.personId, 'present', 'checked_in', undefined],
      [absent.person.personId, 'confirmed', 'none', undefined],
      [waiting[0]!.person.personId, 'waitlisted', 'none', 1],
      [waiting[1]!.person.personId, 'waitlisted', 'none', 2]
    ])
    for (const { maskedName } of people) expect(maskedName).toMatch(/^.\*\*$/u)
    expect(JSON.stringify(people)).not.toContain(present.person.displayName)
    for (const staff of ['reviewer', 'supervisor', 'admin'] as const)
      expect((await roster(scene, await world.as(staff))).people).toHaveLength(4)
  })

  test('tells what verifying would credit: the stay, at most a quarter of an hour over the schedule', async () => {
    const scene = await planShift(world, { startsAt: '2028-02-22T09:00+08:00', endsAt: '2028-02-22T10:00+08:00' })
    const [short, long, leaver] = (await crowd(scene, 3)) as [Actor, Actor, Actor]
    await stay(scene, short, '2028-02-22T09:10+08:00', '2028-02-22T09:40+08:00')
    await stay(scene, long, '2028-02-22T08:10+08:00', '2028-02-22T11:40+08:00')
    world.at('2028-02-22T09:00+08:00')
    await comeIn(world, leaver, scene)
    const credits = (await roster(scene)).people.map(line => [line.creditMinutes, line.grade])
    expect(credits).toEqual([
      [30, 'B'],
      [75, 'B'],
      [0, undefined]
    ])
  })

  test('names the entries of a decided line, a day each, until they are taken back', async () => {
    const scene = await planShift(world, { startsAt: '2028-02-22T23:00+08:00', endsAt: '2028-02-23T01:00+08:00' })
    const [actor, undecided] = (await crowd(scene, 2)) as [Actor, Actor]
    for (const one of [actor, undecided]) await stay(scene, one, '2028-02-22T23:00+08:00', '2028-02-23T01:00+08:00')
    expect((await lineOf(scene, actor)).entryIds).toBeUndefined()
    const who = { shiftId: scene.shiftId, personId: actor.person.personId }
    await organiser.ask(volunteering.verifyAttendance)({ ...who, decision: 'approve' })
    const { entries } = await actor.ask(volunteering.getMyHours)({})
    const line = await lineOf(scene, actor)
    expect([line.entryState, line.entryIds?.length]).toEqual(['notice', 2])
    expect(new Set(line.entryIds)).toEqual(new Set(entries.map(({ entryId }) => entryId)))
    expect((await lineOf(scene, undecided)).entryIds).toBeUndefined()
    world.later({ hours: 73 })
    await world.tick()
    const [first, rest] = line.entryIds as [string, string]
    const supervisor = await world.as('supervisor')
    await supervisor.ask(volunteering.reverseHours)({ entryId: first, reason: '记错了人' })
    expect((await lineOf(scene, actor)).entryIds).toEqual([rest])
    await supervisor.ask(volunteering.reverseHours)({ entryId: rest, reason: '记错了人' })
    const gone = await lineOf(scene, actor)
    expect([gone.entryState, gone.entryIds, gone.attendance]).toEqual(['reversed', undefined, 'revoked'])
  })

  test.each([
    ['across midnight in Shanghai', '2028-02-23T23:00+08:00', '2028-02-24T01:00+08:00', 120],
    ['across midnight in UTC', '2028-02-24T07:00+08:00', '2028-02-24T09:00+08:00', 120],
    ['into the leap day', '2028-02-28T22:30+08:00', '2028-02-29T00:30+08:00', 120],
    ['out of the leap day', '2028-02-29T23:15+08:00', '2028-03-01T00:45+08:00', 90]
  ])('keeps minutes right %s', async (_, startsAt, endsAt, minutes) => {
    const scene = await planShift(world, { startsAt, endsAt })
    const [actor] = (await crowd(scene, 1)) as [Actor]
    await stay(scene, actor, startsAt, endsAt)
    expect((await lineOf(scene, actor)).creditMinutes).toBe(minutes)
  })
})

describe('head-count', () => {
  const startsAt = '2028-03-02T09:00+08:00'
  const plan = () => planShift(world, { startsAt, endsAt: '2028-03-02T11:00+08:00' })

  test('is entered only after the system asked, and once', async () => {
    const scene = await plan()
    const asked = headCountMoment(scene)
    world.at(new Date(asked.getTime() - 1000))
    expect((await roster(scene)).headCountAskedAt).toBeUndefined()
    expect(await refusalOf(count(scene, 0))).toBe('not-asked')
    world.at(asked)
    expect((await roster(scene)).headCountAskedAt).toBe(asked.toISOString())
    expect(await count(scene, 0)).toEqual({ isFlagged: false, presentCount: 0 })
    expect(await refusalOf(count(scene, 0))).toBe('already-done')
    expect((await roster(scene)).headCount).toBe(0)
    const over = await plan()
    world.at('2028-03-02T11:00:01+08:00')
    expect(await refusalOf(count(over, 0))).toBe('not-asked')
  })

  test('that agrees, with code and position at both ends, makes the grade A', async () => {
    const scene = await plan()
    const [sure, bare, early] = (await crowd(scene, 3)) as [Actor, Actor, Actor]
    world.at(startsAt)
    for (const actor of [sure, early]) await comeIn(world, actor, scene, { position: northOf(scene, 10) })
    await comeIn(world, bare, scene)
    world.at('2028-03-02T09:20+08:00')
    await goOut(world, early, scene, { position: northOf(scene, 10) })
    world.at(headCountMoment(scene))
    expect(await count(scene, 3)).toEqual({ isFlagged: false, presentCount: 2 })
    world.at('2028-03-02T11:00+08:00')
    await goOut(world, sure, scene, { position: northOf(scene, 20) })
    await goOut(world, bare, scene)
    const { people } = await roster(scene)
    expect(people.map(({ grade, signalsIn, signalsBetween }) => [grade, signalsIn, signalsBetween])).toEqual([
      ['A', ['code', 'geofence'], ['head-count']],
      ['B', ['code'], ['head-count']],
      ['B', ['code', 'geofence'], []]
    ])
  })

  test('that differs flags the shift, holds everybody on it, and makes no grade better', async () => {
    const scene = await plan()
    const people = await crowd(scene, 4)
    world.at(startsAt)
    for (const actor of people) await comeIn(world, actor, scene, { position: northOf(scene, 10) })
    world.at(headCountMoment(scene))
    expect(await count(scene, 2)).toEqual({ isFlagged: true, presentCount: 4 })
    world.at('2028-03-02T11:00+08:00')
    for (const actor of people) await goOut(world, actor, scene, { position: northOf(scene, 10) })
    expect(await flagsOf(world, scene)).toEqual([['head-count', null]])
    const lines = (await roster(scene)).people
    expect(lines.map(({ attendance, flags, grade }) => [attendance, flags, grade])).toEqual(Array(4).fill(['flagged', ['head-count'], 'B']))
  })
})

test('the midway code, shown while it is open, makes the grade A as well', async () => {
  const scene = await planShift(world, { startsAt: '2028-03-03T09:00+08:00', endsAt: '2028-03-03T12:00+08:00' })
  const [actor] = (await crowd(scene, 1)) as [Actor]
  world.at('2028-03-03T09:00+08:00')
  await comeIn(world, actor, scene, { position: northOf(scene, 0) })
  expect((await roster(scene)).midwayUntil).toBeUndefined()
  const { from, to } = midwayWindow(scene)!
  world.at(from)
  expect((await roster(scene)).midwayUntil).toBe(to.toISOString())
  await actor.ask(volunteering.confirmMidway)({ shiftId: scene.shiftId, code: codeAt(scene, 'midway', world.now) })
  world.at('2028-03-03T12:00+08:00')
  await goOut(world, actor, scene, { position: northOf(scene, 0) })
  expect(await lineOf(scene, actor)).toMatchObject({ grade: 'A', creditMinutes: 180, signalsBetween: ['midway', 'code'] })
})
