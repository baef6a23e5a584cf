import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import type { Person } from '#contract/people'
import { expectNoPageFault, expectNoSeriousFault, newPhonePage, openBrowser } from './browser'
import {
  gridCentre,
  gridIsNamed,
  photo,
  reportsOf,
  residentAt,
  says,
  sendPastSimilar,
  shoot,
  shootFromHome,
  shown,
  tapper
} from './resident-phone'
import { contrastAt, serveProduct, stripedPictureBytes, type ServedProduct } from './served-product'
import { atDesk, reportOf, sendReport } from './staff-desk'

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

test('a resident is three taps and send away from a report that a neighbour could follow', async () => {
  const { page, session } = await residentAt(browser, product, 2, 'journey-quick')
  await page.goto(product.address)
  const { tapped, tap } = await shootFromHome(page, await photo())
  await gridIsNamed(page)
  await expectNoSeriousFault(page)
  await sendPastSimilar(page, tap)
  await says(page, /已收到，编号 \d{4}-\d{4}/)
  await says(page, /社区会在.+ 前回复你/)
  expect(tapped.length - 1).toBeLessThanOrEqual(3)
  await expectNoSeriousFault(page)

  const [report] = await reportsOf(product, session)
  expect(report).toMatchObject({ state: 'submitted', categoryCode: '1001' })
  await tap('看它的进展')
  await says(page, '已收到，社区正在看。')
  await says(page, '你提交了上报')
  await expectNoSeriousFault(page)

  await page.goto(`${product.address}/#/pages/my-reports/index`)
  await says(page, '已收到')
  await expectNoSeriousFault(page)
  expectNoPageFault(page)
  await page.context().close()
})

test('without network a report waits on the phone, and arrives exactly once when the network is back', async () => {
  const { page, session } = await residentAt(browser, product, 9, 'journey-offline')
  // A browser fetches the code of a page when it is first opened, so the list is opened once while there is a network.
  await page.goto(`${product.address}/#/pages/my-reports/index`)
  await says(page, '还没有上报')
  await page.getByRole('button', { name: '返回' }).click()
  const { tap } = await shootFromHome(page, await photo())
  await gridIsNamed(page)
  await page.context().setOffline(true)
  await tap('存好，有网就发')
  await says(page, '已存好，待发送')
  await page.getByRole('button', { name: '现在发送' }).waitFor()
  await expectNoSeriousFault(page)
  await tap('看我的上报')
  await says(page, '待发送')
  await page.getByRole('button', { name: '现在发送' }).waitFor()
  await expectNoSeriousFault(page)
  expect(await reportsOf(product, session)).toHaveLength(0)

  await page.context().setOffline(false)
  await says(page, '已收到')
  expect(await page.locator('.queued-item').count()).toBe(0)
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await page.reload()
  await says(page, '已收到')
  const arrived = await reportsOf(product, session)
  expect(arrived).toHaveLength(1)
  expect(arrived[0]?.thumbnailUrl).toBeDefined()
  await page.context().close()
})

test('a file that is no picture is refused when it is picked, and everything else is still there', async () => {
  const { page, session } = await residentAt(browser, product, 16, 'journey-refused')
  await page.goto(product.address)
  const text = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is no picture') }
  const { tap } = tapper(page)
  await shoot(page, () => tap('拍暴露垃圾'), text)
  await says(page, /有 1 张照片打不开/)
  await page.getByPlaceholder('比如：垃圾堆在单元门口，已经两天了').fill('单元门口')
  await expectNoSeriousFault(page)

  await shoot(page, () => tap('拍一张照片'), await photo())
  await page.getByText(/有 1 张照片打不开/).waitFor({ state: 'detached' })
  await gridIsNamed(page)
  expect(await page.getByPlaceholder('比如：垃圾堆在单元门口，已经两天了').inputValue()).toBe('单元门口')
  await page.getByRole('button', { name: '现场照片，第 1 张，看大图' }).waitFor()
  await sendPastSimilar(page, tap)
  expect(await reportsOf(product, session)).toHaveLength(1)
  await page.context().close()
})

