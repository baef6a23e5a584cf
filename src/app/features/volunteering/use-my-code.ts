import { useEffect, useState } from 'react'
import { call } from '#app/platform/call-operation'

const AFTER_MILLISECONDS = 300
const RETRY_MILLISECONDS = 3000
const BEAT_MILLISECONDS = 1000

interface Code {
  code: string
  digits: string
  /** When the next one is due, by this phone's clock. */
  dueAt: number
  /** The one before is still taken while the next is on its way, so a code is of use for one step more. */
  endsAt: number
}

/** My own code, always the present one, for as long as the page stands. */
export function useMyCode(isShown: boolean) {
  const [code, setCode] = useState<Code | undefined>(undefined)
  const [error, setError] = useState<unknown>(undefined)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isShown) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const fetchNext = async () => {
      try {
        const { code: text, digits, validForSeconds } = await call.volunteering.getMyCode({})
        if (isOver) return
        const dueAt = Date.now() + validForSeconds * 1000
        setCode({ code: text, digits, dueAt, endsAt: dueAt + BEAT_MILLISECONDS * 10 })
        setError(undefined)
        timer = setTimeout(() => void fetchNext(), validForSeconds * 1000 + AFTER_MILLISECONDS)
      } catch (fault) {
        if (isOver) return
        setError(fault)
        timer = setTimeout(() => void fetchNext(), RETRY_MILLISECONDS)
      }
    }
    void fetchNext()
    const beat = setInterval(() => setNow(Date.now()), BEAT_MILLISECONDS)
    return () => {
      isOver = true
      clearTimeout(timer)
      clearInterval(beat)
    }
  }, [isShown])
  const isStale = code !== undefined && error !== undefined && now > code.endsAt
  return { code: isStale ? undefined : code, error, secondsLeft: code && Math.max(0, Math.ceil((code.dueAt - now) / 1000)) }
}
