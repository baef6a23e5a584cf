import type { Item, Locked } from '#contract/quiz-shapes'

const BLANK = '什么'

/** A question as it is read aloud: blanks get a word, options their number. */
export function spokenQuestion({ stem, options = [], bins = [] }: Pick<Item, 'stem' | 'options' | 'bins'>): string {
  const choices = options.map(({ text }, index) => `${index + 1}，${text}`)
  const places = bins.length > 0 ? [`可以放进：${bins.map(({ text }) => text).join('，')}`] : []
  return [stem.replace(/[_＿]{2,}/g, BLANK), ...choices, ...places].join('。')
}

export const spokenVerdict = ({ correct, explanation }: Pick<Locked, 'correct' | 'explanation'>, key: string) =>
  `${correct ? '答对了' : `这题没答对。正确答案是：${key}`}。${explanation}`
