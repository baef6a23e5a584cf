import { reports as contract } from '#contract/reports'
import { command, isCityAdmin } from '#server/operation'
import { refuse } from '#server/refusal'
import { saveCalendarRows } from '#server/reports/category-store'

/** Deadlines already set stay as they were promised; later ones follow the new table. */
export const saveCalendarDays = command(contract.saveCalendarDays, async ({ input, caller, city, writing, afterCommit, forgetCity }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  await saveCalendarRows(writing, input.days)
  afterCommit(forgetCity)
  return { saved: input.days.length }
})
