import * as v from 'valibot'
import { Count, Id, Instant, line, text } from '#contract/shapes'
import { attemptStates, drawReasons, questionPools, questionStates, questionTypes, quizModes } from '#contract/quiz-states'

const count = Count

/** 专题, as the facts name it: 交通文明, 志愿服务, … */
export const Topic = v.pipe(line(20), v.minLength(1))

export const Option = v.object({ optionId: Id, text: v.string() })
export type Option = v.InferOutput<typeof Option>
export const Bin = v.object({ binId: Id, text: v.string() })
export type Bin = v.InferOutput<typeof Bin>

/** A question as it is asked. Nothing in it, not even the order of the options, says what is right. */
export const Item = v.object({
  itemId: Id,
  type: v.picklist(questionTypes),
  topic: Topic,
  stem: v.string(),
  /** Shuffled for this attempt; absent for `fill`. */
  options: v.optional(v.array(Option)),
  bins: v.optional(v.array(Bin)),
  reason: v.picklist(drawReasons),
  /** Answer by then; only where time counts. */
  answerBy: v.optional(Instant)
})
export type Item = v.InferOutput<typeof Item>

const OptionIds = v.pipe(v.array(Id), v.minLength(1), v.maxLength(10))

/** What somebody answers: chosen options, words, options in order, or the bin of each option. */
export const Answer = v.union([
  v.strictObject({ optionIds: OptionIds }),
  v.strictObject({ text: v.pipe(line(60), v.minLength(1)) }),
  v.strictObject({ order: OptionIds }),
  v.strictObject({ bins: v.pipe(v.record(Id, Id), v.minEntries(1), v.maxEntries(12)) })
])
export type Answer = v.InferOutput<typeof Answer>

/** Where it is written. */
export const Source = v.object({ law: v.string(), version: v.optional(v.string()), article: v.string(), statement: v.string() })
export type Source = v.InferOutput<typeof Source>

/** Told once an answer is locked, never before. */
export const Locked = v.object({
  correct: v.boolean(),
  /** In the shape of an answer; for words, the usual way to write them. */
  key: Answer,
  explanation: v.string(),
  source: Source
})
export type Locked = v.InferOutput<typeof Locked>

export const LockedItem = v.object({ item: Item, answer: v.optional(Answer), locked: Locked })
export type LockedItem = v.InferOutput<typeof LockedItem>

export const Attempt = v.object({
  attemptId: Id,
  mode: v.picklist(quizModes),
  state: v.picklist(attemptStates),
  topic: v.optional(Topic),
  /** Those still to be answered, in order. */
  items: v.array(Item),
  /** Those answered already, so that another phone goes on where this one stopped. */
  answered: v.array(LockedItem),
  /** In a contest that is not over, answers that are locked are only counted. */
  answeredCount: v.optional(count),
  contestId: v.optional(Id),
  deadline: v.optional(Instant)
})
export type Attempt = v.InferOutput<typeof Attempt>

/** How much of a topic somebody has learnt. */
export const TopicKnowledge = v.object({
  topic: Topic,
  factCount: count,
  /** Facts that were asked at least once. */
  seenCount: count,
  /** Facts answered rightly the last time that are not due again: what is learnt of all. A wrong answer never raises it. */
  learnedCount: count,
  dueCount: count
})
export type TopicKnowledge = v.InferOutput<typeof TopicKnowledge>

/** A question as an editor writes it. Which of these fields it has depends on its type. */
export const QuestionDraft = v.object({
  factIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(8)),
  type: v.picklist(questionTypes),
  pool: v.picklist(questionPools),
  difficulty: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)),
  stem: v.pipe(text(120), v.minLength(6)),
  options: v.optional(v.pipe(v.array(v.object({ optionId: Id, text: v.pipe(line(60), v.minLength(1)) })), v.minLength(2), v.maxLength(10))),
  bins: v.optional(v.pipe(v.array(v.object({ binId: Id, text: v.pipe(line(20), v.minLength(1)) })), v.minLength(2), v.maxLength(6))),
  key: v.union([
    v.strictObject({ optionIds: OptionIds }),
    v.strictObject({ texts: v.pipe(v.array(v.pipe(line(30), v.minLength(1))), v.minLength(1), v.maxLength(8)) }),
    v.strictObject({ order: OptionIds }),
    v.strictObject({ bins: v.pipe(v.record(Id, Id), v.minEntries(1), v.maxEntries(12)) })
  ]),
  explanation: v.pipe(text(300), v.minLength(10))
})
export type QuestionDraft = v.InferOutput<typeof QuestionDraft>

export const QuestionCard = v.object({
  questionId: Id,
  version: v.number(),
  state: v.picklist(questionStates),
  type: v.picklist(questionTypes),
  pool: v.picklist(questionPools),
  topic: Topic,
  stem: v.string(),
  /** Whether this version was written by who asks: then somebody else reviews it. */
  isMine: v.boolean(),
  /** Not asked, whatever its state, because one of its facts is suspended. */
  isFactSuspended: v.boolean(),
  /** What whoever looked at this version wants changed; gone with the next version, or when it passes after all. */
  returned: v.optional(v.object({ at: Instant, actor: v.optional(v.string()), note: v.string() }))
})
export type QuestionCard = v.InferOutput<typeof QuestionCard>

export const QuestionDetail = v.object({
  ...QuestionCard.entries,
  draft: QuestionDraft,
  /** What the version before this one said, for whoever reviews the change; absent for the first. */
  previous: v.optional(QuestionDraft),
  source: Source,
  history: v.array(
    v.object({
      version: v.number(),
      at: Instant,
      to: v.picklist(questionStates),
      /** Handed back to who wrote it; the note says what to change. */
      isReturn: v.optional(v.boolean()),
      actor: v.optional(v.string()),
      note: v.optional(v.string())
    })
  )
})
export type QuestionDetail = v.InferOutput<typeof QuestionDetail>

export const Fact = v.object({
  factId: Id,
  topic: Topic,
  statement: v.string(),
  law: v.string(),
  version: v.string(),
  article: v.string(),
  scope: v.string(),
  reviewBy: v.string(),
  isSuspended: v.boolean(),
  questionCount: count
})
export type Fact = v.InferOutput<typeof Fact>
