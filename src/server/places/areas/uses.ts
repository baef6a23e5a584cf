import type { Use } from '#contract/places'
import type { Reading } from '#server/database/database'
import { allUsesOfAreas, openUsesOfAreas, openUsesOfUnit } from '#server/places/areas/uses-store'
import { countCasesOf, type CasesOf } from '#server/reports/report-place-store'

async function withCases(reading: Reading, of: CasesOf, asked: { now: Date; isEver?: boolean }, others: Promise<Use[]>): Promise<Use[]> {
  const cases = await countCasesOf(reading, of, asked)
  return [...(cases.count > 0 ? [{ kind: 'cases' as const, ...cases }] : []), ...(await others)]
}

/** What of today's work needs these areas: nothing left means they can be retired. */
export const openUses = (reading: Reading, areaIds: readonly string[], now: Date) =>
  withCases(reading, { areaIds }, { now }, openUsesOfAreas(reading, areaIds))

/** All that ever named these areas: nothing at all means they can be taken away as if they had never been. */
export const allUses = (reading: Reading, areaIds: readonly string[], now: Date) =>
  withCases(reading, { areaIds }, { now, isEver: true }, allUsesOfAreas(reading, areaIds))

/** What of today's work needs this unit. */
export const unitUses = (reading: Reading, unitId: string, now: Date) =>
  withCases(reading, { unitId }, { now }, openUsesOfUnit(reading, unitId))
