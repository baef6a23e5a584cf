import type { QuizMode } from '#contract/quiz-states'

export const ATTEMPT_PATH = '/packages/quiz/attempt/index'
export const RESULT_PATH = '/packages/quiz/result/index'
export const KNOWLEDGE_PATH = '/packages/quiz/knowledge/index'
export const MISTAKES_PATH = '/packages/quiz/mistakes/index'

/** Ways to practise that a person starts from the phone; contests have pages of their own. */
export type PracticeMode = Exclude<QuizMode, 'contest'>

/** What an attempt is begun with: a way to practise, or one that exists already. */
export type Beginning = { mode: PracticeMode; topic?: string } | { attemptId: string }

export const paramsOf = (beginning: Beginning): Record<string, string> => ({ ...beginning })

export function beginningOf({ attemptId, mode, topic }: Record<string, string | undefined>): Beginning {
  if (attemptId) return { attemptId }
  if (mode === 'topic' && topic) return { mode, topic }
  return { mode: mode === 'mistakes' || mode === 'challenge' ? mode : 'daily' }
}
