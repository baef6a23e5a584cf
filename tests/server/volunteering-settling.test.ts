import { volunteering } from '#contract/volunteering'
import { faultOf, newKey, refusalOf, type Actor } from '#world/actor'
import {
  afterNotice,
  at,
  bookOf,
  flagged,
  hoursOf,
  inHourWorld,
  sceneOf,
  second,
  serveWhole,
  take,
  typeIn,
  verify,
  type HourCrew,
  type HourScene
} from '#world/hour-scenes'
import { uploadPhoto } from '#world/report-journeys'
import type { World } from '#world/world'

let world: World
let crew: HourCrew
let resident: Actor
let scene: HourScene
inHourWorld(beginning => void ({ world, crew, resident } = beginning))
beforeEach(async () => void (scene = await sceneOf(world, '23T09:00', '23T11:00')))

const dispute = (actor: Actor, { shift }: HourScene) =>
  actor.ask(volunteering.disputeHours)({ shiftId: shift.shiftId, note: '我待到了最后' })
const limitOf = async (calling: Promise<unknown>) => (await faultOf(calling)).body

describe('typed-in hours', () => {
  test('need two people of different roles, then stand on notice as grade D', async () => {
    await take(world, scene, resident)
    const { entryId, state } = await typeIn(world, crew.organiser, scene, resident, 90)
    expect(state).toBe('proposed')
    expect(await bookOf(resident)).toEqual({ minutes: 0, onNotice: 0, entries: [] })
    const [another, elsewhere] = [
      await world.staff('organiser', { areaId: 'demo-city' }),
      await world.staff('reviewer', { areaId: 'demo-community-2-1' })
    ]
    expect(await refusalOf(second(crew.organiser, entryId))).toBe('same-person')
    expect(await limitOf(second(another, entryId))).toMatchObject({ code: 'higher-approval', data: { role: 'supervisor' } })
    for (const stranger of [elsewhere, resident]) expect(await refusalOf(second(stranger, entryId))).toBe('not-found')
    expect(await second(crew.reviewer, entryId)).toEqual({ entryId, state: 'notice' })
    expect(await refusalOf(second(crew.supervisor, entryId))).toBe('already-done')
    await afterNotice(world)
    expect(await bookOf(resident)).toEqual({ minutes: 90, onNotice: 0, entries: ['90 D final'] })
    const { entries, stars } = await hoursOf(resident)
    expect([entries[0]?.entryId, entries[0]?.source, stars]).toEqual([entryId, 'typed', 0])
  })

  test('are approved by nobody for themselves, and whoever holds two roles is still one person', async () => {
    await take(world, scene, crew.reviewer)
    const { entryId } = await typeIn(world, crew.organiser, scene, crew.reviewer)
    expect(await refusalOf(second(crew.reviewer, entryId))).toBe('same-person')
    const both = await world.grant(await world.staff('organiser', { areaId: 'demo-city' }), 'supervisor', { areaId: 'demo-city' })
    await take(world, scene, resident)
    const own = await typeIn(world, both, scene, resident)
    expect(await refusalOf(second(both, own.entryId))).toBe('same-person')
    await second(crew.reviewer, own.entryId)
  })

  test('that are declined give nothing, and are not typed in again', async () => {
    await take(world, scene, resident)
    const { entryId } = await typeIn(world, crew.organiser, scene, resident)
    expect(await refusalOf(typeIn(world, crew.organiser, scene, resident))).toBe('already-done')
    expect(await second(crew.reviewer, entryId, 'decline')).toEqual({ entryId, state: 'declined' })
    expect(await refusalOf(second(crew.reviewer, entryId))).toBe('already-done')
    expect(await refusalOf(typeIn(world, crew.organiser, scene, resident))).toBe('already-done')
    await afterNotice(world)
    expect(await bookOf(resident)).toEqual({ minutes: 0, onNotice: 0, entries: [] })
  })

  test('need evidence the typist took, a shift that is over, and no more minutes than it can give', async () => {
    await take(world, scene, resident)
    expect(await refusalOf(typeIn(world, crew.organiser, scene, resident, 60, { photoIds: [] }))).toBe('evidence-needed')
    const foreign = await uploadPhoto(world, resident)
    expect(await refusalOf(typeIn(world, crew.organiser, scene, resident, 60, { photoIds: [foreign] }))).toBe('bad-input')
    expect(await limitOf(typeIn(world, crew.organiser, scene, resident, 136))).toMatchObject({ code: 'over-limit', data: { limit: 135 } })
    world.at(at('23T10:59'))
    expect(await refusalOf(typeIn(world, crew.organiser, scene, resident))).toBe('shift-not-over')
    world.at(at('23T14:00'))
    expect(await typeIn(world, crew.organiser, scene, resident, 135)).toMatchObject({ state: 'proposed' })
  })

  test('are for seats nobody gave back, and not for what was scanned at both ends', async () => {
    expect(await refusalOf(typeIn(world, crew.organiser, scene, resident))).toBe('not-joined')
    await take(world, scene, resident, { signUp: 'cancelled_early' })
    expect(await refusalOf(typeIn(world, crew.organiser, scene, resident))).toBe('not-joined')
    const present = await world.newcomer()
    await serveWhole(world, scene, present)
    expect(await refusalOf(typeIn(world, crew.organiser, scene, present))).toBe('already-done')
    expect(await refusalOf(typeIn(world, resident, scene, present))).toBe('shift-not-found')
  })

  test('of one organisation end at 3,000 minutes of a month, also when many are typed in at once', async () => {
    const organisation = 'organisation-that-types'
    const shifts = await Promise.all(Array.from({ length: 8 }, () => sceneOf(world, '20T08:00', '20T16:00', { organisation })))
    const people = await Promise.all(shifts.map(() => world.newcomer()))
    for (const [n, person] of people.entries()) await take(world, shifts[n]!, person)
    const typed = await Promise.allSettled(people.map((person, n) => typeIn(world, crew.organiser, shifts[n]!, person, 480)))
    expect(typed.filter(one => one.status === 'fulfilled')).toHaveLength(6)
    const refused = typed.findIndex(one => one.status === 'rejected')
    const [day, left] = [shifts[refused]!, people[refused]!]
    expect(await limitOf(typeIn(world, crew.organiser, day, left, 121))).toMatchObject({ code: 'over-limit', data: { limit: 3000 } })
    expect(await typeIn(world, crew.organiser, day, left, 120)).toMatchObject({ state: 'proposed' })
  })

  test('of more than eight hours of a day need a supervisor', async () => {
    const long = await sceneOf(world, '23T01:00', '23T09:00')
    await serveWhole(world, long, resident)
    await take(world, scene, resident)
    await verify(crew.organiser, long, resident)
    const { entryId } = await typeIn(world, crew.organiser, scene, resident, 60)
    expect(await limitOf(second(crew.reviewer, entryId))).toMatchObject({ code: 'higher-approval', data: { role: 'supervisor' } })
    expect(await second(crew.supervisor, entryId)).toMatchObject({ state: 'notice' })
  })

  test('wait in a list that shows evidence and names nobody in full, and only to who works here', async () => {
    await take(world, scene, resident)
    const { entryId } = await typeIn(world, crew.organiser, scene, resident, 45)
    const listed = async (actor: Actor) => {
      const { proposals } = await actor.ask(volunteering.listProposedHours)({})
      return proposals.find(proposal => proposal.entryId === entryId)
    }
    expect(await listed(crew.reviewer)).toMatchObject({
      ...{ minutes: 45, on: '2026-11-23', canApprove: true, enteredBy: crew.organiser.person.displayName },
      photos: [{ url: expect.stringContaining('/files/') as string }]
    })
    expect(await listed(crew.organiser)).toMatchObject({ canApprove: false })
    expect((await listed(crew.reviewer))?.maskedName).not.toBe(resident.person.displayName)
    expect(await listed(await world.staff('reviewer', { areaId: 'demo-community-2-1' }))).toBeUndefined()
    expect(await refusalOf(listed(resident))).toBe('not-found')
  })

  test('sent twice with one key are one proposal', async () => {
    await take(world, scene, resident)
    const input = {
      idempotencyKey: newKey(),
      shiftId: scene.shift.shiftId,
      personId: resident.person.personId,
      minutes: 30,
      reason: '忘了扫码'
    }
    const photoIds = [await uploadPhoto(world, crew.organiser)]
    const [first, again] = [
      await crew.organiser.ask(volunteering.enterHours)({ ...input, photoIds }),
      await crew.organiser.ask(volunteering.enterHours)({ ...input, photoIds })
    ]
    expect(again).toEqual(first)
  })
})

