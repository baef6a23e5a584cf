import { useCallback, useEffect, useRef, useState } from 'react'
import { useShow } from '#app/platform/navigation'

export interface Page<Row> {
  rows: readonly Row[]
  nextCursor?: string
  totalCount?: number
}

export interface Pages<Row> {
  state: 'waiting' | 'there' | 'failed'
  rows: readonly Row[]
  totalCount?: number
  error?: unknown
  hasMore: boolean
  isLoadingMore: boolean
  more: () => Promise<void>
  again: () => Promise<void>
}

interface Held<Row> extends Page<Row> {
  key: string
  state: Pages<Row>['state']
  error?: unknown
}

/** Pages read again when the list shows again; more were scrolled past long ago. */
const PAGES_READ_AGAIN_MAX = 5

async function readFirst<Row>(read: (cursor?: string) => Promise<Page<Row>>, count: number): Promise<Page<Row>> {
  let page = await read()
  const { totalCount } = page
  let rows = page.rows
  for (let place = 1; place < Math.min(count, PAGES_READ_AGAIN_MAX) && page.nextCursor; place++) {
    page = await read(page.nextCursor)
    rows = [...rows, ...page.rows]
  }
  return { rows, nextCursor: page.nextCursor, totalCount }
}

/** A list page by page. `key` says what is asked: rows of another key are not shown under this one. */
export function usePages<Row>(key: string, read: (cursor?: string) => Promise<Page<Row>>): Pages<Row> {
  const [held, setHeld] = useState<Held<Row>>({ key, state: 'waiting', rows: [] })
  const [isLoadingMore, setIsLoadingMore] = useState(false)
  const latest = useRef({ key, read, pages: 1 })
  latest.current.key = key
  latest.current.read = read

  const again = useCallback(async () => {
    const mine = latest.current.key
    try {
      const page = await readFirst(latest.current.read, latest.current.pages)
      if (mine === latest.current.key) setHeld({ key: mine, state: 'there', ...page })
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
      const page = await read(held.nextCursor)
      latest.current.pages++
      setHeld(last =>
        last.key === key ? { ...last, state: 'there', rows: [...last.rows, ...page.rows], nextCursor: page.nextCursor } : last
      )
    } catch (error) {
      setHeld(last => ({ ...last, state: 'failed', error }))
    } finally {
      setIsLoadingMore(false)
    }
  }

  const isOfKey = held.key === key
  return {
    state: isOfKey ? held.state : 'waiting',
    rows: isOfKey ? held.rows : [],
    totalCount: isOfKey ? held.totalCount : undefined,
    error: held.error,
    hasMore: isOfKey && held.nextCursor !== undefined,
    isLoadingMore,
    more,
    again
  }
}
