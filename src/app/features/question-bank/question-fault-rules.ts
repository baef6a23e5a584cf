import type { DraftFault, QuestionType } from '#contract/quiz-states'
import { BLANK, plainAnswer, shownOptions, type QuestionForm } from '#app/features/question-bank/question-form-rules'

/** Characters; the same as the server's, which has the last word. */
export const lengths = { stem: [6, 80], option: [1, 40], bin: [1, 20], explanation: [20, 200], fill: [1, 12] } as const
export const optionCounts: Record<QuestionType, readonly [number, number]> = {
  ...{ single: [3, 4], multiple: [3, 5], 'true-false': [2, 2], order: [3, 5], bins: [4, 9], fill: [0, 0] }
}
export const binCounts = [2, 4] as const
export const FACTS_MAX = 8
export const FILLS_MAX = 8
const forbidden =
  /以上[都皆均全]|以下[都皆均]|[都皆均]正确|[都皆均]不正确|[都皆均]不对|全部正确|以上(答案|选项|说法)|(下列|以下)说法正确的是/
const title = /《[^《》]+》/
const article = /第[一二三四五六七八九十百千零]+(条|部分)/
/** Whether a text names a law and, behind it, where in it. */
function namesSource(text: string): boolean {
  const named = title.exec(text)
  return named !== null && article.test(text.slice(named.index + named[0].length))
}

type Check = readonly [isBroken: boolean, fault: DraftFault]
const broken = (checks: readonly Check[]): DraftFault[] => checks.flatMap(([isBroken, fault]) => (isBroken ? [fault] : []))
const isOutside = (count: number, [low, high]: readonly [number, number]) => count < low || count > high
const hasTwins = (values: readonly string[]) => new Set(values).size < values.length
const written = (values: readonly string[]) => values.map(plainAnswer).filter(Boolean)

function optionFaults(form: QuestionForm): DraftFault[] {
  if (form.type === 'fill') return []
  const texts = shownOptions(form).map(({ text }) => text.trim())
  const [least, most] = optionCounts[form.type]
  return broken([
    [texts.length < least, 'too-few-options'],
    [texts.length > most, 'too-many-options'],
    [texts.some(text => isOutside(text.length, lengths.option)), 'option-length'],
    [hasTwins(written(texts)), 'option-twice']
  ])
}

function keyFaults(form: QuestionForm): DraftFault[] {
  const options = shownOptions(form)
  const rightCount = options.filter(({ isRight }) => isRight).length
  if (form.type === 'order') return []
  if (form.type === 'fill') {
    const texts = form.texts.map(plainAnswer).filter(Boolean)
    return broken([
      [form.stem.split(BLANK).length !== 2 || form.stem.includes(`${BLANK}_`), 'blank-missing'],
      [texts.length === 0, 'key-empty'],
      [texts.some(text => text.length > lengths.fill[1]), 'fill-too-long']
    ])
  }
  if (form.type === 'bins') {
    const binIds = form.bins.map(({ binId }) => binId)
    const used = options.map(({ binId }) => binId)
    return broken([
      [binIds.length < binCounts[0], 'too-few-bins'],
      [binIds.length > binCounts[1], 'too-many-bins'],
      [form.bins.some(({ text }) => text.trim() === '') || hasTwins(written(form.bins.map(({ text }) => text))), 'bin-twice'],
      [used.some(binId => !binId || !binIds.includes(binId)), 'option-without-bin'],
      [binIds.some(binId => !used.includes(binId)), 'bin-empty']
    ])
  }
  return broken([
    [rightCount === 0, 'key-empty'],
    [form.type === 'multiple' && rightCount === 1, 'key-too-few'],
    [form.type === 'multiple' && rightCount >= options.length, 'no-wrong-option']
  ])
}

/** What the phone itself finds wrong with a question before it is sent, in the order of the form. */
export function faultsOf(form: QuestionForm): DraftFault[] {
  const said = [form.stem, ...shownOptions(form).map(({ text }) => text)]
  return [
    ...broken([
      [form.facts.length === 0, 'fact-unknown'],
      [isOutside(form.stem.trim().length, lengths.stem), 'stem-length']
    ]),
    ...optionFaults(form),
    ...keyFaults(form),
    ...broken([
      [said.some(text => forbidden.test(text)), 'forbidden-phrase'],
      [form.pool === 'anchor' && form.type !== 'single', 'anchor-not-single'],
      [isOutside(form.explanation.trim().length, lengths.explanation), 'explanation-length'],
      [!namesSource(form.explanation), 'source-missing']
    ])
  ]
}
