import { LATE_SECONDS } from '#contract/quiz-states'
import type { PlannedContest } from '#contract/quizzes-contests'

export type DeskStanding = 'draft' | 'coming' | 'open' | 'over' | 'cancelled'

const millisecondsOf = (at: string) => new Date(at).getTime()

/** How a contest stands for the office. @param now milliseconds of the server's clock. */
export function deskStandingOf({ contest }: Pick<PlannedContest, 'contest'>, now: number): DeskStanding {
  const { state, phase, opensAt, closesAt } = contest
  if (state !== 'published') return state
  // The last answers may be on their way for some seconds; the server's word counts as well.
  if (phase === 'over' || now > millisecondsOf(closesAt) + LATE_SECONDS * 1000) return 'over'
  return now < millisecondsOf(opensAt) ? 'coming' : 'open'
}

export interface ContestActs {
  mayEdit: boolean
  mayPublish: boolean
  mayCancel: boolean
  /** Why there is no button for what comes next. */
  held?: string
}

/** What may be done with a contest now: published by somebody else, called off before its end, changed only as a draft. */
export function actsOf(planned: Pick<PlannedContest, 'contest' | 'isMine'>, now: number): ContestActs {
  const standing = deskStandingOf(planned, now)
  const isDraft = standing === 'draft'
  const isPast = isDraft && now >= millisecondsOf(planned.contest.closesAt)
  return {
    mayEdit: isDraft,
    mayPublish: isDraft && !planned.isMine && !isPast,
    mayCancel: isDraft || standing === 'coming' || standing === 'open',
    ...(isDraft && planned.isMine && { held: '方案是你写的，要由另一位编辑来发布。' }),
    ...(isPast && { held: '方案里的时间已经过去，先改时间再发布。' })
  }
}

/** Parts of the paper for which there are not questions enough, by their place from 0. */
export const shortStrata = ({ plan, fitting }: Pick<PlannedContest, 'plan' | 'fitting'>): number[] =>
  plan.strata.flatMap(({ count }, place) => ((fitting[place] ?? 0) < count ? [place] : []))
