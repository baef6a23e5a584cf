import type { AreaShape } from '#contract/places'
import type { Writing } from '#server/database/database'
import { findCity, lockMakingOfCity } from '#server/places/city-store'
import { centreOf } from '#server/places/grid-index'
import { saveAreas } from '#server/places/places-store'

/** There is a city in this database already; another one needs a database of its own. */
export class CityExists extends Error {
  constructor(city: { areaId: string; name: string }) {
    super(`There is a city already: ${city.name} (${city.areaId}). For a code that makes somebody its admin: npm run city:admin`)
    this.name = 'CityExists'
  }
}

/**
 * Makes the area everything else hangs under. Streets, communities, grids and a better border come by importing.
 * @throws CityExists
 */
export async function createCity(writing: Writing, city: { areaId: string; name: string; shape: AreaShape }): Promise<void> {
  await lockMakingOfCity(writing)
  const known = await findCity(writing)
  if (known) throw new CityExists(known)
  const { areaId, name, shape } = city
  const properties = { areaId, kind: 'city' as const, name, parentId: null }
  await saveAreas(writing, [{ feature: { type: 'Feature', properties, geometry: shape }, centre: centreOf(shape) }])
}
