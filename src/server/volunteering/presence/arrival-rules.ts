import { ACCURACY_METRES_MAX, CHECK_IN_OPENS, type AttendanceState, type PresencePhase } from '#contract/volunteering-states'
import type { Position, Site } from '#contract/volunteering-shapes'
import { distanceMetres } from '#server/places/distance'
import { midwayWindow } from '#server/volunteering/presence/prompt-rules'

const MINUTE_MILLISECONDS = 60_000
/** What the uncertainty of a position may widen the site by. */
const SITE_TOLERANCE_METRES_MAX = 100
/** Checking out stays possible so long after the end. */
export const CHECK_OUT_MINUTES = 120

interface Times {
  startsAt: Date
  endsAt: Date
  secret: string
  isCancelled: boolean
}

/** Whether this is the time for it: in from 60 minutes before the start to the end, out until 2 h after the end, midway when asked. */
export function isTimeFor(phase: PresencePhase, shift: Times, at: Date): boolean {
  if (shift.isCancelled) return false
  const opensAt = new Date(shift.startsAt.getTime() - CHECK_IN_OPENS * MINUTE_MILLISECONDS)
  if (phase === 'in') return opensAt <= at && at <= shift.endsAt
  if (phase === 'out') return opensAt <= at && at <= new Date(shift.endsAt.getTime() + CHECK_OUT_MINUTES * MINUTE_MILLISECONDS)
  const window = midwayWindow(shift)
  return window !== undefined && window.from <= at && at < window.to
}

/** What a position says of being on site. Distances to the middle of the site, rounded to 10 m; coordinates are not part of it. */
export interface SiteSight {
  distanceMetres: number
  accuracyMetres: number
  sight: 'inside' | 'unclear' | 'outside'
}

/** Inside: distance ≤ radius + min(accuracy, 100 m). Worse than 200 m says nothing. Outside: not even its uncertainty reaches the site. */
export function sightOf(site: Site, position: Position): SiteSight {
  const { accuracyMetres } = position
  const distance = distanceMetres(site, position)
  const seen = { distanceMetres: Math.round(distance / 10) * 10, accuracyMetres: Math.round(accuracyMetres) }
  if (accuracyMetres > ACCURACY_METRES_MAX) return { ...seen, sight: 'unclear' }
  if (distance <= site.radiusMetres + Math.min(accuracyMetres, SITE_TOLERANCE_METRES_MAX)) return { ...seen, sight: 'inside' }
  return { ...seen, sight: distance > site.radiusMetres + accuracyMetres ? 'outside' : 'unclear' }
}

/** States in which the books of an attendance are still open to what is scanned. */
const openStates: readonly AttendanceState[] = ['none', 'checked_in', 'checked_out', 'open_checkout', 'flagged', 'disputed']
export const isOpenToScans = (state: AttendanceState) => openStates.includes(state)

/** Where a scan leads an attendance. A dispute stays one until staff answered it. */
export function stateAfter(phase: PresencePhase, state: AttendanceState): AttendanceState {
  if (state === 'disputed' || phase === 'midway') return state
  return phase === 'in' ? 'checked_in' : 'checked_out'
}

/** What staff see: an attendance that is complete, but held by a flag nobody decided yet. */
export const shownState = (state: AttendanceState, isFrozen: boolean): AttendanceState =>
  isFrozen && state === 'checked_out' ? 'flagged' : state
