import { businessDateOf } from '#server/business-date'
import type { Reading, Writing } from '#server/database/database'
import { buildPlaceBook, MapFault, type PlaceBook } from '#server/places/place-book'
import { listAreaRows, listCoverageRows, listUnitRows } from '#server/places/places-store'
import { refuseInput } from '#server/refusal'
import { buildCategoryBook, type CategoryBook } from '#server/reports/category-book'
import { listCalendarRows, listCategoryRows, listRuleRows } from '#server/reports/category-store'

/** What every operation asks of the city: where things are, who covers them, what the categories and work days are. */
export interface City {
  places: PlaceBook
  categories: CategoryBook
}

/** Another process may change the city; its change is seen here after at most this long. */
const KEPT_MILLISECONDS = 10_000

/** Reads the city as it is on the business date of `now`. @throws where its map cannot be built. */
async function readCity(reading: Reading, now: Date): Promise<City> {
  const today = businessDateOf(now)
  const [areas, units, coverage] = [await listAreaRows(reading), await listUnitRows(reading), await listCoverageRows(reading)]
  const [categories, rules, days] = [await listCategoryRows(reading), await listRuleRows(reading), await listCalendarRows(reading)]
  return { places: buildPlaceBook(areas, units, coverage, today), categories: buildCategoryBook(categories, rules, days, today) }
}

/** The city as a transaction leaves it. What cannot be built is refused, and with it all that the transaction wrote. */
export async function buildCity(writing: Writing, now: Date): Promise<City> {
  try {
    return await readCity(writing, now)
  } catch (fault) {
    if (fault instanceof MapFault) refuseInput('features', fault.message)
    throw fault
  }
}

export interface CityBook {
  read: () => Promise<City>
  /** To be called after a change was committed. */
  forget: () => void
}

/**
 * Keeps the city in memory and reads it again now and then, and on the first call of a new day, when what retires is gone; while one
 * reading is under way, everybody waits for that one. A reading that fails is not kept.
 */
export function keepCity(reading: Reading, now: () => Date, clock: () => number = () => performance.now()): CityBook {
  let kept: { city: Promise<City>; until: number; today: string } | undefined
  return {
    read() {
      const today = businessDateOf(now())
      if (kept && kept.until > clock() && kept.today === today) return kept.city
      const reread = { city: readCity(reading, now()), until: clock() + KEPT_MILLISECONDS, today }
      kept = reread
      reread.city.catch(() => {
        if (kept === reread) kept = undefined
      })
      return reread.city
    },
    forget() {
      kept = undefined
    }
  }
}
