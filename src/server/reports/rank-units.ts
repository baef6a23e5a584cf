import { reports as contract } from '#contract/reports'
import { startOfBusinessDate } from '#server/business-date'
import { query, holds } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { RANKING_COUNT_MIN, RANKING_FORMULA, rankUnit } from '#server/reports/ranking-rules'
import { listClosedBetween } from '#server/reports/report-work-store'

export const rankUnits = query(contract.rankUnits, async ({ input, caller, reading, city }) => {
  if (!holds(caller, 'supervisor', 'admin')) refuse('not-found')
  const [from, to] = [startOfBusinessDate(input.from), new Date(startOfBusinessDate(input.to).getTime() + 86_400_000)]
  if (!(from < to)) refuseInput('to', 'not before `from`')
  const closed = await listClosedBetween(reading, from, to)
  const units = city.places.units.map(unit => rankUnit(unit, closed))
  return { minimumCount: RANKING_COUNT_MIN, formula: RANKING_FORMULA, units }
})
