import { useEffect, useRef, useState } from 'react'
import { waitingFirst, type ManagedCard, type ManagedTab } from '#app/features/organising/managed-list-rules'
import type { VolunteeringRoles } from '#app/features/organising/organising-role-rules'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

/** Pages read again when the list shows again; more than these were scrolled past long ago. */
const PAGES_MAX = 5

const readPage = (tab: ManagedTab, cursor?: string) =>
  call.volunteering.listManagedActivities({ ...(tab !== 'all' && { state: tab }), ...(cursor && { cursor }) })

type Page = Awaited<ReturnType<typeof readPage>>

async function readPages(tab: ManagedTab, count: number): Promise<Page> {
  let page = await readPage(tab)
  const activities = [...page.activities]
  for (let read = 1; read < count && page.nextCursor; read++) {
    const next = await readPage(tab, page.nextCursor)
    activities.push(...next.activities)
    page = next
  }
  return { ...page, activities }
}

/** Activities the viewer organises or reviews, of one tab, page by page; what waits for them first. */
export function useManagedActivities(tab: ManagedTab, roles: VolunteeringRoles) {
  const [pageCount, setPageCount] = useState(1)
  const asked = useAsked(async () => ({ tab, ...(await readPages(tab, pageCount)) }), [tab, pageCount])
  const shownTab = useRef(tab)
  useEffect(() => {
    if (shownTab.current === tab) return
    shownTab.current = tab
    setPageCount(1)
  }, [tab])
  // Cards of another tab are not shown under this one's name.
  const value = asked.value?.tab === tab ? asked.value : undefined
  const cards: readonly ManagedCard[] = value ? waitingFirst(value.activities, roles) : []
  return {
    state: value || asked.state === 'failed' ? asked.state : ('waiting' as const),
    error: asked.error,
    cards,
    hasMore: value?.nextCursor !== undefined && pageCount < PAGES_MAX,
    more: () => setPageCount(pageCount + 1),
    again: asked.again
  }
}

export type ManagedActivities = ReturnType<typeof useManagedActivities>
