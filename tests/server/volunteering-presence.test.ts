import { eq } from 'drizzle-orm'
import { volunteering } from '#contract/volunteering'
import { dropPositions, listFacts } from '#server/volunteering/presence/presence-store'
import { presenceFacts, presencePositions } from '#server/volunteering/presence/presence-tables'
import { midwayWindow } from '#server/volunteering/presence/prompt-rules'
import { findSignUp } from '#server/volunteering/sign-ups/sign-up-store'
import { faultOf, refusalOf, type Actor } from '#world/actor'
import { attendanceOf, codeAt, comeIn, digitsAt, goOut, northOf, planShift, signUp, type Scene } from '#world/presence-scenes'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => void (world = await openWorld()), 60_000)
afterAll(() => world.close())

const day = (time: string) => `2026-11-25T${time}+08:00`
let scene: Scene
let resident: Actor
beforeEach(async () => {
  world.at(day('08:55'))
  scene = await planShift(world, { startsAt: day('09:00'), endsAt: day('11:00') })
  resident = await world.newcomer()
  await signUp(world, scene, [resident])
})

const factsOf = (actor: Actor) => listFacts(world.database.reading, scene.shiftId, actor.person.personId)

describe('a code on site', () => {
  test('scanned at the start and at the end makes an attendance, and the sign-up present', async () => {
    expect(await comeIn(world, resident, scene)).toEqual({ state: 'checked_in' })
    expect((await findSignUp(world.database.reading, scene.shiftId, resident.person.personId))?.state).toBe('present')
    world.at(day('11:05'))
    expect(await goOut(world, resident, scene)).toEqual({ state: 'checked_out' })
    const attendance = await attendanceOf(world, scene, resident)
    expect([attendance?.checkedInAt, attendance?.checkedOutAt]).toEqual([new Date(day('08:55')), new Date(day('11:05'))])
    expect((await factsOf(resident)).map(fact => [fact.phase, fact.signals])).toEqual([
      ['in', ['code']],
      ['out', ['code']]
    ])
  })

  test('is good for its own fifteen seconds and the fifteen after, no longer', async () => {
    const code = codeAt(scene, 'in', world.now)
    const late = await world.newcomer()
    await signUp(world, scene, [late])
    world.at(day('08:55:29'))
    expect(await comeIn(world, resident, scene, { code })).toEqual({ state: 'checked_in' })
    world.at(day('08:55:30'))
    expect(await refusalOf(comeIn(world, late, scene, { code }))).toBe('code-expired')
    expect(await attendanceOf(world, scene, late)).toBeUndefined()
  })

  test('of a moment that has not come is no code yet', async () => {
    const code = codeAt(scene, 'in', new Date(day('08:55:15')))
    expect(await refusalOf(comeIn(world, resident, scene, { code }))).toBe('code-expired')
  })

  test('of another shift, phase or purpose is the wrong one', async () => {
    const other = await planShift(world, { startsAt: day('09:00'), endsAt: day('11:00') })
    const own = (await resident.ask(volunteering.getMyCode)({})).code
    for (const code of [codeAt(other, 'in', world.now), codeAt(scene, 'out', world.now), codeAt(scene, 'midway', world.now), own])
      expect(await refusalOf(comeIn(world, resident, scene, { code }))).toBe('code-wrong-shift')
  })

  test('that is forged or unreadable is refused like an old one', async () => {
    const code = codeAt(scene, 'in', world.now)
    const forged = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')
    for (const wrong of [forged, `${code}0`, 'https://example.com', code.toUpperCase()])
      expect(await refusalOf(comeIn(world, resident, scene, { code: wrong }))).toBe('code-expired')
  })

  test('scanned a second time is used, says how it stands, and changes nothing', async () => {
    const code = codeAt(scene, 'in', world.now)
    await comeIn(world, resident, scene, { code })
    const before = await attendanceOf(world, scene, resident)
    world.at(day('08:55:10'))
    expect((await faultOf(comeIn(world, resident, scene, { code }))).body).toMatchObject({
      code: 'code-used',
      data: { state: 'checked_in' }
    })
    world.at(day('09:20'))
    expect((await faultOf(comeIn(world, resident, scene, { code }))).body).toMatchObject({
      code: 'code-used',
      data: { state: 'checked_in' }
    })
    expect(await attendanceOf(world, scene, resident)).toEqual(before)
  })

  test('that is fresh changes nothing either where one is in, or out, already', async () => {
    await comeIn(world, resident, scene)
    world.at(day('09:30'))
    expect(await comeIn(world, resident, scene)).toEqual({ state: 'checked_in' })
    world.at(day('10:00'))
    await goOut(world, resident, scene)
    const before = await attendanceOf(world, scene, resident)
    world.at(day('11:00'))
    expect(await goOut(world, resident, scene)).toEqual({ state: 'checked_out' })
    expect(await comeIn(world, resident, scene)).toEqual({ state: 'checked_out' })
    expect(await attendanceOf(world, scene, resident)).toEqual(before)
    expect(await factsOf(resident)).toHaveLength(2)
  })

  test('sent ten times at once counts once', async () => {
    const code = codeAt(scene, 'in', world.now)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => resident.send('volunteering/checkIn', { shiftId: scene.shiftId, code }))
    )
    const said = answers.map(({ status, body }) => (status === 200 ? 'taken' : (body as { code: string }).code))
    expect(said.filter(one => one === 'taken')).toHaveLength(1)
    expect(said.filter(one => one === 'code-used')).toHaveLength(9)
    expect(await factsOf(resident)).toHaveLength(1)
  })
})

