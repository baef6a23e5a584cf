import { useCallback, useEffect, useRef, useState } from 'react'
import { useShow } from '#app/platform/navigation'
import { onNetworkChange } from '#app/platform/network'

export interface Asked<Value> {
  /** `waiting` only until the first answer; asking again leaves the last value on the screen. */
  state: 'waiting' | 'there' | 'failed'
  value?: Value
  error?: unknown
  again: () => Promise<void>
}

/**
 * Asks the server when the page opens, when `reasons` change, when the page shows again, and when the network returns
 * after a question in vain. An answer that comes after a newer question is dropped.
 */
export function useAsked<Value>(ask: () => Promise<Value>, reasons: readonly unknown[]): Asked<Value> {
  const [answer, setAnswer] = useState<Omit<Asked<Value>, 'again'>>({ state: 'waiting' })
  const latest = useRef(ask)
  latest.current = ask
  const [question] = useState(() => ({ number: 0 }))

  const again = useCallback(async () => {
    const mine = ++question.number
    try {
      const value = await latest.current()
      if (mine === question.number) setAnswer({ state: 'there', value })
    } catch (error) {
      if (mine === question.number) setAnswer(last => ({ ...last, state: 'failed', error }))
    }
  }, [question])

  const isFirstShow = useRef(true)
  useShow(() => {
    if (!isFirstShow.current) void again()
    isFirstShow.current = false
  })
  useEffect(() => {
    void again()
    // Leaving the page makes an answer on its way a late one.
    return () => {
      question.number++
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller says what makes the question a new one
  }, reasons)

  const isInVain = answer.state === 'failed'
  useEffect(() => (isInVain ? onNetworkChange(isOnlineNow => isOnlineNow && void again()) : undefined), [isInVain, again])

  return { ...answer, again }
}
