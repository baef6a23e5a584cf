import type { Browser } from 'playwright-core'
import { POLICY_VERSION, type Role } from '#contract/people'
import type { ReportState } from '#contract/report-states'
import { expectNoPageFault, expectNoSeriousFault, keepSession, newDesktopPage, newPhonePage, openBrowser } from './browser'
import { makeCity, type NewCity } from './new-city'
import { photo, says, sendPastSimilar, shoot, tapper } from './resident-phone'
import type { Session } from './served-product'

jest.setTimeout(300_000)

const CITY = '320322'
const POINT = { longitude: 116.5, latitude: 34.5 }
const HOUR_MILLISECONDS = 3_600_000
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS

let city: NewCity
let browser: Browser
let admin: Session
let resident: Session
const staff: Partial<Record<Role, Session>> = {}
const of = (role: Role): Session => staff[role] ?? admin
let aheadMilliseconds = 0
let keys = 0

const now = () => new Date(Date.now() + aheadMilliseconds)
const hence = (milliseconds: number) => new Date(now().getTime() + milliseconds).toISOString()
const dayInCity = (moment: Date) => new Date(moment.getTime() + 8 * HOUR_MILLISECONDS).toISOString().slice(0, 10)
const as = <Answer = Record<string, unknown>>(person: Session, operation: string, input: object = {}) =>
  city.call<Answer>(operation, input, person.token)
const newKey = () => `journey-empty-city-${++keys}`

/** What ends, opens or is due on the way is looked at by the product's own clock. */
async function later(milliseconds: number) {
  aheadMilliseconds += milliseconds
  await city.jump(milliseconds)
}

/** Asks again until the clock has done its round; a round under way is not begun twice. */
async function until<Answer>(ask: () => Promise<Answer>, isDone: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (isDone(answer)) return answer
    await new Promise(settle => setTimeout(settle, 250))
    await city.jump(0)
  }
}

/** Somebody signs in for the first time, reads the consent and writes their name. */
async function comes(displayName: string): Promise<Session> {
  const session = await city.call<Session>('people/signInWeChat', { code: `code-of-${++keys}` })
  await as(session, 'people/giveConsent', { policyVersion: POLICY_VERSION })
  await as(session, 'people/renameMe', { displayName })
  return { ...session, ...(await as<{ person: Session['person'] }>(session, 'people/getMe')) }
}

