import { useEffect, useState } from 'react'
import type { AccountHolder } from '#contract/points-office'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

/** Long enough that a name typed in one go is asked for once. */
const PAUSE_MILLISECONDS = 300
const NAME_LENGTH_MIN = 2

/** People whose name begins as typed, from two characters on; `name` is what was asked for, empty before. */
export function useAccountHolders(typed: string) {
  const [name, setName] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setName(typed.trim().length < NAME_LENGTH_MIN ? '' : typed.trim()), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed])
  return useAsked(
    async (): Promise<{ name: string; people: AccountHolder[]; isMore: boolean }> => ({
      name,
      ...(name === '' ? { people: [], isMore: false } : await call.points.findAccountHolders({ name }))
    }),
    [name]
  )
}
