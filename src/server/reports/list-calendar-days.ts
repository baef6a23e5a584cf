import { reports as contract } from '#contract/reports'
import { query, isCityAdmin } from '#server/operation'
import { refuse } from '#server/refusal'
import { listCalendarRowsOf } from '#server/reports/category-store'
import { announcedDays, calendarOfYear } from '#server/reports/work-calendar'

export const listCalendarDays = query(contract.listCalendarDays, async ({ input, caller, city, reading }) => {
  if (!isCityAdmin(caller, city)) refuse('not-found')
  const own = await listCalendarRowsOf(reading, input.year)
  return { days: calendarOfYear(input.year, own), isAnnounced: announcedDays(input.year).length > 0 }
})
