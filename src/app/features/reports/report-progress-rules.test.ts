import type { HistoryEntry, ReportPhoto } from '#contract/report-shapes'
import { reportStates, reportSteps } from '#contract/report-states'
import { lastMoveTo, mayRate, progressOf, sortPhotos } from '#app/features/reports/report-progress-rules'

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
