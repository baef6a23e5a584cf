import { volunteering as contract } from '#contract/volunteering'
import type { AttendanceState, Grade } from '#contract/volunteering-states'
import type { Writing } from '#server/database/database'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { findShift, lockShift, type ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { creditOfAttendance } from '#server/volunteering/hours/credit-of-attendance'
import { enterEntries, reverseEntries, thawEntries } from '#server/volunteering/hours/enter-entries'
import { decidable, higherRole, levelOf, saysTheSame, typeableSignUps, type ApprovalLevel } from '#server/volunteering/hours/hour-rules'
import { isUpheld, liveEntriesOf, minutesElsewhere, type StandingEntry } from '#server/volunteering/hours/hour-standing-store'
import { totalMinutes, type DayMinutes } from '#server/volunteering/presence/grade-rules'
import { isFrozen, lockAttendance, saveAttendance, type AttendanceRow } from '#server/volunteering/presence/presence-store'
import { findSignUp, lockVolunteers, moveSignUp } from '#server/volunteering/sign-ups/sign-up-store'

interface Verifying extends ShiftOfActivity {
  personId: string
  verifierId: string
  level: ApprovalLevel
  note: string | undefined
  leftAt: string | undefined
  now: Date
}

interface Verified {
  attendance: AttendanceState
  minutes: number
  grade?: Grade
}

/** Refused where somebody's day comes to more than this level may approve. */
export async function requireLevel(
  writing: Writing,
  { personId, shiftId, days, level }: { personId: string; shiftId: string; days: readonly DayMinutes[]; level: ApprovalLevel }
): Promise<void> {
  const dates = days.map(day => day.businessDate)
  if (dates.length === 0) return
  const elsewhere = await minutesElsewhere(writing, personId, shiftId, dates)
  for (const { businessDate, minutes } of days) {
    const role = higherRole(level, minutes + (elsewhere.get(businessDate) ?? 0))
    if (role) refuse('higher-approval', { role })
  }
}

/** Writes what was decided of an attendance. The sign-up is over with it, whatever the minutes. */
async function decide(writing: Writing, verifying: Verifying, state: AttendanceState, checkedOutAt?: Date): Promise<void> {
  const { shift, personId, verifierId, note, now } = verifying
  const { shiftId } = shift
  const decided = { state, stateSince: now, verifierId, verifierNote: note ?? null, ...(checkedOutAt && { checkedOutAt }) }
  await saveAttendance(writing, { shiftId, personId, ...decided })
  await moveSignUp(writing, { shiftId, personId, from: ['confirmed', 'present', 'no_show'], to: 'attended', at: now, actorId: verifierId })
}

/** Staff looked again and find that what stands is right: its notice goes on. */
async function uphold(writing: Writing, verifying: Verifying, entries: readonly StandingEntry[], disputedAt: Date): Promise<Verified> {
  await decide(writing, verifying, 'provisional')
  await thawEntries(writing, entries, disputedAt, verifying.now)
  const [first] = entries
  return { attendance: 'provisional', minutes: totalMinutes(entries), ...(first && { grade: first.grade }) }
}

async function approve(writing: Writing, verifying: Verifying, attendance: AttendanceRow): Promise<Verified> {
  const { shift, activity, personId, verifierId: approverId, level, note, leftAt, now } = verifying
  const isBarred = (await isFrozen(writing, shift.shiftId, personId)) || (await isUpheld(writing, shift.shiftId, personId))
  if (isBarred) refuse('attendance-flagged')
  const entered = await liveEntriesOf(writing, shift.shiftId, personId)
  const isTypedIn = entered.some(entry => entry.source === 'typed')
  if (isTypedIn && leftAt === undefined) return uphold(writing, verifying, entered, attendance.stateSince)
  const { days, grade, source, checkedOutAt } = await creditOfAttendance(writing, { attendance, shift, word: { note, leftAt }, now })
  await requireLevel(writing, { personId, shiftId: shift.shiftId, days, level })
  const isSame = saysTheSame(
    entered,
    days.map(day => ({ ...day, grade }))
  )
  if (entered.length > 0 && isSame) return uphold(writing, verifying, entered, attendance.stateSince)
  const reason = note ?? '时长有异议，核实后重新记录'
  if (entered.length > 0) await reverseEntries(writing, entered, { cause: 'dispute', approverId, reason, now })
  const state = entered.length > 0 ? 'adjusted' : days.length > 0 ? 'provisional' : 'verified'
  // Decided first: an attendance that is still disputed would freeze what is entered for it.
  await decide(writing, verifying, state, source === 'word' ? checkedOutAt : undefined)
  await enterEntries(writing, { shift, activity, personId, days, grade, source, reason: note, authorId: 'presence', approverId, now })
  return { attendance: state, minutes: totalMinutes(days), grade }
}

async function reject(writing: Writing, verifying: Verifying): Promise<Verified> {
  const { shift, personId, verifierId: approverId, note, now } = verifying
  const entered = await liveEntriesOf(writing, shift.shiftId, personId)
  await reverseEntries(writing, entered, { cause: 'dispute', approverId, reason: note ?? '核实后不计时长', now })
  await decide(writing, verifying, 'revoked')
  return { attendance: 'revoked', minutes: 0 }
}

async function callNoShow(writing: Writing, { shift, personId, verifierId, note, now }: Verifying): Promise<Verified> {
  if (now < shift.endsAt) refuse('move-not-allowed')
  const { shiftId } = shift
  const signUp = await findSignUp(writing, shiftId, personId)
  const moved = await moveSignUp(writing, { shiftId, personId, from: 'confirmed', to: 'no_show', at: now, actorId: verifierId, note })
  if (!moved && signUp?.state !== 'no_show') refuse('move-not-allowed')
  return { attendance: 'none', minutes: 0 }
}

/** Staff look at one attendance and say what it comes to. Nobody verifies themselves, and nobody sees shifts that are not theirs. */
export const verifyAttendance = command(contract.verifyAttendance, async ({ input, caller, writing, city, now }) => {
  const { shiftId, personId, decision, note, leftAt } = input
  const seen = (await findShift(writing, shiftId)) ?? refuse('shift-not-found')
  const level = levelOf(caller.grants, seen.activity, city.places) ?? refuse('shift-not-found')
  if (personId === caller.personId) refuse('same-person')
  await lockVolunteers(writing, [personId])
  const held = (await lockShift(writing, shiftId)) ?? refuse('shift-not-found')
  const signUp = (await findSignUp(writing, shiftId, personId)) ?? refuse('not-joined')
  if (!typeableSignUps.includes(signUp.state)) refuse('not-joined')
  const attendance = await lockAttendance(writing, shiftId, personId)
  if (!decidable[decision].includes(attendance?.state ?? 'none')) refuse('move-not-allowed')
  const verifying = { ...held, personId, verifierId: caller.personId, level, note, leftAt, now }
  if (decision === 'no-show') return callNoShow(writing, verifying)
  if (decision === 'reject') return reject(writing, verifying)
  return approve(writing, verifying, attendance ?? refuse('move-not-allowed'))
})
