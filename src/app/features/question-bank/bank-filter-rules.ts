import {
  questionPools,
  questionStates,
  questionTypes,
  type QuestionPool,
  type QuestionState,
  type QuestionType
} from '#contract/quiz-states'

/** What the list of questions is narrowed by; `all` is every state. */
export interface BankFilter {
  state: QuestionState | 'all'
  words: string
  topic?: string
  type?: QuestionType
  pool?: QuestionPool
  factId?: string
}

/** What waits for a review stands first. */
export const stateTabs = [...questionStates, 'all'] as const

export const startFilter: BankFilter = { state: 'draft', words: '' }

/** How many narrowings stand behind the button 筛选. */
export const filterCount = ({ topic, type, pool, factId }: BankFilter) => [topic, type, pool, factId].filter(Boolean).length

const WORDS_LENGTH_MAX = 40

/** What the server is asked. */
export function questionOf({ state, words, topic, type, pool, factId }: BankFilter) {
  const looked = words.trim().slice(0, WORDS_LENGTH_MAX)
  return {
    ...(state !== 'all' && { state }),
    ...(looked && { words: looked }),
    ...(topic && { topic }),
    ...(type && { type }),
    ...(pool && { pool }),
    ...(factId && { factId })
  }
}

const oneOf = <Value extends string>(values: readonly Value[], named: string | undefined) => values.find(value => value === named)

/** The filter an address names; what is not known is left out. */
export function filterFrom(params: Readonly<Record<string, string | undefined>>): BankFilter {
  const type = oneOf(questionTypes, params.type)
  const pool = oneOf(questionPools, params.pool)
  return {
    state: oneOf(stateTabs, params.state) ?? (params.fact ? 'all' : startFilter.state),
    words: params.words ?? '',
    ...(params.topic && { topic: params.topic }),
    ...(type && { type }),
    ...(pool && { pool }),
    ...(params.fact && { factId: params.fact })
  }
}

/** The address that shows the same. */
export function addressOf({ state, words, topic, type, pool, factId }: BankFilter): Record<string, string> {
  return {
    ...(state !== startFilter.state && { state }),
    ...(words.trim() && { words: words.trim() }),
    ...(topic && { topic }),
    ...(type && { type }),
    ...(pool && { pool }),
    ...(factId && { fact: factId })
  }
}
