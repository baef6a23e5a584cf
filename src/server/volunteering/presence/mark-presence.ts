import { v7 as newId } from 'uuid'
import type { RefusalCode } from '#contract/refusals'
import type { Point } from '#contract/shapes'
import type { ActivityState, AttendanceState, PresencePhase, PresenceSignal, SignUpState } from '#contract/volunteering-states'
import type { Writing } from '#server/database/database'
import type { ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { isOpenToScans, isTimeFor, stateAfter, type SiteSight } from '#server/volunteering/presence/arrival-rules'
import { isCodeUsed, useCode } from '#server/volunteering/presence/code-store'
import { noticeFrauds } from '#server/volunteering/presence/notice-frauds'
import { addFact, listFacts, lockAttendance, saveAttendance, type AttendanceRow } from '#server/volunteering/presence/presence-store'
import { addWalkIn, findSignUp, moveSignUp } from '#server/volunteering/sign-ups/sign-up-store'

export type Marked = { state: AttendanceState } | { refusal: RefusalCode; data?: Record<string, unknown> }

/** One scan of a code or of a person, judged at the moment it was made. */
export interface Scan {
  /** Held, like the person's lock before it. */
  found: ShiftOfActivity
  personId: string
  phase: PresencePhase
  at: Date
  receivedAt: Date
  signals: readonly PresenceSignal[]
  /** Good once; a paper card has none. */
  codeId?: string | undefined
  /** False where the code was once good and is no more. */
  isFresh: boolean
  staffId?: string | undefined
  /** Staff sign up who came without a sign-up. */
  isWalkIn?: boolean | undefined
  deviceId?: string | undefined
  sight?: SiteSight | undefined
  position?: (Point & { accuracyMetres: number }) | undefined
  /** Of a scan taken without network. */
  factId?: string | undefined
  clockOffsetSeconds?: number | undefined
}

const signedUp: readonly SignUpState[] = ['confirmed', 'present', 'attended']
/** A scan that comes in later proves wrong what the clock concluded in the meantime. */
const signedUpForLateScan: readonly SignUpState[] = [...signedUp, 'no_show']

/** Only what was published has a presence, and only until its books are closed. */
const withPresence: readonly ActivityState[] = ['published', 'running', 'ended']

const isLate = (scan: Scan) => scan.clockOffsetSeconds !== undefined

export const isSignedUp = (state: SignUpState | undefined, isLateScan = false) =>
  state !== undefined && (isLateScan ? signedUpForLateScan : signedUp).includes(state)

async function isDoneAlready(writing: Writing, { found, personId, phase }: Scan, attendance: AttendanceRow | undefined): Promise<boolean> {
  if (attendance && !isOpenToScans(attendance.state)) return true
  if (phase === 'in') return Boolean(attendance?.checkedInAt)
  if (phase === 'out') return Boolean(attendance?.checkedOutAt)
  return (await listFacts(writing, found.shift.shiftId, personId)).some(fact => fact.phase === 'midway')
}

/** Whether somebody had come by then and, for the code in between, not gone. */
const isHere = (phase: PresencePhase, at: Date, attendance: AttendanceRow | undefined) =>
  Boolean(attendance?.checkedInAt && attendance.checkedInAt <= at) && !(phase === 'midway' && attendance?.checkedOutAt)

/** The first reason not to take a scan, or nothing. What was done before is no reason: the same state comes back. */
async function judge(writing: Writing, scan: Scan, attendance: AttendanceRow | undefined): Promise<Marked | undefined> {
  const { found, personId, phase, at, codeId, sight } = scan
  const state = attendance?.state ?? 'none'
  if (codeId && (await isCodeUsed(writing, personId, codeId))) return { refusal: 'code-used', data: { state } }
  if (!withPresence.includes(found.activity.state)) return { refusal: 'shift-closed' }
  // A midway code outside its time is to a resident a code that does not count now.
  if (!isTimeFor(phase, found.shift, at)) return { refusal: phase === 'midway' && !scan.staffId ? 'code-expired' : 'shift-closed' }
  if (!scan.isFresh) return { refusal: 'code-expired' }
  if (phase !== 'in' && !isHere(phase, at, attendance)) return { refusal: 'not-checked-in' }
  if (await isDoneAlready(writing, scan, attendance)) return { state }
  return sight?.sight === 'outside' ? { refusal: 'outside-site', data: { distanceMetres: sight.distanceMetres } } : undefined
}

function factOf(scan: Scan) {
  const { found, personId, phase, at, receivedAt, staffId, deviceId, sight, clockOffsetSeconds } = scan
  const signals: PresenceSignal[] = phase === 'midway' ? ['midway', ...scan.signals] : [...scan.signals]
  if (sight?.sight === 'inside') signals.push('geofence')
  return {
    factId: scan.factId ?? newId(),
    shiftId: found.shift.shiftId,
    signals,
    ...{ personId, phase, at, receivedAt, staffId, deviceId, clockOffsetSeconds },
    distanceMetres: sight?.distanceMetres,
    accuracyMetres: sight?.accuracyMetres
  }
}

async function writePresence(writing: Writing, scan: Scan, attendance: AttendanceRow | undefined): Promise<AttendanceState> {
  const { found, personId, phase, at } = scan
  const { shiftId } = found.shift
  const state = stateAfter(phase, attendance?.state ?? 'none')
  // A position that says nothing of the site is not kept.
  const position = scan.sight?.sight === 'inside' ? scan.position : undefined
  await addFact(writing, factOf(scan), position)
  const moment = phase === 'in' ? { checkedInAt: at } : phase === 'out' ? { checkedOutAt: at } : {}
  if (phase !== 'midway') await saveAttendance(writing, { shiftId, personId, state, stateSince: scan.receivedAt, ...moment })
  if (phase === 'in') {
    const from = isLate(scan) ? (['confirmed', 'no_show'] as const) : 'confirmed'
    await moveSignUp(writing, { shiftId, personId, from, to: 'present', at: scan.receivedAt, actorId: scan.staffId ?? personId })
  }
  await noticeFrauds(writing, { ...scan, position })
  return state
}

/**
 * Takes one scan, or says why not; nothing is written then. The caller holds the person and the shift and has checked whose code
 * it is. Taking the same scan again changes nothing.
 */
export async function markPresence(writing: Writing, scan: Scan): Promise<Marked> {
  const { found, personId, codeId, receivedAt } = scan
  const { shiftId } = found.shift
  const signUp = await findSignUp(writing, shiftId, personId)
  const isExpected = isSignedUp(signUp?.state, isLate(scan))
  if (!isExpected && !(scan.isWalkIn && scan.staffId && scan.phase === 'in')) return { refusal: 'not-joined' }
  const attendance = await lockAttendance(writing, shiftId, personId)
  const judged = await judge(writing, scan, attendance)
  if (judged) return judged
  if (!isExpected && scan.staffId) {
    const joined = await addWalkIn(writing, { shiftId, personId, at: receivedAt, staffId: scan.staffId })
    if (joined !== 'joined') return { refusal: joined }
  }
  if (codeId && !(await useCode(writing, personId, codeId, receivedAt)))
    return { refusal: 'code-used', data: { state: attendance?.state ?? 'none' } }
  return { state: await writePresence(writing, scan, attendance) }
}
