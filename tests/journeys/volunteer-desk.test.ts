import type { Browser, Page } from 'playwright-core'
import type { Area } from '#contract/places'
import { expectNoPageFault, expectNoSeriousFault, newDesktopPage, newPhonePage, openBrowser } from './browser'
import { pictureBytes, serveProduct, type ServedProduct, type Session } from './served-product'
import { openAs } from './staff-desk'

jest.setTimeout(300_000)

let product: ServedProduct
let browser: Browser
beforeAll(async () => {
  ;[product, browser] = await Promise.all([serveProduct(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

const path = (page: string) => `/packages/staff/${page}/index`
const SECOND_MILLISECONDS = 1000
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * SECOND_MILLISECONDS).toISOString()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first().click()

async function leave(page: Page) {
  await expectNoSeriousFault(page)
  expectNoPageFault(page)
  await page.context().close()
}

/** A community where the organiser of the demo city plans. */
async function organisersCommunity({ person }: Session): Promise<Area> {
  const { areas } = await product.call<{ areas: Area[] }>('places/listAreas', {})
  const areaIds = person.grants.map(({ areaId }) => areaId)
  const parents = new Map(areas.map(({ areaId, parentId }) => [areaId, parentId]))
  const isTheirs = (areaId: string | null | undefined): boolean => !!areaId && (areaIds.includes(areaId) || isTheirs(parents.get(areaId)))
  return areas.find(({ kind, areaId }) => kind === 'community' && isTheirs(areaId))!
}

async function planInForm(page: Page, community: Area) {
  await press(page, '下一步')
  await page.getByText('写上活动的名字。').waitFor()
  await page.getByLabel('活动名字').fill('周末清洁小广场')
  await page.getByRole('radio', { name: '环境清洁' }).click()
  await press(page, '下一步')
  await press(page, /^哪个社区/)
  await page.getByRole('radio', { name: community.name }).click()
  await page.getByLabel('集合地点').fill('东门岗亭旁')
  await expectNoSeriousFault(page)
  await press(page, '下一步')
  await page.getByRole('switch', { name: /每周重复/ }).click()
  await page.getByText(/一共 5 个时段/).waitFor()
  await expectNoSeriousFault(page)
  await press(page, '下一步')
  await page.getByRole('radio', { name: /风险二级/ }).click()
  await page.getByLabel('要注意的危险').fill('来往车多，站在安全区')
  await press(page, '下一步')
  await page.getByText('二级以上要有保险单号。').waitFor()
  await page.getByLabel('保险单号').fill('PA-2611')
  await press(page, '下一步')
  await press(page, '下一步')
  await page.getByText(/都齐了/).waitFor()
}

test('an organiser plans a weekly series on the phone, a reviewer at a desk sends it back once and then publishes it', async () => {
  const organiser = await product.signIn('organiser')
  const phone = await newPhonePage(browser)
  await openAs(phone, product, 'organiser', path('activity-form'))
  await planInForm(phone, await organisersCommunity(organiser))
  await press(phone, '交给审核')
  await phone.locator('.activity-body__title', { hasText: '周末清洁小广场' }).waitFor()
  expect(await phone.locator('.shift-rows__row').count()).toBe(5)

  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'reviewer', `${path('activities')}?tab=in_review`)
  const card = desk.locator('.managed-card', { hasText: '周末清洁小广场' })
  await card.getByText('等你审核').waitFor()
  await card.click()
  await desk.locator('.activity-body__title').waitFor()
  await desk.keyboard.press('r')
  await desk.getByRole('dialog').getByLabel('要改什么').fill('写清楚几点收工')
  await desk.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await desk.getByRole('dialog').waitFor({ state: 'hidden' })

  await phone.reload()
  await phone.getByText('审核意见：写清楚几点收工').waitFor()
  await expectNoSeriousFault(phone)
  await press(phone, '交给审核')
  await phone.getByRole('dialog').getByRole('button', { name: '交给审核' }).click()
  await phone.getByText('待审核').first().waitFor()
  await leave(phone)

  await desk.reload()
  await desk.locator('.managed-card', { hasText: '周末清洁小广场' }).click()
  await desk.locator('.activity-body__title').waitFor()
  await desk.keyboard.press('f')
  await desk.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await desk.locator('.activity-body__head', { hasText: '招募中' }).waitFor()
  await leave(desk)
})

interface Running {
  shiftId: string
  endsAt: string
  seen: Session
  unseen: Session
}

/** A published shift that is over in a minute and a half, and two who joined it in time. */
async function shortShift(): Promise<Running> {
  const organiser = await product.signIn('organiser')
  const { areaId, centre } = await organisersCommunity(organiser)
  const shift = { startsAt: inSeconds(15), endsAt: inSeconds(85), capacity: 5 }
  const { activityId, shifts } = await product.call<{ activityId: string; shifts: { shiftId: string }[] }>(
    'volunteering/createActivity',
    {
      ...{ title: '图书角整理', communityId: areaId, topic: '科普宣传', riskLevel: 1, riskNote: '搬书当心腰' },
      ...{ site: { ...centre, radiusMetres: 100 }, needsApproval: false, shifts: [shift] }
    },
    organiser.token
  )
  await product.call('volunteering/publishActivity', { activityId }, (await product.signIn('reviewer')).token)
  const { shiftId } = shifts[0]!
  const join = async (handle: string) => {
    const session = await product.signIn('resident', handle)
    await product.call('people/giveConsent', { policyVersion: '2026-11-01' }, session.token)
    await product.call('volunteering/joinShift', { shiftId, idempotencyKey: `journey-${handle}` }, session.token)
    return session
  }
  return { shiftId, endsAt: shift.endsAt, seen: await join('desk-seen'), unseen: await join('desk-unseen') }
}

/** What stands on the volunteer's own phone, typed in at the desk: browsers here have no scanner. */
async function takeAtDesk(page: Page, volunteer: Session, form: 'code' | 'digits') {
  const own = await product.call<{ code: string; digits: string }>('volunteering/getMyCode', {}, volunteer.token)
  await page.getByLabel(/^输入他的 8 位数/).fill(own[form])
  await press(page, '登记')
}

async function typeInHours(page: Page) {
  await press(page, '补录时长')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('多少分钟').fill('1')
  await sheet.getByLabel('为什么没有签到签退').fill('手机没电，一直在搬书')
  await sheet.getByRole('button', { name: '交给第二个人批' }).click()
  await sheet.getByText('附一张能看出他在场的照片。').waitFor()
  const choosing = page.waitForEvent('filechooser')
  await sheet.getByRole('button', { name: '拍一张' }).click()
  await (await choosing).setFiles({ name: 'there.jpg', mimeType: 'image/jpeg', buffer: await pictureBytes() })
  await sheet.locator('.photo-grid__photo').waitFor()
  await expectNoSeriousFault(page)
  await sheet.getByRole('button', { name: '交给第二个人批' }).click()
  await sheet.waitFor({ state: 'hidden' })
}

test('the desk takes a volunteer in and out by their own code, their hours are verified, and typed-in ones wait for a second person', async () => {
  const { shiftId, endsAt, seen } = await shortShift()
  const phone = await newPhonePage(browser)
  await openAs(phone, product, 'organiser', `${path('desk')}?shift=${shiftId}`)
  await phone.getByRole('img', { name: /^签到码/ }).waitFor()
  await phone.locator('.desk-code__digits', { hasText: /^\d{4} \d{4}$/ }).waitFor()
  await expectNoSeriousFault(phone)
  await phone.getByRole('radio', { name: '扫他的码' }).click()
  await phone.getByRole('radio', { name: '签到', exact: true }).click()
  await takeAtDesk(phone, seen, 'code')
  await phone.locator('.desk-scan__row', { hasText: '登记了' }).waitFor()
  await phone.getByRole('radio', { name: '名单' }).click()
  await phone.locator('.desk__count', { hasText: /^1在场$/ }).waitFor()

  const over = Math.max(Date.now(), Date.parse(endsAt)) + SECOND_MILLISECONDS
  await product.jump(over - Date.now())
  await phone.getByRole('radio', { name: '签退' }).click()
  await phone.getByRole('radio', { name: '扫他的码' }).click()
  await takeAtDesk(phone, seen, 'digits')
  await phone.locator('.desk-scan__row', { hasText: '签退' }).first().waitFor()
  await leave(phone)

  const desk = await newDesktopPage(browser)
  await desk.clock.setFixedTime(over)
  await openAs(desk, product, 'organiser', `${path('hours')}?shift=${shiftId}`)
  await desk.locator('.roster-list__row', { hasText: '待认定' }).click()
  await desk.getByText('工作人员当面扫码').first().waitFor()
  await expectNoSeriousFault(desk)
  await desk.keyboard.press('y')
  await desk.locator('.roster-list__row', { hasText: '待认定' }).waitFor({ state: 'hidden' })
  await desk.getByRole('radio', { name: /^所有人/ }).click()
  // Time may have called them a no-show already; their hours are typed in all the same.
  await desk.locator('.roster-list__row', { hasText: /已报名|没到/ }).click()
  await typeInHours(desk)
  await desk.goto(`${product.address}/#${path('hours')}`)
  await desk.reload()
  await desk.getByText('要由另一种身份的同事来批。').waitFor()
  await leave(desk)

  const second = await newPhonePage(browser)
  await openAs(second, product, 'reviewer', path('hours'))
  await second.getByText('手机没电，一直在搬书').waitFor()
  await expectNoSeriousFault(second)
  await press(second, '批准')
  await second.getByText('没有要批的补录。').waitFor()
  await leave(second)
  const { entries } = await product.call<{ entries: { grade: string; source: string }[] }>('volunteering/getMyHours', {}, seen.token)
  expect(entries).toEqual([expect.objectContaining({ grade: 'B', source: 'presence' })])
})

test('the city office reads what the machine noticed in words, and decides it with a note', async () => {
  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'admin', path('integrity'))
  await desk.getByText(/时长账本完整/).waitFor()
  const flag = desk.locator('.card', { hasText: '刚建活动就录时长' }).filter({ hasText: '图书角整理' }).first()
  await flag.getByText(/活动建好 \d+ 分钟就录入/).waitFor()
  await expectNoSeriousFault(desk)
  await flag.getByRole('button', { name: '没有问题' }).click()
  await desk.getByRole('dialog').getByLabel('看了什么、问了谁').fill('看过照片，问过领队')
  await desk.getByRole('dialog').getByRole('button', { name: '没有问题' }).click()
  await desk.getByText('处理：看过照片，问过领队').waitFor()
  await leave(desk)
})
