import type { QuestionType } from '#contract/quiz-states'
import { CHALLENGE_SECONDS, DAILY_ITEMS, LATE_SECONDS, MISTAKE_ITEMS, TOPIC_ITEMS, type DrawReason } from '#contract/quiz-states'

/** A question that may be asked in practice now. */
export interface Candidate {
  questionId: string
  version: number
  /** What somebody remembers or forgets; the first of `factIds`. */
  factId: string
  /** All facts it asks for. */
  factIds: readonly string[]
  topic: string
  difficulty: number
  type?: QuestionType
  /** Characters of stem and options. */
  length?: number
}

/** What somebody knows and saw, as far as drawing needs it. */
export interface Learner {
  /** Facts that were asked before: whether due today, and how likely they are remembered. */
  memories: ReadonlyMap<string, { isDue: boolean; retrievability: number }>
  /** When a question was last given to them, in milliseconds; missing where it was not. */
  seenAt: ReadonlyMap<string, number>
  /** Facts asked in an attempt that is still open: they stay out of others, or one would tell what the other asks. */
  openFacts: ReadonlySet<string>
}

export interface Drawn extends Candidate {
  reason: DrawReason
  mayEarn: boolean
}

/** From 0 up to, not including, 1; handed in, so that a draw can be repeated. */
export type Chance = () => number

/** Answers of the last thirty days in one topic. */
export interface TopicShare {
  topic: string
  rightCount: number
  answerCount: number
}

const DAILY_DUE = 3
const DAILY_NEW = 1
/** Sorting takes a tap for each of up to nine things: more than one such item is no two minutes. */
const DAILY_BINS_MAX = 1
const OWN_ANSWERS_MIN = 5
/** After so many right answers a challenge asks harder ones. */
const CHALLENGE_STEP = 5
const DIFFICULTY_MAX = 3
/** One tap answers them. */
const QUICK_TYPES: readonly QuestionType[] = ['single', 'true-false']
/** What is read aloud in fifteen of the twenty seconds, at six characters a second; the rest is for thinking. */
const QUICK_LENGTH_MAX = 90

/** Whether an item can be read and answered in the seconds of a challenge. */
export const isQuick = ({ type, length }: Pick<Candidate, 'type' | 'length'>) =>
  type !== undefined && QUICK_TYPES.includes(type) && (length ?? 0) <= QUICK_LENGTH_MAX

/** Every order is equally likely (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], chance: Chance): T[] {
  const mixed = [...values]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T]
  }
  return mixed
}

const asksAny = ({ factIds }: Candidate, facts: ReadonlySet<string>) => factIds.some(factId => facts.has(factId))

/** The first of these that ask for no fact that was taken before; what they ask for is then taken. */
function takeApart(from: readonly Candidate[], countMax: number, taken: Set<string>): Candidate[] {
  const apart: Candidate[] = []
  for (const candidate of from) {
    if (apart.length >= countMax) break
    if (asksAny(candidate, taken)) continue
    apart.push(candidate)
    for (const factId of candidate.factIds) taken.add(factId)
  }
  return apart
}

/** Of each fact one question: the one seen longest ago, by chance among equals. The facts come in an order of chance. */
function onePerFact(candidates: readonly Candidate[], learner: Learner, chance: Chance): Candidate[] {
  const seen = (candidate: Candidate) => learner.seenAt.get(candidate.questionId) ?? 0
  const chosen = new Map<string, Candidate>()
  for (const candidate of shuffled(candidates, chance)) {
    const rival = chosen.get(candidate.factId)
    if (!asksAny(candidate, learner.openFacts) && (!rival || seen(candidate) < seen(rival))) chosen.set(candidate.factId, candidate)
  }
  return [...chosen.values()]
}

const isNew = (candidate: Candidate, learner: Learner) => !learner.memories.has(candidate.factId)
const isDue = (candidate: Candidate, learner: Learner) => learner.memories.get(candidate.factId)?.isDue ?? false
const rememberedOf = (candidate: Candidate, learner: Learner) => learner.memories.get(candidate.factId)?.retrievability ?? 1
/** Those likely to be forgotten first. */
const byForgetting = (learner: Learner) => (left: Candidate, right: Candidate) => rememberedOf(left, learner) - rememberedOf(right, learner)

/** A right answer may earn only where the fact was new or due: practising what one knows pays nothing. */
const mayEarn = (candidate: Candidate, learner: Learner) => isNew(candidate, learner) || isDue(candidate, learner)
const reasonOr = (candidate: Candidate, learner: Learner, otherwise: DrawReason): DrawReason => {
  if (isNew(candidate, learner)) return 'new'
  return isDue(candidate, learner) ? 'due' : otherwise
}

/** The topic with the lowest share of right answers, of those with enough answers; by the person's own, else the city's. */
export function weakTopicOf(own: readonly TopicShare[], ofCity: readonly TopicShare[]): string | undefined {
  const lowest = (shares: readonly TopicShare[]) =>
    shares
      .filter(({ answerCount }) => answerCount >= OWN_ANSWERS_MIN)
      .sort((a, b) => a.rightCount / a.answerCount - b.rightCount / b.answerCount || a.topic.localeCompare(b.topic))[0]?.topic
  return lowest(own) ?? lowest(ofCity)
}

