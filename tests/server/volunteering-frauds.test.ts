import { volunteering } from '#contract/volunteering'
import { isFrozen } from '#server/volunteering/presence/presence-store'
import { faultOf, refusalOf, type Actor } from '#world/actor'
import { attendanceOf, codeAt, comeIn, flagsOf, goOut, northOf, planShift, signUp, type Scene } from '#world/presence-scenes'
import { openWorld, type World } from '#world/world'

// Seven of the twelve scripted frauds: those of presence. The frauds of the office stand in volunteering-hour-frauds.test.ts.

let world: World
let organiser: Actor
beforeAll(async () => {
  world = await openWorld()
  organiser = await world.as('organiser')
}, 60_000)
afterAll(() => world.close())

const day = (time: string) => `2026-11-25T${time}+08:00`
const plan = (from: string, to: string, site: Partial<Scene['site']> = {}) =>
  planShift(world, { startsAt: day(from), endsAt: day(to), site })
async function volunteers(count: number, ...scenes: Scene[]): Promise<Actor[]> {
  const people: Actor[] = []
  for (let number = 0; number < count; number += 1) people.push(await world.newcomer())
  for (const scene of scenes) await signUp(world, scene, people)
  return people
}
const of = (kind: string, ...people: Actor[]) => people.map(({ person }) => [kind, person.personId]).sort()
const linesOf = async (scene: Scene) => (await organiser.ask(volunteering.getRoster)({ shiftId: scene.shiftId })).people
const frozen = (scene: Scene, actor: Actor) => isFrozen(world.database.reading, scene.shiftId, actor.person.personId)
beforeEach(() => world.at(day('09:00')))

describe('codes', () => {
  test('a replayed code is refused and changes nothing', async () => {
    const scene = await plan('09:00', '11:00')
    const [cheat] = (await volunteers(1, scene)) as [Actor]
    const [codeIn, codeOut] = [codeAt(scene, 'in', world.now), codeAt(scene, 'out', world.now)]
    await comeIn(world, cheat, scene, { code: codeIn })
    await goOut(world, cheat, scene, { code: codeOut })
    const before = await attendanceOf(world, scene, cheat)
    world.at(day('11:00'))
    expect((await faultOf(goOut(world, cheat, scene, { code: codeOut }))).body).toMatchObject({
      code: 'code-used',
      data: { state: 'checked_out' }
    })
    expect(await refusalOf(comeIn(world, cheat, scene, { code: codeIn }))).toBe('code-used')
    expect(await attendanceOf(world, scene, cheat)).toEqual(before)
    expect((await linesOf(scene))[0]?.creditMinutes).toBe(0)
  })

  test('a photographed code is refused thirty seconds later', async () => {
    const scene = await plan('09:00', '11:00')
    const [cheat] = (await volunteers(1, scene)) as [Actor]
    const photographed = codeAt(scene, 'in', world.now)
    world.at(day('09:00:30'))
    expect(await refusalOf(comeIn(world, cheat, scene, { code: photographed }))).toBe('code-expired')
    expect(await attendanceOf(world, scene, cheat)).toBeUndefined()
  })

  test('a code of another shift is refused', async () => {
    const [scene, other] = [await plan('09:00', '11:00'), await plan('09:00', '11:00')]
    const [cheat] = (await volunteers(1, scene)) as [Actor]
    expect(await refusalOf(comeIn(world, cheat, scene, { code: codeAt(other, 'in', world.now) }))).toBe('code-wrong-shift')
    expect(await attendanceOf(world, scene, cheat)).toBeUndefined()
  })
})

describe('one device for many', () => {
  test('flags and freezes everybody it checked in, and nobody else', async () => {
    const scene = await plan('09:00', '11:00')
    const [first, second, third, honest] = (await volunteers(4, scene)) as [Actor, Actor, Actor, Actor]
    await comeIn(world, first, scene, { deviceId: 'phone-of-a-cheat' })
    expect(await flagsOf(world, scene)).toEqual([])
    await comeIn(world, second, scene, { deviceId: 'phone-of-a-cheat' })
    await comeIn(world, third, scene, { deviceId: 'phone-of-a-cheat' })
    await comeIn(world, honest, scene, { deviceId: 'phone-of-her-own' })
    expect(await flagsOf(world, scene)).toEqual(of('shared-device', first, second, third))
    world.at(day('11:00'))
    for (const actor of [first, honest]) await goOut(world, actor, scene)
    expect([await frozen(scene, first), await frozen(scene, third), await frozen(scene, honest)]).toEqual([true, true, false])
    expect((await linesOf(scene)).map(line => line.attendance)).toEqual(['flagged', 'checked_in', 'checked_in', 'checked_out'])
  })

  test('is noticed at the end too, where each came in alone', async () => {
    const scene = await plan('09:00', '11:00')
    const [one, other] = (await volunteers(2, scene)) as [Actor, Actor]
    await comeIn(world, one, scene, { deviceId: 'phone-1' })
    await comeIn(world, other, scene, { deviceId: 'phone-2' })
    world.at(day('11:00'))
    await goOut(world, one, scene, { deviceId: 'phone-1' })
    await goOut(world, other, scene, { deviceId: 'phone-1' })
    expect(await flagsOf(world, scene)).toEqual(of('shared-device', one, other))
  })

  test('is noticed where all of them send at the same moment', async () => {
    const scene = await plan('09:00', '11:00')
    const people = await volunteers(4, scene)
    await Promise.all(people.map(actor => comeIn(world, actor, scene, { deviceId: 'one-phone' })))
    expect(await flagsOf(world, scene)).toEqual(of('shared-device', ...people))
  })
})

