import type { Browser, Page } from 'playwright-core'
import { expectNoPageFault, expectNoSeriousFault, newPhonePage, openBrowser } from './browser'
import { openReport, photo, reportsOf, residentAt, says, sendPastSimilar, shoot, shootFromHome, tapper } from './resident-phone'
import { contrastAt, serveProduct, stripedPictureBytes, type ServedProduct } from './served-product'
import { atDesk, bringTo, handle, move, reportOf, sendReport, stateOf, takeAfterPhoto } from './staff-desk'

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

const desk = () => ({ browser, product })

/** The points page: the number on top and the lines behind it, in words and never in codes. */
async function pointsShow(page: Page, available: number, lines: readonly RegExp[]) {
  await page.goto(`${product.address}/#/pages/points/index`)
  await page.reload()
  await page.locator('.points__number', { hasText: new RegExp(`^${available}$`) }).waitFor()
  for (const words of lines) await page.locator('.point-lines__line', { hasText: words }).first().waitFor()
  expect(await page.locator('.point-lines').innerText()).not.toMatch(/[a-z]/)
  await expectNoSeriousFault(page)
}

async function seesBeforeAndAfter(page: Page) {
  const [before, after] = [page.getByRole('img', { name: /，处理前$/ }), page.getByRole('img', { name: /，处理后$/ })]
  await Promise.all([before.waitFor(), after.waitFor()])
  const boxes = [await before.boundingBox(), await after.boundingBox()]
  expect(boxes[0]!.y).toBe(boxes[1]!.y)
  expect(boxes[0]!.x + boxes[0]!.width).toBeLessThanOrEqual(boxes[1]!.x + 1)
}

test('from a photo on a phone to a closed case through the hands of four, and points for the one who saw it', async () => {
  const { page, session } = await residentAt(browser, product, 5, 'journey-whole-way')
  await page.goto(product.address)
  await expectNoSeriousFault(page)
  const { tap } = await shootFromHome(page, await photo('#a05a3c'))
  await sendPastSimilar(page, tap, /已收到，编号/)
  const [report] = await reportsOf(product, session)
  await handle(desk(), report!)
  await openReport(page, product, report!.reportId)
  await says(page, /环境卫生管理所说办好了，另一位同志会去现场看。/)
  await atDesk(desk(), 'verifier', report!, async verifier => {
    await seesBeforeAndAfter(verifier)
    await move(verifier, '核查通过')
  })

  await page.reload()
  await says(page, '办好了，看看前后的样子。')
  await says(page, '前后对比')
  await seesBeforeAndAfter(page)
  await says(page, /你得到 5 积分，.+到账/)
  await expectNoSeriousFault(page)
  await pointsShow(page, 0, [/上报的问题解决了.+\+5.*待到账 · 发放/])
  await says(page, '另有 5 分待到账')

  await openReport(page, product, report!.reportId)
  await tap('解决了')
  await says(page, '先点一下几颗星。')
  await page.getByRole('radio', { name: '5 星，很满意' }).click()
  await tap('解决了')
  await says(page, '谢谢，记下了。')
  await says(page, '你得到 5 积分，已经到账。')
  await expectNoSeriousFault(page)
  await pointsShow(page, 5, [/\+5.*可用 · 已到账/])
  expectNoPageFault(page)
  await page.context().close()
})

test('what a resident says is not solved is upheld, done again, checked again, and the newest picture stands beside the first', async () => {
  const sent = await sendReport(product, 'journey-objection', 11)
  await bringTo(product, sent, 'closed')
  const { page } = await residentAt(browser, product, 11, 'journey-objection')
  await openReport(page, product, sent.reportId)
  const { tap } = tapper(page)
  await tap('没解决')
  await tap('请换人重新看')
  await says(page, '写两句，或者拍一张，都行。')
  await page.getByPlaceholder('写一句，或者拍一张现在的样子').fill('第二天又堆上了')
  await shoot(page, () => tap('拍一张'), await photo('#503020'))
  await page.getByRole('button', { name: '补充的照片，第 1 张，看大图' }).waitFor()
  await expectNoSeriousFault(page)
  await tap('请换人重新看')
  await says(page, '已收到异议，会换一位同志重新看。')
  await expectNoSeriousFault(page)

  await atDesk(desk(), 'supervisor', sent, async supervisor => {
    await supervisor.getByText('第二天又堆上了').waitFor()
    await move(supervisor, '同意重办')
  })
  expect(await stateOf(product, sent)).toBe('handling')
  await atDesk(desk(), 'handler', sent, handler => move(handler, '处置完成', sheet => takeAfterPhoto(handler, sheet)))
  await atDesk(desk(), 'verifier', sent, verifier => move(verifier, '核查通过'))

  await page.reload()
  await says(page, '办好了，看看前后的样子。')
  await says(page, '换人看过，确实没办好，重新办')
  await says(page, '你说没解决')
  await seesBeforeAndAfter(page)
  const after = (await reportOf(product, sent)).photos.filter(({ kind }) => kind === 'after').at(-1)
  expect(await page.getByRole('img', { name: /，处理后$/ }).getAttribute('src')).toContain(after!.photoId)
  await expectNoSeriousFault(page)
  expectNoPageFault(page)
  await page.context().close()
})

/** Covers the left half of the picture of this side, drawn with the mouse. */
async function coverLeftHalf(page: Page, side: '处理前' | '处理后') {
  const picture = page.getByRole('dialog').getByRole('img', { name: side, exact: true })
  await picture.evaluate((image: HTMLImageElement) => image.decode())
  await picture.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await picture.boundingBox())!
  await page.mouse.move(x + width * 0.02, y + height * 0.02)
  await page.mouse.down()
  await page.mouse.move(x + width / 4, y + height / 2)
  await page.mouse.move(x + width / 2, y + height * 0.98)
  await page.mouse.up()
  await page.getByText(`${side} · 遮住 1 块`).waitFor()
}

test('a verifier covers part of a picture and publishes; who never signed in sees the result, and of that part nothing', async () => {
  const sent = await sendReport(product, 'journey-published', 14, { picture: await stripedPictureBytes() })
  await bringTo(product, sent, 'closed')
  const summary = '路口的垃圾清走了，加了一个垃圾桶'
  await atDesk(desk(), 'verifier', sent, page =>
    move(page, '公开结果', async sheet => {
      await coverLeftHalf(page, '处理前')
      await sheet.getByLabel('一句话结果').fill(summary)
      await sheet.getByRole('button', { name: '公开结果' }).click()
      await sheet.getByText('先看一遍照片，再打开“看过了”。').waitFor()
      await sheet.getByRole('switch', { name: /看过了/ }).click()
      await expectNoSeriousFault(page)
    })
  )

  const visitor = await newPhonePage(browser)
  await visitor.goto(product.address)
  await says(visitor, summary)
  const result = visitor.locator('.card', { hasText: summary })
  await result.scrollIntoViewIfNeeded()
  const seen = new URL((await result.getByRole('img', { name: /，处理前$/ }).getAttribute('src'))!, product.address)
  expect(await contrastAt(seen.href, { left: 0.05, top: 0.05, width: 0.4, height: 0.9 })).toBeLessThan(20)
  expect(await contrastAt(seen.href, { left: 0.55, top: 0.05, width: 0.4, height: 0.9 })).toBeGreaterThan(100)
  const original = new URL(seen)
  original.pathname = seen.pathname.replace('/redacted', '/photo')
  expect((await fetch(original)).ok).toBe(false)
  await expectNoSeriousFault(visitor)
  expectNoPageFault(visitor)
  await visitor.context().close()
})
