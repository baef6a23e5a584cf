import { badgeKinds } from '#contract/points-shapes'
import { badgesOf, type BadgeFacts } from '#server/points/community/badge-rules'
import { rankContributions } from '#server/points/community/board-rules'

const nothing: BadgeFacts = { solvedOn: [], service: [], practisedOn: [], topicsOn: [], topicCount: 3 }
const badge = (facts: Partial<BadgeFacts>, kind: (typeof badgeKinds)[number]) =>
  badgesOf({ ...nothing, ...facts }).find(one => one.kind === kind)
const days = (count: number) => Array.from({ length: count }, (_, n) => `2026-10-${String(n + 1).padStart(2, '0')}`)

test('who did nothing yet sees every badge with the whole way before them', () => {
  expect(badgesOf(nothing).map(one => [one.kind, one.has, one.earnedOn])).toEqual(badgeKinds.map(kind => [kind, 0, undefined]))
})

test('a badge is earned on the day that made it full, and says how far it is before', () => {
  expect(badge({ solvedOn: days(9) }, 'reports-10')).toEqual({ kind: 'reports-10', has: 9, needs: 10 })
  expect(badge({ solvedOn: days(12) }, 'reports-10')).toEqual({ kind: 'reports-10', has: 10, needs: 10, earnedOn: '2026-10-10' })
  expect(badge({ practisedOn: days(7) }, 'days-7')?.earnedOn).toBe('2026-10-07')
  expect(badge({ topicsOn: days(2) }, 'all-topics')).toEqual({ kind: 'all-topics', has: 2, needs: 3 })
  expect(badge({ topicsOn: days(3) }, 'all-topics')?.earnedOn).toBe('2026-10-03')
  expect(badge({ topicCount: 0 }, 'all-topics')).toEqual({ kind: 'all-topics', has: 0, needs: 1 })
})

test('hours are whole hours of final minutes', () => {
  const service = days(4).map(on => ({ on, minutes: 179 }))
  expect(badge({ service }, 'hours-10')).toEqual({ kind: 'hours-10', has: 10, needs: 10, earnedOn: '2026-10-04' })
  expect(badge({ service: service.slice(0, 3) }, 'hours-10')).toEqual({ kind: 'hours-10', has: 8, needs: 10 })
  expect(badge({ service }, 'first-service')?.earnedOn).toBe('2026-10-01')
})

test('those who contributed the same share a rank, the next one follows all of them, and who did nothing is not shown', () => {
  const board = rankContributions(
    [30, 0, 50, 30, 10].map((contribution, n) => ({ personId: `p${n}`, maskedName: `${'乙甲丙甲丁'[n]!}**`, contribution }))
  )
  expect(board.map(one => [one.rank, one.contribution, one.personId])).toEqual([
    [1, 50, 'p2'],
    [2, 30, 'p3'],
    [2, 30, 'p0'],
    [4, 10, 'p4']
  ])
})
