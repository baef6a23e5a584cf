import { createHash, randomBytes } from 'node:crypto'
import type { QuestionDraft } from '#contract/quiz-shapes'

/** 128 bits of chance, 22 characters: nobody guesses one, and it fits a small QR code. */
export const newToken = () => randomBytes(16).toString('base64url')

const digest = (...parts: readonly string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url')

/** What the server keeps of a token. */
export const digestOf = (token: string) => digest(token)

/** Enough of a digest to be unique among the options of a form. */
const ID_LENGTH = 16
const opaque = (...parts: readonly string[]) => digest(...parts).slice(0, ID_LENGTH)

interface FormItem {
  itemId: string
  questionId: string
  version: number
  draft: QuestionDraft
  /** As they are shown, each with the id the bank knows it by. */
  options: { optionId: string; text: string; bankId: string }[]
}

/**
 * The questions as whoever holds a token sees them, the same every time. Ids are made of the token, so they mean nothing on another
 * form, and options stand in the order of theirs, which is chance: neither says which one is right, nor can be passed on.
 */
export function formFor(token: string, drafts: readonly { questionId: string; version: number; draft: QuestionDraft }[]): FormItem[] {
  return drafts.map(({ questionId, version, draft }) => ({
    ...{ itemId: opaque('item', token, questionId), questionId, version, draft },
    options: (draft.options ?? [])
      .map(({ optionId, text }) => ({ optionId: opaque('option', token, questionId, optionId), text, bankId: optionId }))
      .sort((one, other) => (one.optionId < other.optionId ? -1 : 1))
  }))
}
