import { SHIFT_LENGTH_MAX, type ActivityState } from '#contract/volunteering-states'

const MINUTE_MILLISECONDS = 60_000
const DAY_MILLISECONDS = 86_400_000
/** A settled activity leaves the lists after so long. */
export const ARCHIVED_AFTER_DAYS = 90
/** From this risk on volunteers are insured (志愿服务条例 Art. 17). */
const INSURED_FROM_RISK = 2

/** What publishing still needs. The page has a sentence for each. */
export type Gate = 'organisation' | 'staff' | 'risk-note' | 'insurance' | 'site' | 'shifts' | 'shift-length' | 'shift-in-past'

export interface PublishFacts {
  isOrganisationVerified: boolean
  authorId: string | null
  riskLevel: number
  riskNote: string
  insuranceNumber: string | null
  radiusMetres: number
  longitude: number
  latitude: number
  shifts: readonly { startsAt: Date; endsAt: Date; isCancelled: boolean }[]
}

const minutesOf = (shift: { startsAt: Date; endsAt: Date }) => (shift.endsAt.getTime() - shift.startsAt.getTime()) / MINUTE_MILLISECONDS

/** Whether a shift lasts longer than 8 h, or no time at all. */
export const isWrongLength = (shift: { startsAt: Date; endsAt: Date }) => minutesOf(shift) > SHIFT_LENGTH_MAX || minutesOf(shift) <= 0

/** What is missing before an activity may be published (志愿服务条例 Art. 12 risk note, Art. 17 insurance); empty where nothing is. */
export function gatesOf(activity: PublishFacts, now: Date): Gate[] {
  const planned = activity.shifts.filter(shift => !shift.isCancelled)
  const unmet: Record<Gate, boolean> = {
    organisation: !activity.isOrganisationVerified,
    staff: activity.authorId === null,
    'risk-note': activity.riskNote.trim() === '',
    insurance: activity.riskLevel >= INSURED_FROM_RISK && !activity.insuranceNumber?.trim(),
    site: !(activity.radiusMetres > 0) || (activity.longitude === 0 && activity.latitude === 0),
    shifts: planned.length === 0,
    'shift-length': planned.some(isWrongLength),
    'shift-in-past': planned.some(shift => shift.startsAt <= now)
  }
  return (Object.keys(unmet) as Gate[]).filter(gate => unmet[gate])
}

/** States in which an activity may still be changed. */
export const isChangeable = (state: ActivityState) => ['draft', 'in_review', 'published', 'running'].includes(state)

/** Where time alone takes an activity; undefined where it stays. */
export function movedByClock(
  { state, startsAt, endsAt, stateSince }: { state: ActivityState; startsAt: Date; endsAt: Date; stateSince: Date },
  now: Date
): ActivityState | undefined {
  if (state === 'published' && now >= startsAt) return 'running'
  if (state === 'running' && now >= endsAt) return 'ended'
  if (state === 'settled' && now.getTime() - stateSince.getTime() >= ARCHIVED_AFTER_DAYS * DAY_MILLISECONDS) return 'archived'
  return undefined
}
