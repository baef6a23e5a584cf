import type { Browser, Page } from 'playwright-core'
import { POLICY_VERSION } from '#contract/people'
import type { Area } from '#contract/places'
import { expectNoPageFault, expectNoSeriousFault, keepSession, newPhonePage, openBrowser } from './browser'
import { says, shown, tapper } from './resident-phone'
import { serveProduct, type ServedProduct, type Session } from './served-product'

jest.setTimeout(240_000)

let product: ServedProduct
let browser: Browser

beforeAll(async () => {
  ;[product, browser] = await Promise.all([serveProduct(), openBrowser()])
})

afterAll(async () => {
  await browser.close()
  await product.stop()
})

interface Planned {
  activityId: string
  shiftId: string
  organiserToken: string
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** An activity of one shift that begins in half an hour, made by the organiser and published by somebody else. */
async function publishedActivity(title: string, capacity: number, shift: Record<string, unknown> = {}): Promise<Planned> {
  const [organiser, reviewer] = await Promise.all([product.signIn('organiser'), product.signIn('reviewer')])
  const { areas } = await product.call<{ areas: Area[] }>('places/listAreas', {})
  const community = areas.find(area => area.kind === 'community')!
  const made = await product.call<{ activityId: string; shifts: { shiftId: string }[] }>(
    'volunteering/createActivity',
    {
      ...{ title, communityId: community.areaId, topic: '环境清洁', riskLevel: 1, riskNote: '河边湿滑，跟着领队走。', bring: '水壶' },
      ...{ site: { ...community.centre, radiusMetres: 200 }, meetingPlace: '桂花桥东头', needsApproval: false },
      shifts: [{ startsAt: inHours(0.5), endsAt: inHours(2.5), capacity, ...shift }]
    },
    organiser.token
  )
  await product.call('volunteering/publishActivity', { activityId: made.activityId }, reviewer.token)
  return { activityId: made.activityId, shiftId: made.shifts[0]!.shiftId, organiserToken: organiser.token }
}

/** A resident of their own who agreed to the policy, on a phone. */
async function residentPhone(handle?: string) {
  const session: Session = await product.signIn('resident', handle)
  await product.call('people/giveConsent', { policyVersion: POLICY_VERSION }, session.token)
  const page = await newPhonePage(browser)
  await keepSession(page, session)
  return { page, session, ...tapper(page) }
}

const openPage = (page: Page, path: string) => page.goto(`${product.address}/#${path}`)
const openActivity = ({ activityId }: Planned, page: Page) => openPage(page, `/packages/volunteer/activity/index?activityId=${activityId}`)
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

async function typeDigits(page: Page, { shiftId, organiserToken }: Planned, phase: 'in' | 'out') {
  const { digits } = await product.call<{ digits: string }>('volunteering/getShiftCode', { shiftId, phase }, organiserToken)
  await page.getByRole('dialog').getByLabel('8 位数字').fill(digits)
}

test('two taps lead to a seat, the next person waits first in line, and a seat given back is offered to them', async () => {
  const planned = await publishedActivity('护河清洁日', 1)
  const first = await residentPhone('journey-seat')
  await openActivity(planned, first.page)
  await says(first.page, '河边湿滑，跟着领队走。')
  await expectNoSeriousFault(first.page)
  await first.tap('报名')
  await says(first.page, '离开始不到 24 小时了，报上再退出就算一次临时取消。')
  await expectNoSeriousFault(first.page)
  await first.tap('确认报名')
  await says(first.page, /报好了/)
  expect(first.tapped).toEqual(['报名', '确认报名'])
  await expectNoSeriousFault(first.page)

  const second = await residentPhone('journey-waits')
  await openActivity(planned, second.page)
  await second.tap('排候补')
  await says(second.page, /你会是第一位候补/)
  await second.tap('确认排候补')
  await says(second.page, /你排在第 1 位/)

  await shown(first.page, '来不了，退出').click()
  await first.page.getByRole('dialog').getByText('现在退出算一次临时取消').waitFor()
  await expectNoSeriousFault(first.page)
  await inDialog(first.page, '还是要退出')
  await says(first.page, '离开始不到 24 小时退出，记一次临时取消。')

  await openPage(second.page, '/pages/volunteer/index')
  await says(second.page, /有名额了，给你留到/)
  await expectNoSeriousFault(second.page)
  await second.tap('接受')
  await says(second.page, '去签到')
  for (const { page } of [first, second]) {
    expectNoPageFault(page)
    await page.context().close()
  }
})

test('eight typed digits check in and out, without a position, and wrong ones say what to do', async () => {
  const planned = await publishedActivity('楼道清洁', 5)
  const { page, tap, session } = await residentPhone('journey-digits')
  await product.call('volunteering/joinShift', { shiftId: planned.shiftId, idempotencyKey: 'journey-digits-1' }, session.token)
  await openPage(page, '/pages/volunteer/index')
  await tap('去签到')
  await tap('输数字签到')
  await says(page, /不给位置也能签到/)
  await expectNoSeriousFault(page)
  await inDialog(page, '不带，直接签')
  await page.getByRole('dialog').getByLabel('8 位数字').fill('00000000')
  await inDialog(page, '签到')
  await says(page, /看工作人员屏幕上现在的 8 位/)

  expect(await page.getByRole('dialog').getByLabel('8 位数字').inputValue()).toBe('00000000')
  await typeDigits(page, planned, 'in')
  await inDialog(page, '签到')
  await says(page, /走之前回到这里签退/)
  await expectNoSeriousFault(page)
  await tap('我要签退')
  await tap('输数字签退')
  await typeDigits(page, planned, 'out')
  await inDialog(page, '签退')
  await says(page, '辛苦了。组织者核对后，时长先公示 3 天，再确认。')

  const { shifts } = await product.call<{ shifts: { signUp: { attendance: string } }[] }>('volunteering/listMyShifts', {}, session.token)
  expect(shifts[0]?.signUp.attendance).toBe('checked_out')
  expectNoPageFault(page)
  await page.context().close()
})

test('an elder shows their own code, and staff who scan it check them in', async () => {
  const planned = await publishedActivity('陪老人晒太阳', 5)
  const { page, session } = await residentPhone('journey-elder')
  await product.call('volunteering/joinShift', { shiftId: planned.shiftId, idempotencyKey: 'journey-elder-1' }, session.token)
  await openPage(page, `/packages/volunteer/arrive/index?shiftId=${planned.shiftId}`)
  await shown(page, '出示我的码').click()
  await page.getByRole('img', { name: '我的码' }).waitFor()
  await says(page, /^\d{4} \d{4}$/)
  await expectNoSeriousFault(page)
  const { code } = await product.call<{ code: string }>('volunteering/getMyCode', {}, session.token)
  await product.call('volunteering/scanVolunteer', { shiftId: planned.shiftId, phase: 'in', code }, planned.organiserToken)
  await page.getByRole('button', { name: '去扫现场的码' }).click()
  await says(page, '已签到')
  expectNoPageFault(page)
  await page.context().close()
})

test('a shift with an age gate leads to the profile and back to the sign-up', async () => {
  const planned = await publishedActivity('夜间巡河', 5, { minAge: 18 })
  const { page, tap } = await residentPhone('journey-profile')
  await openActivity(planned, page)
  await tap('报名')
  await tap('确认报名')
  await says(page, /先填一下志愿者资料/)
  await tap('去填资料，填完接着报')
  await page.getByLabel('出生日期').fill('1990-05-01')
  await expectNoSeriousFault(page)
  await tap('保存，回去报名')
  await tap('确认报名')
  await says(page, /报好了/)
  expectNoPageFault(page)
  await page.context().close()
})

test('whoever looks at their service sees minutes by grade, the facts of a line, and gets a certificate', async () => {
  const { page, tap } = await residentPhone()
  await openPage(page, '/packages/volunteer/service/index')
  await says(page, '已确认的时长')
  await says(page, '现场核实')
  await page.locator('.hour-line__head').first().click()
  await says(page, '谁认定')
  await expectNoSeriousFault(page)
  await tap('开一张证明')
  await page.getByRole('radio', { name: '全部' }).click()
  await inDialog(page, '开证明')
  await says(page, '打开 PDF')
  await says(page, /^TC-/)
  await expectNoSeriousFault(page)
  expectNoPageFault(page)
  await page.context().close()
})
