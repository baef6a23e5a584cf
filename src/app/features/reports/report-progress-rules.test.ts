import { progressOf } from '#contract/report-progress'
import type { HistoryEntry, ReportPhoto } from '#contract/report-shapes'
import { reportStates, reportSteps } from '#contract/report-states'
import { lastMoveTo, mayRate, sortPhotos } from '#app/features/reports/report-progress-rules'

test('every state stands on one of the five steps, and only a closed report has them all', () => {
  for (const state of reportStates.filter(one => one !== 'withdrawn')) {
    const progress = progressOf({ state })
    expect(reportSteps[progress?.current ?? -1]).toBeDefined()
    expect(progress?.isFinished).toBe(state === 'closed')
  }
  expect(progressOf({ state: 'handling' })).toEqual({ current: 2, isFinished: false, isStopped: false })
})

test('only what was refused stands still as refused; what was taken back goes no way, what was merged goes on with the other', () => {
  expect(reportStates.filter(state => progressOf({ state })?.isStopped)).toEqual(['rejected'])
  expect(progressOf({ state: 'withdrawn' })).toBeUndefined()
  const master = { reportId: 'm', number: '2611-0001' }
  expect(progressOf({ state: 'merged', master: { ...master, state: 'handled' } })).toEqual(progressOf({ state: 'handled' }))
  expect(progressOf({ state: 'merged', master: { ...master, state: 'closed' } })?.isFinished).toBe(true)
})

describe('photos of results', () => {
  const photo = (photoId: string, kind: ReportPhoto['kind'], takenAt: string): ReportPhoto => ({
    ...{ photoId, kind, takenAt, url: '', thumbnailUrl: '' }
  })
  const step = (from: HistoryEntry['from'], to: HistoryEntry['to'], ...photoIds: string[]): HistoryEntry => ({
    ...{ at: '', from, to, role: 'handler', photoIds }
  })
  const photos = [
    photo('first', 'before', '2026-11-01T00:00:00.000Z'),
    photo('half', 'after', '2026-11-02T00:00:00.000Z'),
    photo('angry', 'objection', '2026-11-03T00:00:00.000Z'),
    photo('whole', 'after', '2026-11-04T00:00:00.000Z')
  ]
  const idsOf = (history: HistoryEntry[], shown = photos) => {
    const { after, refused } = sortPhotos({ photos: shown, history })
    return { after: after.map(one => one.photoId), refused: refused.map(one => one.photoId) }
  }
  const handledOnce = [step('dispatched', 'handling'), step('handling', 'handled', 'half')]

  test('stand as 处理后 until somebody sends the result back', () => {
    expect(idsOf(handledOnce, photos.slice(0, 3))).toEqual({ after: ['half'], refused: [] })
    expect(idsOf([...handledOnce, step('handled', 'closed')], photos.slice(0, 3))).toEqual({ after: ['half'], refused: [] })
  })

  test.each([['handled'], ['objection']] as const)('are none of 处理后 once %s went back, until there is a new result', from => {
    const back = [...handledOnce, step(from, 'handling')]
    expect(idsOf(back, photos.slice(0, 3))).toEqual({ after: [], refused: ['half'] })
    const again = [...back, step('handling', 'handled', 'whole'), step('handled', 'closed')]
    expect(idsOf(again)).toEqual({ after: ['whole'], refused: ['half'] })
    // A new result without a new photo does not make the old one good.
    expect(idsOf([...back, step('handling', 'handled')], photos.slice(0, 3))).toEqual({ after: [], refused: ['half'] })
  })
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
