import { volunteering } from '#contract/volunteering'
import { people } from '#contract/people'
import { finalMinutesOf } from '#server/volunteering/hours/hour-store'
import { faultOf, refusalOf, type Actor } from '#world/actor'
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
  type HourCrew
} from '#world/hour-scenes'
import type { World } from '#world/world'

let world: World
let crew: HourCrew
let resident: Actor
inHourWorld(beginning => void ({ world, crew, resident } = beginning))

const morning = (more?: Parameters<typeof sceneOf>[3]) => sceneOf(world, '23T09:00', '23T11:00', more)
const roleNeeded = async (calling: Promise<unknown>) => (await faultOf(calling)).body

describe('a verified attendance', () => {
  test('stands on public notice for 72 hours and only then counts', async () => {
    const scene = await morning()
    await serveWhole(world, scene, resident)
    expect(await verify(crew.organiser, scene, resident)).toEqual({ attendance: 'provisional', minutes: 120, grade: 'B' })
    expect(await bookOf(resident)).toEqual({ minutes: 0, onNotice: 120, entries: ['120 B notice'] })
    expect((await hoursOf(resident)).frozen).toBe(0)
    world.later({ hours: 71, minutes: 59 })
    await world.tick()
    expect(await bookOf(resident)).toMatchObject({ minutes: 0, onNotice: 120 })
    world.later({ minutes: 1 })
    await Promise.all([world.tick(), world.tick(), world.tick()])
    expect(await bookOf(resident)).toEqual({ minutes: 120, onNotice: 0, entries: ['120 B final'] })
    expect(await finalMinutesOf(world.database.reading, resident.person.personId)).toMatchObject({ minutes: 120, activityCount: 1 })
  })

  test('is an entry a business day where the shift lies across midnight', async () => {
    const scene = await sceneOf(world, '22T23:00', '23T01:00')
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident)
    const { entries } = await hoursOf(resident)
    expect(entries.map(entry => [entry.on, entry.minutes]).sort()).toEqual([
      ['2026-11-22', 60],
      ['2026-11-23', 60]
    ])
  })

  test('counts at most fifteen minutes more than the shift was planned for', async () => {
    const scene = await morning()
    await take(world, scene, resident, { in: at('23T08:10'), out: at('23T12:00') })
    expect(await verify(crew.organiser, scene, resident)).toMatchObject({ minutes: 135 })
  })

  test('is verified once, and the sign-up is over with it', async () => {
    const scene = await morning()
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident)
    expect(await refusalOf(verify(crew.organiser, scene, resident))).toBe('move-not-allowed')
    const { people: roster } = await crew.organiser.ask(volunteering.getRoster)({ shiftId: scene.shift.shiftId })
    expect(roster).toMatchObject([{ state: 'attended', attendance: 'provisional', entryState: 'notice' }])
  })

  test('drops the positions behind it when it is final, and the distances stay', async () => {
    const scene = await morning()
    const position = { longitude: 116.4001, latitude: 31.9001 }
    await serveWhole(world, scene, resident, { position })
    await verify(crew.organiser, scene, resident)
    const coordinates = async () => JSON.stringify((await resident.ask(people.exportMyData)({})).document).includes('116.4001')
    expect(await coordinates()).toBe(true)
    await afterNotice(world)
    expect(await coordinates()).toBe(false)
  })

  test('shows its facts: when, by which signals, who approved, and the stars that are still far', async () => {
    const scene = await morning()
    await serveWhole(world, scene, resident, { signals: ['reverse'], isMidway: true })
    await verify(crew.organiser, scene, resident)
    await afterNotice(world)
    const { entries, ...sums } = await hoursOf(resident)
    expect(sums).toEqual({
      ...{ minutes: 120, byGrade: { A: 0, B: 120, C: 0, D: 0 }, onNotice: 0, frozen: 0, stars: 0, minutesToNextStar: 5880 },
      months: [{ month: '2026-11', byGrade: { A: 0, B: 120, C: 0, D: 0 } }]
    })
    expect(entries).toEqual([
      expect.objectContaining({
        ...{ activityTitle: '河边清洁', on: '2026-11-23', source: 'presence', canDispute: false },
        ...{ checkedInAt: at('23T09:00').toISOString(), checkedOutAt: at('23T11:00').toISOString() },
        ...{ signalsIn: ['reverse'], signalsOut: ['reverse'], signalsBetween: ['reverse'] },
        approvedBy: crew.organiser.person.displayName
      })
    ])
  })
})

