import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct } from './served-product'

/** Jest's global set-up of the journeys: one first start like a newcomer's lives through the demo city's month; every file begins with a copy. */
export default async function liveThroughMonth() {
  const city = await mkdtemp(join(tmpdir(), 'tongchuang-city-'))
  process.env.JOURNEY_CITY = city
  const { end } = await startProduct(city)
  await end()
}

export async function removeCity() {
  if (process.env.JOURNEY_CITY) await rm(process.env.JOURNEY_CITY, { recursive: true, force: true })
}
