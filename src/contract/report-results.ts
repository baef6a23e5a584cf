import type { HistoryEntry } from '#contract/report-shapes'

type Step = Pick<HistoryEntry, 'from' | 'to'> & { photoIds: readonly string[] }

/** A result went back to whoever made it: the check did not pass, or an objection was right. */
const isSentBack = ({ from, to }: Step) => to === 'handling' && (from === 'handled' || from === 'objection')

/**
 * Photos of results that were not accepted. None of them shows how the place is after it was handled, however new it is.
 * @param history in its order, oldest first
 */
export function refusedPhotoIds(history: readonly Step[]): ReadonlySet<string> {
  const sentBack = history.map(isSentBack).lastIndexOf(true)
  const before = history.slice(0, sentBack + 1)
  return new Set(before.filter(({ to }) => to === 'handled').flatMap(({ photoIds }) => photoIds))
}
