import { points as contract } from '#contract/points'
import { businessDateOf } from '#server/business-date'
import { query } from '#server/operation'
import { readRules } from '#server/points/limits/limit-store'
import { listClipped, listTurnover, readStanding } from '#server/points/office/ledger-store'
import { keepsBooks } from '#server/points/office/office-rules'
import { byMonth, byRule, sumsOf } from '#server/points/office/summary-rules'
import { refuse } from '#server/refusal'

/** What moved in a year, or ever; what people have and what the city owes is always that of now. */
export const getLedgerSummary = query(contract.getLedgerSummary, async ({ input, caller, city, reading, now }) => {
  if (!keepsBooks(caller, city)) refuse('not-found')
  const { year } = input
  const period = year === undefined ? { from: '0000-01-01', to: '9999-12-31' } : { from: `${year}-01-01`, to: `${year}-12-31` }
  const turnover = await listTurnover(reading, period)
  const { sum, ...standing } = await readStanding(reading)
  const today = businessDateOf(now)
  const rules = await readRules(reading, period.to < today ? period.to : today)
  return {
    ...sumsOf(turnover),
    ...standing,
    liability: standing.pending + standing.available + standing.held,
    sum,
    byRule: byRule(turnover, await listClipped(reading, period), rule => rules[rule].budget),
    byMonth: byMonth(turnover)
  }
})
