import { newDraft, type ReportDraft } from '#app/features/reports/report-draft-rules'
import { observed, useObserved } from '#app/platform/observed'
import { newKey } from '#app/platform/outbox'
import { storage } from '#app/platform/storage'

const KEY = 'report-draft'

const kept = observed<ReportDraft | undefined>(undefined)

const empty = () => newDraft(newKey('report'))

function read(): ReportDraft {
  const known = kept.get()
  if (known) return known
  const draft = storage.read<ReportDraft>(KEY) ?? empty()
  kept.set(draft)
  return draft
}

function write(draft: ReportDraft) {
  storage.write(KEY, draft)
  kept.set(draft)
}

/** The one report being written on this phone; every change is kept at once, so a closed app loses nothing. */
export const reportDraft = {
  get: read,
  set: write,
  change: (act: (draft: ReportDraft) => ReportDraft) => write(act(read())),
  /** A new intent, with a key of its own. */
  clear() {
    storage.remove(KEY)
    kept.set(empty())
  }
}

export function useReportDraft(): ReportDraft {
  useObserved(kept)
  return read()
}
