import type { PointLine } from '#contract/points-shapes'
import type { HistoryEntry, ReportPhoto } from '#contract/report-shapes'
import { reportStates, reportSteps } from '#contract/report-states'
import { lastMoveTo, mayRate, pointsOfReport, progressOf, sortPhotos } from '#app/features/reports/report-progress-rules'

test('every state stands on one of the five steps, and only a closed report has them all', () => {
  for (const state of reportStates) {
    const { current, isFinished } = progressOf(state)
    expect(reportSteps[current]).toBeDefined()
    expect(isFinished).toBe(state === 'closed')
  }
  expect(progressOf('handling')).toEqual({ current: 2, isFinished: false, isStopped: false })
})

test('a report that was withdrawn, refused or merged has stopped where it stands', () => {
  expect(reportStates.filter(state => progressOf(state).isStopped)).toEqual(['rejected', 'merged', 'withdrawn'])
})

test('after rework the newest after-photo stands beside the first before-photo', () => {
  const photo = (photoId: string, kind: ReportPhoto['kind'], takenAt: string): ReportPhoto => ({
    photoId,
    kind,
    takenAt,
    url: '',
    thumbnailUrl: ''
  })
  const { before, after, others } = sortPhotos([
    photo('first', 'before', '2026-11-01T00:00:00.000Z'),
    photo('half', 'after', '2026-11-02T00:00:00.000Z'),
    photo('angry', 'objection', '2026-11-03T00:00:00.000Z'),
    photo('whole', 'after', '2026-11-04T00:00:00.000Z')
  ])
  expect([before[0]?.photoId, after[0]?.photoId, others[0]?.photoId]).toEqual(['first', 'whole', 'angry'])
})

test('the reason shown is that of the last move into the state, not of a remark within it', () => {
  const entry = (from: HistoryEntry['from'], note: string): HistoryEntry => ({
    at: '',
    from,
    to: 'handling',
    role: 'verifier',
    note,
    photoIds: []
  })
  expect(lastMoveTo([entry('dispatched', 'first'), entry('handled', 'rework'), entry('handling', 'remark')], 'handling')?.note).toBe(
    'rework'
  )
})

test('only the reporter rates, only a closed report, only once', () => {
  expect(mayRate({ state: 'closed', viewer: 'reporter' })).toBe(true)
  expect(mayRate({ state: 'closed', viewer: 'reporter', rating: 4 })).toBe(false)
  expect(mayRate({ state: 'closed', viewer: 'follower' })).toBe(false)
  expect(mayRate({ state: 'handled', viewer: 'reporter' })).toBe(false)
})

describe('points of a report', () => {
  const line = (account: PointLine['account'], amount: number, more: Partial<PointLine> = {}): PointLine => ({
    ...{ at: '', on: '2026-11-21', kind: 'award', rule: 'report-solved', reason: '', cause: 'report:r1.1' },
    ...{ account, amount },
    ...more
  })

  test('waiting points count as given until they are released', () => {
    expect(pointsOfReport([line('pending', 5)], 'r1')).toEqual({ given: 5, pending: 5, clipped: 0 })
    expect(pointsOfReport([line('available', 5), line('pending', -5), line('pending', 5)], 'r1')).toEqual({
      given: 5,
      pending: 0,
      clipped: 0
    })
  })

  test('a closing after an upheld objection replaces what was taken back', () => {
    const lines = [line('pending', 5), line('pending', -5), line('pending', 5, { cause: 'report:r1.2' })]
    expect(pointsOfReport(lines, 'r1')).toEqual({ given: 5, pending: 5, clipped: 0 })
  })

  test('another report whose id begins the same is another report', () => {
    expect(pointsOfReport([line('pending', 5, { cause: 'report:r12.1' })], 'r1')).toBeUndefined()
  })

  test('what the daily cap clipped is told', () => {
    expect(pointsOfReport([line('pending', 0, { clipped: 5 })], 'r1')).toEqual({ given: 0, pending: 0, clipped: 5 })
  })
})
