import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import { liveSignUpStates, signUpFacts, TRAVEL_BUFFER, type SignUpState } from '#contract/volunteering-states'
import type { Reading, Writing } from '#server/database/database'
import { lockShift, type ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { activities, shifts } from '#server/volunteering/activities/activity-tables'
import { overlaps, type Span } from '#server/volunteering/sign-ups/join-rules'
import { signUpHistory, signUps } from '#server/volunteering/sign-ups/sign-up-tables'
import { coolDownOf, faultsSince, faultStates, isFault } from '#server/volunteering/volunteers/cool-down-rules'
import { easeCoolDown, setCoolDown } from '#server/volunteering/volunteers/volunteer-store'

export type SignUpRow = typeof signUps.$inferSelect

const MINUTE_MILLISECONDS = 60_000

/**
 * Everything that changes the sign-ups of these people waits its turn, so that overlaps are decided on what is true. Taken in one
 * order, before the rows of shifts.
 */
export async function lockVolunteers(writing: Writing, personIds: readonly string[]): Promise<void> {
  const inOrder = JSON.stringify([...new Set(personIds)].sort())
  await writing.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('volunteer:' || id, 0)) from json_array_elements_text(${inOrder}::json) as held (id)`
  )
}

export async function findSignUp(reading: Reading, shiftId: string, personId: string): Promise<SignUpRow | undefined> {
  const [row] = await reading
    .select()
    .from(signUps)
    .where(and(eq(signUps.shiftId, shiftId), eq(signUps.personId, personId)))
  return row
}

/** Everybody who ever signed up for a shift, in order of arrival. */
export const listSignUps = (reading: Reading, shiftId: string): Promise<SignUpRow[]> =>
  reading.select().from(signUps).where(eq(signUps.shiftId, shiftId)).orderBy(asc(signUps.arrival))

export interface SignUpMove {
  shiftId: string
  personId: string
  /** The states it may stand in. */
  from: SignUpState | readonly SignUpState[]
  to: SignUpState
  at: Date
  /** The person, staff, or `clock`. */
  actorId: string | null
  note?: string | undefined
}

const historySequence = (shiftId: string, personId: string) =>
  sql<number>`(select coalesce(max(h.sequence), 0) + 1 from sign_up_history h where h.shift_id = ${shiftId} and h.person_id = ${personId})`

const counts = (state: SignUpState) => ({ taken: Number(signUpFacts[state].takesSeat), waitlisted: Number(state === 'waitlisted') })

/** What moving between two states does to the counts of the shift. */
async function countSeats(writing: Writing, shiftId: string, from: SignUpState, to: SignUpState): Promise<void> {
  const [before, after] = [counts(from), counts(to)]
  const [taken, waitlisted] = [after.taken - before.taken, after.waitlisted - before.waitlisted]
  if (taken === 0 && waitlisted === 0) return
  await writing
    .update(shifts)
    .set({ taken: sql`${shifts.taken} + ${taken}`, waitlisted: sql`${shifts.waitlisted} + ${waitlisted}` })
    .where(eq(shifts.shiftId, shiftId))
}

/** Late cancellations and no-shows of a person that count now. */
export async function listFaults(reading: Reading, personId: string, now: Date): Promise<Date[]> {
  const rows = await reading
    .select({ at: signUps.stateSince })
    .from(signUps)
    .where(and(eq(signUps.personId, personId), inArray(signUps.state, [...faultStates]), gte(signUps.stateSince, faultsSince(now))))
  return rows.map(row => row.at)
}

/** Where the faults of a person that count now were made. */
export const listFaultPlaces = (reading: Reading, personId: string, now: Date) =>
  reading
    .select({ communityId: activities.communityId, streetId: activities.streetId, cityId: activities.cityId })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.shiftId, signUps.shiftId))
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .where(and(eq(signUps.personId, personId), inArray(signUps.state, [...faultStates]), gte(signUps.stateSince, faultsSince(now))))

/** A fault that was made or taken back moves the cool-down of its person. */
export async function reckonCoolDowns(writing: Writing, personId: string, from: SignUpState, to: SignUpState, at: Date): Promise<void> {
  if (isFault(from) === isFault(to)) return
  const until = coolDownOf(await listFaults(writing, personId, at))
  if (!isFault(to)) await easeCoolDown(writing, personId, until)
  else if (until) await setCoolDown(writing, personId, until, at)
}

/**
 * Moves a sign-up and writes its history, its shift's counts and, for faults, the cool-down. The caller holds the shift where a
 * seat is freed, and offers it in the same transaction (`offerFreedSeats`).
 * @returns false where it does not stand in `from`.
 */
export async function moveSignUp(writing: Writing, move: SignUpMove, change: Partial<SignUpRow> = {}): Promise<boolean> {
  const { shiftId, personId, to, at, actorId } = move
  const mine = and(eq(signUps.shiftId, shiftId), eq(signUps.personId, personId))
  const [row] = await writing.select({ state: signUps.state }).from(signUps).where(mine).for('update')
  const allowed = typeof move.from === 'string' ? [move.from] : move.from
  if (!row || !allowed.includes(row.state)) return false
  await writing
    .update(signUps)
    .set({ offerUntil: null, ...change, state: to, stateSince: at })
    .where(mine)
  await writing.insert(signUpHistory).values({
    ...{ shiftId, personId, at, to, actorId },
    sequence: historySequence(shiftId, personId),
    from: row.state,
    note: move.note ?? null
  })
  await countSeats(writing, shiftId, row.state, to)
  await reckonCoolDowns(writing, personId, row.state, to, at)
  return true
}

interface Times {
  startsAt: Date
  endsAt: Date
}

/** Other live sign-ups of these people at this time, the way between the sites included. */
export async function listOverlaps(
  reading: Reading,
  personIds: readonly string[],
  { shiftId, ...span }: Span & { shiftId: string }
): Promise<SignUpRow[]> {
  if (personIds.length === 0) return []
  const buffer = TRAVEL_BUFFER * MINUTE_MILLISECONDS
  const [from, to] = [new Date(span.startsAt.getTime() - buffer), new Date(span.endsAt.getTime() + buffer)]
  const rows = await reading
    .select({ signUp: signUps, longitude: activities.longitude, latitude: activities.latitude })
    .from(signUps)
    .innerJoin(shifts, eq(shifts.shiftId, signUps.shiftId))
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .where(
      and(
        inArray(signUps.personId, [...personIds]),
        inArray(signUps.state, liveSignUpStates),
        sql`${signUps.shiftId} <> ${shiftId} and ${signUps.startsAt} < ${to.toISOString()}::timestamptz and ${signUps.endsAt} > ${from.toISOString()}::timestamptz`
      )
    )
    .orderBy(asc(signUps.startsAt))
  return rows.filter(({ signUp, ...site }) => overlaps({ ...signUp, ...site }, span)).map(({ signUp }) => signUp)
}

/** Another live sign-up of a person at the time of a shift. */
export async function findOverlap(
  reading: Reading,
  personId: string,
  { shift, activity }: ShiftOfActivity
): Promise<SignUpRow | undefined> {
  const [row] = await listOverlaps(reading, [personId], spanOf({ shift, activity }))
  return row
}

/** When and where a shift takes place. */
export const spanOf = ({ shift, activity }: ShiftOfActivity) => ({
  shiftId: shift.shiftId,
  ...{ startsAt: shift.startsAt, endsAt: shift.endsAt },
  ...{ longitude: activity.longitude, latitude: activity.latitude }
})

/** A shift that moved takes its sign-ups along: they are reminded of the new time, and no seat is kept beyond its start. */
export async function moveTimes(writing: Writing, shiftId: string, times: Times): Promise<void> {
  await writing
    .update(signUps)
    .set({
      ...times,
      // Whoever is not coming any more was told so already.
      remindedAt: sql`case when ${inArray(signUps.state, liveSignUpStates)} then null else ${signUps.remindedAt} end`,
      offerUntil: sql`case when ${signUps.offerUntil} is not null then least(${signUps.offerUntil}, ${times.startsAt.toISOString()}::timestamptz) end`
    })
    .where(eq(signUps.shiftId, shiftId))
}

const returnableStates = ['waitlisted', 'offered', 'declined', 'cancelled_early', 'cancelled_late', 'cancelled_by_organiser'] as const

/**
 * Signs up somebody who stands at the desk, where a seat is free; a seat kept for an offer is not. Holds the person and the shift.
 * Whoever is signed up already stays so; whoever was rejected is not let in by another door.
 */
export async function addWalkIn(
  writing: Writing,
  { shiftId, personId, at, staffId }: { shiftId: string; personId: string; at: Date; staffId: string }
): Promise<'joined' | 'shift-full' | 'overlapping-shift' | 'not-joined'> {
  await lockVolunteers(writing, [personId])
  const held = await lockShift(writing, shiftId)
  if (!held) return 'not-joined'
  const { shift } = held
  const earlier = await findSignUp(writing, shiftId, personId)
  if (earlier && (earlier.state === 'confirmed' || earlier.state === 'present' || earlier.state === 'attended')) return 'joined'
  if (await findOverlap(writing, personId, held)) return 'overlapping-shift'
  if (earlier?.state !== 'offered' && shift.taken >= shift.capacity) return 'shift-full'
  if (earlier) {
    const back = { shiftId, personId, from: returnableStates, to: 'confirmed' as const, at, actorId: staffId }
    return (await moveSignUp(writing, back, { isWalkIn: true })) ? 'joined' : 'not-joined'
  }
  const { nextArrival: arrival, startsAt, endsAt } = shift
  const row = { shiftId, personId, state: 'confirmed' as const, isWalkIn: true, startsAt, endsAt }
  await writing.insert(signUps).values({ ...row, arrival, joinedAt: at, stateSince: at })
  await writing.insert(signUpHistory).values({ shiftId, personId, sequence: 1, at, from: null, to: 'confirmed', actorId: staffId })
  await writing
    .update(shifts)
    .set({ taken: sql`${shifts.taken} + 1`, nextArrival: sql`${shifts.nextArrival} + 1` })
    .where(eq(shifts.shiftId, shiftId))
  return 'joined'
}