describe('two places', () => {
  test('overlapping shifts: who is in at both is flagged and frozen at both', async () => {
    const [first, second] = [await plan('08:30', '09:30'), await plan('09:45', '10:45')]
    const [cheat] = (await volunteers(1, first, second)) as [Actor]
    await comeIn(world, cheat, first)
    world.at(day('09:05'))
    await comeIn(world, cheat, second)
    expect(await flagsOf(world, first)).toEqual(of('overlapping-attendance', cheat))
    expect(await flagsOf(world, second)).toEqual(of('overlapping-attendance', cheat))
    world.at(day('09:30'))
    await goOut(world, cheat, first)
    world.at(day('10:45'))
    await goOut(world, cheat, second)
    const credits = [(await linesOf(first))[0], (await linesOf(second))[0]].map(line => [line?.attendance, line?.creditMinutes])
    // 9:00–9:30 and 9:05–10:45: together the 105 minutes of their union, not 130; the second is cut to 60 + 15.
    expect(credits).toEqual([
      ['flagged', 30],
      ['flagged', 75]
    ])
  })

  test('one shift after the other is nothing to flag, even where the first was never checked out of', async () => {
    const [first, second] = [await plan('08:30', '09:30'), await plan('09:45', '10:45')]
    const [honest, forgetful] = (await volunteers(2, first, second)) as [Actor, Actor]
    for (const actor of [honest, forgetful]) await comeIn(world, actor, first)
    world.at(day('09:30'))
    await goOut(world, honest, first)
    world.at(day('09:40'))
    for (const actor of [honest, forgetful]) await comeIn(world, actor, second)
    expect([...(await flagsOf(world, first)), ...(await flagsOf(world, second))]).toEqual([])
  })

  test('teleport: faster than 120 km/h between two sites is flagged and frozen at both', async () => {
    const first = await plan('08:30', '09:30')
    const second = await plan('09:45', '10:45', { latitude: first.site.latitude + 0.3 })
    const [cheat, driver] = (await volunteers(2, first, second)) as [Actor, Actor]
    for (const actor of [cheat, driver]) await comeIn(world, actor, first, { position: northOf(first, 10) })
    world.at(day('09:20'))
    await goOut(world, driver, first, { position: northOf(first, 10) })
    world.at(day('09:30'))
    await goOut(world, cheat, first, { position: northOf(first, 10) })
    world.at(day('09:40'))
    // 33 km in 10 and in 20 minutes.
    for (const actor of [cheat, driver]) await comeIn(world, actor, second, { position: northOf(second, 10) })
    expect(await flagsOf(world, first)).toEqual(of('teleport', cheat))
    expect(await flagsOf(world, second)).toEqual(of('teleport', cheat))
    expect([await frozen(second, cheat), await frozen(second, driver)]).toEqual([true, false])
  })

  test('teleport is noticed without any position too: a code says at which site it was scanned', async () => {
    const first = await plan('08:30', '09:30')
    const second = await plan('09:45', '10:45', { latitude: first.site.latitude + 0.3 })
    const [cheat] = (await volunteers(1, first, second)) as [Actor]
    await comeIn(world, cheat, first)
    world.at(day('09:30'))
    await goOut(world, cheat, first)
    world.at(day('09:31'))
    await comeIn(world, cheat, second)
    expect(await flagsOf(world, second)).toEqual(of('teleport', cheat))
  })
})

describe('check-in and leave', () => {
  test('is worth nothing: the check-out stays open', async () => {
    const scene = await plan('09:00', '11:00')
    const [cheat] = (await volunteers(1, scene)) as [Actor]
    await comeIn(world, cheat, scene, { position: northOf(scene, 0) })
    world.at(day('13:01'))
    expect(await refusalOf(goOut(world, cheat, scene))).toBe('shift-closed')
    await world.tick()
    expect((await linesOf(scene)).map(({ attendance, creditMinutes, grade }) => [attendance, creditMinutes, grade])).toEqual([
      ['open_checkout', 0, undefined]
    ])
  })

  test('checking out from home is refused where the position says so', async () => {
    const scene = await plan('09:00', '11:00')
    const [cheat] = (await volunteers(1, scene)) as [Actor]
    await comeIn(world, cheat, scene)
    world.at(day('11:00'))
    expect(await refusalOf(goOut(world, cheat, scene, { position: northOf(scene, 4_000) }))).toBe('outside-site')
  })
})

describe('a code passed round', () => {
  test('many in one minute by bare code flag the shift once; a queue that shares its position does not', async () => {
    const [scene, queue] = [await plan('09:00', '11:00'), await plan('09:00', '11:00')]
    for (const actor of await volunteers(6, scene)) await comeIn(world, actor, scene)
    for (const actor of await volunteers(6, queue)) await comeIn(world, actor, queue, { position: northOf(queue, 30) })
    expect(await flagsOf(world, scene)).toEqual([['same-minute', null]])
    expect(await flagsOf(world, queue)).toEqual([])
    expect((await linesOf(scene)).map(line => line.flags)).toEqual(Array(6).fill(['same-minute']))
  })
})
