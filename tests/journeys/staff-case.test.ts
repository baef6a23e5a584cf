import type { Browser } from 'playwright-core'
import { expectNoPageFault, expectNoSeriousFault, newDesktopPage, newPhonePage, openBrowser } from './browser'
import { openReport, residentAt, says } from './resident-phone'
import { serveProduct, type ServedProduct } from './served-product'
import { atDesk, bringTo, handle, move, openAs, openCase, reportOf, sendReport, stateOf, takeAfterPhoto } from './staff-desk'

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

const workPath = '/packages/staff/work/index'

test('on a phone staff carry a report from review to a closed case by tapping, and the verifier sees before beside after', async () => {
  const sent = await sendReport(product, 'case-phone', 1)
  const phones = { browser, product, newPage: newPhonePage }
  await handle(phones, sent)
  expect(await stateOf(product, sent)).toBe('handled')
  await atDesk(phones, 'verifier', sent, async verifier => {
    await verifier.getByText('处理前').first().waitFor()
    await verifier.getByText('处理后').first().waitFor()
    await move(verifier, '核查通过')
  })
  expect(await stateOf(product, sent)).toBe('closed')
})

test('what is not clean goes back to the unit, which sees how often, and is checked again', async () => {
  const sent = await sendReport(product, 'rework', 2)
  await bringTo(product, sent, 'handled')
  const desk = { browser, product }
  await atDesk(desk, 'verifier', sent, page => move(page, '返工', sheet => sheet.getByRole('button', { name: '没清理干净' }).click()))
  expect(await stateOf(product, sent)).toBe('handling')
  await atDesk(desk, 'handler', sent, async page => {
    await page.getByText('返工 1 次').first().waitFor()
    await move(page, '处置完成', sheet => takeAfterPhoto(page, sheet))
  })
  await atDesk(desk, 'verifier', sent, page => move(page, '核查通过'))
  expect(await stateOf(product, sent)).toBe('closed')
})

test('a unit asks to suspend, the supervisor agrees, and the resident reads why and until when', async () => {
  const sent = await sendReport(product, 'suspended', 6)
  await bringTo(product, sent, 'handling')
  const desk = { browser, product }
  await atDesk(desk, 'handler', sent, page =>
    move(page, '申请挂账', async sheet => {
      await sheet.getByRole('button', { name: '申请挂账' }).click()
      await sheet.getByText('选一个原因。').waitFor()
      await sheet.getByRole('button', { name: '天气原因' }).click()
      await sheet.getByRole('button', { name: '7 天后' }).click()
      await expectNoSeriousFault(page)
    })
  )
  expect(await stateOf(product, sent)).toBe('handling')
  await atDesk(desk, 'supervisor', sent, async page => {
    await page.getByText('单位申请挂账：天气原因').waitFor()
    await move(page, '同意挂账')
  })
  expect(await stateOf(product, sent)).toBe('suspended')
  const { page } = await residentAt(browser, product, 6, 'suspended')
  await openReport(page, product, sent.reportId)
  await says(page, '一时办不了：天气不允许。')
  await says(page, /再拿出来办。/)
  await expectNoSeriousFault(page)
  expectNoPageFault(page)
  await page.context().close()
})

