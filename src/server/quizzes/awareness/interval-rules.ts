import { studentQuantile } from '#server/quizzes/awareness/student-rules'

/** The 97.5 % point of the standard normal distribution: what two-sided intervals at 95 % are made with. */
const Z = 1.959963984540054
const Z_SQUARED = Z * Z

export interface Interval {
  low: number
  high: number
}
/** A share of 0 to 1 with its interval. */
export interface Estimate extends Interval {
  estimate: number
}

/**
 * Wilson's score interval at 95 % for a share.
 * Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209–212.
 * @param estimate the share found, 0 to 1.
 * @param size how many were asked; for a cluster sample the effective number, n ÷ design effect, which need not be whole.
 * @returns the whole of 0 to 1 where nobody was asked.
 */
export function wilsonInterval(estimate: number, size: number): Interval {
  if (size <= 0) return { low: 0, high: 1 }
  const shrink = 1 + Z_SQUARED / size
  const centre = (estimate + Z_SQUARED / (2 * size)) / shrink
  const reach = (Z * Math.sqrt((estimate * (1 - estimate)) / size + Z_SQUARED / (4 * size * size))) / shrink
  // At 0 and at 1 the bound is exactly that; what a machine reckons there is off by its last digit.
  return { low: estimate === 0 ? 0 : Math.max(0, centre - reach), high: estimate === 1 ? 1 : Math.min(1, centre + reach) }
}

/**
 * Newcombe's hybrid score interval for the difference of two independent shares, `present` less `previous`, from the Wilson
 * interval of each; where these are of effective sizes, so is the difference.
 * Source: R. G. Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine
 * 17, 873–890, method 10.
 * @returns a difference of −1 to 1 with its bounds.
 */
export function newcombeInterval(present: Estimate, previous: Estimate): Interval & { difference: number } {
  const difference = present.estimate - previous.estimate
  return {
    difference,
    low: difference - Math.hypot(present.estimate - present.low, previous.high - previous.estimate),
    high: difference + Math.hypot(present.high - present.estimate, previous.estimate - previous.low)
  }
}

