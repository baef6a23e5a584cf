import { reports as contract } from '#contract/reports'
import { command, isCityAdmin } from '#server/operation'
import { refuse } from '#server/refusal'
import { deleteCalendarRows } from '#server/reports/category-store'

/** Takes the city's own word on these days back: they are again what was announced. Deadlines already set stay as they were promised. */
export const removeCalendarDays = command(
  contract.removeCalendarDays,
  async ({ input, caller, city, writing, afterCommit, forgetCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    const removed = await deleteCalendarRows(writing, input.dates)
    afterCommit(forgetCity)
    return { removed }
  }
)
