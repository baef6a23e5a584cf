import { useEffect, useState } from 'react'
import type { Category } from '#contract/report-shapes'
import { call } from '#app/platform/call-operation'
import { storage } from '#app/platform/storage'

const KEY = 'report-categories'

/** Kept from last time, so that the list is there without network; asked anew each time the page opens. */
export function useCategories() {
  const [categories, setCategories] = useState(() => storage.read<Category[]>(KEY))
  const [error, setError] = useState<unknown>(undefined)
  const ask = async () => {
    try {
      const answer = await call.reports.listCategories({})
      storage.write(KEY, answer.categories)
      setCategories(answer.categories)
      setError(undefined)
    } catch (fault) {
      setError(fault)
    }
  }
  useEffect(() => void ask(), [])
  return { categories, error: categories ? undefined : error, again: ask }
}
