import { sql } from 'drizzle-orm'
import { people } from '#contract/people'
import { volunteering } from '#contract/volunteering'
import { faultOf, refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { brokenInvariants, join, leave, mySignUp, publishShift } from '#world/volunteer-journeys'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => void (world = await openWorld()), 60_000)
afterAll(async () => {
  expect(await brokenInvariants(world)).toEqual([])
  await world.close()
})
beforeEach(() => world.at('2026-11-23T09:00:00+08:00'))

const profile = (one: Actor) => one.ask(volunteering.getMyProfile)({})

/** Two late cancellations: one live sign-up at a time from now on. */
async function coolingDown(): Promise<Actor> {
  const one = await world.newcomer()
  for (let n = 0; n < 2; n += 1) {
    const shiftId = await publishShift(world, { inHours: 5 })
    await join(one, shiftId)
    await leave(one, shiftId)
  }
  return one
}

test('one becomes a volunteer by saying when one was born and what one can do, and gets a card', async () => {
  const one = await world.newcomer()
  expect(await profile(one)).toMatchObject({ isVolunteer: false, skills: [], teams: [], faultCount: 0, signUpCount: 0 })
  const saved = await one.ask(volunteering.saveMyProfile)({ birthDate: '1988-08-08', skills: ['first-aid', 'first-aid'] })
  expect(saved).toMatchObject({ isVolunteer: true, birthDate: '1988-08-08', skills: ['first-aid'], hasGuardianConsent: false })
  expect(saved.cardCode).toMatch(/^TCC\./)
  expect(await profile(one)).toEqual(saved)
})

test('under 14 a guardian agrees by name; of an adult no guardian is kept', async () => {
  const one = await world.newcomer()
  const save = (words: object) => one.ask(volunteering.saveMyProfile)({ birthDate: '2014-01-01', skills: [], ...words })
  expect(await refusalOf(save({}))).toBe('guardian-needed')
  expect(await refusalOf(save({ hasGuardianConsent: true }))).toBe('guardian-needed')
  expect(await refusalOf(save({ guardianName: '妈妈' }))).toBe('guardian-needed')
  expect(await save({ hasGuardianConsent: true, guardianName: '妈妈' })).toMatchObject({ hasGuardianConsent: true, guardianName: '妈妈' })
  expect(await join(one, await publishShift(world))).toEqual({ state: 'confirmed' })
  const adult = await save({ birthDate: '1990-01-01', hasGuardianConsent: true, guardianName: '妈妈' })
  expect([adult.hasGuardianConsent, adult.guardianName]).toEqual([false, undefined])
})

test('a birthday that cannot be is refused', async () => {
  const one = await world.newcomer()
  for (const birthDate of ['2026-12-01', '1890-01-01'])
    expect(await refusalOf(one.ask(volunteering.saveMyProfile)({ birthDate, skills: [] }))).toBe('bad-input')
})

test('nobody becomes a volunteer or joins a team before agreeing to the policy; leaving a team asks for nothing', async () => {
  const one = await world.newcomer()
  const { teams } = await one.ask(volunteering.listTeams)({ communityId: 'demo-community-1-2' })
  const ofTeam = (isMember: boolean) => one.ask(volunteering.joinTeam)({ teamId: teams[0]!.teamId, isMember })
  await ofTeam(true)
  await askDatabase(world.database, sql`update people set consented_policy = null where person_id = ${one.person.personId}`)
  world.product.callers.forget(one.person.personId)
  expect(await ofTeam(false)).toEqual({ isMember: false })
  expect(await refusalOf(ofTeam(true))).toBe('consent-needed')
  expect(await refusalOf(one.ask(volunteering.saveMyProfile)({ birthDate: '1990-01-01', skills: [] }))).toBe('consent-needed')
})

test('a team is joined and left, and its members are a number only', async () => {
  const [one, two] = [await world.newcomer(), await world.newcomer()]
  const teams = async (who: Pick<Actor, 'ask'>) => (await who.ask(volunteering.listTeams)({ communityId: 'demo-community-1-1' })).teams
  const teamId = (await teams(world.nobody))[0]!.teamId
  await one.ask(volunteering.joinTeam)({ teamId, isMember: true })
  await one.ask(volunteering.joinTeam)({ teamId, isMember: true })
  expect((await teams(one))[0]).toMatchObject({ memberCount: 1, isMember: true })
  expect((await teams(two))[0]).toMatchObject({ memberCount: 1, isMember: false })
  expect((await profile(one)).teams.map(team => team.teamId)).toEqual([teamId])
  await one.ask(volunteering.joinTeam)({ teamId, isMember: false })
  expect((await teams(one))[0]).toMatchObject({ memberCount: 0, isMember: false })
  expect(await refusalOf(one.ask(volunteering.joinTeam)({ teamId: 'no-such-team', isMember: true }))).toBe('not-found')
})

