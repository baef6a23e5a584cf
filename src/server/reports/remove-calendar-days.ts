import { reports as contract } from '#contract/reports'
import { isCalendarDay } from '#server/business-date'
import { command, isCityAdmin } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { deleteCalendarRows, lockCategories } from '#server/reports/category-store'
import { CLOSED_DAYS_MAX, isClosedTooLong } from '#server/reports/work-calendar'

/** Takes the city's own word on these days back: they are again what was announced. Deadlines already set stay as they were promised. */
export const removeCalendarDays = command(
  contract.removeCalendarDays,
  async ({ input, caller, city, writing, afterCommit, forgetCity, buildCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    const unreal = input.dates.findIndex(date => !isCalendarDay(date))
    if (unreal >= 0) refuseInput(`dates.${unreal}`, 'no day of the calendar between 2000 and 2100')
    await lockCategories(writing)
    const removed = await deleteCalendarRows(writing, input.dates)
    const { calendar } = (await buildCity(writing)).categories
    const fault = input.dates.findIndex(date => isClosedTooLong(date, calendar))
    if (fault >= 0) refuseInput(`dates.${fault}`, `no working day for more than ${CLOSED_DAYS_MAX} days`)
    afterCommit(forgetCity)
    return { removed }
  }
)
