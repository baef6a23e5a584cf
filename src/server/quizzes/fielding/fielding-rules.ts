import type { nonResponseReasons } from '#contract/awareness-shapes'
import type { interviewSigns } from '#contract/quizzes-fielding'

export type Reason = (typeof nonResponseReasons)[number]

/** As many units at a time as somebody can visit in a week; the rest stays for others. */
export const HELD_MAX = 40
/** The first visit and three call-backs; more is pressing. */
export const ATTEMPTS_MAX = 4
/** Nobody comes home within the hour: what is said again so soon corrects what was said. */
const SAME_ATTEMPT_MILLISECONDS = 3_600_000
const HOLD_MILLISECONDS = 7 * 86_400_000
/** Nobody answers eight questions for longer; a phone whose clock was set meanwhile says such things. */
const INTERVIEW_SECONDS_MAX = 4 * 3_600

/** After these nobody comes again. */
export const finalReasons = ['refused', 'not-eligible'] as const satisfies readonly Reason[]

/** Until when a unit stays with whoever took it, or did something about it, at this moment. */
export const heldUntil = (moment: Date) => new Date(moment.getTime() + HOLD_MILLISECONDS)

/** How long an interview took, in whole seconds. A clock that ran backwards says 0. */
export const secondsOf = ({ startedAt, endedAt }: { startedAt: string; endedAt: string }) =>
  Math.min(INTERVIEW_SECONDS_MAX, Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)))

/** When an attempt was: as the phone says, but never in what is to come. */
export const momentOfAttempt = (attemptedAt: string, now: Date) => new Date(Math.min(Date.parse(attemptedAt), now.getTime()))

interface Made {
  attemptId: string
  personId: string
  attemptedAt: Date
}

/**
 * What becomes of a new attempt among those of its unit.
 * @returns the id of the attempt it corrects; `new`; or `over-limit` where nobody may come again.
 */
export function placeOfAttempt(
  made: readonly Made[],
  next: Pick<Made, 'personId' | 'attemptedAt'>
): { corrects: string } | 'new' | 'over-limit' {
  const same = made.find(
    one => one.personId === next.personId && Math.abs(one.attemptedAt.getTime() - next.attemptedAt.getTime()) < SAME_ATTEMPT_MILLISECONDS
  )
  if (same) return { corrects: same.attemptId }
  return made.length < ATTEMPTS_MAX ? 'new' : 'over-limit'
}

interface Asked {
  interviewCount: number
  medianSeconds?: number | undefined
  unknownShare?: number | undefined
}

/** Fewer interviews than these say nothing about who made them. */
const SIGN_INTERVIEWS_MIN = 5
const NEVER_UNKNOWN_INTERVIEWS_MIN = 10
/** Quicker than half of what is usual. */
const QUICK_SHARE = 0.5
/** Where so many of all answers are 不知道, it is odd that nobody says it to one of those who ask. */
const USUAL_UNKNOWN_SHARE = 0.05

/** What is odd about somebody's interviews against all of the wave: a reason to ask, never a proof. */
export function signsOf(one: Asked, overall: Asked): (typeof interviewSigns)[number][] {
  const isQuick =
    one.interviewCount >= SIGN_INTERVIEWS_MIN &&
    one.medianSeconds !== undefined &&
    overall.medianSeconds !== undefined &&
    one.medianSeconds < QUICK_SHARE * overall.medianSeconds
  const isNeverUnknown =
    one.interviewCount >= NEVER_UNKNOWN_INTERVIEWS_MIN && one.unknownShare === 0 && (overall.unknownShare ?? 0) >= USUAL_UNKNOWN_SHARE
  return [...(isQuick ? (['quick'] as const) : []), ...(isNeverUnknown ? (['never-unknown'] as const) : [])]
}
