import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { ReportCard } from '#contract/report-shapes'
import { expectNoPageFault, expectNoSeriousFault, newPhonePage, openBrowser } from './browser'
import { gridCentre, residentAt, type Session } from './resident-phone'
import { serveProduct, type ServedProduct } from './served-product'

let product: ServedProduct
let browser: Browser

beforeAll(async () => {
  product = await serveProduct()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await product.stop()
})

const photo = async () => {
  const picture = sharp({ create: { width: 1200, height: 900, channels: 3, background: { r: 150, g: 160, b: 120 } } })
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() }
}

const mine = async ({ token }: Session) => (await product.call<{ reports: ReportCard[] }>('reports/listMyReports', {}, token)).reports

/** Other tabs stay in the page unseen, so words count only where they show. */
const shown = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first()
const says = (page: Page, words: string | RegExp) => shown(page, words).waitFor()
const gridIsNamed = (page: Page) => page.getByRole('button', { name: /社区 · .+网格，挪一挪位置$/ }).waitFor()

/** Everything a thumb does is counted, so that the promise of three taps and send can be kept to. */
async function tapper(page: Page) {
  const tapped: string[] = []
  const tap = async (name: string) => {
    tapped.push(name)
    await page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click()
  }
  return { tapped, tap }
}

/** Taps the quick button on the home page; the camera opens by itself and takes this file. */
async function shootFromHome(page: Page, file: Awaited<ReturnType<typeof photo>>) {
  const { tapped, tap } = await tapper(page)
  const camera = page.waitForEvent('filechooser')
  await tap('拍暴露垃圾')
  await (await camera).setFiles(file)
  tapped.push('快门')
  await page.getByRole('button', { name: '现场照片，第 1 张，看大图' }).waitFor()
  return { tapped, tap }
}

/** Goes on past "is it this one?", where the demo city has something near. */
async function sendPastSimilar(page: Page, tap: (name: string) => Promise<void>) {
  await tap('发送')
  const others = page.getByRole('button', { name: '不是同一件，发送我的' })
  const outcome = shown(page, /已收到，编号|还差/)
  await others.or(outcome).first().waitFor()
  if (await others.isVisible()) await others.click()
}

test('a resident is three taps and send away from a report that a neighbour could follow', async () => {
  const { page, session } = await residentAt(browser, product, 2, 'journey-quick')
  await page.goto(product.address)
  const { tapped, tap } = await shootFromHome(page, await photo())
  await gridIsNamed(page)
  await expectNoSeriousFault(page)
  await sendPastSimilar(page, tap)
  await says(page, /已收到，编号 \d{4}-\d{4}/)
  await says(page, /社区会在 .+ 前回复你/)
  expect(tapped.length - 1).toBeLessThanOrEqual(3)
  await expectNoSeriousFault(page)

  const [report] = await mine(session)
  expect(report).toMatchObject({ state: 'submitted', categoryCode: '1001' })
  await tap('看它的进展')
  await says(page, '已收到，社区正在看。')
  await says(page, '你提交了上报')
  await expectNoSeriousFault(page)

  await page.goto(`${product.address}/#/pages/my-reports/index`)
  await says(page, '待审核')
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
  expect(await mine(session)).toHaveLength(0)

  await page.context().setOffline(false)
  await says(page, '待审核')
  expect(await page.locator('.queued-item').count()).toBe(0)
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await page.reload()
  await says(page, '待审核')
  const arrived = await mine(session)
  expect(arrived).toHaveLength(1)
  expect(arrived[0]?.thumbnailUrl).toBeDefined()
  await page.context().close()
})

test('a file that is no picture is refused in words, and everything else is still there', async () => {
  const { page, session } = await residentAt(browser, product, 16, 'journey-refused')
  await page.goto(product.address)
  const text = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is no picture') }
  const { tap } = await shootFromHome(page, text)
  await gridIsNamed(page)
  await page.getByPlaceholder('比如：垃圾堆在单元门口，已经两天了').fill('单元门口')
  await sendPastSimilarThenRefused(page, tap)
  expect(await page.getByPlaceholder('比如：垃圾堆在单元门口，已经两天了').inputValue()).toBe('单元门口')
  expect(await mine(session)).toHaveLength(0)
  await expectNoSeriousFault(page)

  await tap('去掉第 1 张')
  const camera = page.waitForEvent('filechooser')
  await tap('拍一张照片')
  await (await camera).setFiles(await photo())
  await page.getByRole('button', { name: '现场照片，第 1 张，看大图' }).waitFor()
  await sendPastSimilar(page, tap)
  await says(page, /已收到，编号/)
  expect(await mine(session)).toHaveLength(1)
  await page.context().close()
})

async function sendPastSimilarThenRefused(page: Page, tap: (name: string) => Promise<void>) {
  await tap('发送')
  const others = page.getByRole('button', { name: '不是同一件，发送我的' })
  const why = shown(page, '第 1 张：这不是能打开的照片')
  await others.or(why).first().waitFor()
  if (await others.isVisible()) await others.click()
  await why.waitFor()
}

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
