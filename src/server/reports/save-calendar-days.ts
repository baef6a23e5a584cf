import { reports as contract } from '#contract/reports'
import { isCalendarDay } from '#server/business-date'
import { command, isCityAdmin } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { lockCategories, saveCalendarRows } from '#server/reports/category-store'
import { CLOSED_DAYS_MAX, isClosedTooLong } from '#server/reports/work-calendar'

/** Deadlines already set stay as they were promised; later ones follow the new table. */
export const saveCalendarDays = command(
  contract.saveCalendarDays,
  async ({ input, caller, city, writing, afterCommit, forgetCity, buildCity }) => {
    if (!isCityAdmin(caller, city)) refuse('not-found')
    const unreal = input.days.findIndex(({ date }) => !isCalendarDay(date))
    if (unreal >= 0) refuseInput(`days.${unreal}.date`, 'no day of the calendar between 2000 and 2100')
    await lockCategories(writing)
    await saveCalendarRows(writing, input.days)
    const { calendar } = (await buildCity(writing)).categories
    const fault = input.days.findIndex(({ date }) => isClosedTooLong(date, calendar))
    if (fault >= 0) refuseInput(`days.${fault}.date`, `no working day for more than ${CLOSED_DAYS_MAX} days`)
    afterCommit(forgetCity)
    return { saved: input.days.length }
  }
)
