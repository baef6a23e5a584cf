import type { Shift, ShiftPlan } from '#contract/volunteering-shapes'
import { SHIFT_COUNT_MAX } from '#app/features/organising/activity-plan-rules'
import { instantOf, timeOf } from '#app/features/organising/city-time-rules'

/** The shifts of one day again on each of these days, at the same time of the city's day and as long; as many as go at once. */
export function shiftsAgain(shifts: readonly Shift[], days: readonly string[]): ShiftPlan[] {
  const plans = days.flatMap(on =>
    shifts.flatMap(({ startsAt, endsAt, capacity, position, minAge, maxAge, neededSkills }) => {
      const begin = instantOf(on, timeOf(startsAt))
      if (!begin) return []
      const end = new Date(Date.parse(begin) + Date.parse(endsAt) - Date.parse(startsAt)).toISOString()
      const optional = { position, minAge, maxAge, neededSkills }
      const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
      return [{ startsAt: begin, endsAt: end, capacity, ...given }]
    })
  )
  return plans.slice(0, SHIFT_COUNT_MAX)
}
