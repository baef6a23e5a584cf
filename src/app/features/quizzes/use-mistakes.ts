import { useEffect, useState } from 'react'
import type { LockedItem } from '#contract/quiz-shapes'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'

interface Older {
  mistakes: LockedItem[]
  nextCursor?: string
}

/** What I last answered wrongly, newest first; older ones when asked for. */
export function useMistakes() {
  const first = useAsked(() => call.quizzes.listMyMistakes({}), [])
  const [older, setOlder] = useState<Older | undefined>(undefined)
  const [isAsking, setIsAsking] = useState(false)
  useEffect(() => setOlder(undefined), [first.value])
  const cursor = older ? older.nextCursor : first.value?.nextCursor
  const more = async () => {
    if (!cursor) return
    setIsAsking(true)
    try {
      const page = await call.quizzes.listMyMistakes({ cursor })
      setOlder(known => ({ ...page, mistakes: [...(known?.mistakes ?? []), ...page.mistakes] }))
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsAsking(false)
    }
  }
  return { first, mistakes: [...(first.value?.mistakes ?? []), ...(older?.mistakes ?? [])], hasMore: cursor !== undefined, more, isAsking }
}
