import { v7 as newId } from 'uuid'
import type { Grade, HourSource } from '#contract/volunteering-states'
import type { Writing } from '#server/database/database'
import { reverseForHours } from '#server/points/points-ledger'
import type { ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { revokeCovering } from '#server/volunteering/certificates/certificate-store'
import { detectCreatedAfterStart } from '#server/volunteering/hours/hour-detector-rules'
import { noticeAfterFreeze, noticeFrom } from '#server/volunteering/hours/hour-rules'
import { listFreezes, listHeld, setStandings, type StandingEntry } from '#server/volunteering/hours/hour-standing-store'
import { appendEntries } from '#server/volunteering/hours/hour-store'
import type { DayMinutes } from '#server/volunteering/presence/grade-rules'
import { raiseFlag } from '#server/volunteering/presence/presence-store'

/** What an entry that nobody typed in names as its author; whoever confirmed it is the approver. So nobody is ever both. */
export type Cause = 'presence' | 'correction' | 'dispute' | 'flag' | 'audit'

export interface Entering extends ShiftOfActivity {
  personId: string
  days: readonly (DayMinutes & { entryId?: string })[]
  grade: Grade
  source: HourSource
  reason?: string | undefined
  /** `presence`, or the person who typed it in. */
  authorId: string
  approverId: string
  auditDrawnAt?: Date | undefined
  now: Date
}

/** Adds one entry a business day, on notice; frozen at once where the activity was made after its shift began, or a flag waits. */
export async function enterEntries(writing: Writing, entering: Entering): Promise<void> {
  const { shift, activity, personId, grade, source, authorId, approverId, auditDrawnAt, now } = entering
  const late = detectCreatedAfterStart({ activityCreatedAt: activity.createdAt, shiftCreatedAt: shift.createdAt, startsAt: shift.startsAt })
  const at = { organisationId: activity.organisationId, activityId: activity.activityId, shiftId: shift.shiftId, personId }
  const rows = entering.days.map(({ businessDate, minutes, entryId = newId() }) => ({
    ...at,
    ...{ entryId, businessDate, minutes, grade, source, authorId, approverId, at: now },
    reason: entering.reason ?? null,
    reversesId: null,
    standing: { state: 'notice' as const, noticeUntil: noticeFrom(now), auditDrawnAt }
  }))
  await appendEntries(writing, rows)
  for (const { entryId } of late ? rows : [])
    await raiseFlag(writing, { kind: 'created-after-start', ...at, entryId, facts: late ?? {}, freezes: true, at: now })
  const held = await listHeld(
    writing,
    rows.map(row => row.entryId)
  )
  await setStandings(writing, [...held], { state: 'frozen' })
}

/** Read by whoever verifies a certificate. */
const CORRECTED = '证明里的时长后来有更正，请重新开具'

export interface Reversing {
  cause: Cause
  approverId: string
  reason: string
  now: Date
}

/**
 * Takes entries back by new negative ones; points of those that were final follow, and certificates that count them are revoked. The caller holds the lock on their people. An
 * entry is reversed once: the database takes no second reversal of it.
 */
export async function reverseEntries(writing: Writing, entries: readonly StandingEntry[], reversing: Reversing): Promise<string[]> {
  const { cause, approverId, reason, now } = reversing
  const reversals = entries.map(({ sequence: _, previousHash: __, hash: ___, standing: ____, ...entry }) => ({
    ...entry,
    ...{ entryId: newId(), minutes: -entry.minutes, source: 'reversal' as const, reversesId: entry.entryId },
    ...{ reason, authorId: cause, approverId, at: now },
    standing: { state: 'reversed' as const, noticeUntil: now }
  }))
  await appendEntries(writing, reversals)
  await setStandings(
    writing,
    entries.map(entry => entry.entryId),
    { state: 'reversed' }
  )
  for (const { entryId, personId, businessDate } of [...entries].sort((a, b) => a.personId.localeCompare(b.personId)))
    await reverseForHours(writing, { entryId, personId, businessDate, now })
  for (const { personId, businessDate } of entries.filter(entry => entry.standing.state === 'final'))
    await revokeCovering(writing, { personId, businessDate, reason: CORRECTED, now })
  return reversals.map(row => row.entryId)
}

/** Puts frozen entries that nothing holds any more on notice again, with what was left of it when they were frozen. */
export async function thawEntries(writing: Writing, entries: readonly StandingEntry[], disputedAt: Date | undefined, now: Date) {
  const frozen = entries.filter(entry => entry.standing.state === 'frozen')
  const held = await listHeld(
    writing,
    frozen.map(entry => entry.entryId)
  )
  for (const { entryId, at, standing } of frozen) {
    if (held.has(entryId)) continue
    const dispute = disputedAt ? [{ from: disputedAt, to: now }] : []
    const freezes = [...(await listFreezes(writing, entryId)), ...dispute]
    await setStandings(writing, [entryId], {
      state: 'notice',
      noticeUntil: noticeAfterFreeze({ at, noticeUntil: standing.noticeUntil, freezes, now })
    })
  }
}
