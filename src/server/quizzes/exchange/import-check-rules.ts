import type { DraftFault } from '#contract/quiz-states'
import { IMPORT_ROWS_MAX, IMPORT_VALUE_LENGTH, type ImportFault } from '#contract/quizzes-exchange'
import { isSayable } from '#contract/shapes'
import { faultsOfDraft, faultsOfFacts } from '#server/quizzes/bank/question-draft-rules'
import { faultAt, type Place, type ReadFile, type ReadQuestion } from '#server/quizzes/exchange/read-question-rules'

/** Facts a question may have. */
export const FACTS_MAX = 8
const OPTION_LENGTH_MAX = 40
/** Stands where a program that wrote the file could not say a character. */
const REPLACED = '\ufffd'
const isUnreadable = (text: string) => !isSayable(text) || text.includes(REPLACED)

type Part = Exclude<keyof ReadQuestion['places'], 'options'> | 'options'

/** The part of a question that a fault of its form is about. */
const partOfFault: Record<DraftFault, Part> = {
  ...{ 'too-few-options': 'options', 'too-many-options': 'options', 'option-twice': 'options', 'option-length': 'options' },
  ...{ 'options-not-wanted': 'options', 'key-of-other-type': 'key', 'key-empty': 'key', 'key-twice': 'key', 'key-not-an-option': 'key' },
  ...{ 'key-more-than-one': 'key', 'key-too-few': 'key', 'no-wrong-option': 'key', 'order-incomplete': 'key' },
  ...{ 'too-few-bins': 'bins', 'too-many-bins': 'bins', 'bin-twice': 'bins', 'bin-empty': 'bins', 'bin-unknown': 'key' },
  ...{ 'option-without-bin': 'key', 'bins-not-wanted': 'bins', 'blank-missing': 'stem', 'fill-too-long': 'key', 'fill-not-plain': 'key' },
  ...{ 'stem-length': 'stem', 'explanation-length': 'explanation', 'explanation-repeats-stem': 'explanation' },
  ...{ 'source-missing': 'explanation', 'forbidden-phrase': 'stem', 'anchor-not-single': 'pool', 'fact-twice': 'fact' },
  ...{ 'fact-unknown': 'fact', 'place-not-named': 'stem', 'stem-known': 'stem', 'pool-fixed': 'pool' }
}

/** What a check is told about the bank. */
export interface BankSeen {
  /** Where each fact holds, as `faultsOfFacts` takes it. */
  scopes: ReadonlyMap<string, string>
  /** Stems of questions that are not retired. */
  stems: ReadonlySet<string>
}

/** Whether a database can be asked for the words of a question. */
export const isKeepable = ({ draft }: ReadQuestion) => isSayable(draft.stem) && draft.factIds.every(isSayable)

const isKeyEmpty = ({ key }: ReadQuestion['draft']) => Object.values(key).every(part => Object.keys(part as object).length === 0)

/** Parts that are not there at all: they are named once, not by everything that follows from it. */
function missingParts({ draft }: ReadQuestion): Map<Part, ImportFault['reason']> {
  const missing = new Map<Part, ImportFault['reason']>()
  if (draft.stem === '') missing.set('stem', 'stem-missing')
  if (isKeyEmpty(draft)) missing.set('key', 'key-missing')
  if (draft.explanation === '') missing.set('explanation', 'explanation-missing')
  if (draft.factIds.length === 0) missing.set('fact', 'fact-missing')
  return missing
}

/** The option a fault is about, where it can be told; else the first. */
function optionIndex(reason: DraftFault, { draft: { options = [] } }: ReadQuestion): number {
  const texts = options.map(option => option.text)
  if (reason === 'option-twice')
    return Math.max(
      0,
      texts.findIndex((text, n) => texts.indexOf(text) < n)
    )
  if (reason === 'option-length')
    return Math.max(
      0,
      texts.findIndex(text => text.length === 0 || text.length > OPTION_LENGTH_MAX)
    )
  return 0
}

function placeOf(part: Part, question: ReadQuestion, reason?: DraftFault): { place: Place; value: string } {
  const { draft, places } = question
  if (part === 'options') {
    const n = reason ? optionIndex(reason, question) : 0
    return { place: places.options[n] ?? places.options[0] ?? places.stem, value: draft.options?.[n]?.text ?? '' }
  }
  const texts = { stem: draft.stem, explanation: draft.explanation, fact: draft.factIds.join(','), pool: draft.pool }
  return { place: places[part], value: part in texts ? texts[part as keyof typeof texts] : '' }
}

function unreadableFaults(question: ReadQuestion): ImportFault[] {
  const { draft, places } = question
  const parts: [string, Place][] = [
    [draft.stem, places.stem],
    [draft.explanation, places.explanation],
    ...(draft.options ?? []).map(({ text }, n): [string, Place] => [text, places.options[n] ?? places.stem]),
    [(draft.bins ?? []).map(bin => bin.text).join(''), places.bins],
    [Object.values(draft.key).map(String).join(''), places.key]
  ]
  return parts.flatMap(([text, place]) => (isUnreadable(text) ? [faultAt(place, 'character-unreadable')] : []))
}

function faultsOfQuestion(question: ReadQuestion, { scopes }: BankSeen): ImportFault[] {
  const missing = missingParts(question)
  const told = [...missing].map(([part, reason]) => faultAt(placeOf(part, question).place, reason))
  const ofForm = [...faultsOfDraft(question.draft), ...faultsOfFacts(question.draft, scopes)]
    .map(reason => ({ reason, part: partOfFault[reason] }))
    .filter(({ part }) => !missing.has(part))
    .map(({ reason, part }) => {
      const { place, value } = placeOf(part, question, reason)
      return faultAt(place, reason, value)
    })
  if (question.draft.factIds.length > FACTS_MAX) told.push(faultAt(question.places.fact, 'too-many-facts'))
  return [...told, ...ofForm, ...unreadableFaults(question)]
}

function stemFaults(questions: readonly ReadQuestion[], known: ReadonlySet<string>): ImportFault[] {
  const seen = new Set<string>()
  return questions.flatMap(({ draft: { stem }, places }) => {
    const isTwice = stem !== '' && seen.has(stem)
    seen.add(stem)
    if (isTwice) return [faultAt(places.stem, 'duplicate-stem', stem)]
    return known.has(stem) ? [faultAt(places.stem, 'stem-known', stem)] : []
  })
}

const inOrder = (left: ImportFault, right: ImportFault) => left.line - right.line || left.column - right.column

/** Everything that is wrong with a file, in the order in which it stands there. Empty when all of it may be taken. */
export function faultsOfImport(read: ReadFile, bank: BankSeen): ImportFault[] {
  const { rows, questions, faults } = read
  const tooMany =
    rows > IMPORT_ROWS_MAX ? [faultAt({ line: questions[IMPORT_ROWS_MAX]?.line ?? IMPORT_ROWS_MAX, column: 1 }, 'too-many-rows')] : []
  const none = rows === 0 && faults.length === 0 ? [faultAt({ line: 1, column: 1 }, 'no-rows')] : []
  // Of a file that is far too long nothing else need be said.
  if (tooMany.length > 0) return tooMany
  const ofEach = questions.flatMap(question => faultsOfQuestion(question, bank))
  return [...none, ...faults, ...ofEach, ...stemFaults(questions, bank.stems)]
    .sort(inOrder)
    .map(fault => ({ ...fault, ...(fault.value !== undefined && { value: fault.value.slice(0, IMPORT_VALUE_LENGTH) }) }))
}