describe('typed digits', () => {
  const type = (digits: string) => resident.ask(volunteering.checkIn)({ shiftId: scene.shiftId, digits })
  const wrong = () => (digitsAt(scene, 'in', world.now).startsWith('1') ? '20000000' : '10000000')

  test('are the same code: they check in, and count as used after a scan', async () => {
    world.at(day('08:55:16'))
    expect(await type(digitsAt(scene, 'in', new Date(day('08:55:14'))))).toEqual({ state: 'checked_in' })
    expect((await factsOf(resident))[0]?.signals).toEqual(['digits'])
    const code = codeAt(scene, 'in', new Date(day('08:55:14')))
    expect(await refusalOf(comeIn(world, resident, scene, { code }))).toBe('code-used')
  })

  test('may be wrong five times in ten minutes; then even the right ones have to wait', async () => {
    for (let time = 0; time < 5; time += 1) expect(await refusalOf(type(wrong()))).toBe('code-expired')
    expect((await faultOf(type(digitsAt(scene, 'in', world.now)))).status).toBe(429)
    expect(await comeIn(world, await confirmed(), scene)).toEqual({ state: 'checked_in' })
    world.later({ minutes: 9.9 })
    expect(await refusalOf(type(digitsAt(scene, 'in', world.now)))).toBe('too-many')
    world.later({ minutes: 0.2 })
    expect(await type(digitsAt(scene, 'in', world.now))).toEqual({ state: 'checked_in' })
  })

  test('or a code have to be there', async () => {
    expect((await faultOf(resident.ask(volunteering.checkIn)({ shiftId: scene.shiftId }))).body.code).toBe('bad-input')
  })
})

const confirmed = async () => {
  const actor = await world.newcomer()
  await signUp(world, scene, [actor])
  return actor
}

describe('the position', () => {
  test('within the site is one more signal; far outside it is refused, and the code stays good', async () => {
    const fault = await faultOf(comeIn(world, resident, scene, { position: northOf(scene, 1_234) }))
    expect([fault.body.code, fault.body.data]).toEqual(['outside-site', { distanceMetres: 1_230 }])
    expect(await comeIn(world, resident, scene, { position: northOf(scene, 104) })).toEqual({ state: 'checked_in' })
    const [fact] = await factsOf(resident)
    expect([fact?.signals, fact?.distanceMetres, fact?.accuracyMetres]).toEqual([['code', 'geofence'], 100, 10])
  })

  test('that is vague is no signal and no obstacle', async () => {
    expect(await comeIn(world, resident, scene, { position: northOf(scene, 5_000, 201) })).toEqual({ state: 'checked_in' })
    expect((await factsOf(resident))[0]?.signals).toEqual(['code'])
  })

  test('is kept raw only where it counted, and dropped for good', async () => {
    const vague = await confirmed()
    await comeIn(world, resident, scene, { position: northOf(scene, 20) })
    await comeIn(world, vague, scene, { position: northOf(scene, 20, 300) })
    const kept = () =>
      world.database.reading
        .select({ personId: presencePositions.personId })
        .from(presencePositions)
        .innerJoin(presenceFacts, eq(presenceFacts.factId, presencePositions.factId))
        .where(eq(presenceFacts.shiftId, scene.shiftId))
    expect(await kept()).toEqual([{ personId: resident.person.personId }])
    await world.database.write(writing => dropPositions(writing, resident.person.personId, scene.shiftId))
    expect(await kept()).toEqual([])
    expect((await factsOf(resident))[0]?.distanceMetres).toBe(20)
  })
})

