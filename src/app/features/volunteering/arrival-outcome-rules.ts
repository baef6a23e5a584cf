import type { AttendanceState, PresencePhase } from '#contract/volunteering-states'
import { attendanceStates } from '#contract/volunteering-states'
import { Refused } from '#app/platform/refused'

/** What came of holding a code up to the server. */
export type ArrivalOutcome =
  | { kind: 'done'; phase: PresencePhase; state: AttendanceState; at: Date }
  /** Not there yet; `areDigitsWrong` where they were typed and do not fit, or not any more. */
  | { kind: 'refused'; error: unknown; areDigitsWrong: boolean }

const stateIn = (data: Record<string, unknown> | undefined) => attendanceStates.find(state => state === data?.state)

/**
 * A reply that was lost on the way leaves the phone without an answer and the next try with `code-used`: where the attendance has
 * moved on, that is the answer.
 */
export function outcomeOf({ phase, isTyped }: { phase: PresencePhase; isTyped: boolean }, error: unknown, at: Date): ArrivalOutcome {
  if (error instanceof Refused && error.code === 'code-used') {
    const state = stateIn(error.data)
    if (state && state !== 'none') return { kind: 'done', phase, state, at }
  }
  return { kind: 'refused', error, areDigitsWrong: isTyped && error instanceof Refused && error.code === 'code-expired' }
}