describe('who may verify', () => {
  test('nobody verifies themselves, and for who works elsewhere there is no such shift', async () => {
    const scene = await morning()
    await serveWhole(world, scene, crew.organiser)
    expect(await refusalOf(verify(crew.organiser, scene, crew.organiser))).toBe('same-person')
    const elsewhere = await world.staff('organiser', { areaId: 'demo-community-2-1' })
    for (const stranger of [elsewhere, resident]) expect(await refusalOf(verify(stranger, scene, crew.organiser))).toBe('shift-not-found')
    expect(await refusalOf(verify(crew.organiser, scene, resident))).toBe('not-joined')
    expect(await verify(crew.reviewer, scene, crew.organiser)).toMatchObject({ minutes: 120 })
  })

  test('more than eight hours of one day need a supervisor, more than twelve the admin of the city', async () => {
    const day = [
      await sceneOf(world, '22T00:30', '22T08:30'),
      await sceneOf(world, '22T09:00', '22T13:00'),
      await sceneOf(world, '22T14:00', '22T15:00')
    ] as const
    for (const scene of day) await serveWhole(world, scene, resident)
    await verify(crew.organiser, day[0], resident)
    const [second, third] = [day[1], day[2]]
    expect(await roleNeeded(verify(crew.organiser, second, resident))).toMatchObject({
      code: 'higher-approval',
      data: { role: 'supervisor' }
    })
    await verify(crew.supervisor, second, resident)
    expect(await roleNeeded(verify(crew.supervisor, third, resident))).toMatchObject({ code: 'higher-approval', data: { role: 'admin' } })
    expect(await verify(crew.admin, third, resident)).toMatchObject({ minutes: 60 })
  })
})

describe('an open check-out', () => {
  test('gives no minute until staff say when the person left, with a note, and then grade C', async () => {
    const scene = await morning()
    await take(world, scene, resident, { in: at('23T09:00') })
    const leftAt = at('23T10:30').toISOString()
    for (const more of [{}, { note: '一起收的工具' }, { leftAt }])
      expect(await refusalOf(verify(crew.organiser, scene, resident, 'approve', more))).toBe('note-needed')
    await afterNotice(world)
    expect(await bookOf(resident)).toEqual({ minutes: 0, onNotice: 0, entries: [] })
    world.at(at('23T14:00'))
    expect(await verify(crew.organiser, scene, resident, 'approve', { note: '一起收的工具', leftAt })).toEqual({
      ...{ attendance: 'provisional', minutes: 90, grade: 'C' }
    })
    expect((await hoursOf(resident)).entries).toMatchObject([{ source: 'word', reason: '一起收的工具', checkedOutAt: leftAt }])
  })

  test('cannot have left before coming, after the shift could count, or in the future', async () => {
    const scene = await morning()
    await take(world, scene, resident, { in: at('23T09:00') })
    for (const clock of ['23T08:59', '23T11:16', '23T15:00'])
      expect(await refusalOf(verify(crew.organiser, scene, resident, 'approve', { note: '在场', leftAt: at(clock).toISOString() }))).toBe(
        'bad-input'
      )
  })

  test('does not count time that counts at another shift already', async () => {
    const [first, later] = [await morning(), await sceneOf(world, '23T10:00', '23T12:00')]
    await take(world, first, resident, { in: at('23T09:00') })
    await serveWhole(world, later, resident)
    await verify(crew.organiser, later, resident)
    const word = { note: '一直在', leftAt: at('23T11:00').toISOString() }
    expect(await verify(crew.organiser, first, resident, 'approve', word)).toMatchObject({ minutes: 60 })
  })
})

