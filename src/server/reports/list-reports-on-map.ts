import { openReportStates } from '#contract/report-states'
import { reports as contract } from '#contract/reports'
import { query } from '#server/operation'
import { refuse } from '#server/refusal'
import { isOverdue } from '#server/reports/report-card'
import { countByGrid, listPins } from '#server/reports/report-work-store'
import { isEmptyScope, scopeOf } from '#server/reports/work-rules'

/** More pins than this say nothing on a map; the grids' counts say the rest. */
const PINS_MAX = 2000

export const listReportsOnMap = query(contract.listReportsOnMap, async ({ input, caller, reading, city, now }) => {
  const scope = scopeOf(caller.grants, city.places.kindOf)
  if (isEmptyScope(scope)) refuse('not-found')
  const rows = await listPins(reading, scope, openReportStates, input.areaId, PINS_MAX)
  const pins = rows.map(row => ({
    reportId: row.reportId,
    number: row.number,
    state: row.state,
    categoryCode: row.categoryCode,
    point: { longitude: row.longitude, latitude: row.latitude },
    isOverdue: isOverdue(row, now)
  }))
  return { pins, grids: await countByGrid(reading, scope, openReportStates, now) }
})
