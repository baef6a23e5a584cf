import type { Chance } from '#server/quizzes/learning/draw-rules'

const DAY_MILLISECONDS = 86_400_000

/** What one simulated person truly remembers of one fact; the product sees only the answers. */
export interface TrueMemory {
  /** How likely it is recalled at a moment, 0 to 1. */
  recallAt(moment: Date): number
  /** The answer was given and the right one told with its reason. */
  learn(moment: Date, isRecalled: boolean): void
}

/** Makes the memory of one person for one fact; none of it takes anything from FSRS. */
export type MindOf = (learner: number, fact: number) => TrueMemory

/** A source of chance that is the same for the same seed (mulberry32). */
export function seeded(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Normally distributed around 0 with deviation 1 (Box and Muller), the same for the same numbers. */
function normalOf(...numbers: number[]): number {
  const chance = seeded(numbers.reduce((hash, number) => Math.imul(hash ^ number, 0x9e3779b1) + 0x7f4a7c15, 17))
  const [first, second] = [1 - chance(), chance()]
  return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second)
}

const daysBetween = (from: number, to: Date) => (to.getTime() - from) / DAY_MILLISECONDS
/** No two things are learned at one moment. */
const DAYS_MIN = 1 / 1440

/** How a person forgets on average; persons, facts and the pairs of both differ around it. */
export interface Forgetting {
  /** Of traces: the power their age fades by, what they must sum up to (its logarithm), and how gradual recall is. */
  decay: number
  threshold: number
  spread: number
  /** Of one strength: days until half is forgotten of what was told once. */
  halfLifeDays: number
}
/** Told once, an average fact is recalled after a day by 69 of 100, after a week by 32, after a month by 13. */
export const quickly: Forgetting = { decay: 0.4, threshold: -0.4, spread: 0.5, halfLifeDays: 3 }
/** Told once, an average fact is recalled after a day by 78 of 100, after a week by 64, after a month by 52. */
export const slowly: Forgetting = { decay: 0.25, threshold: -0.9, spread: 0.7, halfLifeDays: 10 }

function tracesOf({ decay, threshold, spread }: Forgetting, spacing: number): MindOf {
  return (learner, fact) => {
    const slowest = decay * Math.exp(0.2 * normalOf(1, learner))
    const needed = threshold + 0.4 * normalOf(2, fact) + 0.2 * normalOf(3, learner, fact)
    const traces: { at: number; decay: number }[] = []
    const activationAt = (moment: Date) =>
      Math.log(traces.reduce((sum, { at, decay: fading }) => sum + Math.max(DAYS_MIN, daysBetween(at, moment)) ** -fading, 0))
    return {
      recallAt: moment => (traces.length === 0 ? 0 : 1 / (1 + Math.exp((needed - activationAt(moment)) / spread))),
      learn(moment) {
        const faster = traces.length === 0 ? 0 : spacing * Math.exp(activationAt(moment))
        traces.push({ at: moment.getTime(), decay: slowest + faster })
      }
    }
  }
}

/**
 * Traces that fade by power laws: each time a fact is told leaves a trace of age^(−decay), recall is a logistic function of the
 * logarithm of their sum, and a trace laid while the fact is still fresh fades faster, which is the spacing effect.
 * Source of the form: P. I. Pavlik, J. R. Anderson (2005), Practice and forgetting effects on vocabulary memory, Cognitive Science
 * 29, 559–586; the numbers are ours.
 */
export const fadingTraces = (forgetting: Forgetting) => tracesOf(forgetting, 0.25)

/** The same without any spacing effect: nothing is gained by the moment of a review itself. */
export const evenTraces = (forgetting: Forgetting) => tracesOf(forgetting, 0)

/**
 * One strength that halves: recall is 2^(−days ÷ half-life). Recalling lengthens the half-life, the more the nearer the fact was to
 * being forgotten (spacing again); not recalling shortens it, though never below where it began.
 * Source of the form: B. Settles, B. Meeder (2016), A trainable spaced repetition model for language learning, Proceedings of ACL,
 * who fit the half-life; how it grows, and the numbers, are ours.
 */
export const halvingStrength =
  ({ halfLifeDays }: Forgetting): MindOf =>
  (learner, fact) => {
    const first = halfLifeDays * Math.exp(0.4 * normalOf(4, learner) + 0.5 * normalOf(5, fact) + 0.3 * normalOf(6, learner, fact))
    let known: { at: number; halfLife: number } | undefined
    const recallAt = (moment: Date) => (known ? 2 ** (-daysBetween(known.at, moment) / known.halfLife) : 0)
    return {
      recallAt,
      learn(moment, isRecalled) {
        const grown = known && (isRecalled ? known.halfLife * (1.2 + 2 * (1 - recallAt(moment))) : Math.max(first, 0.6 * known.halfLife))
        known = { at: moment.getTime(), halfLife: grown ?? first }
      }
    }
  }

/** Half of the facts, not the same for everybody, were known long before and are not forgotten: nobody comes to civic knowledge empty. */
export const knowingHalf =
  (mindOf: MindOf): MindOf =>
  (learner, fact) =>
    normalOf(7, learner, fact) + normalOf(8, fact) > 0 ? { recallAt: () => 0.97, learn: () => undefined } : mindOf(learner, fact)
