import type { Fact, QuestionDetail, QuestionDraft } from '#contract/quiz-shapes'
import type { QuestionPool, QuestionType } from '#contract/quiz-states'

/** A fact as the form needs it. */
export type FormFact = Pick<Fact, 'factId' | 'statement' | 'law' | 'article' | 'topic'>

export interface FormOption {
  optionId: string
  text: string
  isRight: boolean
  binId?: string
}

/** A question as somebody writes it. What one type does not need is kept, so that going back to another loses nothing. */
export interface QuestionForm {
  type: QuestionType
  pool: QuestionPool
  difficulty: number
  stem: string
  /** The first gives the question its topic and its source. */
  facts: readonly FormFact[]
  /** For `order` they stand in the right order. */
  options: readonly FormOption[]
  bins: readonly { binId: string; text: string }[]
  /** Accepted words of `fill`. */
  texts: readonly string[]
  explanation: string
}

export const BLANK = '____'
const optionLetters = 'abcdefghijklmnopqrstuvwxyz'
const binLetters = 'wxyzuv'
const trueFalse: readonly FormOption[] = [
  { optionId: 't', text: '对', isRight: false },
  { optionId: 'f', text: '不对', isRight: false }
]

const freeLetter = (letters: string, taken: readonly string[]) =>
  Array.from(letters).find(letter => !taken.includes(letter)) ?? `${taken.length}`

export const withOption = (options: readonly FormOption[]): FormOption[] => [
  ...options,
  {
    optionId: freeLetter(
      optionLetters,
      options.map(({ optionId }) => optionId)
    ),
    text: '',
    isRight: false
  }
]

export const withBin = (bins: QuestionForm['bins']): QuestionForm['bins'] => [
  ...bins,
  {
    binId: freeLetter(
      binLetters,
      bins.map(({ binId }) => binId)
    ),
    text: ''
  }
]

const times = <Value>(count: number, grow: (values: Value) => Value, start: Value) =>
  Array.from({ length: count }).reduce<Value>(values => grow(values), start)

const START_OPTIONS = 4

export const newForm = (): QuestionForm => ({
  ...{ type: 'single', pool: 'practice', difficulty: 1, stem: '', facts: [], explanation: '' },
  options: times<readonly FormOption[]>(START_OPTIONS, withOption, []),
  bins: times<QuestionForm['bins']>(2, withBin, []),
  texts: ['']
})

/** The options the type asks about: those of true or false are always the same two. */
export function shownOptions({ type, options }: Pick<QuestionForm, 'type' | 'options'>): readonly FormOption[] {
  if (type === 'fill') return []
  if (type !== 'true-false') return options
  return trueFalse.map(option => ({ ...option, isRight: options.find(({ optionId }) => optionId === option.optionId)?.isRight ?? false }))
}

/** Another type: the words stay, and a right option more than the type knows loses its mark. */
export function withType(form: QuestionForm, type: QuestionType): QuestionForm {
  const isTrueFalse = (optionId: string) => optionId === 't' || optionId === 'f'
  const own = form.options.filter(({ optionId, text }) => !isTrueFalse(optionId) || (text !== '对' && text !== '不对'))
  if (type === 'true-false') return { ...form, type, options: [...own, ...trueFalse].map(option => ({ ...option, isRight: false })) }
  const options = own.length > 0 ? own : newForm().options
  const first = options.findIndex(({ isRight }) => isRight)
  return {
    ...form,
    type,
    options: type === 'single' ? options.map((option, place) => ({ ...option, isRight: option.isRight && place === first })) : options
  }
}

/** A tap on the mark of an option: one takes the place of the other where only one may be right. */
export function withMark(form: QuestionForm, optionId: string): QuestionForm {
  const options = form.options.map(option => {
    if (form.type === 'multiple') return option.optionId === optionId ? { ...option, isRight: !option.isRight } : option
    return { ...option, isRight: option.optionId === optionId }
  })
  return { ...form, options }
}