/** How many were asked in a cluster, and how many of them were right; a share of right answers need not be whole. */
export interface Cluster {
  size: number
  right: number
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/**
 * How much the variance of a share grows because people of one place resemble each other: the variance of the ratio estimator
 * over clusters (Taylor linearisation) divided by that of a simple random sample of as many people, p(1 − p) ÷ (n − 1). Clusters
 * of one give exactly 1, clusters that agree within give about their size, clusters that are alike give less than 1.
 * Source: W. G. Cochran (1977), Sampling techniques, 3rd edition, § 3.12, equation 3.34, without finite-population correction;
 * L. Kish (1965), Survey sampling, § 5.4 for the ratio.
 * @returns 1 where there is one cluster or none, and where everybody answered alike: then nothing can be said of it.
 */
export function designEffect(clusters: readonly Cluster[]): number {
  const asked = clusters.filter(cluster => cluster.size > 0)
  const count = asked.length
  const size = sum(asked.map(cluster => cluster.size))
  const share = sum(asked.map(cluster => cluster.right)) / size
  const simple = (share * (1 - share)) / (size - 1)
  if (count < 2 || !(simple > 0)) return 1
  const squares = sum(asked.map(cluster => (cluster.right - share * cluster.size) ** 2))
  return ((count / (count - 1)) * (squares / (size * size))) / simple
}

/**
 * How many people of a simple random sample would say as much as a sample over clusters: size ÷ design effect, times
 * (t of size − 1 degrees of freedom ÷ t of clusters − 1)². The design effect of few clusters is itself a guess, and Student's t
 * pays for that; Wilson's interval with z and this size is the one with t and size ÷ design effect, for it knows only z² ÷ size.
 * Never more than were asked: clusters that are more alike than by chance are chance more often than gain.
 * Source: E. L. Korn, B. I. Graubard (1998), Confidence intervals for proportions with small expected number of positive counts
 * estimated from survey data, Survey Methodology 24, 193–201; degrees of freedom of one stage without strata, clusters − 1.
 * @returns the number of people where there is one cluster or none, and where everybody answered alike.
 */
export function effectiveSize(clusters: readonly Cluster[]): number {
  const asked = clusters.filter(cluster => cluster.size > 0)
  const size = sum(asked.map(cluster => cluster.size))
  const right = sum(asked.map(cluster => cluster.right))
  // With fewer than two people a cluster or in all there is no variance to guess from.
  if (asked.length < 2 || !(right > 0 && right < size)) return size
  return Math.min(size, (size / designEffect(asked)) * worthOfClusters(size, asked.length))
}

/** (t of size − 1 degrees of freedom ÷ t of clusters − 1)²: of what the design effect leaves of a sample, so much is left by not knowing that effect well. */
const worthOfClusters = (size: number, clusterCount: number) =>
  (studentQuantile(Math.max(1, Math.round(size) - 1)) / studentQuantile(clusterCount - 1)) ** 2

/** A cell of the frame: how many live there, how many of them were asked, and the sum of what they got right. */
export interface Cell extends Cluster {
  population: number
}

/**
 * The share as it would be had every cell answered in proportion to who lives there: Σ (population ÷ whole) × share of the cell.
 * Source: Cochran (1977), § 5A.9.
 * @returns `undefined` where somebody lives in a cell that gave no answer: nothing is known of them.
 */
export function postStratifiedShare(cells: readonly Cell[]): number | undefined {
  const lived = cells.filter(cell => cell.population > 0)
  if (lived.length === 0 || lived.some(cell => cell.size <= 0)) return undefined
  return sum(lived.map(cell => (cell.population * cell.right) / cell.size)) / sum(lived.map(cell => cell.population))
}

export interface SampleWish {
  target: number
  margin: number
  designEffect?: number | undefined
  response?: number | undefined
}

/**
 * How many answers an interval of `target` ± `margin` needs, and how many to ask for them: z²p(1 − p) ÷ margin², times the design
 * effect, divided by the share expected to answer; each rounded up.
 * Source: Cochran (1977), § 4.4, equation 4.2, without finite-population correction.
 */
export function sampleSize({ target, margin, designEffect: effect = 1, response = 1 }: SampleWish): { completed: number; asked: number } {
  const completed = roundedUp((Z_SQUARED * target * (1 - target) * effect) / (margin * margin))
  return { completed, asked: roundedUp(completed / response) }
}

/** What a sample of clusters is going to be worth in the report, which reckons by `effectiveSize`. */
export interface SampleWorth {
  /** How many people of a simple random sample would say as much, if the design effect is as expected. */
  effectiveSize: number
  /** Half of the width of Wilson's interval at the target. */
  expectedMargin: number
}

/**
 * A sample as a plan wishes for it, and what it is worth where it is asked in so many communities. More people in few communities help
 * little; more communities do.
 * @returns without a worth where there is one community or none is named: then nothing is guessed from clusters.
 */
export function plannedSize(
  wish: SampleWish & { communityCount?: number | undefined }
): { completed: number; asked: number; rightToClaim?: number } & Partial<SampleWorth> {
  const { target, designEffect: effect = 1, communityCount = 1 } = wish
  const size = sampleSize(wish)
  const worth = communityCount < 2 ? 1 : Math.min(1, worthOfClusters(size.completed, communityCount))
  const right = rightToClaim(size.completed, target, effect / worth)
  const effective = (size.completed * worth) / effect
  const { low, high } = wilsonInterval(target, effective)
  return {
    ...size,
    ...(right !== undefined && { rightToClaim: right }),
    ...(communityCount > 1 && { effectiveSize: effective, expectedMargin: (high - low) / 2 })
  }
}

/** 300 ÷ 0.3 is 1000.0000000000001 to a machine and 1000 to everybody else. */
const roundedUp = (value: number) => Math.ceil(value - value * 1e-12)

/**
 * The least number of right answers whose lower bound reaches the target, of `size` people and an effective size of
 * size ÷ effect; for 90 % it is 359 of 385 and 919 of 1000. Where all are right there is no effect, as in `effectiveSize`.
 * @returns `undefined` where not even all right would do.
 */
export function rightToClaim(size: number, target: number, effect = 1): number | undefined {
  const isEnough = (right: number) => wilsonInterval(right / size, right === size ? size : size / effect).low >= target
  if (size <= 0 || !isEnough(size)) return undefined
  let [tooFew, enough] = [-1, size]
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (isEnough(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}
