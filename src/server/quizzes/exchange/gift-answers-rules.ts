import type { QuestionDraft } from '#contract/quiz-shapes'
import type { QuestionType } from '#contract/quiz-states'
import type { ImportFault } from '#contract/quizzes-exchange'
import { findMark, unescaped } from '#server/quizzes/exchange/gift-blocks-rules'
import { optionIds, trueFalseOptions, truthOf } from '#server/quizzes/exchange/read-question-rules'

type Reason = ImportFault['reason']
/** Offsets count from the opening brace. */
export type GiftFault = { offset: number; reason: Reason; value?: string }

export interface GiftAnswers {
  type: QuestionType
  options?: { optionId: string; text: string }[]
  optionOffsets: readonly number[]
  key: QuestionDraft['key']
  keyOffset: number
}

/** One answer within the braces: `=right`, `~wrong`, `~%50%partly`. */
interface GiftAnswer {
  mark: '=' | '~'
  weight: number | undefined
  text: string
  offset: number
  isMatch: boolean
}

const WEIGHT = /^\s*%(-?\d+(?:\.\d+)?)%/
const FULL_WEIGHT = 100

function answerOf(body: string, from: number, until: number): GiftAnswer {
  const said = body.slice(from + 1, until)
  const [taken = '', weight] = WEIGHT.exec(said) ?? []
  const rest = said.slice(taken.length)
  const hash = findMark(rest, '#')
  const text = hash < 0 ? rest : rest.slice(0, hash)
  return {
    mark: body[from] === '=' ? '=' : '~',
    weight: weight === undefined ? undefined : Number(weight),
    text: unescaped(text),
    offset: from + 1 + taken.length + (text.length - text.trimStart().length),
    isMatch: /->/.test(text)
  }
}

function answersIn(body: string): GiftAnswer[] {
  const answers: GiftAnswer[] = []
  for (let from = findMark(body, '=~'); from >= 0;) {
    const next = findMark(body, '=~', from + 1)
    answers.push(answerOf(body, from, next < 0 ? body.length : next))
    from = next
  }
  return answers
}

const chosen = (type: 'single' | 'multiple', answers: readonly GiftAnswer[], isRight: (answer: GiftAnswer) => boolean): GiftAnswers => ({
  type,
  options: answers.map(({ text }, n) => ({ optionId: optionIds[n] ?? '', text })),
  optionOffsets: answers.map(answer => answer.offset),
  key: { optionIds: answers.flatMap((answer, n) => (isRight(answer) ? [optionIds[n] ?? ''] : [])) },
  keyOffset: answers.find(isRight)?.offset ?? 0
})

const isPartly = ({ mark, weight }: GiftAnswer) =>
  mark === '=' ? weight !== undefined && weight !== FULL_WEIGHT : weight !== undefined && weight > 0

/**
 * The answers between the braces of a GIFT question, without its general feedback. Feedback of single answers has no place in the
 * bank and is left out; what the bank cannot ask is a fault.
 */
export function readGiftAnswers(body: string): GiftAnswers | GiftFault {
  const hash = findMark(body, '#')
  const bare = (hash < 0 ? body : body.slice(0, hash)).trim()
  const start = body.length - body.trimStart().length
  if (body.trim() === '') return { offset: 0, reason: 'essay-not-possible' }
  if (body.trimStart().startsWith('#')) return { offset: start, reason: 'numerical-not-possible' }
  const truth = truthOf(bare)
  if (truth)
    return { type: 'true-false', options: trueFalseOptions, optionOffsets: [start, start], key: { optionIds: [truth] }, keyOffset: start }
  const answers = answersIn(body)
  const [first] = answers
  if (!first || findMark(body, '=~') > start) return { offset: start, reason: 'answer-mark-missing', value: bare }
  const match = answers.every(answer => answer.mark === '=') ? answers.find(answer => answer.isMatch) : undefined
  if (match) return { offset: match.offset, reason: 'matching-not-possible', value: match.text }
  const tooMany = answers[optionIds.length]
  if (tooMany) return { offset: tooMany.offset, reason: 'too-many-options', value: tooMany.text }
  const hasRight = answers.some(answer => answer.mark === '=')
  const partly = answers.find(isPartly)
  if (hasRight && partly) return { offset: partly.offset, reason: 'weight-not-possible', value: String(partly.weight) }
  if (answers.every(answer => answer.mark === '='))
    return { type: 'fill', optionOffsets: [], key: { texts: answers.map(answer => answer.text) }, keyOffset: first.offset }
  return hasRight
    ? chosen('single', answers, answer => answer.mark === '=')
    : chosen('multiple', answers, answer => (answer.weight ?? 0) > 0)
}
