import { useState } from 'react'
import type { Attempt } from '#contract/quiz-shapes'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'
import { toast } from '#app/platform/toast'
import { wordsForError } from '#app/words/refusals'

interface Given {
  contestId: string
  isShown: boolean
  /** The paper is drawn and the time runs. */
  onStarted: (attempt: Attempt) => void
  /** It stands otherwise than the page says. */
  onOtherwise: () => void
}

/** From 开始 over the question whether one means it, and perhaps the consent, to the first item. */
export function useStarting({ contestId, isShown, onStarted, onOtherwise }: Given) {
  const [sheet, setSheet] = useState<'confirm' | 'consent' | undefined>(undefined)
  const [isStarting, setIsStarting] = useState(false)
  const start = async () => {
    setIsStarting(true)
    try {
      const attempt = await call.quizzes.startContest({ contestId, isShown })
      setSheet(undefined)
      onStarted(attempt)
    } catch (error) {
      if (error instanceof Refused && error.code === 'consent-needed') return setSheet('consent')
      setSheet(undefined)
      toast(wordsForError(error))
      if (error instanceof Refused) onOtherwise()
    } finally {
      setIsStarting(false)
    }
  }
  return { sheet, isStarting, start, ask: () => setSheet('confirm'), close: () => setSheet(undefined) }
}
