import type { QuestionDraft } from '#contract/quiz-shapes'
import { BLANK } from '#app/features/question-bank/question-form-rules'

export interface PreviewOption {
  optionId: string
  text: string
  isRight: boolean
  /** Its place in the right order, from 1. */
  place?: number
  /** The bin it belongs to. */
  bin?: string
}

/** The options as the preview shows them; what is right is told only with the key, and an order then stands in order. */
export function previewOptions({ options = [], bins = [], key }: QuestionDraft, isKeyShown: boolean): PreviewOption[] {
  const plain = options.map(option => ({ ...option, isRight: false }))
  if (!isKeyShown) return plain
  if ('order' in key) {
    const placed = key.order.flatMap(optionId => plain.filter(option => option.optionId === optionId))
    return placed.map((option, index) => ({ ...option, place: index + 1 }))
  }
  if ('bins' in key) return plain.map(option => ({ ...option, bin: bins.find(({ binId }) => binId === key.bins[option.optionId])?.text }))
  const right = 'optionIds' in key ? key.optionIds : []
  return plain.map(option => ({ ...option, isRight: right.includes(option.optionId) }))
}

/** The stem around its blank; one part where there is none. */
export const stemParts = (stem: string) => stem.split(BLANK)

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)
const sortedBins = (bins: Readonly<Record<string, string>>) => Object.entries(bins).sort(([a], [b]) => (a < b ? -1 : 1))
const comparable = (key: QuestionDraft['key']) =>
  'bins' in key ? sortedBins(key.bins) : 'optionIds' in key ? [...key.optionIds].sort() : key

/** What a new version changed, in words. */
export function changedWords(before: QuestionDraft, now: QuestionDraft): string[] {
  const changes: readonly (readonly [boolean, string])[] = [
    [before.type !== now.type, '题型'],
    [before.stem !== now.stem, '题干'],
    [!same(before.options, now.options) || !same(before.bins, now.bins), '选项'],
    [!same(comparable(before.key), comparable(now.key)), '答案'],
    [!same(before.factIds, now.factIds), '知识点'],
    [before.explanation !== now.explanation, '解释'],
    [before.difficulty !== now.difficulty, '难度'],
    [before.pool !== now.pool, '用在哪里']
  ]
  return changes.flatMap(([isChanged, word]) => (isChanged ? [word] : []))
}