test('a rejected attendance gives nothing, and a no-show is one only after the shift and without a check-in', async () => {
  const scene = await morning()
  const [absent, present] = [await world.newcomer(), await world.newcomer()]
  await serveWhole(world, scene, resident)
  await serveWhole(world, scene, present)
  await take(world, scene, absent)
  expect(await verify(crew.organiser, scene, resident, 'reject', { note: '没有干活' })).toEqual({ attendance: 'revoked', minutes: 0 })
  expect(await refusalOf(verify(crew.organiser, scene, absent))).toBe('move-not-allowed')
  expect(await refusalOf(verify(crew.organiser, scene, present, 'no-show'))).toBe('move-not-allowed')
  world.at(at('23T10:59'))
  expect(await refusalOf(verify(crew.organiser, scene, absent, 'no-show'))).toBe('move-not-allowed')
  world.at(at('23T11:00'))
  expect(await verify(crew.organiser, scene, absent, 'no-show')).toEqual({ attendance: 'none', minutes: 0 })
  await afterNotice(world)
  for (const actor of [resident, absent]) expect(await bookOf(actor)).toEqual({ minutes: 0, onNotice: 0, entries: [] })
})

test('a flag freezes an attendance that waits, and an entry that stands on notice', async () => {
  const [first, second] = [await morning(), await sceneOf(world, '22T09:00', '22T11:00')]
  for (const scene of [first, second]) await serveWhole(world, scene, resident)
  await flagged(world, first, resident)
  expect(await refusalOf(verify(crew.organiser, first, resident))).toBe('attendance-flagged')
  await verify(crew.organiser, second, resident)
  await flagged(world, second, undefined, 'same-minute')
  await afterNotice(world)
  expect(await bookOf(resident)).toEqual({ minutes: 0, onNotice: 120, entries: ['120 B frozen'] })
  expect(await hoursOf(resident)).toMatchObject({ onNotice: 120, frozen: 120 })
})

describe('my hours', () => {
  test('come in pages, newest first, and every entry once', async () => {
    for (let n = 0; n < 23; n += 1) {
      const day = String(n + 1).padStart(2, '0')
      const scene = await sceneOf(world, `${day}T09:00`, `${day}T10:00`)
      await serveWhole(world, scene, resident)
      world.later({ minutes: n % 2 })
      await verify(crew.organiser, scene, resident)
    }
    const first = await hoursOf(resident)
    const rest = await resident.ask(volunteering.getMyHours)({ cursor: first.nextCursor! })
    expect([first.entries.length, rest.entries.length, rest.nextCursor]).toEqual([20, 3, undefined])
    const ids = [...first.entries, ...rest.entries].map(entry => entry.entryId)
    expect(new Set(ids).size).toBe(23)
    expect(first.onNotice).toBe(23 * 60)
    expect(await refusalOf(resident.ask(volunteering.getMyHours)({ cursor: 'x' }))).toBe('bad-input')
  })

  test('are in the export of my data, and stay in the chain under an emptied account', async () => {
    const [scene, typed] = [await morning(), await sceneOf(world, '22T09:00', '22T11:00')]
    await serveWhole(world, scene, resident)
    await take(world, typed, resident)
    await verify(crew.organiser, scene, resident)
    const { entryId } = await typeIn(world, crew.organiser, typed, resident)
    const { document } = await resident.ask(people.exportMyData)({})
    expect(document.service).toMatchObject({
      entries: [{ minutes: 120, grade: 'B', state: 'notice', on: '2026-11-23' }],
      attendances: [{ state: 'provisional' }],
      seen: [{ phase: 'in' }, { phase: 'out' }],
      typedIn: [{ minutes: 60 }]
    })
    const text = JSON.stringify(document)
    for (const other of [crew.organiser, crew.reviewer]) expect(text).not.toContain(other.person.personId)
    await resident.ask(people.deleteMyAccount)({ confirmation: 'delete' })
    expect(await refusalOf(second(crew.reviewer, entryId))).toBe('already-done')
    const board = await crew.office.ask(volunteering.getIntegrityBoard)({})
    expect(board.chain.isWhole).toBe(true)
  })
})
