import { and, eq, inArray, sql } from 'drizzle-orm'
import { signUpFacts, TRAVEL_BUFFER, type SignUpState } from '#contract/volunteering-states'
import type { Reading, Writing } from '#server/database/database'
import { findActivity, lockShift } from '#server/volunteering/activities/activity-store'
import { shifts } from '#server/volunteering/activities/activity-tables'
import { SAME_SITE_DEGREES } from '#server/volunteering/sign-ups/join-rules'
import { isOffering, leavingTo, offerUntil, toOffer } from '#server/volunteering/sign-ups/seat-rules'
import { lockVolunteers, moveSignUp, reckonCoolDowns } from '#server/volunteering/sign-ups/sign-up-store'
import { signUps } from '#server/volunteering/sign-ups/sign-up-tables'

/** More of a waitlist is not looked at for one seat: whoever stands there holds another shift at this time. */
const WAITLIST_LOOKED_AT = 200

const statesThat = (property: 'takesSeat' | 'isLive') =>
  sql.raw(
    Object.entries(signUpFacts)
      .flatMap(([state, facts]) => (facts[property] ? [`'${state}'`] : []))
      .join(', ')
  )

/** The head of the waitlist, and who of it holds no other seat at this time. */
function listWaiting(reading: Reading, shiftId: string) {
  const isSameSite = sql`abs(a.longitude - b.longitude) <= ${SAME_SITE_DEGREES} and abs(a.latitude - b.latitude) <= ${SAME_SITE_DEGREES}`
  const buffer = sql`make_interval(mins => case when ${isSameSite} then 0 else ${TRAVEL_BUFFER}::int end)`
  const canTake = sql<boolean>`not exists (select 1 from sign_ups o join shifts os on os.shift_id = o.shift_id join activities a on a.activity_id = os.activity_id
    join shifts s on s.shift_id = sign_ups.shift_id join activities b on b.activity_id = s.activity_id where o.person_id = sign_ups.person_id and o.shift_id <> sign_ups.shift_id
    and o.starts_at < sign_ups.ends_at + ${buffer} and o.ends_at > sign_ups.starts_at - ${buffer}
    and o.state in (${statesThat('takesSeat')}) and o.state in (${statesThat('isLive')}))`
  return reading
    .select({ personId: signUps.personId, arrival: signUps.arrival, canTake })
    .from(signUps)
    .where(and(eq(signUps.shiftId, shiftId), eq(signUps.state, 'waitlisted')))
    .orderBy(signUps.arrival)
    .limit(WAITLIST_LOOKED_AT)
}

/**
 * Offers every free seat of a shift to the first who wait and can still take it. To be called in the transaction that freed them,
 * which holds the shift; where nobody waits the seat is simply free.
 * @returns how many were offered.
 */
export async function offerFreedSeats(writing: Writing, shiftId: string, now: Date): Promise<number> {
  const [shift] = await writing.select().from(shifts).where(eq(shifts.shiftId, shiftId))
  if (!shift || shift.waitlisted === 0 || shift.taken >= shift.capacity) return 0
  const activity = await findActivity(writing, shift.activityId)
  if (!activity || !isOffering(shift, activity, now)) return 0
  const called = toOffer(shift, await listWaiting(writing, shiftId))
  const until = offerUntil(shift.startsAt, now)
  for (const { personId } of called)
    await moveSignUp(writing, { shiftId, personId, from: 'waitlisted', to: 'offered', at: now, actorId: 'clock' }, { offerUntil: until })
  return called.length
}

interface ManyMoved {
  shiftId: string
  from: readonly SignUpState[]
  to: SignUpState
  at: Date
  actorId: string | null
  note?: string | undefined
  /** Only these people; everybody where it is absent. */
  personIds?: readonly string[] | undefined
  /** Only offers that are over by then: somebody may have been offered anew. */
  offerEndedBy?: Date | undefined
}

/** Moves many sign-ups of one shift, which the caller holds, at once: with their history, the counts of the shift and cool-downs. */
export async function moveMany(writing: Writing, move: ManyMoved): Promise<string[]> {
  const { shiftId, from, to, at, actorId, note = null, personIds, offerEndedBy } = move
  const moment = sql`${at.toISOString()}::timestamptz`
  const whose = personIds ? sql`and person_id in (select json_array_elements_text(${JSON.stringify(personIds)}::json))` : sql``
  const ended = offerEndedBy ? sql`and offer_until <= ${offerEndedBy.toISOString()}::timestamptz` : sql``
  const answer: unknown = await writing.execute(sql`
    with before as (select shift_id, person_id, state from sign_ups where shift_id = ${shiftId}
        and state in (select json_array_elements_text(${JSON.stringify(from)}::json)) ${whose} ${ended} order by arrival for update),
    moved as (update sign_ups u set state = ${to}, state_since = ${moment}, offer_until = null from before b
      where u.shift_id = b.shift_id and u.person_id = b.person_id returning u.person_id, b.state as from_state),
    told as (insert into sign_up_history (shift_id, person_id, sequence, at, from_state, to_state, actor_id, note)
      select ${shiftId}, m.person_id, (select coalesce(max(h.sequence), 0) + 1 from sign_up_history h where h.shift_id = ${shiftId}
        and h.person_id = m.person_id), ${moment}, m.from_state, ${to}, ${actorId}, ${note} from moved m)
    select person_id, from_state from moved`)
  const { rows } = answer as { rows: { person_id: string; from_state: SignUpState }[] }
  const seatsOf = (state: SignUpState) => Number(signUpFacts[state].takesSeat)
  const taken = rows.reduce((sum, row) => sum + seatsOf(to) - seatsOf(row.from_state), 0)
  const waitlisted = rows.reduce((sum, row) => sum + Number(to === 'waitlisted') - Number(row.from_state === 'waitlisted'), 0)
  await writing
    .update(shifts)
    .set({ taken: sql`${shifts.taken} + ${taken}`, waitlisted: sql`${shifts.waitlisted} + ${waitlisted}` })
    .where(eq(shifts.shiftId, shiftId))
  for (const row of rows) await reckonCoolDowns(writing, row.person_id, row.from_state, to, at)
  return rows.map(row => row.person_id)
}

/** States one can still walk away from, and that a cancelled shift ends; who is there already is not sent away. */
export const cancellableStates = ['pending', 'confirmed', 'waitlisted', 'offered'] as const satisfies readonly SignUpState[]

/** Gives back every coming seat of a person and offers it on. @returns how many there were. */
export async function leaveAllShifts(writing: Writing, personId: string, now: Date): Promise<number> {
  await lockVolunteers(writing, [personId])
  const coming = await writing
    .select({ shiftId: signUps.shiftId, startsAt: shifts.startsAt, timesChangedAt: shifts.timesChangedAt })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.shiftId, signUps.shiftId))
    .where(
      and(
        eq(signUps.personId, personId),
        inArray(signUps.state, [...cancellableStates]),
        sql`${signUps.startsAt} > ${now.toISOString()}::timestamptz`
      )
    )
    .orderBy(signUps.shiftId)
  for (const { shiftId } of coming) await lockShift(writing, shiftId)
  let left = 0
  for (const { shiftId, ...shift } of coming) {
    for (const from of cancellableStates) {
      const to = leavingTo(from, shift, now)
      if (to && (await moveSignUp(writing, { shiftId, personId, from, to, at: now, actorId: personId }))) left += 1
    }
    await offerFreedSeats(writing, shiftId, now)
  }
  return left
}
