import type { RosterLine } from '#contract/volunteering-shapes'
import type { AttendanceState, Grade, HourEntryState, PresencePhase, PresenceSignal, SignUpState } from '#contract/volunteering-states'
import { shownState } from '#server/volunteering/presence/arrival-rules'
import { creditOf, gradeOf, headCountAgrees, totalMinutes, type DayMinutes, type Interval } from '#server/volunteering/presence/grade-rules'

interface Fact {
  phase: PresencePhase
  signals: readonly PresenceSignal[]
}
interface Attendance {
  state: AttendanceState
  checkedInAt: Date | null
  checkedOutAt: Date | null
  disputeNote: string | null
}
type HeadCount = { counted: number; present: number; at: Date }

/** Signals at each end and between, without repetition; a head-count that agrees is one of those between. */
export interface Proofs {
  signalsIn: PresenceSignal[]
  signalsOut: PresenceSignal[]
  signalsBetween: PresenceSignal[]
}

/** Everything one attendance can show for itself. */
export function proofsOf(
  facts: readonly Fact[],
  attendance: Pick<Attendance, 'checkedInAt' | 'checkedOutAt'> | undefined,
  headCount: HeadCount | undefined
): Proofs {
  const of = (phase: PresencePhase) => [...new Set(facts.filter(fact => fact.phase === phase).flatMap(fact => fact.signals))]
  const isCounted = attendance !== undefined && headCountAgrees(headCount, attendance)
  return { signalsIn: of('in'), signalsOut: of('out'), signalsBetween: [...of('midway'), ...(isCounted ? (['head-count'] as const) : [])] }
}

/** What an attendance is worth: minutes by business day, and the grade its proofs reach. */
export interface Worth {
  days: DayMinutes[]
  grade: Grade | undefined
}

/**
 * What verifying would credit. Without a check-out there is nothing, unless staff say when the person left (`leftAt`): then that
 * end is staff's word, and the grade at most C.
 */
export function worthOf(given: {
  attendance: Pick<Attendance, 'checkedInAt' | 'checkedOutAt'>
  proofs: Proofs
  shift: { startsAt: Date; endsAt: Date }
  otherIntervals: readonly Interval[]
  leftAt?: Date | undefined
}): Worth {
  const { attendance, proofs, shift, otherIntervals, leftAt } = given
  const isByWord = !attendance.checkedOutAt && leftAt !== undefined
  const days = creditOf({
    checkedInAt: attendance.checkedInAt,
    checkedOutAt: attendance.checkedOutAt ?? leftAt,
    shiftStartsAt: shift.startsAt,
    shiftEndsAt: shift.endsAt,
    otherIntervals
  })
  const grade = gradeOf({
    factsIn: proofs.signalsIn,
    factsOut: isByWord ? ['word'] : proofs.signalsOut,
    between: proofs.signalsBetween,
    headCountAgrees: proofs.signalsBetween.includes('head-count')
  })
  return { days, grade }
}

/** How the minutes of a person stand at a shift, and the entries that may be taken back. */
export interface RosterHours {
  state: HourEntryState
  liveIds: readonly string[]
}

interface RosterPerson {
  personId: string
  maskedName: string
  signUp: { state: SignUpState; isWalkIn: boolean }
  position: number | undefined
  attendance: Attendance | undefined
  facts: readonly Fact[]
  flags: readonly { kind: RosterLine['flags'][number]; freezes: boolean; decision: string | null }[]
  otherIntervals: readonly Interval[]
  hours: RosterHours | undefined
}

/** One line of the roster. */
export function rosterLine(person: RosterPerson, shift: { startsAt: Date; endsAt: Date }, headCount: HeadCount | undefined): RosterLine {
  const { personId, maskedName, signUp, position, attendance, flags, otherIntervals, hours } = person
  const proofs = proofsOf(person.facts, attendance, headCount)
  const counts = attendance && attendance.state !== 'revoked'
  const worth = counts ? worthOf({ attendance, proofs, shift, otherIntervals }) : { days: [], grade: undefined }
  const isFrozen = flags.some(flag => flag.freezes && flag.decision === null)
  return {
    ...{ personId, maskedName, state: signUp.state, isWalkIn: signUp.isWalkIn, ...proofs },
    attendance: shownState(attendance?.state ?? 'none', isFrozen),
    creditMinutes: totalMinutes(worth.days),
    flags: [...new Set(flags.map(flag => flag.kind))],
    ...(position !== undefined && { position }),
    ...(attendance?.checkedInAt && { checkedInAt: attendance.checkedInAt.toISOString() }),
    ...(attendance?.checkedOutAt && { checkedOutAt: attendance.checkedOutAt.toISOString() }),
    ...(worth.grade && { grade: worth.grade }),
    ...(hours && { entryState: hours.state }),
    ...(hours && hours.liveIds.length > 0 && { entryIds: [...hours.liveIds] }),
    ...(attendance?.disputeNote && { disputeNote: attendance.disputeNote })
  }
}
