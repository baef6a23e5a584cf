/** How a question is asked. `bins` sorts its options into named bins; `fill` is answered in one's own words. */
export const questionTypes = ['single', 'multiple', 'true-false', 'order', 'bins', 'fill'] as const
export type QuestionType = (typeof questionTypes)[number]

/** `anchor` questions measure what the city knows and never appear in practice. */
export const questionPools = ['practice', 'anchor'] as const
export type QuestionPool = (typeof questionPools)[number]

export const questionStates = ['draft', 'reviewed', 'active', 'suspended', 'retired'] as const
export type QuestionState = (typeof questionStates)[number]

export interface QuestionMove {
  from: QuestionState
  to: QuestionState
  /** Somebody other than who wrote this version. */
  needsSecond: boolean
  needsNote: boolean
}

/**
 * Everything an editor may do with a question; writing a new version takes it back to `draft` by itself. Every move to `draft` hands it
 * back to who wrote it, with a note: what is not reviewed yet may be handed back too.
 */
export const questionMoves: readonly QuestionMove[] = [
  { from: 'draft', to: 'reviewed', needsSecond: true, needsNote: false },
  { from: 'draft', to: 'draft', needsSecond: true, needsNote: true },
  { from: 'draft', to: 'retired', needsSecond: false, needsNote: true },
  { from: 'reviewed', to: 'draft', needsSecond: false, needsNote: true },
  { from: 'reviewed', to: 'active', needsSecond: false, needsNote: false },
  { from: 'active', to: 'suspended', needsSecond: false, needsNote: true },
  { from: 'suspended', to: 'active', needsSecond: true, needsNote: true },
  { from: 'active', to: 'retired', needsSecond: false, needsNote: true },
  { from: 'suspended', to: 'retired', needsSecond: false, needsNote: true }
]

/** Ways to practise; a contest is one too, with a deadline and nothing told before its end. */
export const quizModes = ['daily', 'topic', 'mistakes', 'challenge', 'contest'] as const
export type QuizMode = (typeof quizModes)[number]

/** `expired`: the deadline passed, or a day did, before it was finished; what was answered in time counts all the same. */
export const attemptStates = ['in_progress', 'submitted', 'expired', 'void'] as const
export type AttemptState = (typeof attemptStates)[number]

/** A contest is written, published by a second person, or called off; whether it is open is a matter of time. */
export const contestStates = ['draft', 'published', 'cancelled'] as const
export type ContestState = (typeof contestStates)[number]
export const contestPhases = ['coming', 'open', 'over'] as const
export type ContestPhase = (typeof contestPhases)[number]

/** What may be wrong with the plan of a contest; `contest-faults` names them in `data.faults` as `{fault, stratum?}`. */
export const contestFaults = [
  'closes-before-opens',
  'closes-in-past',
  'too-many-items',
  'stratum-twice',
  'too-few-questions',
  'too-short'
] as const
export type ContestFault = (typeof contestFaults)[number]

/** Why an item was drawn for somebody. Only `due` and `new` ones may earn points. */
export const drawReasons = ['due', 'new', 'weak', 'topic', 'mistake', 'challenge', 'contest'] as const
export type DrawReason = (typeof drawReasons)[number]

export const DAILY_ITEMS = 5
export const TOPIC_ITEMS = 10
export const MISTAKE_ITEMS = 10
/** Seconds for one item of a challenge; one answer more than this late, or wrong, ends it. */
export const CHALLENGE_SECONDS = 20
/** The network may take this long beyond a deadline. */
export const LATE_SECONDS = 5

/** What may be wrong with a question as an editor wrote it; `question-faults` names them in `data.faults`. */
export const draftFaults = [
  ...(['too-few-options', 'too-many-options', 'option-twice', 'option-length', 'options-not-wanted'] as const),
  /** The key has the shape of another type, names nothing, or names something twice. */
  ...(['key-of-other-type', 'key-empty', 'key-twice', 'key-not-an-option'] as const),
  /** One right option where one is asked for; two or more, and one wrong, where several are. */
  ...(['key-more-than-one', 'key-too-few', 'no-wrong-option'] as const),
  'order-incomplete',
  ...(['too-few-bins', 'too-many-bins', 'bin-twice', 'bin-empty', 'bin-unknown', 'option-without-bin', 'bins-not-wanted'] as const),
  /** An answer in words stands as it is compared: without spaces and punctuation, digits half-width. */
  ...(['blank-missing', 'fill-too-long', 'fill-not-plain'] as const),
  ...(['stem-length', 'explanation-length', 'explanation-repeats-stem', 'source-missing', 'forbidden-phrase'] as const),
  'anchor-not-single',
  ...(['fact-twice', 'fact-unknown', 'place-not-named'] as const),
  /** Another question asks this already; or a question that was asked in one pool is moved to the other. */
  ...(['stem-known', 'pool-fixed'] as const)
] as const
export type DraftFault = (typeof draftFaults)[number]
