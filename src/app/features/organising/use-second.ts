import { useEffect, useState } from 'react'

const SECOND_MILLISECONDS = 1000

/** The present by this phone's clock, moved on every second. */
export function useSecond(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const beat = setInterval(() => setNow(new Date()), SECOND_MILLISECONDS)
    return () => clearInterval(beat)
  }, [])
  return now
}
