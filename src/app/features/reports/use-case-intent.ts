import { useRef, useState } from 'react'
import type { ReportDetail } from '#contract/report-shapes'
import { changesBetween } from '#app/features/reports/case-history-rules'
import { newKey } from '#app/platform/outbox'
import { Refused } from '#app/platform/refused'
import { wordsForMove } from '#app/words/staff-faults'

export interface CaseIntent {
  isSending: boolean
  /** Why it did not go, in words. */
  fault?: string
  /** What somebody else did meanwhile; what was typed is kept. */
  changes: readonly string[]
  say: (fault: string | undefined) => void
  /** Sends once; true where it went. */
  send: (act: (sent: { idempotencyKey: string; version: number }) => Promise<unknown>) => Promise<boolean>
}

/** Refusals after which the case on the screen is not the case any more. */
const isOutdated = (error: unknown) =>
  error instanceof Refused && ['stale-version', 'move-not-allowed', 'same-key-other-content'].includes(error.code)

/**
 * One intent on one version of a case: sent again after a broken network it carries the same key, so it happens once. After
 * somebody else's move the case is read again, says what changed, and waits for a fresh yes.
 */
export function useCaseIntent(report: ReportDetail, readAgain: () => Promise<ReportDetail | undefined>): CaseIntent {
  const [isSending, setIsSending] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [changes, setChanges] = useState<readonly string[]>([])
  const key = useRef({ version: -1, value: '' })

  const send: CaseIntent['send'] = async act => {
    if (key.current.version !== report.version) key.current = { version: report.version, value: newKey('move') }
    setIsSending(true)
    setFault(undefined)
    try {
      await act({ idempotencyKey: key.current.value, version: report.version })
      return true
    } catch (error) {
      setFault(wordsForMove(error))
      if (isOutdated(error)) {
        const now = await readAgain()
        if (now) setChanges(changesBetween(report, now))
      }
      return false
    } finally {
      setIsSending(false)
    }
  }
  return { isSending, fault, changes, say: setFault, send }
}