/** 每日一练: three due, one new, one of the weak topic, at most one of them to be sorted into bins; where one kind lacks, due ones, new ones, then any fill the five. No fact twice. */
export function drawDaily(candidates: readonly Candidate[], learner: Learner, weakTopic: string | undefined, chance: Chance): Drawn[] {
  const askable = onePerFact(candidates, learner, chance)
  const due = askable.filter(candidate => isDue(candidate, learner)).sort(byForgetting(learner))
  const fresh = askable.filter(candidate => isNew(candidate, learner))
  const rest = askable.filter(candidate => !mayEarn(candidate, learner)).sort(byForgetting(learner))
  const drawn: Drawn[] = []
  const taken = new Set<string>()
  const isBins = ({ type }: Candidate) => type === 'bins'
  const take = (from: readonly Candidate[], countMax: number, reason?: DrawReason) => {
    let binsLeft = DAILY_BINS_MAX - drawn.filter(isBins).length
    const allowed = from.filter(candidate => !asksAny(candidate, taken) && (!isBins(candidate) || (binsLeft -= 1) >= 0))
    for (const candidate of takeApart(allowed, Math.min(countMax, DAILY_ITEMS - drawn.length), taken))
      drawn.push({ ...candidate, reason: reason ?? reasonOr(candidate, learner, 'weak'), mayEarn: mayEarn(candidate, learner) })
  }
  take(due, DAILY_DUE)
  take(fresh, DAILY_NEW)
  const ofWeak = [...rest, ...due, ...fresh].filter(({ topic }) => topic === weakTopic)
  take([...ofWeak.filter(candidate => mayEarn(candidate, learner)), ...ofWeak], 1, 'weak')
  for (const kind of [due, fresh, rest]) take(kind, DAILY_ITEMS)
  return drawn
}

/** 专题练习: what was asked before and is likely forgotten comes first, then what is new, then what is still remembered. */
export function drawTopic(candidates: readonly Candidate[], learner: Learner, chance: Chance): Drawn[] {
  const askable = onePerFact(candidates, learner, chance)
  const known = askable.filter(candidate => !isNew(candidate, learner)).sort(byForgetting(learner))
  const due = known.filter(candidate => isDue(candidate, learner))
  const fresh = askable.filter(candidate => isNew(candidate, learner))
  const rest = known.filter(candidate => !isDue(candidate, learner))
  return takeApart([...due, ...fresh, ...rest], TOPIC_ITEMS, new Set()).map(candidate => ({
    ...candidate,
    reason: reasonOr(candidate, learner, 'topic'),
    mayEarn: mayEarn(candidate, learner)
  }))
}

/** 错题本: in the order they are given, wrong ones of different facts. */
export function drawMistakes(wrong: readonly Candidate[], learner: Learner): Drawn[] {
  return takeApart(wrong, MISTAKE_ITEMS, new Set(learner.openFacts)).map(candidate => ({
    ...candidate,
    reason: 'mistake',
    mayEarn: mayEarn(candidate, learner)
  }))
}

/** 挑战答题: the next one by chance, of those that can be answered in their seconds, easy ones first, never one that was asked in this attempt. Undefined where none is left. */
export function drawChallenge(
  candidates: readonly Candidate[],
  learner: Learner,
  asked: ReadonlySet<string>,
  chance: Chance
): Drawn | undefined {
  const left = candidates.filter(
    candidate => isQuick(candidate) && !asked.has(candidate.questionId) && !asksAny(candidate, learner.openFacts)
  )
  const wanted = Math.min(DIFFICULTY_MAX, 1 + Math.floor(asked.size / CHALLENGE_STEP))
  const distance = ({ difficulty }: Candidate) => Math.abs(difficulty - wanted)
  const nearest = Math.min(...left.map(distance))
  const choices = left.filter(candidate => distance(candidate) === nearest)
  const chosen = choices[Math.floor(chance() * choices.length)]
  return chosen && { ...chosen, reason: 'challenge', mayEarn: mayEarn(chosen, learner) }
}

interface Shown {
  type: QuestionType
  options?: readonly { optionId: string }[] | undefined
  key: { optionIds: string[] } | { texts: string[] } | { order: string[] } | { bins: Record<string, string> }
}

/**
 * The order in which the options are shown, frozen with the item. 对 and 错 keep their places; options to be put in order never
 * stand in it already, for then leaving them alone would be right.
 */
export function orderOptions({ type, options, key }: Shown, chance: Chance): string[] {
  const optionIds = (options ?? []).map(option => option.optionId)
  if (type === 'true-false') return optionIds
  const mixed = shuffled(optionIds, chance)
  const isGivenAway = 'order' in key && mixed.length > 1 && mixed.join() === key.order.join()
  return isGivenAway ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed
}

/** Until when an item of a challenge may be answered. */
export const answerByOf = (now: Date) => new Date(now.getTime() + CHALLENGE_SECONDS * 1000)

/** The network may take some seconds beyond; after that it is late. */
export const isLate = (answerBy: Date | null, now: Date) => answerBy !== null && now.getTime() > answerBy.getTime() + LATE_SECONDS * 1000