test('an admin changes the hours of a category, and the next report is due by the new ones', async () => {
  const page = await newDesktopPage(browser)
  await openAs(page, product, 'admin', '/packages/city/settings/index')
  await page.getByLabel('找类别').fill('daolubujie')
  const row = page.locator('.list-row', { hasText: '道路不洁' })
  await row.click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('时限（小时）').fill('0')
  await sheet.getByRole('button', { name: '保存新版本' }).click()
  await sheet.getByText('时限写 0.25 到 2000 小时。').waitFor()
  await sheet.getByLabel('时限（小时）').fill('5')
  await sheet.getByRole('radio', { name: '自然时间' }).click()
  await expectNoSeriousFault(page)
  await sheet.getByRole('button', { name: '保存新版本' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await row.filter({ hasText: '5 小时' }).waitFor()
  expectNoPageFault(page)
  await page.context().close()

  const sent = await sendReport(product, 'new-hours', 7, { categoryCode: '1002' })
  await bringTo(product, sent, 'handling')
  const { dueAt, history } = await reportOf(product, sent)
  expect(Date.parse(dueAt!) - Date.parse(history.at(-1)!.at)).toBe(5 * 3_600_000)
})

test('on a desktop a case is found, opened and filed with the keyboard alone, and a reload shows the same', async () => {
  await sendReport(product, 'keys', 3)
  const page = await newDesktopPage(browser)
  await openAs(page, product, 'reviewer', `${workPath}?tab=submitted`)
  await page.locator('.work-card').first().waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('下一件').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.case-head').waitFor()
  const opened = await page.locator('.case-head__line').innerText()
  expect(page.url()).toContain('case=')
  await page.reload()
  expect(await page.locator('.case-head__line').innerText()).toBe(opened)
  await page.locator('.case-steps').waitFor()
  await page.keyboard.press('l')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('l')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.locator('.case-head__line', { hasNotText: opened }).waitFor()
  expectNoPageFault(page)
  await page.context().close()
})

test('one who moves a case somebody else has just moved hears what changed and keeps what was typed', async () => {
  const sent = await sendReport(product, 'stale', 4)
  const page = await newDesktopPage(browser)
  await openCase(page, product, 'reviewer', sent)
  await page.locator('.case-steps').getByRole('button', { name: '不予受理' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '照片看不出问题' }).click()
  await sheet.getByLabel('补充说明（可不填）').fill('请到现场再看')
  const { token } = await product.signIn('reviewer')
  await product.call(
    'reports/moveReport',
    { idempotencyKey: 'journey-stale-2', reportId: sent.reportId, version: sent.version, to: 'filed' },
    token
  )
  await sheet.getByRole('button', { name: '不予受理' }).click()
  await sheet.getByText('现在是“已受理”').waitFor()
  expect(await sheet.getByLabel('补充说明（可不填）').inputValue()).toBe('请到现场再看')
  expect(await stateOf(product, sent)).toBe('filed')
  await page.context().close()
})

test('a dispatcher sends several cases at once and reads of each whether it went', async () => {
  const page = await newDesktopPage(browser)
  await openAs(page, product, 'dispatcher', `${workPath}?tab=filed`)
  await page.locator('.work-card').first().waitFor()
  await page.getByRole('button', { name: /多选/ }).click()
  for (const card of await page.locator('.work-card').all()) await card.click()
  await page.getByRole('button', { name: /派遣选中/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: '城市综合管理服务中心' }).click()
  await sheet.getByRole('button', { name: /^派遣/ }).click()
  await sheet.getByText(/都已派遣/).waitFor()
  await expectNoSeriousFault(page)
  await page.context().close()
})

test.each([
  ['supervisor', '/packages/staff/map/index', '.work-map-list'],
  ['supervisor', '/packages/staff/ranking/index', '.ranking__table'],
  ['admin', '/packages/city/settings/index', '.list-row'],
  ['admin', '/packages/city/settings/index?part=staff', '.list-row'],
  ['admin', '/packages/city/settings/index?part=areas', '.form-part'],
  ['resident', '/packages/staff/sign-in/index', '.staff-ticket__short']
] as const)('as %s %s has no serious fault, on a desktop and on a phone', async (persona, path, mark) => {
  for (const openPage of [newDesktopPage, newPhonePage]) {
    const page = await openPage(browser)
    await openAs(page, product, persona, path)
    await page.locator(mark).first().waitFor()
    await expectNoSeriousFault(page)
    expectNoPageFault(page)
    await page.context().close()
  }
})

test('a desktop goes to the workbench once a phone has confirmed its code', async () => {
  const desk = await newDesktopPage(browser)
  await desk.goto(`${product.address}/#/packages/staff/sign-in/index`)
  const shortCode = await desk.locator('.staff-ticket__short').innerText()
  const { token } = await product.signIn('verifier')
  await product.call('people/confirmDesktopSignIn', { shortCode }, token)
  await desk.getByRole('tab', { name: /等我办/ }).waitFor()
  expectNoPageFault(desk)
  await desk.context().close()
})
