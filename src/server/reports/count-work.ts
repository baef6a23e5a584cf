import { openReportStates } from '#contract/report-states'
import { reports as contract } from '#contract/reports'
import { query } from '#server/operation'
import { refuse } from '#server/refusal'
import { countByState, countWaiting } from '#server/reports/report-work-store'
import { isEmptyScope, lanesOf, scopeOf, statesOf } from '#server/reports/work-rules'

export const countWork = query(contract.countWork, async ({ caller, reading, city, now }) => {
  const scope = scopeOf(caller.grants, city.places.kindOf)
  if (isEmptyScope(scope)) refuse('not-found')
  const [rows, waiting] = await Promise.all([
    countByState(reading, scope, openReportStates, now),
    countWaiting(reading, lanesOf(caller.grants, city.places.kindOf), now)
  ])
  const counts = openReportStates.map(state => {
    const row = rows.find(candidate => candidate.state === state)
    return { state, count: row?.count ?? 0, overdueCount: row?.overdueCount ?? 0 }
  })
  const suspensionRequestCount = rows.reduce((sum, row) => sum + row.suspensionRequestCount, 0)
  return { mine: statesOf(caller.grants), waiting, counts, suspensionRequestCount }
})
