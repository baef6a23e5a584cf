import { volunteering as contract } from '#contract/volunteering'
import type { ShiftGates } from '#contract/volunteering-shapes'
import type { Writing } from '#server/database/database'
import { signUpFacts } from '#contract/volunteering-states'
import { command } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import { refuse, refuseInput } from '#server/refusal'
import { isChangeable, isWrongLength } from '#server/volunteering/activities/activity-rules'
import { findShift, refreshSpan, updateShift, type ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { toShift } from '#server/volunteering/activities/activity-view'
import { holdManagedShift } from '#server/volunteering/activities/planning'
import { toRelease } from '#server/volunteering/sign-ups/seat-rules'
import { moveMany, offerFreedSeats } from '#server/volunteering/sign-ups/seat-store'
import { listOverlaps, listSignUps, lockVolunteers, moveTimes, spanOf } from '#server/volunteering/sign-ups/sign-up-store'
import { maskName } from '#server/volunteering/volunteers/name-rules'

const releasable = ['pending', 'confirmed', 'offered'] as const

interface Narrowing {
  held: ShiftOfActivity
  capacity: number
  isMeant: boolean | undefined
  actorId: string
  now: Date
}

/** A capacity below what is taken releases who came last; unless that is meant, it only says whom. */
async function narrow(writing: Writing, { held: { shift }, capacity, isMeant, actorId, now }: Narrowing): Promise<void> {
  const surplus = shift.taken - capacity
  if (surplus <= 0) return
  const holders = (await listSignUps(writing, shift.shiftId)).filter(row => (releasable as readonly string[]).includes(row.state))
  const released = toRelease(holders.length - surplus, holders).map(row => row.personId)
  const names = await namesOf(writing, released)
  const releases = released.map(personId => maskName(names.get(personId) ?? ''))
  // Who is here already is not sent home by a number.
  if (!isMeant || released.length < surplus) refuse('below-taken', { releases })
  const move = { shiftId: shift.shiftId, from: releasable, to: 'cancelled_by_organiser' as const, at: now, actorId, personIds: released }
  await moveMany(writing, { ...move, note: '名额减少' })
}

function timesOf({ shift, activity }: ShiftOfActivity, input: { startsAt?: string | undefined; endsAt?: string | undefined }, now: Date) {
  const startsAt = input.startsAt ? new Date(input.startsAt) : shift.startsAt
  const endsAt = input.endsAt ? new Date(input.endsAt) : shift.endsAt
  if (startsAt.getTime() === shift.startsAt.getTime() && endsAt.getTime() === shift.endsAt.getTime()) return undefined
  // Minutes are measured against the plan: once a shift runs, its plan stands.
  if (shift.startsAt <= now) refuse('shift-closed')
  if (startsAt <= now) refuse('shift-in-past')
  if (endsAt <= startsAt) refuseInput('endsAt', 'a shift ends after it began')
  const isOut = activity.state === 'published' || activity.state === 'running'
  if (isOut && isWrongLength({ startsAt, endsAt })) refuse('gates-not-met', { gates: ['shift-length'] })
  return { startsAt, endsAt }
}

/** Whom the shift is for from now on; who joined before stays. */
function gatesOf({ shift }: ShiftOfActivity, input: ShiftGates) {
  const { minAge = shift.minAge, maxAge = shift.maxAge, neededSkills = shift.neededSkills } = input
  if (minAge !== null && maxAge !== null && minAge > maxAge) refuseInput('minAge', 'nobody is that old')
  return { minAge, maxAge, neededSkills }
}

/** Holds everybody who is coming, so that what they do at the new time does not change meanwhile. */
async function holdComing(writing: Writing, shiftId: string): Promise<string[]> {
  const coming = (await listSignUps(writing, shiftId)).filter(row => signUpFacts[row.state].isLive).map(row => row.personId)
  await lockVolunteers(writing, coming)
  return coming
}

/** Nobody can be at two shifts at once: a move onto another shift of somebody who is coming says how many it concerns. */
async function refuseOverlaps(writing: Writing, held: ShiftOfActivity, times: { startsAt: Date; endsAt: Date }): Promise<void> {
  const coming = await holdComing(writing, held.shift.shiftId)
  const overlaps = await listOverlaps(writing, coming, { ...spanOf(held), ...times })
  const people = new Set(overlaps.map(row => row.personId)).size
  if (people > 0) refuse('volunteers-elsewhere', { people })
}

export const saveShift = command(contract.saveShift, async ({ input, caller, writing, city, now }) => {
  // People are held before the shift, in the order everybody holds them; who joins in between is held below.
  if (input.startsAt ?? input.endsAt) await holdComing(writing, input.shiftId)
  const held = await holdManagedShift(writing, input.shiftId, { caller, city })
  const { shift, activity } = held
  if (shift.isCancelled || shift.endsAt <= now || !isChangeable(activity.state)) refuse('shift-closed')
  const times = timesOf(held, input, now)
  const capacity = input.capacity ?? shift.capacity
  await narrow(writing, { held, capacity, isMeant: input.releases, actorId: caller.personId, now })
  await updateShift(writing, shift.shiftId, { capacity, ...gatesOf(held, input), ...(times && { ...times, timesChangedAt: now }) })
  if (times) {
    await refuseOverlaps(writing, held, times)
    await moveTimes(writing, shift.shiftId, times)
    await refreshSpan(writing, activity.activityId)
  }
  await offerFreedSeats(writing, shift.shiftId, now)
  return toShift(((await findShift(writing, shift.shiftId)) ?? held).shift)
})
