export interface FormItem {
  itemId: string
  stem: string
  options: readonly { optionId: string; text: string }[]
}

/** What was tapped: an option, or 不知道, which is one as good. */
export interface Choice {
  optionId?: string
}

/** By item; what is not there yet was not asked yet. */
export type Choices = Readonly<Record<string, Choice>>

export const UNKNOWN_WORD = '不知道'

/** The answers in the order of the form; `undefined` while one is missing. */
export function answersOf(items: readonly FormItem[], choices: Choices): { itemId: string; optionId?: string }[] | undefined {
  const answers = items.flatMap(({ itemId }) => {
    const choice = choices[itemId]
    return choice ? [{ itemId, ...choice }] : []
  })
  return answers.length === items.length ? answers : undefined
}

/** Where to go on: the first question without an answer, or the end. */
export function firstOpen(items: readonly FormItem[], choices: Choices): number {
  const place = items.findIndex(({ itemId }) => !choices[itemId])
  return place === -1 ? items.length : place
}

/** An answer in words. */
export function choiceWords({ options }: FormItem, choice: Choice | undefined): string {
  if (!choice) return '还没答'
  return options.find(option => option.optionId === choice.optionId)?.text ?? UNKNOWN_WORD
}

const BLANK = '什么'

/** A question as it is read aloud: blanks get a word, options their number, and 不知道 stands beside them. */
export const spokenItem = ({ stem, options }: FormItem) =>
  [stem.replace(/[_＿]{2,}/g, BLANK), ...options.map(({ text }, place) => `${place + 1}，${text}`), `或者，${UNKNOWN_WORD}`].join('。')

const TOKEN = /^[\w-]{8,80}$/

/** The code in what somebody pasted or typed: a whole link, or the letters under the QR code. */
export function tokenIn(text: string): string | undefined {
  const linked = /[?&](?:token|scene)=([\w-]+)/.exec(text)?.[1]
  const token = linked ?? text.replace(/\s/g, '')
  return TOKEN.test(token) ? token : undefined
}