beforeAll(async () => {
  ;[city, browser] = await Promise.all([makeCity(['--id', CITY, '--name', '沛县', '--around', '116,34,117,35']), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await city.stop()
})

test('the code the command printed makes the first admin', async () => {
  const code = /days: (\S+)/.exec(city.printed)?.[1] ?? ''
  const newcomer = await comes('程路')
  const page = await newPhonePage(browser)
  await keepSession(page, newcomer)
  await page.goto(`${city.address}/#/pages/me/index`)
  await page.getByText('输入邀请码').click()
  await page.getByRole('dialog').getByLabel('邀请码').fill(code)
  await page.getByRole('dialog').getByRole('button', { name: '使用' }).click()
  await says(page, /你现在是/)
  expectNoPageFault(page)
  await page.context().close()
  admin = { ...newcomer, ...(await as<{ person: Session['person'] }>(newcomer, 'people/getMe')) }
})

/** A street in the city, a community in the street, a grid in the community. */
const areaFile = () => {
  const border = [116.2, 34.2, 116.8, 34.8] as const
  const [west, south, east, north] = border
  const ring = [west, south, east, south, east, north, west, north, west, south]
  const coordinates = [Array.from({ length: 5 }, (_, n) => ring.slice(n * 2, n * 2 + 2))]
  const features = (['street', 'community', 'grid'] as const).map((kind, n, all) => ({
    type: 'Feature',
    properties: {
      areaId: `${kind}-1`,
      kind,
      name: { street: '汉城街道', community: '樊井社区', grid: '第一网格' }[kind],
      parentId: n === 0 ? CITY : `${all[n - 1]}-1`
    },
    geometry: { type: 'Polygon', coordinates }
  }))
  return {
    name: 'areas.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
  }
}

test('the admin looks at an import, brings the areas, and the community has its organisation', async () => {
  const page = await newDesktopPage(browser)
  await keepSession(page, admin)
  await page.goto(`${city.address}/#/packages/city/settings/index?part=areas`)
  const { tap } = tapper(page)
  await shoot(page, () => tap('选一个文件'), areaFile())
  await tap('看看会改什么')
  await says(page, '新增 3 个，改动 0 个，不变 0 个')
  await expectNoSeriousFault(page)
  await tap('确认导入')
  await says(page, '已导入 3 个区域')
  expectNoPageFault(page)
  await page.context().close()
  const { organisations } = await as<{ organisations: { name: string }[] }>(admin, 'volunteering/listOrganisations')
  expect(organisations.map(({ name }) => name)).toEqual([expect.stringContaining('樊井社区')])
})

test('a unit, a rule and colleagues are entered', async () => {
  const { unitId } = await as<{ unitId: string }>(admin, 'places/saveUnit', { name: '环卫所', coverage: [{ areaId: CITY, covers: '*' }] })
  await as(admin, 'reports/saveRoutingRule', { covers: '6001', areaId: CITY, unitId, isActive: true })
  const roles: Role[] = ['handler', 'reviewer', 'dispatcher', 'verifier', 'supervisor', 'liaison', 'organiser', 'editor', 'admin']
  for (const [n, role] of roles.entries()) {
    const colleague = await comes(`同事${n}`)
    const within = role === 'handler' ? { unitId } : { areaId: CITY }
    await as(admin, 'people/grantRole', { personId: colleague.person.personId, role, ...within })
    staff[role] = colleague
  }
  expect((await as<{ staff: unknown[] }>(admin, 'people/listStaff')).staff).toHaveLength(roles.length + 1)
  resident = await comes('小满')
})

test('a resident takes a photo, four colleagues carry it on, and the first report is closed', async () => {
  const page = await newPhonePage(browser, { geolocation: POINT, permissions: ['geolocation'] })
  await keepSession(page, resident)
  await page.goto(city.address)
  const { tap } = tapper(page)
  await shoot(page, () => tap('拍暴露垃圾'), await photo('#a05a3c'))
  await page.getByRole('button', { name: '现场照片，第 1 张，看大图' }).waitFor()
  await page.getByRole('button', { name: /樊井社区 · 第一网格，挪一挪位置$/ }).waitFor()
  await sendPastSimilar(page, tap, /已收到，编号/)
  expectNoPageFault(page)
  await page.context().close()

  const { reports } = await as<{ reports: { reportId: string }[] }>(resident, 'reports/listMyReports')
  const reportId = reports[0]?.reportId ?? ''
  const { units } = await city.call<{ units: { unitId: string }[] }>('places/listUnits', {})
  let { version } = await as<{ version: number }>(resident, 'reports/getReport', { reportId })
  const ways: readonly [Role, ReportState, () => Promise<object>][] = [
    ['reviewer', 'filed', async () => ({})],
    ['dispatcher', 'dispatched', async () => ({ unitId: units[0]?.unitId })],
    ['handler', 'handling', async () => ({})],
    ['handler', 'handled', async () => ({ note: '已清理', photoIds: [await city.upload(of('handler').token)] })],
    ['verifier', 'closed', async () => ({})]
  ]
  for (const [role, to, brings] of ways)
    ({ version } = await as<{ version: number }>(of(role), 'reports/moveReport', {
      ...{ idempotencyKey: newKey(), reportId, version, to },
      ...(await brings())
    }))
  expect(await as(resident, 'reports/getReport', { reportId })).toMatchObject({ state: 'closed' })
})

test('the first shift is settled, and its certificate stands for anybody who scans it', async () => {
  const organiser = of('organiser')
  const startsAt = hence(2 * DAY_MILLISECONDS)
  const endsAt = hence(2 * DAY_MILLISECONDS + 2 * HOUR_MILLISECONDS)
  const from = dayInCity(now())
  const { activityId, shifts } = await as<{ activityId: string; shifts: { shiftId: string }[] }>(organiser, 'volunteering/createActivity', {
    ...{ title: '河边清洁', communityId: 'community-1', topic: '环境清洁', riskLevel: 1, riskNote: '慢一点走', needsApproval: false },
    ...{ site: { ...POINT, radiusMetres: 100 }, shifts: [{ startsAt, endsAt, capacity: 3 }] }
  })
  await as(of('reviewer'), 'volunteering/publishActivity', { activityId })
  const shiftId = shifts[0]?.shiftId ?? ''
  await as(resident, 'volunteering/saveMyProfile', { birthDate: '1990-05-01', skills: [] })
  await as(resident, 'volunteering/joinShift', { shiftId, idempotencyKey: newKey() })
  for (const [phase, wait] of [
    ['in', 2 * DAY_MILLISECONDS],
    ['out', 2 * HOUR_MILLISECONDS]
  ] as const) {
    await later(wait)
    const { code } = await as<{ code: string }>(resident, 'volunteering/getMyCode')
    await as(organiser, 'volunteering/scanVolunteer', { shiftId, phase, code })
  }
  await later(3 * HOUR_MILLISECONDS)
  const decided = { shiftId, personId: resident.person.personId, decision: 'approve' }
  await as(organiser, 'volunteering/verifyAttendance', decided)
  const settled = () => as(organiser, 'volunteering/settleActivity', { activityId }).catch(() => undefined)
  await until(settled, answer => answer !== undefined)
  await later(4 * DAY_MILLISECONDS)
  const hours = await until(
    () => as<{ minutes: number }>(resident, 'volunteering/getMyHours'),
    ({ minutes }) => minutes > 0
  )
  const { code } = await as<{ code: string }>(resident, 'volunteering/issueCertificate', { from, to: dayInCity(now()) })
  const page = await newPhonePage(browser)
  await page.goto(`${city.address}/verify/${code}`)
  await says(page, /沛县|樊井社区/)
  await page.context().close()
  expect(await city.call('volunteering/verifyCertificate', { code })).toMatchObject({ isAuthentic: true, minutes: hours.minutes })
})

test('the first contest is finished', async () => {
  const plan = {
    ...{ title: '文明知识竞赛', minutes: 20, strata: [{ topic: '交通文明', type: 'single', count: 2 }] },
    ...{ opensAt: hence(-HOUR_MILLISECONDS), closesAt: hence(HOUR_MILLISECONDS) }
  }
  const { contest, version } = await as<{ contest: { contestId: string }; version: number }>(of('editor'), 'quizzes/saveContest', { plan })
  const { contestId } = contest
  await as(admin, 'quizzes/publishContest', { contestId, version })
  const { attemptId, items } = await as<{ attemptId: string; items: { itemId: string; options?: { optionId: string }[] }[] }>(
    resident,
    'quizzes/startContest',
    { contestId, isShown: true }
  )
  for (const { itemId, options = [] } of items)
    await as(resident, 'quizzes/answerItem', { attemptId, itemId, answer: { optionIds: [options[0]?.optionId] } })
  await as(resident, 'quizzes/finishAttempt', { attemptId })
  await later(2 * HOUR_MILLISECONDS)
  const ranking = () => as<{ participants: unknown[] }>(resident, 'quizzes/getContestRanking', { contestId }).catch(() => undefined)
  expect((await until(ranking, answer => answer !== undefined))?.participants).toHaveLength(1)
})

test('the first reward is handed over for points that were earned', async () => {
  const { available } = await until(
    () => as<{ available: number }>(resident, 'points/getMyPoints'),
    points => points.available > 0
  )
  expect(available).toBeGreaterThan(0)
  const liaison = of('liaison')
  const { rewardId } = await as<{ rewardId: string }>(liaison, 'points/createReward', {
    ...{ idempotencyKey: newKey(), title: '毛巾一条', kind: 'daily', communityId: 'community-1', price: 1, perPersonLimit: 1, stock: 3 },
    ...{ pickUpPlace: '服务站一楼', pickUpHours: '每天 9:00–17:00' }
  })
  const { redemptionId } = await as<{ redemptionId: string }>(resident, 'points/redeemReward', {
    ...{ rewardId, quantity: 1, idempotencyKey: newKey() }
  })
  const { code } = await as<{ code: string }>(resident, 'points/getRedemption', { redemptionId })
  await as(liaison, 'points/fulfilRedemption', { code })
  expect(await as(resident, 'points/getRedemption', { redemptionId })).toMatchObject({ state: 'fulfilled' })
})
