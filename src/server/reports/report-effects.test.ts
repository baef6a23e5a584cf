import type { Category } from '#contract/report-shapes'
import { applyMove, type MovingReport } from '#server/reports/report-effects'
import { publishedCalendar } from '#server/reports/work-calendar'

const calendar = publishedCalendar(new Map())
const category: Category = {
  ...{ code: '1001', version: 1, groupCode: '10', groupName: '环境卫生', name: '暴露垃圾', mode: 'FIX', hours: 4, clock: 'working' },
  ...{ isUrgent: false, isReferredByDefault: false, duplicateRadiusMetres: 30, handler: '', pinyin: '' }
}
const monday = (time: string) => new Date(`2026-11-23T${time}:00+08:00`)
const running = (minutes: number, from: Date) => ({
  kind: 'working' as const,
  totalMinutes: minutes,
  elapsedMinutes: 0,
  startedAt: from.toISOString()
})
const report = (change: Partial<MovingReport>): MovingReport => ({
  ...{
    state: 'submitted',
    clock: null,
    keptClocks: {},
    overdueMinutes: 0,
    closingRound: 1,
    returnCount: 0,
    recallCount: 0,
    reworkCount: 0,
    upheldCount: 0
  },
  ...{ firstCloserId: null, masterId: null },
  ...change
})
const after = (from: MovingReport, to: MovingReport['state'], now: Date, more: Partial<Parameters<typeof applyMove>[1]> = {}) =>
  applyMove(from, { to, actor: 'reviewer', personId: 'mover', ...more }, category, now, calendar)

test('closing opens the two windows: fourteen days to object, twenty-eight to watch the place', () => {
  const closed = after(report({ state: 'handled' }), 'closed', monday('10:00'))
  expect(closed).toMatchObject({ state: 'closed', closedAt: monday('10:00'), firstCloserId: 'mover', dueAt: null })
  expect([closed.pointsReleaseAt, closed.recurrenceDueAt]).toEqual([
    new Date('2026-12-07T10:00:00+08:00'),
    new Date('2026-12-21T10:00:00+08:00')
  ])
})

test('whoever closed first stays the first closer, and a refused objection does not move the windows', () => {
  expect(after(report({ state: 'handled', firstCloserId: 'first' }), 'closed', monday('10:00')).firstCloserId).toBe('first')
  expect(after(report({ state: 'objection' }), 'closed', monday('10:00'))).not.toHaveProperty('pointsReleaseAt')
})

test('an upheld objection begins a new round with a new limit', () => {
  const reopened = after(
    report({ state: 'objection', keptClocks: { handling: running(240, monday('08:30')) } }),
    'handling',
    monday('14:00'),
    { unitId: 'unit' }
  )
  expect(reopened).toMatchObject({
    closingRound: 2,
    upheldCount: 1,
    closedAt: null,
    pointsReleaseAt: null,
    publishedAt: null,
    rating: null,
    unitId: 'unit'
  })
  expect(reopened.dueAt).toEqual(monday('18:00'))
})

test('lateness is reckoned on the unit, over rework too, and never on the verifier', () => {
  const clock = running(60, monday('08:30'))
  const late = after(report({ state: 'handling', clock }), 'handled', monday('11:30'), { actor: 'handler' })
  expect([late.overdueMinutes, late.handlerId]).toEqual([120, 'mover'])
  const waited = after({ ...report({ state: 'handled' }), ...late }, 'handling', monday('14:30'))
  expect([waited.overdueMinutes, waited.reworkCount, waited.dueAt]).toEqual([120, 1, monday('09:30')])
  expect(waited.escalation).toBe(5)
})

test('a unit that returns a report lets go of it; the next one starts clean', () => {
  const returned = after(report({ state: 'dispatched' }), 'filed', monday('10:00'), { actor: 'handler' })
  expect([returned.unitId, returned.returnCount]).toEqual([null, 1])
  expect(after(report({ state: 'filed' }), 'dispatched', monday('10:00'), { unitId: 'next' })).toMatchObject({
    unitId: 'next',
    handlerId: null
  })
})

test('a question is kept while it is asked and gone once it is answered', () => {
  expect(after(report({}), 'need_info', monday('10:00'), { question: '哪一栋？' })).toMatchObject({
    question: '哪一栋？',
    escalation: 0,
    nextEscalationAt: null
  })
  expect(after(report({ state: 'need_info' }), 'submitted', monday('10:00')).question).toBeNull()
})

test('lists are sorted by what is due, else by since when', () => {
  expect(after(report({}), 'filed', monday('10:00')).sortAt).toEqual(monday('11:00'))
  expect(after(report({}), 'rejected', monday('10:00')).sortAt).toEqual(monday('10:00'))
})
