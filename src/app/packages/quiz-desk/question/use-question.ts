import { useState } from 'react'
import type { QuestionAct } from '#app/features/question-bank/question-move-rules'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

/** One question, and the step with it that is being asked about. */
export function useQuestion(questionId: string, onChanged: () => void) {
  const reading = useAsked(() => call.quizzes.getQuestion({ questionId }), [questionId])
  const [chosen, setChosen] = useState<QuestionAct | undefined>(undefined)
  const move = async (version: number, act: QuestionAct, note: string) => {
    try {
      await call.quizzes.moveQuestion({ questionId, version, to: act.move.to, ...(note && { note }) })
    } finally {
      // Also after a refusal: somebody else may have been here first, and what they did is to be seen.
      await reading.again()
    }
    onChanged()
  }
  return { reading, chosen, choose: setChosen, move }
}
