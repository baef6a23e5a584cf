import type { Item, Locked, Option } from '#contract/quiz-shapes'
import { draftOf, type AnswerDraft } from '#app/features/quizzes/answer-rules'

/** What became of one option once the answer is locked. */
export type Mark = 'right' | 'missed' | 'wrong' | 'plain'

/** For options that are chosen or not: taken rightly, left out though right, taken wrongly, or nothing to say. */
export function markOf(optionId: string, { optionIds }: AnswerDraft, { key }: Pick<Locked, 'key'>): Mark {
  const isKey = 'optionIds' in key && key.optionIds.includes(optionId)
  const isChosen = optionIds.includes(optionId)
  if (isKey) return isChosen ? 'right' : 'missed'
  return isChosen ? 'wrong' : 'plain'
}

export interface OrderedOption {
  option: Option
  /** Where it was put, from 1; absent where no answer was given. */
  given?: number
  isRight: boolean
}

/** The options in the right order, each with the place it was given. */
export function inKeyOrder(
  { options = [] }: Pick<Item, 'options'>,
  { optionIds }: AnswerDraft,
  { key }: Pick<Locked, 'key'>
): OrderedOption[] {
  const order = 'order' in key ? key.order : []
  return order.flatMap((optionId, index) => {
    const option = options.find(one => one.optionId === optionId)
    const given = optionIds.indexOf(optionId) + 1
    return option ? [{ option, ...(given > 0 && { given }), isRight: given === index + 1 }] : []
  })
}

export interface SortedOption {
  option: Option
  /** Words of the right bin, and of the one chosen where that is another. */
  bin: string
  givenBin?: string
  isRight: boolean
}

export function inKeyBins({ options = [], bins = [] }: Pick<Item, 'options' | 'bins'>, draft: AnswerDraft, { key }: Pick<Locked, 'key'>) {
  const right = 'bins' in key ? key.bins : {}
  const wordsOf = (binId: string | undefined) => bins.find(bin => bin.binId === binId)?.text
  return options.map((option): SortedOption => {
    const [keyBin, given] = [right[option.optionId], draft.bins[option.optionId]]
    const givenBin = given === keyBin ? undefined : wordsOf(given)
    return { option, bin: wordsOf(keyBin) ?? '', ...(givenBin && { givenBin }), isRight: given === keyBin }
  })
}

const listed = (optionIds: readonly string[], { options = [] }: Pick<Item, 'options'>) =>
  optionIds.flatMap(optionId => options.filter(option => option.optionId === optionId).map(({ text }) => text))

/** What is right, in one line, for lists: the options, the order, the bins, or the words. */
export function keyWords(item: Item, { key }: Pick<Locked, 'key'>): string {
  if ('text' in key) return key.text
  if ('order' in key) return listed(key.order, item).join(' → ')
  if ('optionIds' in key) return listed(key.optionIds, item).join('、')
  return inKeyBins(item, draftOf(undefined), { key })
    .map(({ option, bin }) => `${option.text}（${bin}）`)
    .join('、')
}

/** The same for reading at leisure: what is sorted stands in a line for each bin, what has an order in numbered lines. */
export function keyLines(item: Item, { key }: Pick<Locked, 'key'>): string[] {
  if ('order' in key) return listed(key.order, item).map((text, index) => `${index + 1}. ${text}`)
  if (!('bins' in key)) return [keyWords(item, { key })]
  const sorted = inKeyBins(item, draftOf(undefined), { key })
  return (item.bins ?? []).map(
    ({ text }) =>
      `${text}：${
        sorted
          .filter(one => one.bin === text)
          .map(one => one.option.text)
          .join('、') || '没有'
      }`
  )
}

/** What was answered, in the same line; undefined where the time was over before. */
export const answerWords = (item: Item, answer: Locked['key'] | undefined) => (answer ? keyWords(item, { key: answer }) : undefined)
