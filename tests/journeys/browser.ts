import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { Session } from './served-product'

// A journey crosses many pages, and the machine may be busy.
jest.setTimeout(180_000)

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync']
]

const opened: Browser[] = []

// A browser left open by a failing story would keep the test run alive for ever.
afterAll(() => Promise.all(opened.map(browser => browser.close())))

/** Starts the Chromium that `npm run test:journeys` found or installed; it is closed when the file has run. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the journeys with npm run test:journeys')
  const browser = await chromium.launch({ executablePath, args: flags, headless: true })
  opened.push(browser)
  return browser
}

const chineseWall = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }

/** A page of its own person on a phone, 390 × 844; contexts share no storage. Close it with `page.context().close()`. */
export async function newPhonePage(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
  return watched(await browser.newContext({ ...chineseWall, ...phone, ...options }))
}

/** A page of its own person at a desk, 1280 × 800. */
export async function newDesktopPage(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  return watched(await browser.newContext({ ...chineseWall, viewport: { width: 1280, height: 800 }, ...options }))
}

/** Signs a page in the way the app itself remembers it. A page is one person's for as long as it lives. */
export async function keepSession(page: Page, session: Session) {
  await page.addInitScript(({ token, person }) => {
    const keep = (key: string, value: unknown) => localStorage.setItem(`tongchuang:${key}`, JSON.stringify({ data: JSON.stringify(value) }))
    keep('token', token)
    keep('person', person)
  }, session)
}

const faults = new WeakMap<Page, string[]>()

async function watched(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const seen: string[] = []
  faults.set(page, seen)
  page.on('pageerror', fault => seen.push(fault.stack ?? fault.message))
  page.on('console', message => {
    // The browser itself reports every answer of 400 and above; refusals are everyday and shown by the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) seen.push(message.text())
  })
  return page
}

/** Nothing was thrown in the page and nothing written to its error console since it was opened. */
export function expectNoPageFault(page: Page) {
  expect(faults.get(page) ?? []).toEqual([])
}

/** axe finds nothing serious or critical on the page as it stands (WCAG 2.1 A and AA), once what fades in has done so. */
export async function expectNoSeriousFault(page: Page) {
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(one => Number.isFinite(one.effect?.getComputedTiming().endTime))
    return Promise.allSettled(ending.map(one => one.finished))
  })
  // Without frames of other origins the page can judge itself; otherwise each look would open a second page to put its parts together.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({ id, help, at: nodes.map(node => `${node.target.join(' ')}: ${node.html.slice(0, 160)}`) }))
  expect(serious).toEqual([])
}
