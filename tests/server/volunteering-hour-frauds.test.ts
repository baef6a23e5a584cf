import { volunteering } from '#contract/volunteering'
import { refusalOf, type Actor } from '#world/actor'
import {
  afterNotice,
  at,
  bookOf,
  decide,
  flagsOf,
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
import type { World } from '#world/world'

let world: World
let crew: HourCrew
let buyer: Actor
inHourWorld(beginning => void ({ world, crew, resident: buyer } = beginning))

const kindsOf = async (scene: HourScene) => (await flagsOf(world, scene)).map(flag => flag.kind).sort()
const finalMinutes = async (actor: Actor) => {
  await afterNotice(world)
  return (await hoursOf(actor)).minutes
}

describe('bought hours typed in', () => {
  test('for somebody who never signed up are refused', async () => {
    const scene = await sceneOf(world, '23T09:00', '23T11:00')
    expect(await refusalOf(typeIn(world, crew.organiser, scene, buyer))).toBe('not-joined')
    expect(await finalMinutes(buyer)).toBe(0)
  })

  test('minutes after the activity was made for it are flagged, frozen, and reversed when the flag is upheld', async () => {
    const [createdAt, publishedAt, joinedAt] = [at('23T09:00'), at('23T09:02'), at('23T09:03')]
    const scene = await sceneOf(world, '23T09:05', '23T09:50', { activity: { createdAt, publishedAt }, shift: { createdAt } })
    await take(world, scene, buyer, { joinedAt })
    world.at(at('23T09:52'))
    const { entryId } = await typeIn(world, crew.organiser, scene, buyer, 60)
    expect(await kindsOf(scene)).toEqual(['typed-too-soon'])
    expect(await second(crew.reviewer, entryId)).toEqual({ entryId, state: 'frozen' })
    expect(await finalMinutes(buyer)).toBe(0)
    const [flag] = await flagsOf(world, scene)
    await decide(crew.office, flag!.flagId, 'upheld')
    expect(await bookOf(buyer)).toEqual({ minutes: 0, onNotice: 0, entries: ['-60 D reversed', '60 D reversed'] })
  })

  test('straight after the shift by whoever planned it are flagged; an hour later, or by a colleague, they are not', async () => {
    const authorId = crew.organiser.person.personId
    const scene = await sceneOf(world, '23T09:00', '23T11:00', { activity: { authorId } })
    const [late, other] = [await world.newcomer(), await world.newcomer()]
    for (const actor of [buyer, late, other]) await take(world, scene, actor)
    world.at(at('23T11:02'))
    await typeIn(world, crew.organiser, scene, buyer)
    await typeIn(world, await world.staff('organiser', { areaId: 'demo-city' }), scene, other)
    world.at(at('23T12:00'))
    await typeIn(world, crew.organiser, scene, late)
    expect(await flagsOf(world, scene)).toMatchObject([{ kind: 'typed-too-soon' }])
  })

  test('that are flagged and never approved are declined with the flag', async () => {
    const scene = await sceneOf(world, '23T19:00', '23T21:00')
    await take(world, scene, buyer)
    world.at(at('23T22:30'))
    const { entryId } = await typeIn(world, crew.organiser, scene, buyer)
    const [flag] = await flagsOf(world, scene)
    await decide(crew.office, flag!.flagId, 'upheld')
    expect(await refusalOf(second(crew.reviewer, entryId))).toBe('already-done')
    expect(await finalMinutes(buyer)).toBe(0)
  })
})

describe('an activity made after its start', () => {
  test('takes no typed-in hours where it was published too late', async () => {
    for (const publishedAt of [null, at('23T09:00'), at('23T13:00')]) {
      const scene = await sceneOf(world, '23T09:00', '23T11:00', { activity: { publishedAt } })
      await take(world, scene, buyer)
      expect(await refusalOf(typeIn(world, crew.organiser, scene, buyer))).toBe('activity-not-published')
    }
    expect(await finalMinutes(buyer)).toBe(0)
  })

  test('is flagged also where its records were made to look right, typed in or scanned', async () => {
    const change = { shift: { createdAt: at('23T10:00') } }
    const [typed, scanned] = [await sceneOf(world, '23T09:00', '23T11:00', change), await sceneOf(world, '22T09:00', '22T11:00', change)]
    await take(world, typed, buyer)
    await second(crew.reviewer, (await typeIn(world, crew.organiser, typed, buyer)).entryId)
    await serveWhole(world, scanned, buyer)
    await verify(crew.organiser, scanned, buyer)
    expect([await kindsOf(typed), await kindsOf(scanned)]).toEqual([['created-after-start'], ['created-after-start']])
    expect(await finalMinutes(buyer)).toBe(0)
    expect((await bookOf(buyer)).entries).toEqual(expect.arrayContaining(['120 B frozen', '60 D frozen']))
  })

  test('cannot be made at all by who plans one', async () => {
    const shift = { startsAt: at('23T09:00').toISOString(), endsAt: at('23T11:00').toISOString(), capacity: 5 }
    const planned = crew.organiser.ask(volunteering.createActivity)({
      ...{
        title: '补一个活动',
        communityId: 'demo-community-1-1',
        topic: '环境',
        riskLevel: 1,
        riskNote: '注意路滑',
        needsApproval: false
      },
      ...{ site: { longitude: 116.4, latitude: 31.9, radiusMetres: 100 }, shifts: [shift] }
    })
    expect(await refusalOf(planned)).toBe('shift-in-past')
  })
})

describe('self-approval', () => {
  test('is refused to the typist, to the volunteer, and to a second person of the same role', async () => {
    const [scene, twice] = [await sceneOf(world, '23T09:00', '23T11:00'), await sceneOf(world, '22T09:00', '22T11:00')]
    const accomplice = await world.staff('organiser', { areaId: 'demo-city' })
    await take(world, scene, crew.organiser)
    expect(await refusalOf(typeIn(world, crew.organiser, scene, crew.organiser))).toBe('same-person')
    await take(world, scene, buyer)
    const { entryId } = await typeIn(world, crew.organiser, scene, buyer)
    expect(await refusalOf(second(crew.organiser, entryId))).toBe('same-person')
    expect(await refusalOf(second(accomplice, entryId))).toBe('higher-approval')
    await take(world, twice, crew.reviewer)
    const ofReviewer = await typeIn(world, crew.organiser, twice, crew.reviewer)
    expect(await refusalOf(second(crew.reviewer, ofReviewer.entryId))).toBe('same-person')
    for (const actor of [buyer, crew.organiser, crew.reviewer]) expect(await finalMinutes(actor)).toBe(0)
  })

  test('is refused to the administrator of the city too', async () => {
    const scene = await sceneOf(world, '23T09:00', '23T11:00')
    await take(world, scene, buyer)
    const { entryId } = await typeIn(world, crew.admin, scene, buyer)
    expect(await refusalOf(second(crew.admin, entryId))).toBe('same-person')
    await serveWhole(world, scene, crew.admin)
    expect(await refusalOf(verify(crew.admin, scene, crew.admin))).toBe('same-person')
    expect(await finalMinutes(buyer)).toBe(0)
  })
})

test('an organiser’s bulk entry at night is flagged person by person, and nothing of it becomes final', async () => {
  const scene = await sceneOf(world, '23T18:00', '23T20:00')
  const crowd = await Promise.all(Array.from({ length: 10 }, () => world.newcomer()))
  for (const person of crowd) await take(world, scene, person)
  for (const [n, clock] of ['23T22:00', '24T05:59'].entries()) {
    world.at(at(clock))
    for (const person of crowd.slice(n * 5, n * 5 + 5)) {
      const { entryId } = await typeIn(world, crew.organiser, scene, person, 120)
      expect(await second(crew.reviewer, entryId)).toMatchObject({ state: 'frozen' })
    }
  }
  expect(await kindsOf(scene)).toEqual(expect.arrayContaining(Array.from({ length: 10 }, () => 'night-entry')))
  await afterNotice(world)
  for (const person of crowd) expect(await bookOf(person)).toMatchObject({ minutes: 0, onNotice: 120 })
})

test('a sign-up made after the shift began takes no typed-in hours, on the minute', async () => {
  const scene = await sceneOf(world, '23T09:00', '23T11:00')
  await take(world, scene, buyer, { joinedAt: at('23T09:00') })
  expect(await refusalOf(typeIn(world, crew.organiser, scene, buyer))).toBe('sign-up-after-start')
  const intime = await world.newcomer()
  await take(world, scene, intime, { joinedAt: at('23T08:59') })
  expect(await typeIn(world, crew.organiser, scene, intime)).toMatchObject({ state: 'proposed' })
  expect(await finalMinutes(buyer)).toBe(0)
})

test('an organisation that types in more than a tenth of its minutes has what comes on top frozen', async () => {
  const scene = await sceneOf(world, '20T08:00', '20T14:00')
  const people = await Promise.all(Array.from({ length: 4 }, () => world.newcomer()))
  const states = []
  for (const person of people) {
    await take(world, scene, person)
    const { entryId } = await typeIn(world, crew.organiser, scene, person, 240)
    states.push((await second(crew.reviewer, entryId)).state)
  }
  expect(states).toEqual(['notice', 'notice', 'frozen', 'frozen'])
  expect(await kindsOf(scene)).toEqual(['typed-share', 'typed-share'])
})

test('one proposal and one approval come of many sent at the same moment', async () => {
  const scene = await sceneOf(world, '23T09:00', '23T11:00')
  await take(world, scene, buyer)
  const organisers = [crew.organiser, await world.staff('organiser', { areaId: 'demo-city' }), crew.organiser]
  const typed = await Promise.allSettled(organisers.map(actor => typeIn(world, actor, scene, buyer)))
  const [proposal] = typed.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
  expect(typed.filter(one => one.status === 'fulfilled')).toHaveLength(1)
  const approvers = [crew.reviewer, crew.supervisor, crew.admin, crew.office]
  const approved = await Promise.allSettled(approvers.map(actor => second(actor, proposal!.entryId)))
  expect(approved.filter(one => one.status === 'fulfilled')).toHaveLength(1)
  await afterNotice(world)
  expect(await bookOf(buyer)).toEqual({ minutes: 60, onNotice: 0, entries: ['60 D final'] })
})
