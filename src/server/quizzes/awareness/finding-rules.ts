import type { Stratum, WaveReport } from '#contract/awareness-shapes'
import {
  designEffect,
  effectiveSize,
  newcombeInterval,
  postStratifiedShare,
  wilsonInterval,
  type Cell
} from '#server/quizzes/awareness/interval-rules'

type Place = Pick<Stratum, 'communityId' | 'ageBand' | 'sex'>

/** What the people of one cell of the frame answered to one question. */
export interface Tally extends Place {
  questionId: string
  /** How many answered; everybody answers every question. */
  count: number
  right: number
  /** Of those not right, how many said 不知道. */
  unknown: number
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Sums of tallies that share a name. */
function sumBy<K extends string>(tallies: readonly Tally[], nameOf: (tally: Tally) => K): Map<K, { count: number; right: number }> {
  const sums = new Map<K, { count: number; right: number }>()
  for (const tally of tallies) {
    const name = nameOf(tally)
    const { count, right } = sums.get(name) ?? { count: 0, right: 0 }
    sums.set(name, { count: count + tally.count, right: right + tally.right })
  }
  return sums
}

/**
 * A share over people who each answered `questionCount` questions, with the interval of the effective sample. One person counts as
 * one, however many questions they answered: their answers lean on the same head, and to count them apart would make every interval
 * too narrow. Communities are the clusters. An effect below 1 is taken as 1: with few communities it is chance more often than gain.
 */
function estimateOf(tallies: readonly Tally[], questionCount: number) {
  const clusters = [...sumBy(tallies, tally => tally.communityId).values()].map(({ count, right }) => ({
    size: count / questionCount,
    right: right / questionCount
  }))
  const n = Math.round(sum(clusters.map(cluster => cluster.size)))
  // One division of whole numbers: 358 of 385 must be that share exactly.
  const estimate = n === 0 ? 0 : sum(tallies.map(tally => tally.right)) / sum(tallies.map(tally => tally.count))
  const effective = effectiveSize(clusters)
  return {
    ...{ n, estimate, ...wilsonInterval(estimate, effective) },
    ...{ designEffect: Math.max(1, designEffect(clusters)), clusterCount: clusters.length, effectiveSize: effective }
  }
}

const questionsOf = (tallies: readonly Tally[]) => [...new Set(tallies.map(tally => tally.questionId))]

/** The grains cells may be weighted by, from the finest on: a sample seldom fills every cell of the finest. */
const grains: readonly ((place: Place) => string)[] = [
  ({ communityId, ageBand, sex }) => `${communityId} ${ageBand} ${sex}`,
  ({ ageBand, sex }) => `${ageBand} ${sex}`,
  ({ ageBand }) => ageBand
]

/** Weighted by the finest grain of which every cell answered; `undefined` where even an age band is silent. */
function weightedShare(tallies: readonly Tally[], strata: readonly Stratum[]): number | undefined {
  for (const grain of grains) {
    const answers = sumBy(tallies, grain)
    const cells = new Map<string, Cell>()
    for (const stratum of strata) {
      const { count, right } = answers.get(grain(stratum)) ?? { count: 0, right: 0 }
      const population = (cells.get(grain(stratum))?.population ?? 0) + stratum.population
      cells.set(grain(stratum), { population, size: count, right })
    }
    const share = postStratifiedShare([...cells.values()])
    if (share !== undefined) return share
  }
  return undefined
}

/** The share over all questions, as the report gives it. */
export function overallOf(tallies: readonly Tally[], strata: readonly Stratum[]): WaveReport['overall'] {
  const postStratified = weightedShare(tallies, strata)
  return { ...estimateOf(tallies, questionsOf(tallies).length), ...(postStratified !== undefined && { postStratified }) }
}

/** What is found of one question. */
export function findingOf(questionId: string, tallies: readonly Tally[]) {
  const own = tallies.filter(tally => tally.questionId === questionId)
  const { n, estimate, low, high } = estimateOf(own, 1)
  return { n, estimate, low, high, right: sum(own.map(tally => tally.right)), unknown: sum(own.map(tally => tally.unknown)) }
}

/**
 * The change between two waves over the questions both asked.
 * @returns `undefined` where they share fewer than `sharedMin`, or one of them has no answers: that is not the same measure.
 */
export function changeBetween(present: readonly Tally[], previous: readonly Tally[], sharedMin: number) {
  const shared = questionsOf(present).filter(questionId => previous.some(tally => tally.questionId === questionId))
  if (shared.length === 0 || shared.length < sharedMin) return undefined
  const ofShared = (tallies: readonly Tally[]) =>
    estimateOf(
      tallies.filter(tally => shared.includes(tally.questionId)),
      shared.length
    )
  return newcombeInterval(ofShared(present), ofShared(previous))
}
