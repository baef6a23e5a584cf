import { useMemo } from 'react'
import { storage } from '#app/platform/storage'
import { useAsked, type Asked } from '#app/platform/use-asked'

interface Kept<Value> {
  question: string
  value: Value
}

function keep(key: string, kept: Kept<unknown>) {
  try {
    storage.write(key, kept)
  } catch {
    // A full phone keeps nothing, and the answer is good all the same.
  }
}

/**
 * `useAsked`, with the last answer to the same question kept on this phone: `value` is there at once and without network.
 * Only for what everybody may see: it stays when a person signs out.
 */
export function useAskedKept<Value>(key: string, ask: () => Promise<Value>, reasons: readonly unknown[]): Asked<Value> {
  const question = JSON.stringify(reasons)
  const asked = useAsked(async () => {
    const value = await ask()
    keep(key, { question, value })
    return value
  }, reasons)
  const kept = useMemo(() => {
    const last = storage.read<Kept<Value>>(key)
    return last?.question === question ? last.value : undefined
  }, [key, question])
  const value = asked.value ?? kept
  return { ...asked, ...(value !== undefined && { value }) }
}
