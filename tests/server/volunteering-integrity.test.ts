import { sql } from 'drizzle-orm'
import { volunteering } from '#contract/volunteering'
import { isDrawnForAudit } from '#server/volunteering/hours/audit-draw'
import { verifyChain } from '#server/volunteering/hours/hour-store'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import {
  afterNotice,
  bookOf,
  brokenHourRules,
  decide,
  flagged,
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
let resident: Actor
let scene: HourScene
inHourWorld(beginning => void ({ world, crew, resident } = beginning), { areRulesKept: false })
beforeEach(async () => void (scene = await sceneOf(world, '23T09:00', '23T11:00')))

const board = (actor: Actor) => actor.ask(volunteering.getIntegrityBoard)({})
const reverse = (actor: Actor, entryId: string) => actor.ask(volunteering.reverseHours)({ entryId, reason: '记错了人' })
const firstEntry = async (actor: Actor) => (await hoursOf(actor)).entries.at(-1)?.entryId ?? ''

describe('the chain of entries', () => {
  const tampered = async (change: string) => {
    const off = (what: string) =>
      askDatabase(world.database, sql.raw(`alter table hour_entries ${what} trigger hour_entries_are_append_only`))
    await off('disable')
    await askDatabase(world.database, sql.raw(change))
    await off('enable')
    return verifyChain(world.database.reading)
  }

  test('grows without a gap while many staff verify at once', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => world.newcomer()))
    // A shift each: on one shift they would wait for its row, and not for the end of the chain.
    const own = await Promise.all(people.map(() => sceneOf(world, '23T09:00', '23T11:00')))
    for (const [n, person] of people.entries()) await serveWhole(world, own[n]!, person)
    await Promise.all(people.map((person, n) => verify([crew.organiser, crew.reviewer, crew.supervisor][n % 3]!, own[n]!, person)))
    expect(await verifyChain(world.database.reading)).toMatchObject({ isWhole: true })
    expect(await brokenHourRules(world)).toEqual([])
  })

  test('takes no change and no removal', async () => {
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident)
    for (const change of ['update hour_entries set minutes = 600', 'delete from hour_entries'])
      await expect(askDatabase(world.database, sql.raw(change))).rejects.toThrow()
  })

  test.each([
    [
      'a minute more',
      'update hour_entries set minutes = minutes + 1 where sequence = 2',
      'update hour_entries set minutes = minutes - 1 where sequence = 2',
      1
    ],
    [
      'another person',
      `update hour_entries set person_id = person_id || 'x' where sequence = 3`,
      `update hour_entries set person_id = rtrim(person_id, 'x') where sequence = 3`,
      2
    ],
    [
      'another approver',
      `update hour_entries set approver_id = approver_id || 'x' where sequence = 1`,
      `update hour_entries set approver_id = rtrim(approver_id, 'x') where sequence = 1`,
      0
    ],
    [
      'an entry hidden below the first',
      'update hour_entries set sequence = -sequence where sequence = 5',
      'update hour_entries set sequence = 5 where sequence = -5',
      0
    ],
    [
      'a gap',
      'update hour_entries set sequence = sequence + 1000 where sequence >= 4',
      'update hour_entries set sequence = sequence - 1000 where sequence > 1000',
      3
    ]
  ])('shows %s', async (_, change, undo, length) => {
    expect(await tampered(change)).toEqual({ length, isWhole: false })
    expect((await board(crew.office)).chain.isWhole).toBe(false)
    expect(await tampered(undo)).toMatchObject({ isWhole: true })
  })

  test('shows an entry that was cut off its end', async () => {
    const cut = `create table cut_off as select * from hour_entries order by sequence desc limit 1`
    await askDatabase(world.database, sql.raw(cut))
    expect(await tampered('delete from hour_entries where entry_id in (select entry_id from cut_off)')).toMatchObject({ isWhole: false })
    expect(await tampered('insert into hour_entries select * from cut_off')).toMatchObject({ isWhole: true })
  })
})

