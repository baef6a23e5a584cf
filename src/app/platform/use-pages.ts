import { useCallback, useEffect, useRef, useState } from 'react'
import { useShow } from '#app/platform/navigation'
import { readPages, withFurther, type Page } from '#app/platform/page-rules'

export interface Pages<Row> {
  state: 'waiting' | 'there' | 'failed'
  rows: readonly Row[]
  totalCount?: number
  error?: unknown
  hasMore: boolean
  isLoadingMore: boolean
  more: () => Promise<void>
  again: () => Promise<void>
  /** Takes a row off the list without reading all pages again. */
  drop: (id: string) => void
}

interface Held<Row> extends Page<Row> {
  key: string
  state: Pages<Row>['state']
  error?: unknown
}

/** Pages read again when the list shows again; more were scrolled past long ago. */
const PAGES_READ_AGAIN_MAX = 5

/** A list page by page. `key` says what is asked: rows of another key are not shown under this one. */
export function usePages<Row>(key: string, read: (cursor?: string) => Promise<Page<Row>>, idOf: (row: Row) => string): Pages<Row> {
  const [held, setHeld] = useState<Held<Row>>({ key, state: 'waiting', rows: [] })
  const [isLoadingMore, setIsLoadingMore] = useState(false)
  const latest = useRef({ key, read, idOf, pages: 1 })
  Object.assign(latest.current, { key, read, idOf })

  const again = useCallback(async () => {
    const { key: mine, read: readPage, idOf: id, pages: count } = latest.current
    try {
      const { pages, ...page } = await readPages(readPage, Math.min(count, PAGES_READ_AGAIN_MAX), id)
      if (mine !== latest.current.key) return
      latest.current.pages = pages
      setHeld({ key: mine, state: 'there', ...page })
    } catch (error) {
      if (mine === latest.current.key)
        setHeld(last => ({ ...(last.key === mine ? last : { rows: [] }), key: mine, state: 'failed', error }))
    }
  }, [])

  useEffect(() => {
    latest.current.pages = 1
    void again()
  }, [key, again])

  const isFirstShow = useRef(true)
  useShow(() => {
    if (!isFirstShow.current) void again()
    isFirstShow.current = false
  })

  const more = async () => {
    if (!held.nextCursor || isLoadingMore || held.key !== key) return
    setIsLoadingMore(true)
    try {
      const { rows, nextCursor } = await read(held.nextCursor)
      latest.current.pages++
      setHeld(last => (last.key === key ? { ...last, state: 'there', rows: withFurther(last.rows, rows, idOf), nextCursor } : last))
    } catch (error) {
      setHeld(last => ({ ...last, state: 'failed', error }))
    } finally {
      setIsLoadingMore(false)
    }
  }

  const drop = (id: string) => setHeld(last => ({ ...last, rows: last.rows.filter(row => idOf(row) !== id) }))
  const isOfKey = held.key === key
  return {
    state: isOfKey ? held.state : 'waiting',
    rows: isOfKey ? held.rows : [],
    totalCount: isOfKey ? held.totalCount : undefined,
    error: held.error,
    hasMore: isOfKey && held.nextCursor !== undefined,
    isLoadingMore,
    more,
    again,
    drop
  }
}
