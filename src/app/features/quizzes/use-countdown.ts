import { useEffect, useState } from 'react'
import { secondsLeft } from '#app/features/quizzes/attempt-rules'
import { serverNow } from '#app/platform/server-clock'

const BEAT_MILLISECONDS = 250

/** Whole seconds until an instant of the server's clock; undefined where nothing ends. */
export function useCountdown(until: string | undefined): number | undefined {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    if (!until) return
    setNow(serverNow())
    const beat = setInterval(() => setNow(serverNow()), BEAT_MILLISECONDS)
    return () => clearInterval(beat)
  }, [until])
  return until ? secondsLeft(until, now) : undefined
}
