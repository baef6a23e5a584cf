import type { Browser, Locator, Page } from 'playwright-core'
import type { Persona } from '#contract/people'
import type { Unit } from '#contract/places'
import type { ReportDetail } from '#contract/report-shapes'
import type { ReportState } from '#contract/report-states'
import { expectNoPageFault, expectNoSeriousFault, keepSession, newDesktopPage } from './browser'
import { gridCentre } from './resident-phone'
import { pictureBytes, type ServedProduct } from './served-product'

const workPath = '/packages/staff/work/index'
const AFTER_COLOUR = '#4a9a6a'

/** Signs a page in as a persona and opens an address of the app. */
export async function openAs(page: Page, product: ServedProduct, persona: Persona, address: string) {
  await keepSession(page, await product.signIn(persona))
  await page.goto(`${product.address}/#${address}`)
}

export interface Sent {
  reportId: string
  number: string
  version: number
  residentToken: string
}

interface Sending {
  categoryCode?: string
  picture?: Buffer
}

/** A resident reports exposed rubbish in the middle of a grid of its own, with one photo. */
export async function sendReport(product: ServedProduct, handle: string, gridPlace: number, sending: Sending = {}): Promise<Sent> {
  const { token } = await product.signIn('resident', handle)
  await product.call('people/giveConsent', { policyVersion: '2026-11-01' }, token)
  const point = await gridCentre(product, gridPlace)
  const photoId = await product.upload(token, sending.picture)
  const sent = await product.call<Omit<Sent, 'residentToken'>>(
    'reports/submitReport',
    { idempotencyKey: `journey-${handle}`, categoryCode: sending.categoryCode ?? '1001', point, photoIds: [photoId], text: '垃圾堆在路口' },
    token
  )
  return { ...sent, residentToken: token }
}

/** A case as its reporter reads it. */
export const reportOf = (product: ServedProduct, { reportId, residentToken }: Sent) =>
  product.call<ReportDetail>('reports/getReport', { reportId }, residentToken)

export const stateOf = async (product: ServedProduct, sent: Sent): Promise<string> => (await reportOf(product, sent)).state

const ways: readonly { by: Persona; to: ReportState }[] = [
  { by: 'reviewer', to: 'filed' },
  { by: 'dispatcher', to: 'dispatched' },
  { by: 'handler', to: 'handling' },
  { by: 'handler', to: 'handled' },
  { by: 'verifier', to: 'closed' }
]

/** Brings a new report this far without a browser, where the way there is another story's. */
export async function bringTo(product: ServedProduct, sent: Sent, end: ReportState) {
  const { units } = await product.call<{ units: Unit[] }>('places/listUnits', {})
  const unitId = units.find(({ name }) => name === '环境卫生管理所')?.unitId
  let { version } = sent
  for (const { by, to } of ways.slice(0, ways.findIndex(way => way.to === end) + 1)) {
    const { token } = await product.signIn(by)
    const brought =
      to === 'dispatched'
        ? { unitId }
        : to === 'handled'
          ? { photoIds: [await product.upload(token, await pictureBytes(AFTER_COLOUR))] }
          : {}
    const move = { idempotencyKey: `journey-${sent.number}-${to}`, reportId: sent.reportId, version, to, ...brought }
    version = (await product.call<{ version: number }>('reports/moveReport', move, token)).version
  }
}

/** Opens one case as a persona: found by its number on a desktop, opened from the list on both. */
export async function openCase(page: Page, product: ServedProduct, persona: Persona, sent: Pick<Sent, 'number'>) {
  await openAs(page, product, persona, workPath)
  await page.getByLabel('按编号找').fill(sent.number)
  await page.locator('.work-card', { hasText: sent.number }).click()
  await page.locator('.case-head__line', { hasText: sent.number }).waitFor()
}

/** Makes a step with the open case: the button, whatever the sheet asks, and the button of the sheet. */
export async function move(page: Page, word: string, fill?: (sheet: Locator) => Promise<unknown>) {
  await page.locator('.case-steps').getByRole('button', { name: word }).first().click()
  const sheet = page.getByRole('dialog')
  await fill?.(sheet)
  await sheet.getByRole('button', { name: word }).last().click()
  await sheet.waitFor({ state: 'hidden' })
}

/** Takes the photo of the result in the open sheet. */
export async function takeAfterPhoto(page: Page, sheet: Locator) {
  const choosing = page.waitForEvent('filechooser')
  await sheet.getByRole('button', { name: '拍照' }).click()
  await (await choosing).setFiles({ name: 'after.jpg', mimeType: 'image/jpeg', buffer: await pictureBytes(AFTER_COLOUR) })
  await sheet.locator('.photo-grid__photo').waitFor()
}

export interface Desk {
  browser: Browser
  product: ServedProduct
  newPage?: (browser: Browser) => Promise<Page>
}

/** One member of staff sits down, opens the case, does this, and goes; the page they saw had no fault. */
export async function atDesk(desk: Desk, persona: Persona, sent: Pick<Sent, 'number'>, act: (page: Page) => Promise<unknown>) {
  const page = await (desk.newPage ?? newDesktopPage)(desk.browser)
  await openCase(page, desk.product, persona, sent)
  await expectNoSeriousFault(page)
  await act(page)
  expectNoPageFault(page)
  await page.context().close()
}

/** From a new report to a case waiting for its check, by the hands of three. */
export async function handle(desk: Desk, sent: Pick<Sent, 'number'>) {
  await atDesk(desk, 'reviewer', sent, page => move(page, '立案'))
  await atDesk(desk, 'dispatcher', sent, page => move(page, '派遣', sheet => sheet.getByRole('radio', { name: '环境卫生管理所' }).click()))
  await atDesk(desk, 'handler', sent, page => move(page, '接单'))
  await atDesk(desk, 'handler', sent, page =>
    move(page, '处置完成', async sheet => {
      await sheet.getByRole('button', { name: '处置完成' }).click()
      await sheet.getByText('居民要看前后对比').waitFor()
      await takeAfterPhoto(page, sheet)
    })
  )
}