describe('a reversal', () => {
  test('is a new negative entry, once, by a supervisor or admin of the place who is not the volunteer', async () => {
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident)
    await afterNotice(world)
    const entryId = await firstEntry(resident)
    for (const actor of [crew.organiser, crew.reviewer, resident, await world.staff('supervisor', { areaId: 'demo-community-2-1' })])
      expect(await refusalOf(reverse(actor, entryId))).toBe('not-found')
    expect(await reverse(crew.supervisor, entryId)).toMatchObject({ minutes: -120 })
    expect(await refusalOf(reverse(crew.admin, entryId))).toBe('already-done')
    expect(await bookOf(resident)).toEqual({ minutes: 0, onNotice: 0, entries: ['-120 B reversed', '120 B reversed'] })
    const [reversal] = (await hoursOf(resident)).entries
    expect(await refusalOf(reverse(crew.admin, reversal?.entryId ?? ''))).toBe('already-done')
    await serveWhole(world, scene, crew.supervisor)
    await verify(crew.organiser, scene, crew.supervisor)
    expect(await refusalOf(reverse(crew.supervisor, await firstEntry(crew.supervisor)))).toBe('same-person')
  })

  test('goes through once when two staff ask at the same time', async () => {
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident)
    const entryId = await firstEntry(resident)
    const asked = await Promise.allSettled([crew.supervisor, crew.admin, crew.office].map(actor => reverse(actor, entryId)))
    expect(asked.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(await brokenHourRules(world)).toEqual([])
  })
})

describe('a flag', () => {
  test('that is cleared lets the entry go on notice with what was left of it', async () => {
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident)
    world.later({ hours: 60 })
    await flagged(world, scene, resident)
    await afterNotice(world)
    expect(await bookOf(resident)).toMatchObject({ minutes: 0, entries: ['120 B frozen'] })
    const [flag] = await flagsOf(world, scene)
    expect(await decide(crew.office, flag!.flagId, 'cleared')).toEqual({ decision: 'cleared' })
    world.later({ hours: 11, minutes: 59 })
    await world.tick()
    expect(await bookOf(resident)).toMatchObject({ entries: ['120 B notice'] })
    world.later({ minutes: 1 })
    await world.tick()
    expect(await bookOf(resident)).toMatchObject({ minutes: 120 })
  })

  test('that is cleared leaves frozen what another flag or a dispute still holds', async () => {
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident)
    await flagged(world, scene, resident, 'teleport')
    await flagged(world, scene, undefined, 'head-count')
    await afterNotice(world)
    for (const { flagId } of await flagsOf(world, scene)) {
      expect(await bookOf(resident)).toMatchObject({ entries: ['120 B frozen'] })
      await decide(crew.office, flagId, 'cleared')
    }
    expect(await bookOf(resident)).toMatchObject({ entries: ['120 B notice'] })
  })

  test('that is upheld reverses what it froze and bars the attendance for good', async () => {
    await serveWhole(world, scene, resident)
    await verify(crew.organiser, scene, resident)
    await flagged(world, scene, resident)
    const [flag] = await flagsOf(world, scene)
    await decide(crew.office, flag!.flagId, 'upheld')
    expect(await refusalOf(decide(crew.office, flag!.flagId, 'cleared'))).toBe('already-done')
    expect(await bookOf(resident)).toEqual({ minutes: 0, onNotice: 0, entries: ['-120 B reversed', '120 B reversed'] })
    await resident.ask(volunteering.disputeHours)({ shiftId: scene.shift.shiftId, note: '我在' })
    expect(await refusalOf(verify(crew.organiser, scene, resident))).toBe('attendance-flagged')
    expect(await refusalOf(typeIn(world, crew.organiser, scene, resident))).toBe('already-done')
    await afterNotice(world)
    expect(await bookOf(resident)).toMatchObject({ minutes: 0, onNotice: 0 })
  })

  test('of a whole shift that is upheld revokes everybody there, and touches no other shift', async () => {
    const [other, later] = [await world.newcomer(), await sceneOf(world, '22T09:00', '22T11:00')]
    for (const person of [resident, other]) {
      await serveWhole(world, scene, person)
      await verify(crew.organiser, scene, person)
    }
    await serveWhole(world, later, other)
    await verify(crew.organiser, later, other)
    await flagged(world, scene, undefined, 'same-minute')
    const [flag] = await flagsOf(world, scene)
    await decide(crew.office, flag!.flagId, 'upheld')
    await afterNotice(world)
    expect([(await bookOf(resident)).minutes, (await bookOf(other)).minutes]).toEqual([0, 120])
  })

  test('is decided by the city office alone, and by nobody about themselves or what they approved', async () => {
    await serveWhole(world, scene, crew.office)
    await verify(crew.admin, scene, crew.office)
    await flagged(world, scene, crew.office)
    const [flag] = await flagsOf(world, scene)
    for (const actor of [crew.organiser, crew.reviewer, crew.supervisor, resident])
      expect(await refusalOf(decide(actor, flag!.flagId, 'cleared'))).toBe('not-found')
    for (const involved of [crew.office, crew.admin]) expect(await refusalOf(decide(involved, flag!.flagId, 'cleared'))).toBe('same-person')
    expect(await decide(await world.as('supervisor', 'third'), flag!.flagId, 'cleared')).toEqual({ decision: 'cleared' })
    expect(await refusalOf(decide(crew.office, 'no-such-flag', 'cleared'))).toBe('not-found')
  })
})

