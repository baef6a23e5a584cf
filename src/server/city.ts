import type { Reading } from '#server/database/database'
import { buildPlaceBook, type PlaceBook } from '#server/places/place-book'
import { listAreaRows, listCoverageRows, listUnitRows } from '#server/places/places-store'
import { buildCategoryBook, type CategoryBook } from '#server/reports/category-book'
import { listCalendarRows, listCategoryRows, listRuleRows } from '#server/reports/category-store'

/** What every operation asks of the city: where things are, who covers them, what the categories and work days are. */
export interface City {
  places: PlaceBook
  categories: CategoryBook
}

/** Another process may change the city; its change is seen here after at most this long. */
const KEPT_MILLISECONDS = 10_000

async function readCity(reading: Reading): Promise<City> {
  const [areas, units, coverage] = [await listAreaRows(reading), await listUnitRows(reading), await listCoverageRows(reading)]
  const [categories, rules, days] = [await listCategoryRows(reading), await listRuleRows(reading), await listCalendarRows(reading)]
  return { places: buildPlaceBook(areas, units, coverage), categories: buildCategoryBook(categories, rules, days) }
}

export interface CityBook {
  read: () => Promise<City>
  /** To be called after a change was committed. */
  forget: () => void
}

/** Keeps the city in memory and reads it again now and then; while one reading is under way, everybody waits for that one. */
export function keepCity(reading: Reading, clock: () => number = () => performance.now()): CityBook {
  let kept: { city: Promise<City>; until: number } | undefined
  return {
    read() {
      if (kept && kept.until > clock()) return kept.city
      const city = readCity(reading)
      kept = { city, until: clock() + KEPT_MILLISECONDS }
      city.catch(() => (kept = undefined))
      return city
    },
    forget() {
      kept = undefined
    }
  }
}