describe('a dispute', () => {
  test('freezes the entry; where staff find it right, its notice goes on with what was left', async () => {
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident)
    world.later({ hours: 24 })
    expect(await dispute(resident, scene)).toEqual({ state: 'disputed' })
    await afterNotice(world)
    expect(await bookOf(resident)).toEqual({ minutes: 0, onNotice: 120, entries: ['120 B frozen'] })
    expect(await verify(crew.reviewer, scene, resident)).toEqual({ attendance: 'provisional', minutes: 120, grade: 'B' })
    world.later({ hours: 47, minutes: 59 })
    await world.tick()
    expect(await bookOf(resident)).toMatchObject({ entries: ['120 B notice'] })
    world.later({ minutes: 1 })
    await world.tick()
    expect(await bookOf(resident)).toMatchObject({ minutes: 120, entries: ['120 B final'] })
  })

  test('that is right reverses the entry and enters it anew', async () => {
    await serveWhole(world, scene, resident, { out: at('23T10:00') })
    await verify(crew.organiser, scene, resident)
    await dispute(resident, scene)
    const word = { note: '监控看到他十一点才走', leftAt: at('23T11:00').toISOString() }
    expect(await verify(crew.reviewer, scene, resident, 'approve', word)).toEqual({ attendance: 'adjusted', minutes: 120, grade: 'C' })
    expect((await bookOf(resident)).entries.sort()).toEqual(['-60 B reversed', '120 C notice', '60 B reversed'])
    await afterNotice(world)
    expect(await bookOf(resident)).toMatchObject({ minutes: 120, onNotice: 0 })
  })

  test('that is rejected takes the entry back', async () => {
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident)
    await dispute(resident, scene)
    await verify(crew.reviewer, scene, resident, 'reject', { note: '查过了' })
    expect(await bookOf(resident)).toMatchObject({ minutes: 0, onNotice: 0 })
  })

  test('may also be about an entry that is missing, once, and not about one that is final', async () => {
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident, 'reject')
    await dispute(resident, scene)
    expect(await verify(crew.reviewer, scene, resident)).toMatchObject({ attendance: 'provisional', minutes: 120 })
    expect(await refusalOf(dispute(resident, scene))).toBe('already-done')
    const [calm, stranger] = [await world.newcomer(), await world.newcomer()]
    await serveWhole(world, scene, calm)
    await verify(crew.organiser, scene, calm)
    await afterNotice(world)
    expect(await refusalOf(dispute(calm, scene))).toBe('already-done')
    expect(await refusalOf(dispute(stranger, scene))).toBe('not-joined')
  })

  test('of somebody who was not seen at all is met by typing hours in, with two people', async () => {
    await take(world, scene, resident, { signUp: 'no_show' })
    await dispute(resident, scene)
    expect(await refusalOf(verify(crew.reviewer, scene, resident))).toBe('move-not-allowed')
    const { entryId } = await typeIn(world, crew.organiser, scene, resident, 60)
    expect(await second(crew.reviewer, entryId)).toMatchObject({ state: 'notice' })
  })
})