describe('the integrity board', () => {
  test('shows minutes by grade, flags and the typed share of each organisation, to the city office alone', async () => {
    const typed = await world.newcomer()
    await serveWhole(world, scene, resident)
    await take(world, scene, typed)
    await verify(crew.organiser, scene, resident)
    await second(crew.reviewer, (await typeIn(world, crew.organiser, scene, typed, 40)).entryId)
    await flagged(world, scene, resident)
    const { organisations, flags, chain } = await board(crew.office)
    const { organisationId } = scene.activity
    expect(organisations.find(one => one.organisationId === organisationId)).toEqual({
      ...{ organisationId, name: '桂花社区志愿服务队', byGrade: { A: 0, B: 120, C: 0, D: 40 }, typedShare: 0.25, openFlagCount: 1 }
    })
    expect(flags.find(flag => flag.shiftId === scene.shift.shiftId)).toMatchObject({
      ...{ kind: 'teleport', activityTitle: '河边清洁', facts: { speedKmh: 300 } },
      maskedName: expect.stringMatching(/\*\*$/) as string
    })
    expect(chain.isWhole).toBe(true)
    for (const actor of [crew.organiser, crew.reviewer, crew.supervisor, resident]) expect(await refusalOf(board(actor))).toBe('not-found')
  })

  test('draws one typed-in entry in ten by a rule anybody can check', () => {
    const drawn = Array.from({ length: 20_000 }, (_, n) => isDrawnForAudit(`entry-${n}`)).filter(Boolean).length
    expect(drawn).toBeGreaterThan(1_800)
    expect(drawn).toBeLessThan(2_260)
  })

  test('keeps the outcome of an audit once; a wrong entry is reversed, and who took part does not audit', async () => {
    const audit = (actor: Actor, entryId: string, outcome: 'right' | 'wrong') =>
      actor.ask(volunteering.decideAudit)({ entryId, outcome, note: '查了照片' })
    const drawn: { entryId: string; person: Actor }[] = []
    for (let tries = 0; tries < 300 && drawn.length < 2; tries += 1) {
      const person = await world.newcomer()
      const own = await sceneOf(world, '23T09:00', '23T11:00')
      await take(world, own, person)
      const { entryId } = await typeIn(world, crew.organiser, own, person, 5)
      if (!isDrawnForAudit(entryId)) continue
      await second(drawn.length === 0 ? crew.admin : crew.reviewer, entryId)
      drawn.push({ entryId, person })
    }
    const [wrong, right] = drawn
    expect((await board(crew.office)).audits.map(line => line.entryId)).toEqual(expect.arrayContaining(drawn.map(one => one.entryId)))
    expect(await refusalOf(audit(crew.admin, wrong!.entryId, 'right'))).toBe('same-person')
    expect(await refusalOf(audit(crew.reviewer, wrong!.entryId, 'right'))).toBe('not-found')
    await audit(crew.office, wrong!.entryId, 'wrong')
    await audit(crew.office, right!.entryId, 'right')
    expect(await refusalOf(audit(crew.office, wrong!.entryId, 'right'))).toBe('already-done')
    await afterNotice(world)
    expect([(await bookOf(wrong!.person)).minutes, (await bookOf(right!.person)).minutes]).toEqual([0, 5])
    expect((await board(crew.office)).audits.find(line => line.entryId === wrong!.entryId)).toMatchObject({ outcome: 'wrong', minutes: 5 })
    expect(await brokenHourRules(world)).toEqual([])
  })
})
