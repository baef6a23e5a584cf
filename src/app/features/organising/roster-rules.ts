import type { RosterLine } from '#contract/volunteering-shapes'
import { signUpFacts, type AttendanceState, type PresenceSignal } from '#contract/volunteering-states'

/** Those who are or were here, then who is expected, then who will not come. */
const order: readonly AttendanceState[] = [
  'checked_in',
  'none',
  'open_checkout',
  'flagged',
  'disputed',
  'checked_out',
  'provisional',
  'verified',
  'adjusted',
  'revoked'
]

const rankOf = ({ attendance, state }: RosterLine) => {
  if (attendance === 'none' && !signUpFacts[state].takesSeat) return order.length + (state === 'waitlisted' ? 0 : 1)
  return order.indexOf(attendance)
}

export const inDeskOrder = (people: readonly RosterLine[]): RosterLine[] =>
  people
    .map((line, place) => ({ line, place }))
    .sort((one, other) => rankOf(one.line) - rankOf(other.line) || one.place - other.place)
    .map(({ line }) => line)

/** Who has a seat, here or not yet. */
export const expectedCount = (people: readonly RosterLine[]) =>
  people.filter(({ state }) => signUpFacts[state].takesSeat && state !== 'pending').length

const gone: readonly AttendanceState[] = ['checked_out', 'provisional', 'verified', 'adjusted']
export const leftCount = (people: readonly RosterLine[]) => people.filter(({ attendance }) => gone.includes(attendance)).length

/** Attendances nobody has decided yet; with one of these left an activity cannot be settled. */
const undecided: readonly AttendanceState[] = ['checked_in', 'checked_out', 'open_checkout', 'flagged', 'disputed']

/** Somebody has to say something about this line: a sign-up waits, an attendance is open, or a seat stayed empty. */
export function isUndecided({ attendance, state, entryState }: RosterLine, isOver: boolean): boolean {
  if (state === 'pending') return !isOver
  if (entryState === 'proposed') return false
  if (attendance === 'none') return isOver && (state === 'confirmed' || state === 'present')
  return undecided.includes(attendance) && (isOver || attendance !== 'checked_in')
}

/** Nothing to look at twice: both ends proved, no flag, no dispute, and minutes to credit. `Confirm all` takes only these. */
export const isClean = ({ attendance, flags, disputeNote, creditMinutes, entryState }: RosterLine) =>
  attendance === 'checked_out' && flags.length === 0 && disputeNote === undefined && creditMinutes > 0 && entryState === undefined

/** What is said where nobody waits for this desk any more; what was typed in may still wait for a second person. */
export function nothingLeftWords(isOver: boolean, proposedCount: number): string {
  if (!isOver) return '现在没有等你决定的。'
  return proposedCount > 0 ? `都认定了。还有 ${proposedCount} 笔补录等第二个人批，批完就能结算。` : '都认定了，可以回活动里结算。'
}

export const proofOf = ({ signalsIn, signalsOut, signalsBetween }: Pick<RosterLine, 'signalsIn' | 'signalsOut' | 'signalsBetween'>) =>
  [
    { word: '签到', signals: signalsIn },
    { word: '中间', signals: signalsBetween },
    { word: '签退', signals: signalsOut }
  ] as const satisfies readonly { word: string; signals: readonly PresenceSignal[] }[]

/** A number for each person by order of signing up: masked names repeat, and staff have to tell people apart. */
export const numbersOf = (people: readonly Pick<RosterLine, 'personId'>[]): ReadonlyMap<string, number> =>
  new Map(people.map(({ personId }, place) => [personId, place + 1]))
