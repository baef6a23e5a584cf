import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReportCard } from '#contract/report-shapes'
import { NUMBER_LENGTH_MIN } from '#app/features/reports/case-master-rules'
import { questionOf, type WorkFilter } from '#app/features/reports/work-filter-rules'
import { call } from '#app/platform/call-operation'
import { useShow } from '#app/platform/navigation'

export interface WorkList {
  state: 'waiting' | 'there' | 'failed'
  cards: readonly ReportCard[]
  error?: unknown
  hasMore: boolean
  isLoadingMore: boolean
  more: () => Promise<void>
  again: () => Promise<void>
  /** Takes a moved case off the list without reading all pages again. */
  drop: (reportId: string) => void
}

interface Page {
  reports: ReportCard[]
  nextCursor?: string
}

/** Pages read again when the list shows again; more than this were scrolled past long ago. */
const PAGES_READ_AGAIN_MAX = 5

/** A number is looked for in every state: whoever asks for one does not know where it stands. */
export const findByNumber = async (number: string): Promise<ReportCard[]> => (await call.reports.listWork({ number })).reports

async function readPage(filter: WorkFilter, cursor?: string): Promise<Page> {
  const { number, ...question } = questionOf(filter)
  if (number && number.length >= NUMBER_LENGTH_MIN && filter.tab === 'mine')
    return call.reports.listWork({ ...question, number, state: undefined })
  return call.reports.listWork({ ...question, ...(number && { number }), ...(cursor && { cursor }) })
}

async function readPages(filter: WorkFilter, count: number): Promise<Page & { count: number }> {
  let page = await readPage(filter)
  const all = { ...page, count: 1 }
  while (all.count < Math.min(count, PAGES_READ_AGAIN_MAX) && page.nextCursor) {
    page = await readPage(filter, page.nextCursor)
    Object.assign(all, { reports: [...all.reports, ...page.reports], nextCursor: page.nextCursor, count: all.count + 1 })
  }
  return all
}

interface Held {
  /** Which filter these cards answer; cards of another one are not shown under this one's name. */
  key: string
  state: WorkList['state']
  cards: ReportCard[]
  cursor?: string
  error?: unknown
}

/** The list of the workbench, page by page. */
export function useWorkList(filter: WorkFilter): WorkList {
  const key = JSON.stringify(questionOf(filter)) + filter.tab
  const [held, setHeld] = useState<Held>({ key, state: 'waiting', cards: [] })
  const [isLoadingMore, setIsLoadingMore] = useState(false)
  const latest = useRef({ filter, key, pages: 1 })
  latest.current.filter = filter
  latest.current.key = key

  const again = useCallback(async () => {
    const mine = latest.current.key
    try {
      const { reports, nextCursor, count } = await readPages(latest.current.filter, latest.current.pages)
      if (mine !== latest.current.key) return
      latest.current.pages = count
      setHeld({ key: mine, state: 'there', cards: reports, cursor: nextCursor })
    } catch (error) {
      if (mine === latest.current.key) setHeld(last => ({ ...last, key: mine, state: 'failed', error }))
    }
  }, [])

  useEffect(() => {
    latest.current.pages = 1
    setHeld({ key, state: 'waiting', cards: [] })
    void again()
  }, [key, again])

  const isFirstShow = useRef(true)
  useShow(() => {
    if (!isFirstShow.current) void again()
    isFirstShow.current = false
  })

  const more = async () => {
    if (!held.cursor || isLoadingMore) return
    setIsLoadingMore(true)
    try {
      const { reports, nextCursor } = await readPage(filter, held.cursor)
      const known = new Set(held.cards.map(card => card.reportId))
      const fresh = reports.filter(card => !known.has(card.reportId))
      latest.current.pages++
      setHeld(last => (last.key === key ? { ...last, state: 'there', cards: [...last.cards, ...fresh], cursor: nextCursor } : last))
    } catch (error) {
      setHeld(last => ({ ...last, state: 'failed', error }))
    } finally {
      setIsLoadingMore(false)
    }
  }

  const drop = (reportId: string) => setHeld(last => ({ ...last, cards: last.cards.filter(card => card.reportId !== reportId) }))
  return { state: held.state, cards: held.cards, error: held.error, hasMore: held.cursor !== undefined, isLoadingMore, more, again, drop }
}
