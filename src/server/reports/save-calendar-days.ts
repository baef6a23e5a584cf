import { reports as contract } from '#contract/reports'
import { command, holds } from '#server/operation'
import { refuse } from '#server/refusal'
import { saveCalendarRows } from '#server/reports/category-store'

/** Deadlines already set stay as they were promised; later ones follow the new table. */
export const saveCalendarDays = command(contract.saveCalendarDays, async ({ input, caller, writing, afterCommit, forgetCity }) => {
  if (!holds(caller, 'admin')) refuse('not-found')
  await saveCalendarRows(writing, input.days)
  afterCommit(forgetCity)
  return { saved: input.days.length }
})
