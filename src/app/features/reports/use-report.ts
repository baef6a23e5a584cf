import { useState } from 'react'
import type { ReportDetail } from '#contract/report-shapes'
import { call } from '#app/platform/call-operation'
import { usePullToRefresh } from '#app/platform/navigation'
import { useAsked } from '#app/platform/use-asked'
import { Refused } from '#app/platform/refused'
import { wordsForError } from '#app/words/refusals'
import { detailWords } from '#app/words/report-detail'

/** Codes that mean: what is on the screen is no longer true. */
const outdated: readonly string[] = ['stale-version', 'move-not-allowed', 'already-done', 'same-key-other-content']

/** One report, read anew when the page shows, and after everything done to it. */
export function useReport(reportId: string) {
  const asked = useAsked(() => call.reports.getReport({ reportId }), [reportId])
  const [notice, setNotice] = useState<string | undefined>(undefined)
  const [fault, setFault] = useState<string | undefined>(undefined)
  usePullToRefresh(asked.again)

  /** Does it, says what came of it, and reads the report again; a report that moved meanwhile is shown as it is now. */
  const act = async (work: (report: ReportDetail) => Promise<unknown>, doneWords: string): Promise<boolean> => {
    if (!asked.value) return false
    setFault(undefined)
    setNotice(undefined)
    try {
      await work(asked.value)
      setNotice(doneWords)
      await asked.again()
      return true
    } catch (error) {
      const isOutdated = error instanceof Refused && outdated.includes(error.code)
      if (isOutdated) {
        await asked.again()
        setNotice(detailWords.changed)
      } else setFault(wordsForError(error))
      return isOutdated
    }
  }
  return { asked, report: asked.value, notice, fault, act }
}

export type ReportActs = Pick<ReturnType<typeof useReport>, 'act' | 'fault'>
