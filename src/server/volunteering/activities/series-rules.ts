import type { ShiftPlan } from '#contract/volunteering-shapes'
import { businessDateOf, daysAfter, daysBetween, startOfBusinessDate } from '#server/business-date'

const WEEK_DAYS = 7

export interface Series {
  weekdays: readonly number[]
  until: string
  except: readonly string[]
}

/** 1 Monday … 7 Sunday, of a business date. */
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

/** A plan on another date, at the same time of day in Shanghai and as long. */
export function movedTo(plan: ShiftPlan, date: string): ShiftPlan {
  const moved = startOfBusinessDate(date).getTime() - startOfBusinessDate(businessDateOf(new Date(plan.startsAt))).getTime()
  const later = (instant: string) => new Date(new Date(instant).getTime() + moved).toISOString()
  return { ...plan, startsAt: later(plan.startsAt), endsAt: later(plan.endsAt) }
}

/**
 * Every date of a series for one plan: from the plan's own date on, on these weekdays, up to and with `until`, save for the
 * exceptions. The plan's own date is part of it only where its weekday is.
 * @param max no more than this are made.
 */
export function expandSeries(plan: ShiftPlan, { weekdays, until, except }: Series, max: number): ShiftPlan[] {
  const first = businessDateOf(new Date(plan.startsAt))
  // Every week has one of the weekdays, save for the exceptions: more days than these are never looked at, whatever `until` says.
  const days = Math.min(daysBetween(first, until) + 1, WEEK_DAYS * (max + except.length))
  const plans: ShiftPlan[] = []
  for (let n = 0; n < days && plans.length < max; n += 1) {
    const date = daysAfter(first, n)
    if (weekdays.includes(weekdayOf(date)) && !except.includes(date)) plans.push(movedTo(plan, date))
  }
  return plans
}
