import type { ImportFault } from '#contract/quizzes-exchange'
import { readGiftAnswers } from '#server/quizzes/exchange/gift-answers-rules'
import { findMark, giftBlocks, placeIn, unescaped, type GiftBlock } from '#server/quizzes/exchange/gift-blocks-rules'
import { poolOfWord } from '#server/quizzes/exchange/question-column-rules'
import { factIdsOf, faultAt, type ReadFile, type ReadQuestion } from '#server/quizzes/exchange/read-question-rules'

const BLANK = '____'
const TITLE = /^\s*::((?:\\.|[^\\])*?)::/
const MARKUP = /^\s*\[(html|moodle|plain|markdown)\]/
const GENERAL_FEEDBACK = '####'

/** The parts of a block by their offsets in it. */
interface Parts {
  stemAt: number
  before: string
  open: number
  body: string
  after: string
}

function partsOf(block: GiftBlock): Parts | ImportFault {
  const { text } = block
  const title = TITLE.exec(text)?.[0].length ?? 0
  const markup = MARKUP.exec(text.slice(title))?.[0].length ?? 0
  const from = title + markup
  const open = findMark(text, '{}', from)
  const stemAt = from + (text.slice(from).length - text.slice(from).trimStart().length)
  if (open < 0) return faultAt(placeIn(block, stemAt), 'description-not-possible', unescaped(text.slice(stemAt)))
  const close = text[open] === '{' ? findMark(text, '{}', open + 1) : -1
  if (close < 0 || text[close] === '{') return faultAt(placeIn(block, open), 'brace-open')
  const again = findMark(text, '{}', close + 1)
  if (again >= 0) return faultAt(placeIn(block, again), text[again] === '{' ? 'answers-twice' : 'brace-open')
  return { stemAt, before: text.slice(from, open), open, body: text.slice(open + 1, close), after: text.slice(close + 1) }
}

/** Answers in the middle of a sentence stand for what is left out there. */
function stemOf({ before, after }: Parts): string {
  const [head, tail] = [unescaped(before), unescaped(after)]
  return tail === '' ? head : `${head}${head.includes(BLANK) ? '' : BLANK}${tail}`
}

function generalFeedback(body: string): { answers: string; explanation: string; offset: number } {
  const at = body.indexOf(GENERAL_FEEDBACK)
  if (at < 0) return { answers: body, explanation: '', offset: body.length }
  const said = body.slice(at + GENERAL_FEEDBACK.length)
  const offset = at + GENERAL_FEEDBACK.length + (said.length - said.trimStart().length)
  return { answers: body.slice(0, at), explanation: unescaped(said), offset }
}

function questionOf(block: GiftBlock, factId: string | undefined): { question?: ReadQuestion; faults: ImportFault[] } {
  const parts = partsOf(block)
  if ('reason' in parts) return { faults: [parts] }
  const at = (offset: number) => placeIn(block, parts.open + 1 + offset)
  const { answers, explanation, offset } = generalFeedback(parts.body)
  const read = readGiftAnswers(answers)
  if ('reason' in read) return { faults: [faultAt(at(read.offset), read.reason, read.value)] }
  const stem = placeIn(block, parts.stemAt)
  const { fact, difficulty: hard, pool: use } = block.notes
  const [pool, difficulty] = [use ? poolOfWord(use.text) : 'practice', hard ? Number(hard.text) : 1]
  const faults: ImportFault[] = []
  if (use && !pool) faults.push(faultAt(use.place, 'pool-unknown', use.text))
  if (hard && ![1, 2, 3].includes(difficulty)) faults.push(faultAt(hard.place, 'difficulty-unknown', hard.text))
  const draft = {
    ...{ factIds: factIdsOf(fact?.text ?? '', factId), type: read.type, pool: pool ?? 'practice', difficulty },
    ...{ stem: stemOf(parts), ...(read.options && { options: read.options }), key: read.key, explanation }
  }
  const places = {
    ...{ type: stem, stem, options: read.optionOffsets.map(at), bins: stem, key: at(read.keyOffset), explanation: at(offset) },
    ...{ fact: fact?.place ?? stem, difficulty: hard?.place ?? stem, pool: use?.place ?? stem }
  }
  return faults.length > 0 ? { faults } : { question: { line: stem.line, draft, places }, faults }
}

/**
 * Reads GIFT (https://docs.moodle.org/en/GIFT_format): single, multiple by weights, true or false, and short answers. The general
 * feedback is the explanation; comments above a question name its fact, difficulty and pool. @param factId the fact of questions
 * that name none.
 */
export function readGift(text: string, factId?: string): ReadFile {
  const read = giftBlocks(text)
    .filter(block => block.text.trim() !== '')
    .map(block => questionOf(block, factId))
  return { rows: read.length, questions: read.flatMap(({ question }) => question ?? []), faults: read.flatMap(({ faults }) => faults) }
}
