import { randomUUID } from 'node:crypto'
import { CODE_STEP_SECONDS, type PresencePhase } from '#contract/volunteering-states'
import { makeShiftCode, stepOf } from '#contract/presence-code'
import { volunteering } from '#contract/volunteering'
import { cardCodeOf } from '#server/volunteering/presence/personal-code'
import { listFacts } from '#server/volunteering/presence/presence-store'
import { findSignUp, moveSignUp } from '#server/volunteering/sign-ups/sign-up-store'
import { changeProfile, saveProfile } from '#server/volunteering/volunteers/volunteer-store'
import { faultOf, refusalOf, type Actor } from '#world/actor'
import { attendanceOf, comeIn, goOut, planShift, signUp, type Scene } from '#world/presence-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let organiser: Actor
beforeAll(async () => {
  world = await openWorld()
  organiser = await world.as('organiser')
}, 60_000)
afterAll(() => world.close())

const day = (time: string) => `2026-11-25T${time}+08:00`
let scene: Scene
let resident: Actor
beforeEach(async () => {
  world.at(day('08:55'))
  scene = await planShift(world, { startsAt: day('09:00'), endsAt: day('11:00'), capacity: 3 })
  resident = await world.newcomer()
  await signUp(world, scene, [resident])
})

const own = async (actor: Actor) => (await actor.ask(volunteering.getMyCode)({})).code
const scan = (code: string, phase: PresencePhase = 'in', more: { isWalkIn?: boolean } = {}, staff = organiser) =>
  staff.ask(volunteering.scanVolunteer)({ shiftId: scene.shiftId, phase, code, ...more })
const factsOf = (actor: Actor) => listFacts(world.database.reading, scene.shiftId, actor.person.personId)

async function cardOf(actor: Actor) {
  const { personId } = actor.person
  const profile = { personId, birthDate: '1950-05-01', skills: [], guardianName: null, hasGuardianConsent: false }
  await world.database.write(writing => saveProfile(writing, profile, world.now))
  return (await actor.ask(volunteering.getMyProfile)({})).cardCode!
}

describe('the desk', () => {
  test('shows a code and digits that count, and says how long they stand', async () => {
    world.at(day('08:55:10'))
    const { code, digits, validForSeconds } = await organiser.ask(volunteering.getShiftCode)({ shiftId: scene.shiftId, phase: 'in' })
    expect([digits, validForSeconds]).toEqual([expect.stringMatching(/^\d{8}$/), 5])
    expect(await comeIn(world, resident, scene, { code })).toEqual({ state: 'checked_in' })
  })

  test('goes on without network: a phone ten minutes off shows the right codes with the clock of its kit', async () => {
    const kit = await organiser.ask(volunteering.getDeskKit)({ shiftId: scene.shiftId })
    expect([kit.stepSeconds, kit.startsAt]).toEqual([CODE_STEP_SECONDS, scene.startsAt.toISOString()])
    const phoneAhead = 10 * 60_000
    const offset = new Date(kit.serverTime).getTime() - (world.now.getTime() + phoneAhead)
    world.later({ minutes: 20 })
    const phoneNow = world.now.getTime() + phoneAhead
    const step = stepOf(new Date(phoneNow + offset))
    const code = makeShiftCode(kit.secret, { shiftId: scene.shiftId, phase: 'in', step })
    expect(await comeIn(world, resident, scene, { code })).toEqual({ state: 'checked_in' })
    const uncorrected = makeShiftCode(kit.secret, { shiftId: scene.shiftId, phase: 'out', step: stepOf(new Date(phoneNow)) })
    expect(await refusalOf(goOut(world, resident, scene, { code: uncorrected }))).toBe('code-expired')
  })

  test('is for who runs the shift; for residents, and staff of other places, there is no such shift', async () => {
    const { places } = await world.product.city.read()
    const elsewhere = places.areas.filter(area => area.kind === 'community').at(-1)!
    const others = [resident, await world.staff('organiser', { areaId: elsewhere.areaId }), await world.as('handler')]
    for (const other of others) {
      const { shiftId } = scene
      expect(await refusalOf(other.ask(volunteering.getShiftCode)({ shiftId, phase: 'in' }))).toBe('shift-not-found')
      expect(await refusalOf(other.ask(volunteering.getDeskKit)({ shiftId }))).toBe('shift-not-found')
      expect(await refusalOf(other.ask(volunteering.getRoster)({ shiftId }))).toBe('shift-not-found')
      expect(await refusalOf(other.ask(volunteering.enterHeadCount)({ shiftId, count: 1 }))).toBe('shift-not-found')
      expect(await refusalOf(scan(await own(resident), 'in', {}, other))).toBe('shift-not-found')
      const phoneNow = world.now.toISOString()
      const scans = [{ scanId: randomUUID(), phase: 'in' as const, code: await own(resident), scannedAt: phoneNow }]
      expect(await refusalOf(other.ask(volunteering.syncScans)({ shiftId, phoneNow, scans }))).toBe('shift-not-found')
    }
    expect(await attendanceOf(world, scene, resident)).toBeUndefined()
  })
})

