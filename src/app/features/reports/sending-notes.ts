import { observed, useObserved } from '#app/platform/observed'

/** What the server answered to a report that was sent. */
export interface SentReport {
  reportId: string
  number: string
  dueAt?: string
}

/** By idempotency key: sent while the app runs. */
const notes = observed<Readonly<Record<string, SentReport>>>({})

export function noteSent(key: string, { reportId, number, dueAt }: SentReport) {
  notes.set({ ...notes.get(), [key]: { reportId, number, ...(dueAt && { dueAt }) } })
}

export const useSentReports = () => useObserved(notes)
