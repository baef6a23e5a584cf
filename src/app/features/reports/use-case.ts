import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReportDetail } from '#contract/report-shapes'
import { call } from '#app/platform/call-operation'
import { useShow } from '#app/platform/navigation'

export interface CaseReading {
  state: 'waiting' | 'there' | 'failed'
  report?: ReportDetail
  error?: unknown
  /** Reads it again and says what it is now. */
  again: () => Promise<ReportDetail | undefined>
}

interface Held {
  reportId: string
  report?: ReportDetail
  error?: unknown
}

/** A case whole. While another one is on its way the last one leaves the screen: nobody moves the wrong case. */
export function useCase(reportId: string): CaseReading {
  const [held, setHeld] = useState<Held>({ reportId })
  const wanted = useRef(reportId)
  wanted.current = reportId

  const again = useCallback(async () => {
    try {
      const report = await call.reports.getReport({ reportId })
      if (wanted.current === reportId) setHeld({ reportId, report })
      return report
    } catch (error) {
      if (wanted.current === reportId) setHeld(last => ({ reportId, error, report: last.reportId === reportId ? last.report : undefined }))
      return undefined
    }
  }, [reportId])

  useEffect(() => void again(), [again])
  const isFirstShow = useRef(true)
  useShow(() => {
    if (!isFirstShow.current) void again()
    isFirstShow.current = false
  })

  if (held.reportId !== reportId) return { state: 'waiting', again }
  const state = held.error ? 'failed' : held.report ? 'there' : 'waiting'
  return { state, report: held.report, error: held.error, again }
}