describe('the reverse scan', () => {
  test('of a resident’s own code checks in and out, under a masked name', async () => {
    const seen = await scan(await own(resident))
    expect(seen).toEqual({ personId: resident.person.personId, maskedName: '小**', state: 'checked_in' })
    expect((await scan(await own(resident), 'out')).state).toBe('checked_out')
    expect((await factsOf(resident)).map(({ phase, signals, staffId }) => [phase, signals, staffId])).toEqual([
      ['in', ['reverse'], organiser.person.personId],
      ['out', ['reverse'], organiser.person.personId]
    ])
  })

  test('uses a code up, here and at every other shift', async () => {
    const code = await own(resident)
    await scan(code)
    expect((await faultOf(scan(code))).body).toMatchObject({ code: 'code-used', data: { state: 'checked_in' } })
    const other = await planShift(world, { startsAt: day('09:00'), endsAt: day('11:00') })
    await signUp(world, other, [resident])
    const elsewhere = organiser.ask(volunteering.scanVolunteer)({ shiftId: other.shiftId, phase: 'in', code })
    expect(await refusalOf(elsewhere)).toBe('code-used')
    world.at(day('08:55:15'))
    expect((await scan(await own(resident))).state).toBe('checked_in')
    expect(await factsOf(resident)).toHaveLength(1)
  })

  test('takes the code of now and of one step before, nothing older and nothing made up', async () => {
    const code = await own(resident)
    world.at(day('08:55:30'))
    expect(await refusalOf(scan(code))).toBe('code-expired')
    const [, , step, mac] = code.split('.')
    const stranger = await world.newcomer()
    expect(await refusalOf(scan(`TCP.${stranger.person.personId}.${step}.${mac}`))).toBe('code-expired')
    expect(await refusalOf(scan('nothing at all'))).toBe('code-expired')
    world.at(day('08:55:29'))
    expect((await scan(code)).state).toBe('checked_in')
  })

  test('of the code on site is the wrong way round', async () => {
    const { code } = await organiser.ask(volunteering.getShiftCode)({ shiftId: scene.shiftId, phase: 'in' })
    expect(await refusalOf(scan(code))).toBe('code-wrong-shift')
  })

  test('is done by somebody else', async () => {
    await signUp(world, scene, [organiser])
    expect(await refusalOf(scan(await own(organiser)))).toBe('same-person')
  })

  test('works with the eight digits of who is signed up; wrong ones count as tries of the staff', async () => {
    const { digits } = await resident.ask(volunteering.getMyCode)({})
    expect(await scan(digits)).toMatchObject({ personId: resident.person.personId, state: 'checked_in' })
    const guesser = await world.staff('organiser', { areaId: (await world.product.city.read()).places.areas[0]!.areaId })
    const wrong = digits.startsWith('1') ? '20000000' : '10000000'
    for (let time = 0; time < 5; time += 1) expect(await refusalOf(scan(wrong, 'in', {}, guesser))).toBe('code-expired')
    expect(await refusalOf(scan(wrong, 'in', {}, guesser))).toBe('too-many')
  })

  test('of who is not signed up is refused, unless staff sign them up and a seat is free', async () => {
    const [walkIn, second, third] = [await world.newcomer(), await world.newcomer(), await world.newcomer()]
    expect(await refusalOf(scan(await own(walkIn)))).toBe('not-joined')
    expect(await refusalOf(scan(await own(walkIn), 'out', { isWalkIn: true }))).toBe('not-joined')
    expect((await scan(await own(walkIn), 'in', { isWalkIn: true })).state).toBe('checked_in')
    expect(await findSignUp(world.database.reading, scene.shiftId, walkIn.person.personId)).toMatchObject({
      state: 'present',
      isWalkIn: true
    })
    await scan(await own(second), 'in', { isWalkIn: true })
    expect(await refusalOf(scan(await own(third), 'in', { isWalkIn: true }))).toBe('shift-full')
    expect(await findSignUp(world.database.reading, scene.shiftId, third.person.personId)).toBeUndefined()
  })

  test('does not sign up anybody for a shift that is over or was never published', async () => {
    const walkIn = await world.newcomer()
    world.at(day('11:30'))
    expect(await refusalOf(scan(await own(walkIn), 'in', { isWalkIn: true }))).toBe('shift-closed')
    scene = await planShift(world, { startsAt: day('11:30'), endsAt: day('12:00'), state: 'in_review' })
    expect(await refusalOf(scan(await own(walkIn), 'in', { isWalkIn: true }))).toBe('shift-closed')
  })
})

