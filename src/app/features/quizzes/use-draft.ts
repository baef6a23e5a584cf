import { useState } from 'react'
import { draftOf, emptyDraft, type AnswerDraft } from '#app/features/quizzes/answer-rules'
import type { Step } from '#app/features/quizzes/attempt-rules'

/** The answer being made, which begins empty with every question. */
export function useDraft(step: Step | undefined) {
  const [made, setMade] = useState<{ itemId: string; draft: AnswerDraft } | undefined>(undefined)
  const item = step && 'item' in step ? step.item : undefined
  const sent = step?.kind === 'waits' ? draftOf(step.answer) : emptyDraft
  const draft = item && made?.itemId === item.itemId ? made.draft : sent
  return { item, draft, change: (next: AnswerDraft) => item && setMade({ itemId: item.itemId, draft: next }) }
}
