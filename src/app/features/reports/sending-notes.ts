import { observed, useObserved } from '#app/platform/observed'

/** What the server answered to a report that was sent. */
export interface SentReport {
  reportId: string
  number: string
  dueAt?: string
}

interface Notes {
  /** By idempotency key: sent while the app runs. */
  sent: Readonly<Record<string, SentReport>>
  /** By idempotency key: the last "no" of one that the outbox still tries by itself. */
  refusals: Readonly<Record<string, string>>
}

const notes = observed<Notes>({ sent: {}, refusals: {} })

export function noteSent(key: string, { reportId, number, dueAt }: SentReport) {
  const { sent, refusals } = notes.get()
  const { [key]: _gone, ...left } = refusals
  notes.set({ sent: { ...sent, [key]: { reportId, number, ...(dueAt && { dueAt }) } }, refusals: left })
}

export function noteRefusal(key: string, code: string) {
  const { sent, refusals } = notes.get()
  notes.set({ sent, refusals: { ...refusals, [key]: code } })
}

export const useSendingNotes = () => useObserved(notes)