describe('a paper card', () => {
  test('checks in and out where staff scan it, as a signal of its own', async () => {
    const card = await cardOf(resident)
    expect((await scan(card)).state).toBe('checked_in')
    expect((await scan(card)).state).toBe('checked_in')
    expect((await scan(card, 'out')).state).toBe('checked_out')
    expect((await factsOf(resident)).map(fact => fact.signals)).toEqual([['card'], ['card']])
  })

  test('opens nothing in the hands of who holds it', async () => {
    expect(await refusalOf(comeIn(world, resident, scene, { code: await cardOf(resident) }))).toBe('code-wrong-shift')
  })

  test('that was replaced, forged, or belongs to nobody any more is no card', async () => {
    const card = await cardOf(resident)
    const { personId } = resident.person
    expect(await refusalOf(scan(`${card.slice(0, -1)}${card.endsWith('0') ? '1' : '0'}`))).toBe('code-expired')
    expect(await refusalOf(scan(cardCodeOf((await world.newcomer()).person.personId, card.split('.')[2]!)))).toBe('code-expired')
    await world.database.write(writing => changeProfile(writing, personId, { cardSecret: 'the-next-card' }))
    expect(await refusalOf(scan(card))).toBe('code-expired')
    await resident.send('people/deleteMyAccount', { confirmation: 'delete' })
    expect(await refusalOf(scan(cardCodeOf(personId, 'the-next-card')))).toBe('code-expired')
  })
})

