import { LATE_SECONDS } from '#contract/quiz-states'
import type { Contest } from '#contract/quizzes-contests'
import type { ContestStanding } from '#app/words/contests'

const MINUTE_MILLISECONDS = 60_000
const millisecondsOf = (at: string) => new Date(at).getTime()

/**
 * How a contest stands for whoever looks at it. The page may have been open for long, so time is asked anew.
 * @param now milliseconds of the server's clock.
 */
export function standingOf({ state, phase, opensAt, closesAt, mine }: Contest, now: number): ContestStanding {
  const closes = millisecondsOf(closesAt)
  if (state === 'cancelled') return 'cancelled'
  // The last answers may be on their way for some seconds, and until they are in nothing is told.
  if (phase === 'over' || now > closes + LATE_SECONDS * 1000) return 'over'
  if (now < millisecondsOf(opensAt)) return 'coming'
  if (!mine) return now < closes ? 'open' : 'over'
  return mine.state === 'in_progress' && now < millisecondsOf(mine.deadline) ? 'going' : 'done'
}

/** Whether my attempt ran out of time and nobody has graded it yet. */
export const needsEnding = ({ mine }: Pick<Contest, 'mine'>, now: number) =>
  mine !== undefined && mine.score === undefined && now >= millisecondsOf(mine.deadline)

/** How long I would have if I began now, in whole minutes, and whether the end of the contest cuts it short. */
export function timeToAnswer({ minutes, closesAt }: Pick<Contest, 'minutes' | 'closesAt'>, now: number) {
  const left = Math.floor((millisecondsOf(closesAt) - now) / MINUTE_MILLISECONDS)
  return left < minutes ? { minutes: Math.max(1, left), isCutShort: true } : { minutes, isCutShort: false }
}

/** Of a contest that was called off: why, as the office said it; undefined for any other. */
export const cancelWords = ({ state, cancelNote }: Pick<Contest, 'state' | 'cancelNote'>) =>
  state === 'cancelled' && cancelNote !== undefined ? `原因：${cancelNote}` : undefined

const importance: Partial<Record<ContestStanding, number>> = { going: 0, open: 1, coming: 2, done: 3 }

/** The contest that the page of quizzes names: one begun, one open, one to come, one I have done; undefined where none is left. */
export function firstToName(contests: readonly Contest[], now: number): { contest: Contest; standing: ContestStanding } | undefined {
  const known = contests.map(contest => ({ contest, standing: standingOf(contest, now) }))
  const rank = ({ standing }: { standing: ContestStanding }) => importance[standing] ?? Infinity
  const [first] = known
    .filter(one => rank(one) < Infinity)
    .sort((one, other) => rank(one) - rank(other) || millisecondsOf(one.contest.closesAt) - millisecondsOf(other.contest.closesAt))
  return first
}
