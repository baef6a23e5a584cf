import { people, POLICY_VERSION, type Role } from '#contract/people'
import { places } from '#contract/places'
import { points } from '#contract/points'
import { quizzes } from '#contract/quizzes'
import { reports } from '#contract/reports'
import { volunteering } from '#contract/volunteering'
import { inviteAdmin } from '#server/people/invitation'
import { borderAround } from '#server/places/border-file-rules'
import { createCity } from '#server/places/create-city'
import { seedContent } from '#server/seed-content'
import { newKey, type Actor } from '#world/actor'
import { answerItems } from '#world/contest-scenes'
import { FIX, move, uploadPhoto, type HeldReport } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

const CITY = '320322'
const POINT = { longitude: 116.5, latitude: 34.5 }

let world: World
let admin: Actor
const staff: Partial<Record<Role, Actor>> = {}
const of = (role: Role): Actor => staff[role] ?? admin
let resident: Actor
let ids = 0

async function comes(name: string): Promise<Actor> {
  const session = await world.nobody.ask(people.signInWeChat)({ code: `code-${++ids}` })
  const actor = { ...session, ...world.withToken(session.token) }
  await actor.ask(people.giveConsent)({ policyVersion: POLICY_VERSION })
  await actor.ask(people.renameMe)({ displayName: name })
  return actor
}

beforeAll(async () => {
  const environment = { IDENTITY: 'wx-login', WX_APP_ID: 'wx-app', WX_APP_SECRET: 'app-secret', PUBLIC_URL: 'https://city.example.cn' }
  const wechat = { exchangeLoginCode: async (code: string) => `openid-of-${code}`, sendReminder: async () => false }
  world = await openWorld({ isEmpty: true, environment, wechat: wechat })
  // What npm run city:create does.
  const code = await world.database.write(async writing => {
    await seedContent(writing, world.now)
    await createCity(writing, { areaId: CITY, name: '沛县', shape: borderAround('116,34,117,35') })
    return inviteAdmin(writing, CITY, world.now)
  })
  world.product.city.forget()
  admin = await comes('程路')
  await admin.ask(people.redeemInvitation)({ code })
}, 120_000)
afterAll(() => world.close())

test('the admin brings areas, units, rules and colleagues', async () => {
  const kinds = ['street', 'community', 'grid'] as const
  const features = kinds.map((kind, n) => ({
    ...{
      type: 'Feature' as const,
      properties: { areaId: `${kind}-1`, kind, name: `一号${kind}`, parentId: n === 0 ? CITY : `${kinds[n - 1]}-1` }
    },
    geometry: borderAround('116.2,34.2,116.8,34.8')
  }))
  await admin.ask(places.importAreas)({ type: 'FeatureCollection', features })
  const { unitId } = await admin.ask(places.saveUnit)({ name: '环卫所', coverage: [{ areaId: CITY, covers: '*' }] })
  await admin.ask(reports.saveRoutingRule)({ covers: '6001', areaId: CITY, unitId, isActive: true })
  const roles: Role[] = ['reviewer', 'dispatcher', 'verifier', 'supervisor', 'liaison', 'organiser', 'editor', 'admin']
  for (const [n, role] of ['handler' as const, ...roles].entries()) {
    const colleague = await comes(`同事${n}`)
    await admin.ask(people.grantRole)({
      personId: colleague.person.personId,
      role,
      ...(role === 'handler' ? { unitId } : { areaId: CITY })
    })
    staff[role] = colleague
  }
  resident = await comes('小满')
  expect((await admin.ask(people.listStaff)({})).staff).toHaveLength(10)
})

test('the first report is closed', async () => {
  const photoIds = [await uploadPhoto(world, resident)]
  const sent = await resident.ask(reports.submitReport)({ idempotencyKey: newKey(), categoryCode: FIX, point: POINT, photoIds })
  const report: HeldReport = { ...sent, categoryCode: FIX, reporter: resident }
  const [unit] = (await world.nobody.ask(places.listUnits)({})).units
  await move(of('reviewer'), report, 'filed')
  await move(of('dispatcher'), report, 'dispatched', { unitId: unit?.unitId ?? '' })
  await move(of('handler'), report, 'handling')
  await move(of('handler'), report, 'handled', { note: '已清理', photoIds: [await uploadPhoto(world, of('handler'))] })
  expect((await move(of('verifier'), report, 'closed')).state).toBe('closed')
})

