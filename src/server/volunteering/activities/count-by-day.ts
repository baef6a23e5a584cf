import { volunteering as contract } from '#contract/volunteering'
import { startOfBusinessDate } from '#server/business-date'
import { openQuery } from '#server/operation'
import { refuseInput } from '#server/refusal'
import { countShiftsByDay } from '#server/volunteering/activities/list-store'

/** The month after, `YYYY-MM`. */
function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

export const countByDay = openQuery(contract.countByDay, async ({ input, reading }) => {
  const number = Number(input.month.slice(5))
  if (number < 1 || number > 12) refuseInput('month', 'not a month')
  const [from, to] = [startOfBusinessDate(`${input.month}-01`), startOfBusinessDate(`${monthAfter(input.month)}-01`)]
  return { days: await countShiftsByDay(reading, from, to, input.communityId) }
})