test('a cool-down is appealed once, and staff of a place where it was earned lift it or let it stand', async () => {
  const one = await coolingDown()
  const { personId } = one.person
  expect((await profile(one)).coolDownUntil).toBe('2026-12-07T01:00:00.000Z')
  expect((await one.ask(volunteering.appealCoolDown)({ reason: '孩子病了' })).askedAt).toBe('2026-11-23T01:00:00.000Z')
  expect(await refusalOf(one.ask(volunteering.appealCoolDown)({ reason: '再说一次' }))).toBe('already-done')
  const elsewhere = await world.staff('organiser', { areaId: 'demo-street-2' })
  expect(await refusalOf(elsewhere.ask(volunteering.decideCoolDown)({ personId, isLifted: true }))).toBe('not-found')
  expect(await refusalOf(one.ask(volunteering.decideCoolDown)({ personId, isLifted: true }))).toBe('same-person')
  await join(one, await publishShift(world, { inHours: 30 }))
  const second = await publishShift(world, { inHours: 60 })
  const organiser = await world.as('organiser')
  const appealOf = async (actor: Actor) => (await profile(actor)).appeal
  expect(await appealOf(one)).toEqual({ reason: '孩子病了', appealedAt: '2026-11-23T01:00:00.000Z' })
  await organiser.ask(volunteering.decideCoolDown)({ personId, isLifted: false, note: '请先打个电话' })
  expect(await appealOf(one)).toMatchObject({ reason: '孩子病了', outcome: 'stands', note: '请先打个电话' })
  expect(await refusalOf(one.ask(volunteering.appealCoolDown)({ reason: '再说一次' }))).toBe('already-done')
  expect(await refusalOf(join(one, second))).toBe('cool-down')
  await organiser.ask(volunteering.decideCoolDown)({ personId, isLifted: true })
  expect(await join(one, second)).toEqual({ state: 'confirmed' })
  expect(await appealOf(one)).toMatchObject({ outcome: 'lifted' })
  expect(await refusalOf(organiser.ask(volunteering.decideCoolDown)({ personId, isLifted: true }))).toBe('not-found')
  expect(await refusalOf(one.ask(volunteering.appealCoolDown)({ reason: '没有了' }))).toBe('not-found')
})

describe('the list of appeals', () => {
  const appealsFor = async (staff: Actor) => (await staff.ask(volunteering.listAppeals)({})).appeals
  const idsFor = async (staff: Actor) => (await appealsFor(staff)).map(({ personId }) => personId)
  const appeal = (one: Actor, reason: string) => one.ask(volunteering.appealCoolDown)({ reason })

  test('shows undecided ones, the newest first, to who may decide them', async () => {
    const [early, late] = [await coolingDown(), await coolingDown()]
    await appeal(early, '孩子病了')
    world.later({ minutes: 5 })
    await appeal(late, '公交停运')
    const organiser = await world.as('organiser')
    const [newest, before] = await appealsFor(organiser)
    expect(newest).toMatchObject({ personId: late.person.personId, reason: '公交停运', appealedAt: '2026-11-23T01:05:00.000Z' })
    expect(before).toMatchObject({ reason: '孩子病了', faultCount: 2, signUpCount: 2, coolDownUntil: '2026-12-07T01:00:00.000Z' })
    expect([before!.maskedName, before!.maskedName.includes(early.person.displayName)]).toEqual([expect.stringMatching(/^.\*\*$/u), false])
    for (const role of ['organiser', 'reviewer', 'supervisor', 'admin'] as const)
      expect(await idsFor(await world.staff(role, { areaId: 'demo-street-1' }))).toContain(late.person.personId)
    await organiser.ask(volunteering.decideCoolDown)({ personId: early.person.personId, isLifted: true })
    await organiser.ask(volunteering.decideCoolDown)({ personId: late.person.personId, isLifted: false })
    expect(await appealsFor(organiser)).toEqual([])
  })

  test('is empty for staff of another place, lacks one’s own, and is not there for others', async () => {
    const one = await coolingDown()
    await appeal(one, '孩子病了')
    expect(await appealsFor(await world.staff('organiser', { areaId: 'demo-street-2' }))).toEqual([])
    for (const who of [one, await world.as('dispatcher')]) expect(await refusalOf(appealsFor(who))).toBe('not-found')
    expect((await faultOf(world.nobody.ask(volunteering.listAppeals)({}))).status).toBe(401)
    const admin = await world.as('admin')
    await admin.ask(people.grantRole)({ personId: one.person.personId, role: 'organiser', areaId: 'demo-street-1' })
    expect(await appealsFor(one)).toEqual([])
  })

  test('forgets an appeal once the cool-down is over', async () => {
    const one = await coolingDown()
    await appeal(one, '孩子病了')
    const organiser = await world.as('organiser')
    expect(await idsFor(organiser)).toContain(one.person.personId)
    world.later({ hours: 14 * 24 })
    expect(await appealsFor(organiser)).toEqual([])
  })
})

test('who stops being a volunteer leaves coming shifts and teams, but not a cool-down', async () => {
  const one = await coolingDown()
  await one.ask(volunteering.saveMyProfile)({ birthDate: '1990-01-01', skills: ['law'] })
  const shiftId = await publishShift(world, { inHours: 60, capacity: 1 })
  const next = await world.newcomer()
  await join(one, shiftId)
  await join(next, shiftId)
  expect(await one.ask(volunteering.leaveVolunteering)({})).toEqual({ releasedShiftCount: 1 })
  expect((await mySignUp(next, shiftId))?.state).toBe('offered')
  const left = await profile(one)
  expect(left).toMatchObject({ isVolunteer: false, skills: [], teams: [], faultCount: 2 })
  expect([left.birthDate, left.cardCode, left.coolDownUntil]).toEqual([undefined, undefined, '2026-12-07T01:00:00.000Z'])
  // Leaving in time closes nothing: who changes their mind waits behind the others.
  expect(await join(one, shiftId)).toEqual({ state: 'waitlisted', position: 1 })
})