test('the first shift is settled, and certified once its notice is over', async () => {
  const startsAt = new Date(world.now.getTime() + 48 * 3_600_000)
  const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000)
  const organiser = of('organiser')
  const { activityId, shifts } = await organiser.ask(volunteering.createActivity)({
    ...{ title: '河边清洁', communityId: 'community-1', topic: '环境清洁', riskLevel: 1, riskNote: '慢一点走', needsApproval: false },
    site: { ...POINT, radiusMetres: 100 },
    shifts: [{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), capacity: 3 }]
  })
  await of('reviewer').ask(volunteering.publishActivity)({ activityId })
  const shiftId = shifts[0]?.shiftId ?? ''
  await resident.ask(volunteering.saveMyProfile)({ birthDate: '1990-05-01', skills: [] })
  await resident.ask(volunteering.joinShift)({ shiftId, idempotencyKey: newKey() })
  for (const [phase, at] of [
    ['in', startsAt],
    ['out', endsAt]
  ] as const) {
    world.at(at)
    const { code } = await resident.ask(volunteering.getMyCode)({})
    await organiser.ask(volunteering.scanVolunteer)({ shiftId, phase, code })
  }
  world.later({ hours: 3 })
  await world.tick()
  await organiser.ask(volunteering.verifyAttendance)({ shiftId, personId: resident.person.personId, decision: 'approve' })
  await organiser.ask(volunteering.settleActivity)({ activityId })
  for (let day = 0; day < 15; day += 1) {
    world.later({ days: 1 })
    await world.tick()
  }
  expect((await resident.ask(volunteering.getMyHours)({})).minutes).toBe(120)
  const { code } = await resident.ask(volunteering.issueCertificate)({ from: '2026-11-01', to: world.now.toISOString().slice(0, 10) })
  expect(await world.nobody.ask(volunteering.verifyCertificate)({ code })).toMatchObject({ isAuthentic: true, minutes: 120 })
}, 120_000)

test('the first contest is finished', async () => {
  const plan = {
    ...{ title: '文明知识竞赛', minutes: 20, strata: [{ topic: '交通文明', count: 4 }] },
    ...{ opensAt: world.now.toISOString(), closesAt: new Date(world.now.getTime() + 3_600_000).toISOString() }
  }
  const { contest, version } = await of('editor').ask(quizzes.saveContest)({ plan })
  await admin.ask(quizzes.publishContest)({ contestId: contest.contestId, version })
  const attempt = await resident.ask(quizzes.startContest)({ contestId: contest.contestId, isShown: true })
  await answerItems(world, resident, attempt, 4)
  await resident.ask(quizzes.finishAttempt)({ attemptId: attempt.attemptId })
  world.later({ hours: 2 })
  await world.tick()
  expect((await resident.ask(quizzes.getContestRanking)({ contestId: contest.contestId })).participants).toHaveLength(1)
})

test('the first reward is handed over for points that were earned', async () => {
  const liaison = of('liaison')
  const { available } = await resident.ask(points.getMyPoints)({})
  expect(available).toBeGreaterThan(0)
  const { rewardId } = await liaison.ask(points.createReward)({
    ...{ title: '毛巾一条', kind: 'daily', communityId: 'community-1', price: 1, perPersonLimit: 1, stock: 3 },
    ...{ pickUpPlace: '服务站一楼', pickUpHours: '每天 9:00–17:00' }
  })
  const { redemptionId } = await resident.ask(points.redeemReward)({ rewardId, quantity: 1, idempotencyKey: newKey() })
  const { code } = await resident.ask(points.getRedemption)({ redemptionId })
  await liaison.ask(points.fulfilRedemption)({ code: code ?? '' })
  expect((await resident.ask(points.getRedemption)({ redemptionId })).state).toBe('fulfilled')
})
