import { FLAGGED_FROM, type ItemFlag } from '#contract/quizzes-statistics'
import { wilsonInterval } from '#server/quizzes/awareness/interval-rules'

const FACILITY_MAX = 0.97
const FACILITY_MIN = 0.25
const DISCRIMINATION_MIN = 0.15
/** What four people chose who happened to know the rest says nothing about the key. */
const CHOSEN_MIN = 5

/** Sums over first answers of the rest of each: the share of the other answers in its attempt that were right, 0 to 1. */
export interface RestSums {
  /** Answers that have a rest, and those of them that are right. */
  count: number
  rightCount: number
  sum: number
  rightSum: number
  squareSum: number
}

/** One option of those chosen; `restCount` of its choosers have a rest, and `restSum` is the sum of these. */
export interface OptionSums {
  optionId: string
  count: number
  restCount: number
  restSum: number
}

/** What is summed up of the first answers to one version of a question. */
export interface AnswerSums {
  n: number
  right: number
  rest: RestSums
  options: readonly OptionSums[]
  medianMilliseconds: number | null
}

/**
 * The point-biserial correlation of being right with the rest: (M₁ − M₀) ÷ s × √(p(1 − p)), with the means of the rest among right
 * and wrong answers, its standard deviation over all (divided by n) and the share p of right answers. It is Pearson's correlation with 0 and 1.
 * The rest leaves the item itself out, or it would correlate with itself.
 * Source: G. V. Glass, K. D. Hopkins, Statistical methods in education and psychology, point-biserial coefficient; S. Henrysson (1963),
 * Correction of item-total correlations in item analysis, Psychometrika 28, 211–218, for leaving the item out.
 * @returns −1 to 1; `undefined` where all are right, all are wrong, or all have the same rest.
 */
export function itemRestCorrelation({ count, rightCount, sum, rightSum, squareSum }: RestSums): number | undefined {
  const wrongCount = count - rightCount
  if (rightCount <= 0 || wrongCount <= 0) return undefined
  const mean = sum / count
  const variance = squareSum / count - mean * mean
  // Equal rests differ by the last digits of their sums.
  if (variance <= 1e-12 * Math.max(1, mean * mean)) return undefined
  const between = rightSum / rightCount - (sum - rightSum) / wrongCount
  const share = rightCount / count
  const correlation = (between / Math.sqrt(variance)) * Math.sqrt(share * (1 - share))
  return Math.min(1, Math.max(-1, correlation))
}

export const restMeanOf = ({ restCount, restSum }: Pick<OptionSums, 'restCount' | 'restSum'>): number | undefined =>
  restCount > 0 ? Math.min(1, restSum / restCount) : undefined

/** A distractor that draws those who know the rest better than the right answer does: its key is probably wrong. */
function isKeyDoubtful({ rest, options }: AnswerSums, keyIds: readonly string[]): boolean {
  const keyMean = restMeanOf({ restCount: rest.rightCount, restSum: rest.rightSum })
  return options.some(option => {
    const mean = restMeanOf(option)
    if (keyIds.includes(option.optionId) || option.restCount < CHOSEN_MIN || mean === undefined) return false
    // Where nobody at all hit upon the key, those who know the rest chose something else.
    return keyMean === undefined || mean > keyMean
  })
}

/** What is said against a question, from fifty people on. @param keyIds the right options of a choice; none for other types. */
export function flagsOf(sums: AnswerSums, keyIds: readonly string[]): ItemFlag[] {
  const { n, right, rest } = sums
  if (n < FLAGGED_FROM) return []
  const facility = right / n
  const discrimination = itemRestCorrelation(rest)
  const flags: ItemFlag[] = []
  if (keyIds.length > 0 && isKeyDoubtful(sums, keyIds)) flags.push('key-doubtful')
  if (facility < FACILITY_MIN) flags.push('too-hard')
  if (facility > FACILITY_MAX) flags.push('too-easy')
  if (discrimination !== undefined && discrimination < DISCRIMINATION_MIN) flags.push('weak')
  return flags
}

/** The share of right answers with its interval. */
export const facilityOf = ({ n, right }: Pick<AnswerSums, 'n' | 'right'>) => ({ facility: right / n, ...wilsonInterval(right / n, n) })
