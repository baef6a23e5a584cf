import { tabsOf } from '#app/features/reports/work-tab-rules'

const counts = {
  mine: ['handled' as const],
  waiting: { count: 8, overdueCount: 2 },
  counts: [
    { state: 'handled' as const, count: 7, overdueCount: 2 },
    { state: 'filed' as const, count: 3, overdueCount: 1 }
  ],
  suspensionRequestCount: 0
}

test('what waits for me comes first, with how many and how many late', () => {
  expect(tabsOf(counts, 'mine')[0]).toEqual({ tab: 'mine', word: '等我办', count: 8, overdueCount: 2 })
})

test('empty queues of others are left out, unless one stands in it', () => {
  const tabs = (current: 'mine' | 'referred') => tabsOf(counts, current).map(({ tab }) => tab)
  expect(tabs('mine')).toEqual(['mine', 'handled', 'filed', 'closed', 'rejected', 'merged'])
  expect(tabs('referred')).toContain('referred')
})

test('requests to suspend have a queue of their own while there are any', () => {
  expect(tabsOf({ ...counts, suspensionRequestCount: 2 }, 'mine')[1]).toMatchObject({ tab: 'suspension', count: 2 })
})

test('before the numbers are there the first queue stands already', () => {
  expect(tabsOf(undefined, 'mine')).toHaveLength(1)
})
