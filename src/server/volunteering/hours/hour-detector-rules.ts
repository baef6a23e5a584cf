import { businessDateOf, startOfBusinessDate } from '#server/business-date'

const MINUTE_MILLISECONDS = 60_000
const HOUR_MILLISECONDS = 3_600_000
/** Hours typed in sooner than this after an activity was made, or by its author after a shift ended, were not looked at. */
const TYPED_SOON_MINUTES = 60
const NIGHT_BEGINS_HOUR = 22
const NIGHT_ENDS_HOUR = 6
const TYPED_SHARE_MAX = 0.1
/** Below ten hours typed in, a share says nothing: an organisation's first entry would be all of it. */
const TYPED_SHARE_FROM_MINUTES = 600

type Facts = Record<string, number>

const minutesBetween = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / MINUTE_MILLISECONDS)

/** The case the field is known by: hours that appear minutes after the activity does, or straight after a shift by whoever planned it. */
export function detectTypedTooSoon(typed: {
  activityCreatedAt: Date
  activityAuthorId: string | null
  shiftEndsAt: Date
  authorId: string
  now: Date
}): Facts | undefined {
  const minutesAfterCreation = minutesBetween(typed.activityCreatedAt, typed.now)
  if (minutesAfterCreation < TYPED_SOON_MINUTES) return { minutesAfterCreation }
  const minutesAfterEnd = minutesBetween(typed.shiftEndsAt, typed.now)
  return typed.authorId === typed.activityAuthorId && minutesAfterEnd < TYPED_SOON_MINUTES ? { minutesAfterEnd } : undefined
}

/** Typed in between 22:00 and 06:00 in Shanghai. */
export function detectNightEntry(now: Date): Facts | undefined {
  const hour = Math.floor((now.getTime() - startOfBusinessDate(businessDateOf(now)).getTime()) / HOUR_MILLISECONDS)
  return hour >= NIGHT_BEGINS_HOUR || hour < NIGHT_ENDS_HOUR ? { hour } : undefined
}

/** An activity, or its shift, that was written down when it had begun already. */
export function detectCreatedAfterStart(shift: { activityCreatedAt: Date; shiftCreatedAt: Date; startsAt: Date }): Facts | undefined {
  const createdAt = shift.activityCreatedAt > shift.shiftCreatedAt ? shift.activityCreatedAt : shift.shiftCreatedAt
  return createdAt >= shift.startsAt ? { minutesAfterStart: minutesBetween(shift.startsAt, createdAt) } : undefined
}

/** More than a tenth of an organisation's minutes typed in; `sharePercent` is whole. */
export function detectTypedShare({ typedMinutes, totalMinutes }: { typedMinutes: number; totalMinutes: number }): Facts | undefined {
  if (typedMinutes < TYPED_SHARE_FROM_MINUTES || typedMinutes <= totalMinutes * TYPED_SHARE_MAX) return undefined
  return { sharePercent: Math.round((typedMinutes / totalMinutes) * 100), typedMinutes }
}
