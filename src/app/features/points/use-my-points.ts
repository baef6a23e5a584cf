import { useState } from 'react'
import type { PointLine } from '#contract/points-shapes'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'

/** The newest lines, and older ones as the person asks for them. */
export function useMyPoints() {
  const first = useAsked(() => call.points.getMyPoints({}), [])
  const [older, setOlder] = useState<{ lines: PointLine[]; nextCursor?: string } | undefined>(undefined)
  const [isAsking, setIsAsking] = useState(false)
  const nextCursor = older ? older.nextCursor : first.value?.nextCursor
  const more = async () => {
    if (!nextCursor || isAsking) return
    setIsAsking(true)
    try {
      const page = await call.points.getMyPoints({ cursor: nextCursor })
      setOlder({ lines: [...(older?.lines ?? []), ...page.lines], nextCursor: page.nextCursor })
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsAsking(false)
    }
  }
  return { first, lines: [...(first.value?.lines ?? []), ...(older?.lines ?? [])], hasMore: nextCursor !== undefined, more, isAsking }
}
