import type { QuestionDraft } from '#contract/quiz-shapes'
import type { ImportFault } from '#contract/quizzes-exchange'

/** Where something stands in a file, from 1. */
export interface Place {
  line: number
  column: number
}

/** Where the parts of a question stand; a part that is not there points to where it should be. */
export interface Places {
  type: Place
  stem: Place
  /** One for each option, or where the first should be. */
  options: readonly Place[]
  bins: Place
  key: Place
  explanation: Place
  fact: Place
  difficulty: Place
  pool: Place
}

/** A question as a file has it, its form not yet judged. */
export interface ReadQuestion {
  line: number
  draft: QuestionDraft
  places: Places
}

/** What a parser makes of a file. A question with a fault that leaves nothing to judge stands in `faults` alone. */
export interface ReadFile {
  rows: number
  questions: readonly ReadQuestion[]
  faults: readonly ImportFault[]
}

export const faultAt = (place: Place, reason: ImportFault['reason'], value = ''): ImportFault => ({
  line: place.line,
  column: place.column,
  reason,
  ...(value !== '' && { value })
})

/** Options are lettered as the bank does, a to i, whatever the file calls them. */
export const optionIds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const
export const binIds = ['x', 'y', 'z', 'w', 'v', 'u'] as const
export const trueFalseOptions = [
  { optionId: 't', text: '对' },
  { optionId: 'f', text: '不对' }
]

const TRUE_WORDS = /^(对|正确|是|√|✓|t|true)$/i
const FALSE_WORDS = /^(不对|错|错误|否|×|✗|f|false)$/i

/** `t` or `f` where a word says which; undefined for every other word. */
export const truthOf = (word: string): 't' | 'f' | undefined => (TRUE_WORDS.test(word) ? 't' : FALSE_WORDS.test(word) ? 'f' : undefined)

/** Facts as people list them: `F224, F260`. */
export const factIdsOf = (text: string, factId: string | undefined): string[] => {
  const named = text.split(/[\s,，、;；|]+/).filter(part => part !== '')
  return named.length > 0 ? named : factId ? [factId] : []
}
