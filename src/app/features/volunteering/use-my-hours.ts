import { useEffect, useState } from 'react'
import type { HourEntry } from '#contract/volunteering-shapes'
import { call } from '#app/platform/call-operation'
import { usePerson } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'

interface Older {
  entries: HourEntry[]
  nextCursor?: string
}

/** The sums and the newest entries; older ones when asked for. */
export function useMyHours() {
  const personId = usePerson()?.personId
  const first = useAsked(() => call.volunteering.getMyHours({}), [personId])
  const [older, setOlder] = useState<Older | undefined>(undefined)
  const [isAsking, setIsAsking] = useState(false)
  useEffect(() => setOlder(undefined), [first.value])
  const nextCursor = older ? older.nextCursor : first.value?.nextCursor
  const more = async () => {
    if (!nextCursor) return
    setIsAsking(true)
    try {
      const page = await call.volunteering.getMyHours({ cursor: nextCursor })
      setOlder(known => ({ entries: [...(known?.entries ?? []), ...page.entries], nextCursor: page.nextCursor }))
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsAsking(false)
    }
  }
  const entries = [...(first.value?.entries ?? []), ...(older?.entries ?? [])]
  return { first, entries, hasMore: nextCursor !== undefined, more, isAsking }
}
