import { useEffect } from 'react'
import type { Category } from '#contract/report-shapes'
import { isStarted, withArrival } from '#app/features/reports/report-draft-rules'
import { reportDraft } from '#app/features/reports/report-draft-store'
import { useArrival } from '#app/platform/navigation'

/** Opens the camera at once for somebody who came by a quick button and has begun nothing. */
export function useQuickArrival(categories: readonly Category[] | undefined, openCamera: () => Promise<void>) {
  const arrival = useArrival('/pages/report/index')
  useEffect(() => {
    const code = arrival?.category
    if (!code) return
    const wasStarted = isStarted(reportDraft.get())
    reportDraft.change(draft => withArrival(draft, code, categories ?? []))
    if (!wasStarted) void openCamera()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each arrival
  }, [arrival])
  // The name follows where the list came after the arrival.
  useEffect(() => {
    const { category } = reportDraft.get()
    if (category && !category.name && categories) reportDraft.change(draft => withArrival(draft, category.code, categories))
  }, [categories, arrival])
}
