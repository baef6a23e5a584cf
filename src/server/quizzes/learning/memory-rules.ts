import { createEmptyCard, fsrs, Rating, State, type Card } from 'ts-fsrs'
import { businessDateOf } from '#server/business-date'

/** What somebody remembers of one fact: the card of FSRS, in days. */
export interface Memory {
  dueAt: Date
  stabilityDays: number
  difficulty: number
  learningSteps: number
  scheduledDays: number
  reviewCount: number
  lapseCount: number
  phase: number
  reviewedAt: Date
}

/**
 * The scheduler of ts-fsrs with its general weights. Its steps of minutes are left out, for nobody sits down ten minutes later;
 * and nothing is spread by chance, so that the same answers give the same days.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false })

const DAY_MILLISECONDS = 86_400_000

const phases = [State.New, State.Learning, State.Review, State.Relearning] as const

const cardOf = (memory: Memory): Card => ({
  ...createEmptyCard(memory.reviewedAt),
  due: memory.dueAt,
  stability: memory.stabilityDays,
  difficulty: memory.difficulty,
  scheduled_days: memory.scheduledDays,
  learning_steps: memory.learningSteps,
  reps: memory.reviewCount,
  lapses: memory.lapseCount,
  state: phases[memory.phase] ?? State.New,
  last_review: memory.reviewedAt
})

/**
 * The memory of a fact after an answer. A fact counts once a business day, or practising all evening would look like knowing for
 * years; only a wrong answer always counts, for it says that something is not known.
 * @returns the same memory where this answer does not count.
 */
export function afterAnswer(memory: Memory | undefined, isRight: boolean, now: Date): Memory {
  if (memory && isRight && businessDateOf(memory.reviewedAt) === businessDateOf(now)) return memory
  const { card } = scheduler.next(memory ? cardOf(memory) : createEmptyCard(now), now, isRight ? Rating.Good : Rating.Again)
  return {
    dueAt: card.due,
    stabilityDays: card.stability,
    difficulty: card.difficulty,
    learningSteps: card.learning_steps,
    scheduledDays: card.scheduled_days,
    reviewCount: card.reps,
    lapseCount: card.lapses,
    phase: card.state,
    reviewedAt: now
  }
}

/** Due on the whole of its day: who practises in the morning need not wait for the hour of last time. */
export const isDue = ({ dueAt }: Pick<Memory, 'dueAt'>, now: Date) => businessDateOf(dueAt) <= businessDateOf(now)

/** How likely somebody is to remember, 0 to 1: the forgetting curve of FSRS-6 over the days since the last review. */
export function retrievabilityOf({ stabilityDays, reviewedAt }: Pick<Memory, 'stabilityDays' | 'reviewedAt'>, now: Date): number {
  const elapsedDays = Math.max(0, (now.getTime() - reviewedAt.getTime()) / DAY_MILLISECONDS)
  return Math.min(1, Math.max(0, scheduler.forgetting_curve(elapsedDays, stabilityDays)))
}
