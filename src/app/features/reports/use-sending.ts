import { useEffect, useState } from 'react'
import { SUBMIT_REPORT, standingOf, type QueuedEntry, type QueuedStanding } from '#app/features/reports/queued-report-rules'
import { queueReport, takeBack, useQueuedReports } from '#app/features/reports/queue-report'
import { useSentReports, type SentReport } from '#app/features/reports/sending-notes'
import { useHide } from '#app/platform/navigation'
import { useIsOnline } from '#app/platform/network'
import { outbox } from '#app/platform/outbox'

/** What became of the report that was just sent from this page. */
export type Outgoing = { kind: 'sent'; report: SentReport } | { kind: 'underway'; standing: QueuedStanding; entry: QueuedEntry }

const isKept = (id: string) => outbox.list().some(entry => entry.id === id && entry.kind === SUBMIT_REPORT)

/**
 * Sends the draft by way of the outbox and follows it as long as the page shows. A "no" brings the draft back into the
 * form and tells `onRefused`; on another page it waits in 我的上报 instead.
 */
export function useSending(onRefused: (refusal: NonNullable<QueuedEntry['refusal']>) => void) {
  const [followed, setFollowed] = useState<{ id: string; key: string } | undefined>(undefined)
  const entry = useQueuedReports().find(one => one.id === followed?.id)
  const sent = useSentReports()
  const isOnline = useIsOnline()
  useHide(() => setFollowed(undefined))

  useEffect(() => {
    if (!entry?.refusal || !isKept(entry.id)) return
    const { refusal } = entry
    setFollowed(undefined)
    void takeBack(entry).then(() => onRefused(refusal))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a refusal is met once, when it comes
  }, [entry?.refusal])

  const send = async (placeWords: string | undefined) => {
    const queued = await queueReport(placeWords)
    if (queued) setFollowed({ id: queued.id, key: queued.payload.report.idempotencyKey })
    return queued !== undefined
  }

  const report = followed && sent[followed.key]
  const outgoing: Outgoing | undefined = report
    ? { kind: 'sent', report }
    : entry && !entry.refusal
      ? { kind: 'underway', entry, standing: standingOf(entry, { isOnline }) }
      : undefined
  return { outgoing, send, forget: () => setFollowed(undefined) }
}
