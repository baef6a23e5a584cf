import { LATE_SECONDS, type ContestFault, type ContestPhase, type ContestState } from '#contract/quiz-states'
import type { ContestPlan, ContestStratum } from '#contract/quizzes-contests'

/** The most items a paper may have. */
export const PAPER_ITEMS_MAX = 100

const MINUTE_MILLISECONDS = 60_000

export interface Period {
  opensAt: Date
  closesAt: Date
}

/** What is wrong with a plan, and for what concerns one part of the paper, which: its place in `strata`, from 0. */
export interface PlanFault {
  fault: ContestFault
  stratum?: number
}

/** From when on the last answer may have come: only then anything is told of what was right. */
const allInAfter = ({ closesAt }: Pick<Period, 'closesAt'>) => closesAt.getTime() + LATE_SECONDS * 1000

/** A contest is over once its last answers are in, some seconds after it closes: what is told then helps nobody who still answers. */
export const isOver = (period: Pick<Period, 'closesAt'>, now: Date) => now.getTime() > allInAfter(period)

/** Whether what was right may be told: the contest took place, and nobody can answer any more. */
export const isTold = (contest: { state: ContestState; closesAt: Date } | undefined, now: Date): boolean =>
  contest?.state === 'published' && isOver(contest, now)

export function phaseOf(period: Period, now: Date): ContestPhase {
  if (isOver(period, now)) return 'over'
  return now < period.opensAt ? 'coming' : 'open'
}

/** Whether somebody may begin now; the moment it closes is too late. */
export const mayBegin = ({ opensAt, closesAt }: Period, now: Date) => opensAt <= now && now < closesAt

/** Until when an attempt that begins now lasts: so many minutes, and never longer than the contest. */
export const deadlineOf = (closesAt: Date, minutes: number, now: Date) =>
  new Date(Math.min(now.getTime() + minutes * MINUTE_MILLISECONDS, closesAt.getTime()))

/** When an attempt counts as ended, and how many whole seconds it took: never more than it was given. */
export function endOf(
  { createdAt, deadline }: { createdAt: Date; deadline: Date | null },
  now: Date
): { finishedAt: Date; seconds: number } {
  const finishedAt = deadline && now > deadline ? deadline : now
  return { finishedAt, seconds: Math.max(0, Math.floor((finishedAt.getTime() - createdAt.getTime()) / 1000)) }
}

export const itemCountOf = ({ strata }: Pick<ContestPlan, 'strata'>) => strata.reduce((sum, { count }) => sum + count, 0)

const signatureOf = ({ topic, type, difficulty }: ContestStratum) => JSON.stringify([topic ?? null, type ?? null, difficulty ?? null])

/** What is wrong with a plan whatever the bank holds. Whether there are questions enough, the draw says. */
export function faultsOfPlan(plan: ContestPlan, now: Date): PlanFault[] {
  const [opensAt, closesAt] = [Date.parse(plan.opensAt), Date.parse(plan.closesAt)]
  const faults: PlanFault[] = []
  if (closesAt <= opensAt) faults.push({ fault: 'closes-before-opens' })
  else if (closesAt - opensAt < plan.minutes * MINUTE_MILLISECONDS) faults.push({ fault: 'too-short' })
  if (closesAt <= now.getTime()) faults.push({ fault: 'closes-in-past' })
  if (itemCountOf(plan) > PAPER_ITEMS_MAX) faults.push({ fault: 'too-many-items' })
  const seen = new Set<string>()
  for (const [stratum, one] of plan.strata.entries()) {
    if (seen.has(signatureOf(one))) faults.push({ fault: 'stratum-twice', stratum })
    seen.add(signatureOf(one))
  }
  return faults
}
