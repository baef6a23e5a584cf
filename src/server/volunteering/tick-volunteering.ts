import type { Writing } from '#server/database/database'
import { listMovedByTime } from '#server/volunteering/activities/activity-clock-store'
import { movedByClock } from '#server/volunteering/activities/activity-rules'
import { lockShift, moveActivity } from '#server/volunteering/activities/activity-store'
import { tickHours } from '#server/volunteering/hours/tick-hours'
import { tickPresence } from '#server/volunteering/presence/tick-presence'
import { moveMany, offerFreedSeats } from '#server/volunteering/sign-ups/seat-store'
import { findDue, listAbsent, listEndedOffers, takeReminders, type Reminder } from '#server/volunteering/sign-ups/sign-up-clock-store'

/** What came of one round; all zero means there was nothing left to do. */
export interface VolunteeringRound {
  /** Entries of service time that became final, or froze. */
  entries: number
  moved: number
  offersEnded: number
  absent: number
  reminded: number
  openCheckouts: number
}

/** published → running → ended by the shifts' times; settled → archived after 90 days. */
async function moveActivities(writing: Writing, now: Date): Promise<number> {
  let moved = 0
  for (const row of await listMovedByTime(writing, now)) {
    const to = movedByClock(row, now)
    if (to && (await moveActivity(writing, { activityId: row.activityId, from: row.state, to, at: now, actorId: 'clock' }))) moved += 1
  }
  return moved
}

const byShift = (rows: readonly { shiftId: string; personId: string }[]) =>
  [...new Set(rows.map(row => row.shiftId))].map(shiftId => ({
    shiftId,
    personIds: rows.filter(row => row.shiftId === shiftId).map(row => row.personId)
  }))

/** An offer nobody took goes to the next who waits; where nobody does, the seat is free again. */
async function endOffers(writing: Writing, now: Date): Promise<number> {
  let ended = 0
  for (const { shiftId, personIds } of byShift(await listEndedOffers(writing, now))) {
    await lockShift(writing, shiftId)
    const move = { shiftId, personIds, from: ['offered'] as const, to: 'declined' as const, at: now, actorId: 'clock' }
    ended += (await moveMany(writing, { ...move, note: '名额保留时间已过', offerEndedBy: now })).length
    await offerFreedSeats(writing, shiftId, now)
  }
  return ended
}

async function markAbsent(writing: Writing, now: Date): Promise<number> {
  let absent = 0
  for (const { shiftId, personIds } of byShift(await listAbsent(writing, now))) {
    await lockShift(writing, shiftId)
    absent += (await moveMany(writing, { shiftId, personIds, from: ['confirmed'], to: 'no_show', at: now, actorId: 'clock' })).length
  }
  return absent
}

/**
 * One batch of everything that happens in volunteering by itself; again with the same `now` it changes nothing more.
 * @param remind takes who is to be reminded; it sends once the transaction is committed.
 */
export async function tickVolunteering(
  writing: Writing,
  now: Date,
  remind: (reminders: readonly Reminder[]) => void = () => undefined
): Promise<VolunteeringRound> {
  // First, for it holds people, and people are held before shifts.
  const entries = await tickHours(writing, now)
  const due = await findDue(writing, now)
  const moved = await moveActivities(writing, now)
  const offersEnded = due.offers ? await endOffers(writing, now) : 0
  const absent = due.absent ? await markAbsent(writing, now) : 0
  const reminders = due.reminders ? await takeReminders(writing, now) : []
  remind(reminders)
  return { entries, moved, offersEnded, absent, reminded: reminders.length, ...(await tickPresence(writing, now)) }
}
