import { v7 as newId } from 'uuid'
import { volunteering as contract } from '#contract/volunteering'
import { businessDateOf, startOfBusinessDate } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { command } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { findShift, lockShift, type ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { detectCreatedAfterStart, detectNightEntry, detectTypedTooSoon } from '#server/volunteering/hours/hour-detector-rules'
import { addProposal, lockTyping, takeEvidence, typedMinutesBetween } from '#server/volunteering/hours/hour-proposal-store'
import {
  creditMax,
  monthAfter,
  rolesHere,
  typeableAttendances,
  typeableSignUps,
  TYPED_MINUTES_PER_MONTH_MAX
} from '#server/volunteering/hours/hour-rules'
import { isUpheld, liveEntriesOf } from '#server/volunteering/hours/hour-standing-store'
import { lockAttendance, raiseFlag } from '#server/volunteering/presence/presence-store'
import { findSignUp, lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'

/** The activity was public, and the sign-up made, before the shift began; and the shift is over. Nothing is typed in for the past. */
async function requireBefore(writing: Writing, { shift, activity }: ShiftOfActivity, personId: string, now: Date): Promise<void> {
  if (!activity.publishedAt || activity.publishedAt >= shift.startsAt) refuse('activity-not-published')
  const signUp = (await findSignUp(writing, shift.shiftId, personId)) ?? refuse('not-joined')
  if (!typeableSignUps.includes(signUp.state)) refuse('not-joined')
  if (signUp.joinedAt >= shift.startsAt) refuse('sign-up-after-start')
  if (now < shift.endsAt) refuse('shift-not-over')
}

/** What was scanned at both ends is verified, what was decided stays decided. */
async function requireUndecided(writing: Writing, shiftId: string, personId: string): Promise<void> {
  const attendance = await lockAttendance(writing, shiftId, personId)
  if (!typeableAttendances.includes(attendance?.state ?? 'none')) refuse('already-done')
  if ((await liveEntriesOf(writing, shiftId, personId)).length > 0 || (await isUpheld(writing, shiftId, personId))) refuse('already-done')
}

/** No more than the shift can give, and no more than an organisation may type in for a month. */
async function requireWithinLimits(writing: Writing, { shift, activity }: ShiftOfActivity, minutes: number): Promise<void> {
  const limit = creditMax(shift)
  if (minutes > limit) refuse('over-limit', { limit })
  await lockTyping(writing, activity.organisationId)
  const month = businessDateOf(shift.startsAt).slice(0, 7)
  const [from, to] = [startOfBusinessDate(`${month}-01`), startOfBusinessDate(`${monthAfter(month)}-01`)]
  const before = await typedMinutesBetween(writing, activity.organisationId, from, to)
  if (before + minutes > TYPED_MINUTES_PER_MONTH_MAX) refuse('over-limit', { limit: TYPED_MINUTES_PER_MONTH_MAX })
}

/** What the machine notices of hours that are typed in. It holds them; the city office decides. */
async function noticeTyping(
  writing: Writing,
  {
    shift,
    activity,
    entryId,
    personId,
    authorId,
    now
  }: ShiftOfActivity & { entryId: string; personId: string; authorId: string; now: Date }
): Promise<void> {
  const times = { activityCreatedAt: activity.createdAt, shiftCreatedAt: shift.createdAt, startsAt: shift.startsAt }
  const typed = { activityCreatedAt: activity.createdAt, activityAuthorId: activity.authorId, shiftEndsAt: shift.endsAt, authorId, now }
  const noticed = [
    { kind: 'typed-too-soon', facts: detectTypedTooSoon(typed) },
    { kind: 'night-entry', facts: detectNightEntry(now) },
    { kind: 'created-after-start', facts: detectCreatedAfterStart(times) }
  ] as const
  const { organisationId, activityId } = activity
  for (const { kind, facts } of noticed)
    if (facts)
      await raiseFlag(writing, {
        ...{ kind, facts, organisationId, activityId, shiftId: shift.shiftId, personId, entryId },
        ...{ freezes: true, at: now }
      })
}

/**
 * Proposes minutes nobody scanned. This is the door hours were bought through elsewhere, so it opens only for somebody who had signed
 * up beforehand, with a photo, by somebody else; and a second person of another role has to agree.
 */
export const enterHours = command(contract.enterHours, async ({ input, caller, writing, city, now }) => {
  const { shiftId, personId, minutes, reason } = input
  const seen = (await findShift(writing, shiftId)) ?? refuse('shift-not-found')
  const [authorRole] = rolesHere(caller.grants, seen.activity, city.places.contains)
  if (!authorRole) return refuse('shift-not-found')
  if (personId === caller.personId) refuse('same-person')
  await lockVolunteers(writing, [personId])
  const held = (await lockShift(writing, shiftId)) ?? refuse('shift-not-found')
  await requireBefore(writing, held, personId, now)
  const photoIds = [...new Set(input.photoIds)]
  if (photoIds.length === 0) refuse('evidence-needed')
  await requireUndecided(writing, shiftId, personId)
  await requireWithinLimits(writing, held, minutes)
  if (!(await takeEvidence(writing, photoIds, caller.personId))) refuseInput('photoIds', 'not your uploads')
  const [entryId, authorId] = [newId(), caller.personId]
  const proposal = { entryId, shiftId, personId, minutes, reason, photoIds, authorId, authorRole, at: now }
  if (!(await addProposal(writing, proposal))) refuse('already-done')
  await noticeTyping(writing, { ...held, entryId, personId, authorId, now })
  return { entryId, state: 'proposed' as const }
})