describe('an activity is settled', () => {
  const settle = (actor: Actor) => actor.ask(volunteering.settleActivity)({ activityId: scene.activity.activityId })

  test('once every attendance is decided and nothing waits for its second person', async () => {
    const [absent, typed, gone] = [await world.newcomer(), await world.newcomer(), await world.newcomer()]
    await serveWhole(world, scene, resident)
    await take(world, scene, absent)
    await take(world, scene, typed)
    await take(world, scene, gone, { signUp: 'cancelled_early' })
    const { entryId } = await typeIn(world, crew.organiser, scene, typed)
    expect(await limitOf(settle(crew.organiser))).toMatchObject({ code: 'undecided-left', data: { count: 4 } })
    await verify(crew.organiser, scene, resident)
    await verify(crew.organiser, scene, absent, 'no-show')
    expect(await limitOf(settle(crew.organiser))).toMatchObject({ data: { count: 2 } })
    await second(crew.reviewer, entryId)
    expect(await settle(crew.organiser)).toMatchObject({ state: 'settled', undecidedCount: 0 })
    expect(await refusalOf(settle(crew.organiser))).toBe('move-not-allowed')
  })

  test('by who works here, and not while a flag keeps an attendance undecided', async () => {
    await serveWhole(world, scene, resident)
    await flagged(world, scene, resident)
    for (const stranger of [resident, await world.staff('organiser', { areaId: 'demo-community-2-1' })])
      expect(await refusalOf(settle(stranger))).toBe('not-found')
    expect(await refusalOf(settle(crew.organiser))).toBe('undecided-left')
  })
})
