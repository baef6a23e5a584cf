import type { Browser, Page } from 'playwright-core'
import type { Area } from '#contract/places'
import type { Reward } from '#contract/points-shapes'
import { expectNoPageFault, expectNoSeriousFault, newDesktopPage, newPhonePage, openBrowser } from './browser'
import { says } from './resident-phone'
import { serveProduct, type ServedProduct, type Session } from './served-product'
import { openAs } from './staff-desk'

jest.setTimeout(300_000)

let product: ServedProduct
let browser: Browser
let resident: Session
beforeAll(async () => {
  ;[product, browser] = await Promise.all([serveProduct(), openBrowser()])
  resident = await product.signIn('resident')
  await product.call('people/giveConsent', { policyVersion: '2026-11-01' }, resident.token)
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first().click()
const balance = () => product.call<{ available: number; held: number }>('points/getMyPoints', {}, resident.token)

async function leave(page: Page) {
  await expectNoSeriousFault(page)
  expectNoPageFault(page)
  await page.context().close()
}

/** A towel of the journey's own: cheap enough for anybody, and only so many. */
async function shelve(title: string, stock: number): Promise<Reward> {
  const { token } = await product.signIn('admin')
  const { areas } = await product.call<{ areas: Area[] }>('places/listAreas', {})
  const communityId = areas.find(({ kind }) => kind === 'community')!.areaId
  const plan = {
    title,
    kind: 'daily',
    communityId,
    price: 3,
    perPersonLimit: 2,
    pickUpPlace: '社区服务站一楼',
    pickUpHours: '工作日 9:00–17:00'
  }
  return (await product.call<{ reward: Reward }>('points/createReward', { ...plan, stock }, token)).reward
}

/** Two taps on the phone. @returns the redemption that came of it. */
async function redeemOnPhone(phone: Page, reward: Reward): Promise<string> {
  await phone.goto(`${product.address}/#/packages/points/reward/index?rewardId=${reward.rewardId}`)
  await press(phone, '用 3 分兑换')
  await says(phone, '确认兑换吗？')
  await expectNoSeriousFault(phone)
  await press(phone, '确认兑换')
  await says(phone, '可以领了')
  const { redemptions } = await product.call<{ redemptions: { redemptionId: string; rewardId: string }[] }>(
    'points/listMyRedemptions',
    {},
    resident.token
  )
  return redemptions.find(({ rewardId }) => rewardId === reward.rewardId)!.redemptionId
}

test('a resident redeems in two taps, staff hand it over once, and the line behind it can be read', async () => {
  const reward = await shelve('纯棉毛巾（旅程）', 1)
  const before = await balance()
  const phone = await newPhonePage(browser)
  await openAs(phone, product, 'resident', '/pages/points/index')
  await says(phone, '可用积分')
  await press(phone, /^积分超市/)
  await says(phone, '纯棉毛巾（旅程）')
  await expectNoSeriousFault(phone)
  const redemptionId = await redeemOnPhone(phone, reward)
  await phone.getByRole('img', { name: '领取码' }).waitFor()
  expect(await balance()).toMatchObject({ available: before.available - 3, held: before.held + 3 })

  const { code } = await product.call<{ code: string }>('points/getRedemption', { redemptionId }, resident.token)
  const desk = await newDesktopPage(browser)
  await openAs(desk, product, 'supervisor', '/packages/staff/rewards/index')
  await desk.getByLabel('粘贴领取码').fill(code)
  await press(desk, '交付')
  await says(desk, /交给他吧/)
  await desk.getByLabel('粘贴领取码').fill(code)
  await press(desk, '交付')
  await says(desk, '这一件已经领走了，不能再领一次。')
  await leave(desk)

  await says(phone, '已经领走了，谢谢你做的这些事。')
  await phone.goto(`${product.address}/#/pages/points/index`)
  await says(phone, /兑换/)
  expect(await balance()).toMatchObject({ available: before.available - 3, held: before.held })
  await leave(phone)
})

test('who thinks better of it gets the same points back, and the next neighbour can have it', async () => {
  const reward = await shelve('香皂（旅程）', 1)
  const before = await balance()
  const phone = await newPhonePage(browser)
  await openAs(phone, product, 'resident', '/packages/points/shelf/index')
  await redeemOnPhone(phone, reward)
  await press(phone, '不要了，退回积分')
  await press(phone, /^退回积分/)
  await says(phone, '积分已经原样退回。')
  expect(await balance()).toEqual(expect.objectContaining({ available: before.available, held: before.held }))
  const { stockLeft } = await product.call<Reward>('points/getReward', { rewardId: reward.rewardId })
  expect(stockLeft).toBe(1)
  await leave(phone)
})

test('points are put right by two people, and the books stay balanced', async () => {
  const before = await balance()
  const first = await newDesktopPage(browser)
  await openAs(first, product, 'supervisor', '/packages/staff/points/index?part=adjustments')
  await press(first, '提一笔更正')
  await first.getByLabel('找人').fill(resident.person.displayName)
  // The name is masked; the end of the number says who of those it is.
  const found = first.getByRole('dialog').locator('.list-row', { hasText: resident.person.personId.slice(-4) })
  await found.waitFor()
  expect(await first.getByRole('dialog').innerText()).not.toContain(resident.person.displayName)
  await expectNoSeriousFault(first)
  await found.click()
  await first.getByLabel('加减多少分').fill('20')
  await first.getByLabel('为什么').fill('系统停了半天，补上当天的积分')
  await press(first, '交给第二个人批')
  await says(first, '等另一位同事来批。')
  expect((await balance()).available).toBe(before.available)
  await leave(first)

  const second = await newDesktopPage(browser)
  await openAs(second, product, 'admin', '/packages/staff/points/index?part=adjustments')
  await says(second, '系统停了半天，补上当天的积分')
  const card = second.locator('.card', { hasText: '系统停了半天' })
  await card.getByRole('button', { name: '批准' }).click()
  await card.getByText('批了').waitFor()
  expect((await balance()).available).toBe(before.available + 20)
  await second.goto(`${product.address}/#/packages/staff/points/index?part=summary`)
  await second.reload()
  await says(second, '账是平的：所有账户合起来正好是零。')
  await leave(second)
})
