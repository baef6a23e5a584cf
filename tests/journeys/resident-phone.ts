import type { Browser, Page } from 'playwright-core'
import type { Area } from '#contract/places'
import type { Point } from '#contract/shapes'
import { newPhonePage } from './browser'
import type { ServedProduct } from './served-product'

export type Session = Awaited<ReturnType<ServedProduct['signIn']>>

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
  await page.addInitScript(({ token, person }) => {
    const keep = (key: string, value: unknown) => localStorage.setItem(`tongchuang:${key}`, JSON.stringify({ data: JSON.stringify(value) }))
    keep('token', token)
    keep('person', person)
  }, session)
  return { page, session, point }
}
