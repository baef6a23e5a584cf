import type { Page } from 'playwright-core'
import type { Persona } from '#contract/people'
import type { Area } from '#contract/places'
import type { ServedProduct } from './served-product'

const kept = (value: unknown) => JSON.stringify({ data: JSON.stringify(value) })

/** Signs a page in as a persona and opens an address of the app. A page is one person's for as long as it lives. */
export async function openAs(page: Page, product: ServedProduct, persona: Persona, address: string) {
  const session = await product.signIn(persona)
  await page.addInitScript(
    ([token, person]) => {
      localStorage.setItem('tongchuang:token', token)
      localStorage.setItem('tongchuang:person', person)
    },
    [kept(session.token), kept(session.person)] as const
  )
  await page.goto(`${product.address}/#${address}`)
}

async function gridCentre(product: ServedProduct, place: number) {
  const { areas } = await product.call<{ areas: Area[] }>('places/listAreas', {})
  return areas.filter(({ kind }) => kind === 'grid')[place]?.centre
}

export interface Sent {
  reportId: string
  number: string
  version: number
  residentToken: string
}

/** A resident reports exposed rubbish in the middle of a grid of its own, with one photo. */
export async function sendReport(product: ServedProduct, handle: string, gridPlace: number): Promise<Sent> {
  const { token } = await product.signIn('resident', handle)
  await product.call('people/giveConsent', { policyVersion: '2026-11-01' }, token)
  const point = await gridCentre(product, gridPlace)
  const photoId = await product.upload(token)
  const sent = await product.call<Omit<Sent, 'residentToken'>>(
    'reports/submitReport',
    { idempotencyKey: `journey-${handle}`, categoryCode: '1001', point, photoIds: [photoId], text: '垃圾堆在路口' },
    token
  )
  return { ...sent, residentToken: token }
}

/** The state of a case as its reporter reads it. */
export async function stateOf(product: ServedProduct, sent: Sent): Promise<string> {
  const report = await product.call<{ state: string }>('reports/getReport', { reportId: sent.reportId }, sent.residentToken)
  return report.state
}
