import { places as contract } from '#contract/places'
import { query, isCityAdmin } from '#server/operation'
import { planImport } from '#server/places/areas/area-import'
import { countStrayCases } from '#server/places/areas/stray-cases'
import { refuse } from '#server/refusal'
import { countCasesIn } from '#server/reports/report-place-store'

/** Says what an import would do, and writes nothing. */
export const previewImport = query(contract.previewImport, async ({ input, caller, city, reading, now }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const { added, changed, moves, warnings } = await planImport(reading, input, now)
  const movedCaseCount = await countCasesIn(
    reading,
    moves.grids.map(({ gridId }) => gridId),
    now
  )
  const stray = await countStrayCases(
    reading,
    changed.map(({ feature }) => feature),
    now
  )
  return {
    added: added.map(({ properties: { areaId, kind, name } }) => ({ areaId, kind, name })),
    changed: changed.map(({ feature: { properties }, changes }) => ({
      ...{ areaId: properties.areaId, kind: properties.kind, name: properties.name, changes }
    })),
    unchangedCount: input.features.length - added.length - changed.length,
    movedCaseCount,
    warnings: [...stray, ...warnings].slice(0, 100)
  }
})
