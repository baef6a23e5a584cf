import { businessDateOf } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { isPast, WARNED_AT_DAYS } from '#server/points/lots/lot-rules'
import { countExpiries, listLotsLeft, listPeopleWithPastLots, takeWarnings } from '#server/points/lots/lot-store'
import { findFreeze } from '#server/points/hold-store'
import { recordPoints } from '#server/points/points-ledger'
import { entriesOfExpiry, expiryId } from '#server/points/points-rules'
import { lockPoints } from '#server/points/points-store'

/** What one round of the clock takes on; the rest waits for the next round. */
const PEOPLE_AT_ONCE_MAX = 100
const WARNINGS_AT_ONCE_MAX = 500
const DAY_MILLISECONDS = 86_400_000

/** A WeChat reminder as the clock sends it; the day the points end stands where a shift says when it begins. */
export interface PointsReminder {
  openid: string | null
  title: string
  startsAt: Date
  meetingPlace: string
  isCancelled: false
}

async function expireLotsOf(writing: Writing, personId: string, now: Date): Promise<number> {
  const today = businessDateOf(now)
  if (await findFreeze(writing, personId)) return 0
  const past = (await listLotsLeft(writing, personId)).filter(lot => isPast(lot, today))
  for (const { lotId, left } of past)
    await recordPoints(writing, {
      ...{ transactionId: expiryId(lotId, (await countExpiries(writing, lotId)) + 1), kind: 'expire', rule: 'expiry', ruleVersion: 1 },
      ...{ cause: `lot:${lotId}`, personId, businessDate: today, at: now, clipped: 0 },
      entries: entriesOfExpiry(personId, left),
      moves: [{ lotId, amount: -left }]
    })
  return past.length
}

async function expireLots(writing: Writing, now: Date): Promise<number> {
  const due = await listPeopleWithPastLots(writing, businessDateOf(now), PEOPLE_AT_ONCE_MAX)
  // Everybody first, in a fixed order, so that two clocks never wait for each other in a circle.
  for (const { personId } of due) await lockPoints(writing, personId)
  let expired = 0
  for (const { personId } of due) expired += await expireLotsOf(writing, personId, now)
  return expired
}

/** Thirty days before points end, and again at seven, their person hears of it; after a long stop once, of the nearer day. */
async function warn(writing: Writing, now: Date): Promise<PointsReminder[]> {
  const told: PointsReminder[] = []
  for (const days of [...WARNED_AT_DAYS].sort((a, b) => a - b)) {
    const until = businessDateOf(new Date(now.getTime() + days * DAY_MILLISECONDS))
    for (const { openid, amount, expiresOn } of await takeWarnings(writing, {
      today: businessDateOf(now),
      until,
      days,
      limit: WARNINGS_AT_ONCE_MAX
    }))
      told.push({
        ...{ openid, title: `${amount} 积分快到期了`, startsAt: new Date(`${expiresOn}T23:59:00+08:00`) },
        ...{ meetingPlace: '到期前可在积分超市使用', isCancelled: false }
      })
  }
  return told
}

/**
 * One batch of what happens to points by itself: what is past its last day expires, whoever has points that end soon hears of it.
 * Again with the same `now` it changes nothing more; in whatever order lots expire, holds are given back and clocks run, the end is the
 * same. What is held or frozen does not expire.
 * @param remind takes who is to be reminded; it sends once the transaction is committed.
 */
export async function tickPoints(
  writing: Writing,
  now: Date,
  remind: (reminders: readonly PointsReminder[]) => void = () => undefined
): Promise<{ expired: number; warned: number }> {
  const expired = await expireLots(writing, now)
  const reminders = await warn(writing, now)
  remind(reminders)
  return { expired, warned: reminders.length }
}
