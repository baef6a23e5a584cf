import type { ReportDraft, ReportToSend } from '#app/features/reports/report-draft-rules'
import type { OutboxEntry } from '#app/platform/outbox-queue'

export const SUBMIT_REPORT = 'submit-report'

/** What waits in the outbox: what the server takes, and the draft it came from, so that it can be taken up again. */
export interface QueuedReport {
  report: ReportToSend
  draft: ReportDraft
  /** Where it is, in words, as far as the phone knew. */
  placeWords?: string
  /** Who wrote it, where somebody was signed in. */
  personId?: string
}

export type QueuedEntry = OutboxEntry<QueuedReport>

/** Sending: this moment. Queued: waits for the network, or for the server to have room. Refused: waits for the person. */
export type QueuedStanding = 'sending' | 'queued' | 'crowded' | 'refused'

/** Where a queued report stands. */
export function standingOf(
  entry: Pick<OutboxEntry, 'attempts' | 'refusal' | 'passingRefusal'>,
  { isOnline }: { isOnline: boolean }
): QueuedStanding {
  if (entry.refusal) return 'refused'
  if (entry.passingRefusal === 'too-many') return 'crowded'
  return isOnline && entry.attempts === 0 ? 'sending' : 'queued'
}

/** What a person can do about a report that stays on the phone. */
export type QueuedAct = 'send' | 'edit' | 'sign-in' | 'consent' | 'remove'

/** The ways on, the best first. What was sent before with other content may be there already, so one looks first. */
export function actsFor(standing: QueuedStanding, refusalCode?: string): QueuedAct[] {
  if (standing !== 'refused') return ['send', 'edit', 'remove']
  if (refusalCode === 'not-signed-in') return ['sign-in', 'send', 'remove']
  if (refusalCode === 'consent-needed') return ['consent', 'remove']
  if (refusalCode === 'same-key-other-content') return ['remove']
  if (refusalCode === 'too-many' || refusalCode === 'unexpected') return ['send', 'edit', 'remove']
  return ['edit', 'send', 'remove']
}
