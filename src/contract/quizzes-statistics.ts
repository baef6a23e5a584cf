import * as v from 'valibot'
import { query } from '#contract/operation'
import { Topic } from '#contract/quiz-shapes'
import { questionStates, questionTypes } from '#contract/quiz-states'
import { Count, Cursor, Id, Instant } from '#contract/shapes'

const count = Count
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** First answers a question needs before its shares say anything; with fewer it is not in the list. */
export const LISTED_FROM = 20

/** First answers a question needs before anything is said against it. */
export const FLAGGED_FROM = 50

/** What first answers say against a question: nearly all or hardly anybody knows it, knowing it goes with nothing, or its key may be wrong. */
export const itemFlags = ['too-easy', 'too-hard', 'weak', 'key-doubtful'] as const
export type ItemFlag = (typeof itemFlags)[number]

/** One option of a question by who chose it. */
export const OptionStatistics = v.object({
  optionId: Id,
  text: v.string(),
  isKey: v.boolean(),
  /** How many chose it, and their share of all; with several to choose the shares add up to more than 1. */
  count,
  share,
  /** Share of their other answers in the same attempt that were right; absent where nobody chose it or there were none. */
  restMean: v.optional(share)
})
export type OptionStatistics = v.InferOutput<typeof OptionStatistics>

/**
 * What the first answers of people to the present version of a question say. Void attempts, contests, repeats and what ran out of
 * time do not count.
 */
export const ItemStatistics = v.object({
  questionId: Id,
  version: v.number(),
  state: v.picklist(questionStates),
  type: v.picklist(questionTypes),
  topic: Topic,
  stem: v.string(),
  /** People. */
  n: count,
  right: count,
  /** Share of right answers with Wilson's interval at 95 %. */
  facility: share,
  low: share,
  high: share,
  /**
   * Item-rest correlation, −1 to 1: of being right here with the share of other answers that were right in the same attempt.
   * Challenges stay out of it, for they end with the first wrong answer. Absent where it is not defined.
   */
  discrimination: v.optional(v.pipe(v.number(), v.minValue(-1), v.maxValue(1))),
  /** Of single and multiple choice and true or false; empty for the others. */
  options: v.array(OptionStatistics),
  medianMilliseconds: v.optional(count),
  flags: v.array(v.picklist(itemFlags))
})
export type ItemStatistics = v.InferOutput<typeof ItemStatistics>

/** How questions do; counted once a night. For editors and admins only. */
export const statisticsOperations = {
  getItemStatistics: query({
    summary:
      'Statistics of questions by first answers, those with the most flags first, then those most people answered, counted once a night; a question fewer than twenty people answered, or one that is retired, is left out unless it is named.',
    input: v.object({ cursor: v.optional(Cursor), flag: v.optional(v.picklist(itemFlags)), questionId: v.optional(Id) }),
    output: v.object({
      items: v.array(ItemStatistics),
      nextCursor: v.optional(Cursor),
      /** Answers before this moment are counted; absent before the first night. */
      countedUntil: v.optional(Instant)
    }),
    refusals: ['not-found']
  })
}