test('nobody is asked to sign in before sending, and what was written waits for them', async () => {
  const point = await gridCentre(product, 12)
  const page = await newPhonePage(browser, { geolocation: point, permissions: ['geolocation'] })
  await page.goto(product.address)
  const { tap } = await shootFromHome(page, await photo())
  await tap('发送')
  await says(page, '居民')
  await tap('随手拍')
  await page.getByRole('button', { name: '现场照片，第 1 张，看大图' }).waitFor()
  await page.context().close()
})

test('a neighbour at the same place is shown the report that is there, follows it, and never sees its photo or its words', async () => {
  const sent = await sendReport(product, 'journey-first', 20, { picture: await stripedPictureBytes() })
  const { page, session } = await residentAt(browser, product, 20, 'journey-second')
  await page.goto(product.address)
  const { tap } = await shootFromHome(page, await photo())
  await gridIsNamed(page)
  await tap('发送')
  const same = page.locator('.similar-sheet__report').filter({ hasText: '今天上报' })
  await same.getByText(/^离这里 \d+ 米内/).waitFor()
  await expectNoSeriousFault(page)
  await same.getByRole('button', { name: '就是它，我也遇到' }).click()
  await says(page, '记下了，你也遇到了')
  await expectNoSeriousFault(page)

  await tap('看它的进展')
  await says(page, '你在关注这一件')
  await says(page, '照片由其他居民拍摄，没遮挡的部分已模糊。')
  expect(await page.getByText('垃圾堆在路口').count()).toBe(0)
  const seen = await page.locator('.report-photos__cover img').getAttribute('src')
  const [original] = (await reportOf(product, sent)).photos
  expect(await contrastAt(new URL(original!.url, product.address).href)).toBeGreaterThan(100)
  expect(await contrastAt(new URL(seen!, product.address).href)).toBeLessThan(20)
  await expectNoSeriousFault(page)
  expectNoPageFault(page)
  expect((await reportOf(product, sent)).followerCount).toBe(1)
  expect(await reportsOf(product, session)).toMatchObject([{ reportId: sent.reportId }])
  await page.context().close()
})

test('a resident takes all their data along, leaves, and the case goes on without their name', async () => {
  const name = '要搬走的老郑'
  const sent = await sendReport(product, 'journey-leaving', 22)
  await product.call<Person>('people/renameMe', { displayName: name }, sent.residentToken)
  await atDesk({ browser, product }, 'reviewer', sent, desk => desk.getByText(name).waitFor())

  const { page } = await residentAt(browser, product, 22, 'journey-leaving')
  await page.goto(`${product.address}/#/pages/me/index`)
  await says(page, name)
  const saving = page.waitForEvent('download')
  await shown(page, '导出我的数据').click()
  const saved = JSON.parse(await readFile(await (await saving).path(), 'utf8')) as { person: Person; reports: unknown[] }
  expect(saved.person.displayName).toBe(name)
  expect(JSON.stringify(saved.reports)).toContain('垃圾堆在路口')
  await expectNoSeriousFault(page)

  await shown(page, '注销账号').click()
  const asked = page.getByRole('dialog')
  await asked.getByText('积分会清零，不能找回').waitFor()
  for (const lost of ['没领的礼品', '服务时长', '证明', '导出我的数据']) expect(await asked.textContent()).toContain(lost)
  await expectNoSeriousFault(page)
  await asked.getByRole('button', { name: '注销', exact: true }).click()
  await says(page, '账号已注销')
  await says(page, '这是演示城市')
  await expect(product.call('people/getMe', {}, sent.residentToken)).rejects.toThrow('not-signed-in')
  expectNoPageFault(page)
  await page.context().close()

  await atDesk({ browser, product }, 'reviewer', sent, async desk => {
    await desk.getByText('垃圾堆在路口').waitFor()
    expect(await desk.getByText(name).count()).toBe(0)
  })
})