export function moved<Value>(values: readonly Value[], from: number, by: 1 | -1): Value[] {
  const to = from + by
  const next = [...values]
  const [one] = next.splice(from, 1)
  if (one === undefined || to < 0 || to > next.length) return [...values]
  next.splice(to, 0, one)
  return next
}

/** A blank at the end of the stem; a second one would ask two things. */
export const withBlank = (stem: string) => (stem.includes(BLANK) ? stem : `${stem}${BLANK}`)

/** Words as the server compares them: half-width, small letters, without spaces and punctuation; a decimal point stays. */
export function plainAnswer(text: string): string {
  const isDigit = (sign: string | undefined) => sign !== undefined && /\d/.test(sign)
  const narrow = text.normalize('NFKC').toLowerCase()
  return narrow.replace(/[\p{P}\p{S}\s]/gu, (sign, at: number) =>
    sign === '.' && isDigit(narrow[at - 1]) && isDigit(narrow[at + 1]) ? sign : ''
  )
}

/** Written in the right order, an order would be told by how it stands: the first goes last. */
const rotated = <Value>(values: readonly Value[]) => [...values.slice(1), ...values.slice(0, 1)]

/** What is sent. */
export function draftOf(form: QuestionForm): QuestionDraft {
  const { type, pool, difficulty } = form
  const options = shownOptions(form).map(({ optionId, text }) => ({ optionId, text: text.trim() }))
  const common = {
    ...{ type, pool, difficulty, factIds: form.facts.map(({ factId }) => factId) },
    ...{ stem: form.stem.trim(), explanation: form.explanation.trim() }
  }
  if (type === 'fill') return { ...common, key: { texts: [...new Set(form.texts.map(plainAnswer))].filter(Boolean) } }
  if (type === 'order') return { ...common, options: rotated(options), key: { order: options.map(({ optionId }) => optionId) } }
  if (type === 'bins') {
    const placed = form.options.flatMap(({ optionId, binId }) =>
      form.bins.some(bin => bin.binId === binId) && binId ? [[optionId, binId]] : []
    )
    const bins = form.bins.map(({ binId, text }) => ({ binId, text: text.trim() }))
    return { ...common, options, bins, key: { bins: Object.fromEntries(placed) as Record<string, string> } }
  }
  const right = shownOptions(form).filter(({ isRight }) => isRight)
  return { ...common, options, key: { optionIds: right.map(({ optionId }) => optionId) } }
}

function optionsFrom({ options = [], key }: QuestionDraft): FormOption[] {
  const isRight = (optionId: string) => 'optionIds' in key && key.optionIds.includes(optionId)
  const placed = 'bins' in key ? key.bins : {}
  const all = options.map(({ optionId, text }) => ({
    ...{ optionId, text, isRight: isRight(optionId) },
    ...(placed[optionId] && { binId: placed[optionId] })
  }))
  if (!('order' in key)) return all
  return key.order.flatMap(optionId => all.filter(option => option.optionId === optionId))
}

/** What a question says, to be changed; `facts` are those of the draft as far as they are known. */
export function formFrom({ draft, source, topic }: Pick<QuestionDetail, 'draft' | 'source' | 'topic'>): QuestionForm {
  const { type, pool, difficulty, stem, explanation, key, bins } = draft
  const empty = newForm()
  const options = optionsFrom(draft)
  return {
    ...{ type, pool, difficulty, stem, explanation },
    // Only the first is told with its source; the others stand by their number until they are looked up.
    facts: draft.factIds.map((factId, place) =>
      place === 0
        ? { factId, topic, statement: source.statement, law: source.law, article: source.article }
        : { factId, topic, statement: '', law: '', article: '' }
    ),
    options: options.length > 0 ? options : empty.options,
    bins: bins ?? empty.bins,
    texts: 'texts' in key ? key.texts : empty.texts
  }
}
