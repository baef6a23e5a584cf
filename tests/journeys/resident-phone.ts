import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { Area } from '#contract/places'
import type { ReportCard } from '#contract/report-shapes'
import type { Point } from '#contract/shapes'
import { keepSession, newPhonePage } from './browser'
import type { ServedProduct, Session } from './served-product'

export interface ResidentPhone {
  page: Page
  session: Session
  point: Point
}

/** A point inside a grid of the demo city, where a browser may stand. */
export async function gridCentre(product: ServedProduct, index: number): Promise<Point> {
  const { areas } = await product.call<{ areas: Area[] }>('places/listAreas', {})
  const grids = areas.filter(area => area.kind === 'grid')
  return grids[index % grids.length]!.centre
}

/** A resident of their own, signed in the way the app itself remembers it, standing in this grid with position allowed. */
export async function residentAt(browser: Browser, product: ServedProduct, grid: number, handle: string): Promise<ResidentPhone> {
  const point = await gridCentre(product, grid)
  const page = await newPhonePage(browser, { geolocation: point, permissions: ['geolocation'] })
  const session = await product.signIn('resident', handle)
  await keepSession(page, session)
  return { page, session, point }
}

/** What a resident's camera gives. */
export async function photo(colour = '#96a078') {
  const picture = sharp({ create: { width: 1200, height: 900, channels: 3, background: colour } })
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() }
}
export type Photo = Awaited<ReturnType<typeof photo>>

export const reportsOf = async (product: ServedProduct, { token }: Pick<Session, 'token'>) =>
  (await product.call<{ reports: ReportCard[] }>('reports/listMyReports', {}, token)).reports

/** Other tabs stay in the page unseen, so words count only where they show. */
export const shown = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first()
export const says = (page: Page, words: string | RegExp) => shown(page, words).waitFor()
export const gridIsNamed = (page: Page) => page.getByRole('button', { name: /社区 · .+网格，挪一挪位置$/ }).waitFor()

/** Everything a thumb does is counted, so that the promise of three taps and send can be kept to. */
export function tapper(page: Page) {
  const tapped: string[] = []
  const tap = async (name: string) => {
    tapped.push(name)
    await page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click()
  }
  return { tapped, tap }
}

/** Taps what opens the camera, and the camera takes this file. */
export async function shoot(page: Page, openCamera: () => Promise<unknown>, file: Photo) {
  const camera = page.waitForEvent('filechooser')
  await openCamera()
  await (await camera).setFiles(file)
}

/** Taps the quick button on the home page; the camera opens by itself and takes this file. */
export async function shootFromHome(page: Page, file: Photo) {
  const { tapped, tap } = tapper(page)
  await shoot(page, () => tap('拍暴露垃圾'), file)
  tapped.push('快门')
  await page.getByRole('button', { name: '现场照片，第 1 张，看大图' }).waitFor()
  return { tapped, tap }
}

/** Goes on past "is it this one?", where the demo city has something near, until the page shows this outcome. */
export async function sendPastSimilar(page: Page, tap: (name: string) => Promise<void>, outcome: string | RegExp = /已收到，编号|还差/) {
  await tap('发送')
  const others = page.getByRole('button', { name: '不是同一件，发送我的' })
  await others.or(shown(page, outcome)).first().waitFor()
  if (await others.isVisible()) await others.click()
  await says(page, outcome)
}

/** Opens a report's page as its reader follows it. */
export async function openReport(page: Page, product: ServedProduct, reportId: string) {
  await page.goto(`${product.address}/#/pages/report-detail/index?reportId=${reportId}`)
  await says(page, '经过')
}
