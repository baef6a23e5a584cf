import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { people } from '#server/people/people-tables'
import { activities, shifts } from '#server/volunteering/activities/activity-tables'
import { signUps } from '#server/volunteering/sign-ups/sign-up-tables'

/** What one round of the clock takes on; the rest waits for the next round. */
const AT_ONCE_MAX = 200
/** A clock that stood still for longer than this finds nobody to remind or to mark any more. */
const LOOKED_BACK_DAYS = 60

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`

export interface Due {
  offers: boolean
  absent: boolean
  reminders: boolean
}

const absentees = (now: Date) => sql`select 1 from shifts s join sign_ups u on u.shift_id = s.shift_id where u.state = 'confirmed'
  and s.ends_at <= ${moment(now)} and s.ends_at > ${moment(now)} - make_interval(days => ${LOOKED_BACK_DAYS}::int)
  and not exists (select 1 from attendances a where a.shift_id = u.shift_id and a.person_id = u.person_id and a.checked_in_at is not null)`

/** A seat a day before its shift, and one the organiser took back, each told once. */
const untold = (now: Date) => sql`shifts.starts_at > ${moment(now)} and (
  (sign_ups.state = 'confirmed' and shifts.starts_at <= ${moment(now)} + interval '24 hours' and sign_ups.reminded_at is null)
  or (sign_ups.state = 'cancelled_by_organiser' and (sign_ups.reminded_at is null or sign_ups.reminded_at < sign_ups.state_since)))`

const unreminded = (now: Date) => sql`select 1 from shifts join sign_ups on sign_ups.shift_id = shifts.shift_id where ${untold(now)}`

/** What there is to do at all, in one look: most minutes there is nothing. */
export async function findDue(writing: Writing, now: Date): Promise<Due> {
  const offers = sql`select 1 from sign_ups where state = 'offered' and offer_until <= ${moment(now)}`
  const answer: unknown = await writing.execute(
    sql`select exists (${offers}) as offers, exists (${absentees(now)}) as absent, exists (${unreminded(now)}) as reminders`
  )
  const [due] = (answer as { rows: Due[] }).rows
  return due ?? { offers: true, absent: true, reminders: true }
}

/** Offers nobody answered in time, by shift in the order shifts are held. */
export const listEndedOffers = (reading: Reading, now: Date) =>
  reading
    .select({ shiftId: signUps.shiftId, personId: signUps.personId })
    .from(signUps)
    .where(and(eq(signUps.state, 'offered'), lte(signUps.offerUntil, now)))
    .orderBy(asc(signUps.shiftId), asc(signUps.arrival))
    .limit(AT_ONCE_MAX)

/** People with a seat in a shift that is over, who never checked in. */
export const listAbsent = (reading: Reading, now: Date) =>
  reading
    .select({ shiftId: signUps.shiftId, personId: signUps.personId })
    .from(shifts)
    .innerJoin(signUps, eq(signUps.shiftId, shifts.shiftId))
    .where(
      and(
        sql`${shifts.endsAt} <= ${moment(now)} and ${shifts.endsAt} > ${moment(now)} - make_interval(days => ${LOOKED_BACK_DAYS}::int)`,
        eq(signUps.state, 'confirmed'),
        sql`not exists (select 1 from attendances a where a.shift_id = sign_ups.shift_id and a.person_id = sign_ups.person_id and a.checked_in_at is not null)`
      )
    )
    .orderBy(asc(signUps.shiftId), asc(signUps.arrival))
    .limit(AT_ONCE_MAX)

/** A reminder that was due; the openid is for WeChat alone. */
export interface Reminder {
  openid: string | null
  title: string
  startsAt: Date
  meetingPlace: string | null
  /** The organiser took the seat back: not to come is what is told. */
  isCancelled: boolean
}

/** Marks sign-ups that there is something to tell about as told, once each, and says whom to tell. */
export async function takeReminders(writing: Writing, now: Date): Promise<Reminder[]> {
  const due = await writing
    .select({ shiftId: signUps.shiftId, personId: signUps.personId, state: signUps.state, openid: people.openid, ...shownInReminder })
    .from(shifts)
    .innerJoin(signUps, eq(signUps.shiftId, shifts.shiftId))
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .innerJoin(people, eq(people.personId, signUps.personId))
    .where(untold(now))
    .orderBy(asc(signUps.shiftId), asc(signUps.arrival))
    .limit(AT_ONCE_MAX)
    .for('update', { of: signUps, skipLocked: true })
  for (const { shiftId, personId } of due)
    await writing
      .update(signUps)
      .set({ remindedAt: now })
      .where(and(eq(signUps.shiftId, shiftId), eq(signUps.personId, personId)))
  return due.map(({ state, openid, title, startsAt, meetingPlace }) => ({
    ...{ openid, title, startsAt, meetingPlace },
    isCancelled: state === 'cancelled_by_organiser'
  }))
}

const shownInReminder = { title: activities.title, startsAt: shifts.startsAt, meetingPlace: activities.meetingPlace }