describe('who and when', () => {
  test('without a confirmed seat nobody checks in', async () => {
    const nobody = await world.newcomer()
    expect(await refusalOf(comeIn(world, nobody, scene))).toBe('not-joined')
    for (const state of ['pending', 'waitlisted', 'offered', 'cancelled_late'] as const) {
      const actor = await world.newcomer()
      await signUp(world, scene, [actor], state)
      expect(await refusalOf(comeIn(world, actor, scene))).toBe('not-joined')
    }
  })

  test('a shift of an activity that is not published reads like none', async () => {
    const draft = await planShift(world, { startsAt: day('09:00'), endsAt: day('11:00'), state: 'in_review' })
    expect(await refusalOf(comeIn(world, resident, draft))).toBe('shift-not-found')
    expect(await refusalOf(resident.ask(volunteering.checkIn)({ shiftId: 'no-such', code: 'TCS.' }))).toBe('shift-not-found')
  })

  test('checking in opens an hour before and ends with the shift; checking out ends two hours after', async () => {
    world.at(day('07:59:59'))
    expect(await refusalOf(comeIn(world, resident, scene))).toBe('shift-closed')
    world.at(day('08:00'))
    await comeIn(world, resident, scene)
    const late = await confirmed()
    world.at(day('11:00:01'))
    expect(await refusalOf(comeIn(world, late, scene))).toBe('shift-closed')
    world.at(day('13:00:01'))
    expect(await refusalOf(goOut(world, resident, scene))).toBe('shift-closed')
    world.at(day('13:00'))
    expect(await goOut(world, resident, scene)).toEqual({ state: 'checked_out' })
  })

  test('nobody checks out who did not check in', async () => {
    expect(await refusalOf(goOut(world, resident, scene))).toBe('not-checked-in')
  })

  test('who never checks out is left open two hours after the end, and not a minute is credited', async () => {
    await comeIn(world, resident, scene)
    world.at(day('12:59'))
    await world.tick()
    expect((await attendanceOf(world, scene, resident))?.state).toBe('checked_in')
    world.at(day('13:01'))
    await world.tick()
    await world.tick()
    expect((await attendanceOf(world, scene, resident))?.state).toBe('open_checkout')
    const roster = await (await world.as('organiser')).ask(volunteering.getRoster)({ shiftId: scene.shiftId })
    expect(roster.people.map(({ attendance, creditMinutes, grade }) => [attendance, creditMinutes, grade])).toEqual([
      ['open_checkout', 0, undefined]
    ])
  })
})

describe('the code in between', () => {
  const confirm = (actor: Actor) =>
    actor.ask(volunteering.confirmMidway)({ shiftId: scene.shiftId, code: codeAt(scene, 'midway', world.now) })

  test('counts in its fifteen minutes, for who is there, once', async () => {
    const { from, to } = midwayWindow(scene)!
    const absent = await confirmed()
    await comeIn(world, resident, scene)
    world.at(new Date(from.getTime() - 1000))
    expect(await refusalOf(confirm(resident))).toBe('code-expired')
    world.at(from)
    expect(await refusalOf(confirm(absent))).toBe('not-checked-in')
    const isAsked = async () => (await resident.ask(volunteering.listMyShifts)({})).shifts.map(one => one.isMidwayOpen)
    expect(await isAsked()).toEqual([true])
    expect(await confirm(resident)).toEqual({ state: 'checked_in' })
    expect(await isAsked()).toEqual([false])
    expect(await refusalOf(confirm(resident))).toBe('code-used')
    world.later({ minutes: 5 })
    expect(await confirm(resident)).toEqual({ state: 'checked_in' })
    expect((await factsOf(resident)).map(fact => fact.signals)).toEqual([['code'], ['midway', 'code']])
    world.at(to)
    expect(await refusalOf(confirm(await confirmed()))).toBe('code-expired')
  })

  test('does not count for who has gone', async () => {
    await comeIn(world, resident, scene)
    world.at(new Date(midwayWindow(scene)!.from.getTime() - 60_000))
    await goOut(world, resident, scene)
    world.later({ minutes: 2 })
    expect(await refusalOf(confirm(resident))).toBe('not-checked-in')
  })
})
