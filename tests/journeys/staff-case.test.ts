import type { Browser, Page } from 'playwright-core'
import type { Persona } from '#contract/people'
import { expectNoPageFault, expectNoSeriousFault, newDesktopPage, newPhonePage, openBrowser } from './browser'
import { pictureBytes, serveProduct, type ServedProduct } from './served-product'
import { openAs, sendReport, stateOf, type Sent } from './staff-desk'

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
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Opens one case as a persona: found by its number on a desktop, opened from the list on both. */
async function openCase(page: Page, persona: Persona, sent: Sent) {
  await openAs(page, product, persona, workPath)
  await page.getByLabel('按编号找').fill(sent.number)
  await page.locator('.work-card', { hasText: sent.number }).click()
  await page.locator('.case-head__line', { hasText: sent.number }).waitFor()
}

/** Makes a move on the open case: the button, whatever the sheet asks, and the button of the sheet. */
async function move(page: Page, word: string, fill?: (sheet: ReturnType<Page['getByRole']>) => Promise<unknown>) {
  await page.locator('.case-steps').getByRole('button', { name: word, exact: false }).first().click()
  const sheet = page.getByRole('dialog')
  await fill?.(sheet)
  await sheet.getByRole('button', { name: word, exact: false }).last().click()
  await sheet.waitFor({ state: 'hidden' })
}

const takePhoto = async (page: Page, sheet: ReturnType<Page['getByRole']>) => {
  const choosing = page.waitForEvent('filechooser')
  await sheet.getByRole('button', { name: '拍照' }).click()
  await (await choosing).setFiles({ name: 'after.jpg', mimeType: 'image/jpeg', buffer: await pictureBytes('#4a9a6a') })
  await sheet.locator('.photo-grid__photo').waitFor()
}

/** From a new report to a case waiting for its check. */
async function handle(newPage: () => Promise<Page>, sent: Sent) {
  const reviewer = await newPage()
  await openCase(reviewer, 'reviewer', sent)
  await expectNoSeriousFault(reviewer)
  await move(reviewer, '立案')
  expectNoPageFault(reviewer)
  await reviewer.context().close()

  const dispatcher = await newPage()
  await openCase(dispatcher, 'dispatcher', sent)
  await move(dispatcher, '派遣', sheet => sheet.getByRole('radio', { name: '环境卫生管理所' }).click())
  await dispatcher.context().close()

  const handler = await newPage()
  await openCase(handler, 'handler', sent)
  await move(handler, '接单')
  await handler.context().close()

  const finisher = await newPage()
  await openCase(finisher, 'handler', sent)
  await move(finisher, '处置完成', async sheet => {
    await sheet.getByRole('button', { name: '处置完成' }).click()
    await sheet.getByText('居民要看前后对比').waitFor()
    await takePhoto(finisher, sheet)
  })
  expectNoPageFault(finisher)
  await finisher.context().close()
}

describe.each([
  ['desktop', newDesktopPage, 0],
  ['phone', newPhonePage, 1]
] as const)('on a %s', (viewport, openPage, grid) => {
  test('staff carry a report from review to a closed case by clicking, and the verifier sees before beside after', async () => {
    const sent = await sendReport(product, `case-${viewport}`, grid)
    await handle(() => openPage(browser), sent)
    expect(await stateOf(product, sent)).toBe('handled')

    const verifier = await openPage(browser)
    await openCase(verifier, 'verifier', sent)
    await verifier.getByText('处理前').first().waitFor()
    await verifier.getByText('处理后').first().waitFor()
    await expectNoSeriousFault(verifier)
    await move(verifier, '核查通过')
    expect(await stateOf(product, sent)).toBe('closed')
    expectNoPageFault(verifier)
    await verifier.context().close()
  })
})

test('rework goes back to the unit, and an upheld objection opens the case again', async () => {
  const sent = await sendReport(product, 'rework', 2)
  const desktop = () => newDesktopPage(browser)
  await handle(desktop, sent)

  const verifier = await desktop()
  await openCase(verifier, 'verifier', sent)
  await move(verifier, '返工', sheet => sheet.getByRole('button', { name: '没清理干净' }).click())
  expect(await stateOf(product, sent)).toBe('handling')
  await verifier.context().close()

  const handler = await desktop()
  await openCase(handler, 'handler', sent)
  await handler.getByText('返工 1 次').first().waitFor()
  await move(handler, '处置完成', sheet => takePhoto(handler, sheet))
  await handler.context().close()

  const closer = await desktop()
  await openCase(closer, 'verifier', sent)
  await move(closer, '核查通过')
  await closer.context().close()

  const { version } = await product.call<{ version: number }>('reports/getReport', { reportId: sent.reportId }, sent.residentToken)
  const objection = { idempotencyKey: 'journey-objection-1', reportId: sent.reportId, version, to: 'objection', note: '第二天又堆上了' }
  await product.call('reports/moveReport', objection, sent.residentToken)
  const supervisor = await desktop()
  await openCase(supervisor, 'supervisor', sent)
  await supervisor.getByText('第二天又堆上了').waitFor()
  await move(supervisor, '同意重办')
  expect(await stateOf(product, sent)).toBe('handling')
  await supervisor.context().close()
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
  await openCase(page, 'reviewer', sent)
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
  await sheet.getByText('现在是「已立案」').waitFor()
  expect(await sheet.getByLabel('补充说明（可不填）').inputValue()).toBe('请到现场再看')
  expect(await stateOf(product, sent)).toBe('filed')
  await page.context().close()
})

test('a dispatcher sends several cases at once and reads of each whether it went', async () => {
  const page = await newDesktopPage(browser)
  await openAs(page, product, 'dispatcher', `${workPath}?tab=filed`)
  await page.locator('.work-card').first().waitFor()
  await button(page, /多选/).click()
  for (const card of await page.locator('.work-card').all()) await card.click()
  await button(page, /派遣选中/).click()
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
  ['admin', '/packages/staff/settings/index', '.list-row'],
  ['admin', '/packages/staff/settings/index?part=staff', '.list-row'],
  ['admin', '/packages/staff/settings/index?part=areas', '.form-part'],
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
