import type { ActivityCard, MySignUp, Shift } from '#contract/volunteering-shapes'
import { signUpFacts, type SignUpState } from '#contract/volunteering-states'
import type { City } from '#server/city'
import type { ActivityRow, ShiftRow } from '#server/volunteering/activities/activity-store'
import type { MySignUpRow } from '#server/volunteering/sign-ups/my-sign-ups-store'

export const toSite = ({ longitude, latitude, radiusMetres }: ActivityRow) => ({ longitude, latitude, radiusMetres })

export const communityNameOf = (communityId: string, { places }: City) => places.areaOf(communityId)?.name ?? communityId

export const toMySignUp = (row: MySignUpRow): MySignUp => ({
  state: row.state,
  ...(row.state === 'waitlisted' && { position: row.position }),
  ...(row.state === 'offered' && row.offerUntil && { offerUntil: row.offerUntil.toISOString() }),
  attendance: row.attendance,
  ...(row.reason !== null && { reason: row.reason })
})

/** A shift as anybody sees it, with the caller's own sign-up where there is one. The secret stays here. */
export function toShift(row: ShiftRow, mine?: MySignUpRow): Shift {
  return {
    shiftId: row.shiftId,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    capacity: row.capacity,
    seatsLeft: row.isCancelled ? 0 : row.capacity - row.taken,
    joinedCount: row.taken,
    waitlistCount: row.waitlisted,
    isCancelled: row.isCancelled,
    ...(row.timesChangedAt && { timesChangedAt: row.timesChangedAt.toISOString() }),
    ...(row.position && { position: row.position }),
    ...(row.minAge !== null && { minAge: row.minAge }),
    ...(row.maxAge !== null && { maxAge: row.maxAge }),
    ...(row.neededSkills.length > 0 && { neededSkills: row.neededSkills }),
    ...(mine && { mySignUp: toMySignUp(mine) })
  }
}

interface CardParts {
  city: City
  organisationName: string
  shifts: readonly ShiftRow[]
  mine: readonly MySignUpRow[]
  now: Date
}

/** What a card says of somebody's own sign-ups, the first that they have. */
const tellingStates: readonly SignUpState[] = ['offered', 'present', 'confirmed', 'pending', 'waitlisted']

function mineToTell(shifts: readonly ShiftRow[], mine: readonly MySignUpRow[], now: Date): SignUpState | undefined {
  const going = new Set(shifts.filter(shift => shift.endsAt > now).map(shift => shift.shiftId))
  const states = mine.filter(one => going.has(one.shiftId)).map(one => one.state)
  return tellingStates.find(state => states.includes(state))
}

/** A card shows the next shift that is not over; the last one where all are. */
export function toActivityCard(row: ActivityRow, { city, organisationName, shifts, mine, now }: CardParts): ActivityCard {
  const planned = shifts.filter(shift => !shift.isCancelled)
  const shown = planned.find(shift => shift.endsAt > now) ?? planned.at(-1)
  const mySignUp = mineToTell(planned, mine, now)
  const coming = planned.filter(shift => shift.startsAt > now)
  return {
    activityId: row.activityId,
    title: row.title,
    topic: row.topic,
    state: row.state,
    organisationName,
    communityId: row.communityId,
    communityName: communityNameOf(row.communityId, city),
    site: toSite(row),
    ...(row.meetingPlace && { meetingPlace: row.meetingPlace }),
    startsAt: (shown?.startsAt ?? row.startsAt).toISOString(),
    endsAt: (shown?.endsAt ?? row.endsAt).toISOString(),
    shiftCount: planned.length,
    seatsLeft: coming.reduce((sum, shift) => sum + shift.capacity - shift.taken, 0),
    isJoined: mine.some(({ state }) => signUpFacts[state].isLive || state === 'attended'),
    ...(mySignUp && { mySignUp })
  }
}
