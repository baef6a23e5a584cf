import type { QuestionDraft } from '#contract/quiz-shapes'
import type { DraftFault, QuestionType } from '#contract/quiz-states'
import { normaliseFillIn } from '#server/quizzes/bank/question-file-rules'

/**
 * Lengths in characters. A stem of 80 is four lines of large type on a small phone, an option of 40 two lines; an explanation
 * under 20, or with less than 12 beyond its stem, teaches nothing and one over 200 is not read.
 */
const lengths = { stem: [6, 80], option: [1, 40], explanation: [20, 200], fillAnswer: [1, 12], beyondStem: 12 } as const
/** Fewest and most options of a type. */
const optionCounts: Record<Exclude<QuestionType, 'fill'>, readonly [number, number]> = {
  ...{ single: [3, 4], multiple: [3, 5], 'true-false': [2, 2], order: [3, 5], bins: [4, 9] }
}
const binCounts = [2, 4] as const
/** Options that are about the other options test reading, not knowing, and lose their sense when the options are shuffled. */
const forbidden =
  /以上[都皆均全]|以下[都皆均]|[都皆均]正确|[都皆均]不正确|[都皆均]不对|全部正确|以上(答案|选项|说法)|(下列|以下)说法正确的是/
/** A resident must be able to look it up: a title in 《》 and where in it; a standard has chapters, a document of policy parts. */
const title = /《[^《》]+》/
const article = /第[一二三四五六七八九十百千零]+(条|章|部分)/
function namesSource(text: string): boolean {
  const named = title.exec(text)
  return named !== null && article.test(text.slice(named.index + named[0].length))
}
const BLANK = '____'

type Check = readonly [isBroken: boolean, fault: DraftFault]
const broken = (checks: readonly Check[]): DraftFault[] => checks.flatMap(([isBroken, fault]) => (isBroken ? [fault] : []))
const isOutside = (count: number, [low, high]: readonly [number, number]) => count < low || count > high
const hasTwins = (values: readonly string[]) => new Set(values).size < values.length
const isSameSet = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && !hasTwins(left) && left.every(value => right.includes(value))
const optionIdsOf = ({ options = [] }: QuestionDraft) => options.map(option => option.optionId)

function optionFaults({ type, pool, options = [] }: QuestionDraft): DraftFault[] {
  const isAnchorOther: Check = [pool === 'anchor' && type !== 'single', 'anchor-not-single']
  if (type === 'fill') return broken([[options.length > 0, 'options-not-wanted'], isAnchorOther])
  const [least, most] = optionCounts[type]
  const texts = options.map(option => option.text)
  return broken([
    [options.length < least, 'too-few-options'],
    [options.length > most, 'too-many-options'],
    [hasTwins(options.map(option => option.optionId)) || hasTwins(texts.map(normaliseFillIn)), 'option-twice'],
    [texts.some(text => isOutside(text.length, lengths.option)), 'option-length'],
    isAnchorOther
  ])
}

function chosenFaults(type: QuestionType, optionIds: readonly string[], known: readonly string[]): DraftFault[] {
  const isMultiple = type === 'multiple'
  return broken([
    [optionIds.length === 0, 'key-empty'],
    [hasTwins(optionIds), 'key-twice'],
    [optionIds.some(id => !known.includes(id)), 'key-not-an-option'],
    [!isMultiple && optionIds.length > 1, 'key-more-than-one'],
    [isMultiple && optionIds.length < 2, 'key-too-few'],
    [isMultiple && optionIds.length >= known.length, 'no-wrong-option']
  ])
}

function fillFaults(stem: string, texts: readonly string[]): DraftFault[] {
  return broken([
    [stem.split(BLANK).length !== 2 || stem.includes(`${BLANK}_`), 'blank-missing'],
    [texts.length === 0 || texts.some(text => normaliseFillIn(text) === ''), 'key-empty'],
    [texts.some(text => text.length > lengths.fillAnswer[1]), 'fill-too-long'],
    [texts.some(text => normaliseFillIn(text) !== text), 'fill-not-plain'],
    [hasTwins(texts.map(normaliseFillIn)), 'key-twice']
  ])
}

function binFaults({ bins = [], ...draft }: QuestionDraft, placed: Readonly<Record<string, string>>): DraftFault[] {
  const binIds = bins.map(bin => bin.binId)
  const used = new Set(Object.values(placed))
  const [least, most] = binCounts
  return broken([
    [binIds.length < least, 'too-few-bins'],
    [binIds.length > most, 'too-many-bins'],
    [hasTwins(binIds) || hasTwins(bins.map(bin => normaliseFillIn(bin.text))), 'bin-twice'],
    [binIds.some(binId => !used.has(binId)), 'bin-empty'],
    [[...used].some(binId => !binIds.includes(binId)), 'bin-unknown'],
    [optionIdsOf(draft).some(optionId => !Object.hasOwn(placed, optionId)), 'option-without-bin'],
    [Object.keys(placed).some(optionId => !optionIdsOf(draft).includes(optionId)), 'key-not-an-option']
  ])
}

function keyFaults(draft: QuestionDraft): DraftFault[] {
  const { type, key, stem } = draft
  const known = optionIdsOf(draft)
  if (type === 'fill') return 'texts' in key ? fillFaults(stem, key.texts) : ['key-of-other-type']
  if (type === 'order') return 'order' in key ? broken([[!isSameSet(key.order, known), 'order-incomplete']]) : ['key-of-other-type']
  if (type === 'bins') return 'bins' in key ? binFaults(draft, key.bins) : ['key-of-other-type']
  return 'optionIds' in key ? chosenFaults(type, key.optionIds, known) : ['key-of-other-type']
}

function wordFaults({ stem, options = [], explanation }: QuestionDraft): DraftFault[] {
  const beyondStem = normaliseFillIn(explanation).replace(normaliseFillIn(stem), '')
  return broken([
    [isOutside(stem.length, lengths.stem), 'stem-length'],
    [isOutside(explanation.length, lengths.explanation), 'explanation-length'],
    [beyondStem.length < lengths.beyondStem, 'explanation-repeats-stem'],
    [!namesSource(explanation), 'source-missing'],
    [[stem, ...options.map(option => option.text)].some(text => forbidden.test(text)), 'forbidden-phrase']
  ])
}

/** What is wrong with the form of a question: its options, its key and its words, each fault once. Empty when it may be kept. */
export function faultsOfDraft(draft: QuestionDraft): DraftFault[] {
  const ofBins = broken([[draft.type !== 'bins' && (draft.bins ?? []).length > 0, 'bins-not-wanted']])
  return [...new Set([...optionFaults(draft), ...ofBins, ...keyFaults(draft), ...wordFaults(draft)])]
}

/**
 * What is wrong with the facts of a question. `scopes` says of each fact of the bank where it holds: `国家`, or `地方:` and a
 * place, which the stem must name, since elsewhere another rule holds.
 */
export function faultsOfFacts({ factIds, stem }: QuestionDraft, scopes: ReadonlyMap<string, string>): DraftFault[] {
  const place = /^地方:(.+)$/.exec(scopes.get(factIds[0] ?? '') ?? '')?.[1] ?? ''
  return broken([
    [factIds.some(factId => !scopes.has(factId)), 'fact-unknown'],
    [!stem.includes(place), 'place-not-named'],
    [hasTwins(factIds), 'fact-twice']
  ])
}
