import { useEffect, useState } from 'react'

const TICK_MILLISECONDS = 30_000

/** The present moment, moving on twice a minute so that what is left of a time limit stays true. */
export function useWorkClock(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [])
  return now
}
