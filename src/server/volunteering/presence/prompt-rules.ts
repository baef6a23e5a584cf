import { promptFraction } from '#contract/presence-code'
import type { Interval } from '#server/volunteering/presence/grade-rules'

const MINUTE_MILLISECONDS = 60_000
/** Shorter shifts ask for no code in between. */
const MIDWAY_SHIFT_MINUTES_MIN = 120
const MIDWAY_WINDOW_MINUTES = 15

interface PromptedShift {
  secret: string
  startsAt: Date
  endsAt: Date
}

/** A moment of the middle half of the shift, on a whole minute; always the same for one shift and purpose. */
function momentOf({ secret, startsAt, endsAt }: PromptedShift, purpose: 'head-count' | 'midway'): Date {
  const length = endsAt.getTime() - startsAt.getTime()
  const moment = startsAt.getTime() + length / 4 + (promptFraction(secret, purpose) * length) / 2
  return new Date(Math.floor(moment / MINUTE_MILLISECONDS) * MINUTE_MILLISECONDS)
}

/** When staff are asked to count heads. */
export const headCountMoment = (shift: PromptedShift): Date => momentOf(shift, 'head-count')

/** The fifteen minutes in which the midway code counts; undefined for shifts under two hours. */
export function midwayWindow(shift: PromptedShift): Interval | undefined {
  if (shift.endsAt.getTime() - shift.startsAt.getTime() < MIDWAY_SHIFT_MINUTES_MIN * MINUTE_MILLISECONDS) return undefined
  const from = momentOf(shift, 'midway')
  return { from, to: new Date(from.getTime() + MIDWAY_WINDOW_MINUTES * MINUTE_MILLISECONDS) }
}

export function isMidwayOpen(shift: PromptedShift, now: Date): boolean {
  const window = midwayWindow(shift)
  return window !== undefined && window.from <= now && now < window.to
}
