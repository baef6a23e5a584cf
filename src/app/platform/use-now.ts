import { useEffect, useState } from 'react'
import { useShow } from '#app/platform/navigation'

const BEAT_MILLISECONDS = 30_000

/** The present, moved on every half minute and whenever the page shows, for the words of deadlines and ages. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useShow(() => setNow(new Date()))
  useEffect(() => {
    const beat = setInterval(() => setNow(new Date()), BEAT_MILLISECONDS)
    return () => clearInterval(beat)
  }, [])
  return now
}
