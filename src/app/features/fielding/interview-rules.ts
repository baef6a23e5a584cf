import type { Interview, InterviewWave } from '#contract/quizzes-fielding'
import type { Choices } from '#app/features/fielding/form-rules'
import type { OutboxEntry } from '#app/platform/outbox-queue'

export const INTERVIEW = 'interview'
export const INTERVIEW_ATTEMPT = 'interview-attempt'

/** The first visit and three call-backs, as the server has it. */
export const ATTEMPTS_MAX = 4
const SAME_ATTEMPT_MILLISECONDS = 3_600_000

type Attempt = Interview['attempts'][number]

interface Queued {
  personId: string
  waveId: string
  sampleId: string
  /** What people call the unit by, for the list of what waits. */
  number: number
  idempotencyKey: string
}

export interface QueuedInterview extends Queued {
  answers: { itemId: string; optionId?: string }[]
  startedAt: string
  endedAt: string
}

export interface QueuedAttempt extends Queued, Attempt {}

export type InterviewEntry = OutboxEntry<QueuedInterview | QueuedAttempt>

/** An interview under way. */
export interface InterviewDraft {
  startedAt: string
  choices: Choices
  /** As many as there are questions: the look over all. */
  place: number
}

const ofUnit = (entries: readonly InterviewEntry[], kind: string, { sampleId }: Pick<Interview, 'sampleId'>) =>
  entries.filter(entry => entry.kind === kind && entry.payload.sampleId === sampleId && !entry.refusal)

/** All attempts at a unit, those on their way among them; one made again within the hour stands for the one before. */
export function attemptsOf(unit: Interview, entries: readonly InterviewEntry[]): Attempt[] {
  const waiting = ofUnit(entries, INTERVIEW_ATTEMPT, unit).map(({ payload }) => payload as QueuedAttempt)
  return waiting.reduce<Attempt[]>((made, { attemptedAt, reason, note }) => {
    const isSame = (one: Attempt) => Math.abs(Date.parse(one.attemptedAt) - Date.parse(attemptedAt)) < SAME_ATTEMPT_MILLISECONDS
    return [...made.filter(one => !isSame(one)), { attemptedAt, reason, ...(note && { note }) }]
  }, unit.attempts)
}

/**
 * Where a unit stands on this phone: `waits` with its answers on their way, `begun`, `new`, `again` after a visit in vain, or `over`,
 * when nobody should come any more.
 */
export type Standing = 'begun' | 'new' | 'again' | 'over' | 'waits'

export function standingOf(unit: Interview, draft: InterviewDraft | undefined, entries: readonly InterviewEntry[]): Standing {
  if (ofUnit(entries, INTERVIEW, unit).length > 0) return 'waits'
  if (draft) return 'begun'
  const attempts = attemptsOf(unit, entries)
  const last = attempts.at(-1)
  if (!last) return 'new'
  return last.reason === 'refused' || last.reason === 'not-eligible' || attempts.length >= ATTEMPTS_MAX ? 'over' : 'again'
}

const order: readonly Standing[] = ['begun', 'new', 'again', 'waits', 'over']

export interface StandingUnit {
  unit: Interview
  standing: Standing
  attempts: readonly Attempt[]
}

/** The units of a wave, what is to be done first on top, neighbours beside each other. */
export function unitsInOrder(
  { units }: Pick<InterviewWave, 'units'>,
  drafts: Readonly<Record<string, InterviewDraft>>,
  entries: readonly InterviewEntry[]
): StandingUnit[] {
  return units
    .map(unit => ({ unit, standing: standingOf(unit, drafts[unit.sampleId], entries), attempts: attemptsOf(unit, entries) }))
    .sort(
      (one, other) =>
        order.indexOf(one.standing) - order.indexOf(other.standing) ||
        one.unit.communityId.localeCompare(other.unit.communityId) ||
        one.unit.number - other.unit.number
    )
}

/** The next unit to visit, in the same community where there is one. */
export function nextUnit(units: readonly StandingUnit[], after: Pick<Interview, 'sampleId' | 'communityId'>): Interview | undefined {
  const open = units.filter(({ unit, standing }) => unit.sampleId !== after.sampleId && ['begun', 'new'].includes(standing))
  return (open.find(({ unit }) => unit.communityId === after.communityId) ?? open[0])?.unit
}
