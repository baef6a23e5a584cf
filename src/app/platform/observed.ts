import { useSyncExternalStore } from 'react'

export interface Observed<Value> {
  get: () => Value
  set: (value: Value) => void
  /** Returns how to stop listening. */
  onChange: (listener: () => void) => () => void
}

/** One value that pages may watch. */
export function observed<Value>(initial: Value): Observed<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      value = next
      for (const listener of [...listeners]) listener()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}

export const useObserved = <Value>(source: Observed<Value>) => useSyncExternalStore(source.onChange, source.get, source.get)