describe('scans taken without network', () => {
  interface Taken {
    code: string
    /** By the phone. */
    scannedAt: string
    phase?: PresencePhase
    scanId?: string
    isWalkIn?: boolean
  }
  const sync = (phoneNow: Date, ...scans: Taken[]) =>
    organiser.ask(volunteering.syncScans)({
      shiftId: scene.shiftId,
      phoneNow: phoneNow.toISOString(),
      scans: scans.map(one => ({ phase: 'in', scanId: randomUUID(), ...one }))
    })
  const minutesOff = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000)

  test('are judged at the moment they were taken, by the server’s clock, whatever the phone’s', async () => {
    const card = await cardOf(resident)
    const code = await own(resident)
    const taken = minutesOff(world.now, -10).toISOString()
    world.at(day('11:00'))
    const out = minutesOff(world.now, -10).toISOString()
    world.at(day('20:00'))
    const answer = await sync(
      minutesOff(world.now, -10),
      { code: card, scannedAt: out, phase: 'out' },
      { code, scannedAt: taken },
      { code: 'garbage', scannedAt: taken }
    )
    expect(answer.clockOffsetSeconds).toBe(600)
    expect(answer.results.map(({ state, refusal }) => refusal ?? state)).toEqual(['checked_out', 'checked_in', 'code-expired'])
    const attendance = await attendanceOf(world, scene, resident)
    expect([attendance?.checkedInAt, attendance?.checkedOutAt]).toEqual([new Date(day('08:55')), new Date(day('11:00'))])
    const facts = await factsOf(resident)
    expect(facts.map(fact => [fact.signals, fact.clockOffsetSeconds])).toEqual([
      [['reverse'], 600],
      [['card'], 600]
    ])
    expect(facts[0]?.receivedAt).toEqual(new Date(day('20:00')))
  })

  test('sent twice are taken once and answered the same', async () => {
    const scans = [{ code: await own(resident), scannedAt: world.now.toISOString(), scanId: 'scan-1' }]
    world.later({ hours: 3 })
    const first = await sync(world.now, ...scans)
    const before = await attendanceOf(world, scene, resident)
    world.later({ minutes: 1 })
    expect((await sync(world.now, ...scans)).results).toEqual(first.results)
    expect(await attendanceOf(world, scene, resident)).toEqual(before)
    expect(await factsOf(resident)).toHaveLength(1)
  })

  test('need the code of that very moment, one step either way', async () => {
    const code = await own(resident)
    const at = (seconds: number) => new Date(new Date(day('08:55')).getTime() + seconds * 1000).toISOString()
    world.at(day('12:00'))
    const refusals = async (seconds: number) => (await sync(world.now, { code, scannedAt: at(seconds) })).results[0]?.refusal
    expect([await refusals(-21), await refusals(35), await refusals(600)]).toEqual(['code-expired', 'code-expired', 'code-expired'])
    expect(await refusals(34)).toBeUndefined()
  })

  test('outside the shift’s time, from the future, or older than two days are refused', async () => {
    const card = await cardOf(resident)
    world.at(day('12:00'))
    const one = async (scannedAt: string) =>
      (await sync(world.now, { code: card, scannedAt: new Date(scannedAt).toISOString() })).results[0]
    expect((await one(day('07:00')))?.refusal).toBe('shift-closed')
    expect((await one(day('12:30')))?.refusal).toBe('shift-closed')
    world.at(day('10:00'))
    expect((await one(day('10:30')))?.refusal).toBe('code-expired')
    world.at('2026-11-27T09:01+08:00')
    expect((await one(day('09:00')))?.refusal).toBe('code-expired')
    world.at('2026-11-27T08:59+08:00')
    expect((await one(day('09:00')))?.state).toBe('checked_in')
  })

  test('prove wrong a no-show and an open check-out that the clock concluded', async () => {
    const [card, { personId }] = [await cardOf(resident), resident.person]
    const { shiftId } = scene
    world.at(day('14:00'))
    await world.database.write(writing =>
      moveSignUp(writing, { shiftId, personId, from: 'confirmed', to: 'no_show', at: world.now, actorId: 'clock' })
    )
    expect((await sync(world.now, { code: card, scannedAt: new Date(day('09:00')).toISOString() })).results[0]?.state).toBe('checked_in')
    expect((await findSignUp(world.database.reading, shiftId, personId))?.state).toBe('present')
    await world.tick()
    const out = { code: card, scannedAt: new Date(day('11:00')).toISOString(), phase: 'out' as const }
    expect((await sync(world.now, out)).results[0]?.state).toBe('checked_out')
  })

  test('let nobody scan themselves, and sign up walk-ins only where the scan itself is good', async () => {
    const walkIn = await world.newcomer()
    const card = await cardOf(walkIn)
    const mine = await cardOf(organiser)
    world.at(day('12:00'))
    const said = (
      await sync(
        world.now,
        { code: mine, scannedAt: new Date(day('09:00')).toISOString() },
        { code: card, scannedAt: new Date(day('11:30')).toISOString(), isWalkIn: true }
      )
    ).results
    expect(said.map(one => one.refusal)).toEqual(['same-person', 'shift-closed'])
    expect(await findSignUp(world.database.reading, scene.shiftId, walkIn.person.personId)).toBeUndefined()
    const again = await sync(world.now, { code: card, scannedAt: new Date(day('09:30')).toISOString(), isWalkIn: true })
    expect(again.results[0]?.state).toBe('checked_in')
  })
})
