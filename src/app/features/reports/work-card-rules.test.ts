import { dueOf, marksOf, roughDuration } from '#app/features/reports/work-card-rules'

const now = new Date('2026-11-21T08:00:00Z')
const card = { state: 'handling' as const, escalation: 0, isOverdue: false }
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()

test('a late card says by how much, in red', () => {
  expect(dueOf({ ...card, isOverdue: true, dueAt: inMinutes(-125) }, now)).toEqual({ words: '超时 2 小时', tone: 'bad' })
})

test('a card whose time is nearly up is amber, one with time left is calm', () => {
  expect(dueOf({ ...card, dueAt: inMinutes(20) }, now)).toEqual({ words: '剩 20 分钟', tone: 'wait' })
  expect(dueOf({ ...card, dueAt: inMinutes(180), escalation: 2 }, now)?.tone).toBe('wait')
  expect(dueOf({ ...card, dueAt: inMinutes(180) }, now)).toEqual({ words: '剩 3 小时', tone: 'info' })
})

test('a suspended card says when it is looked at again and is never late', () => {
  expect(dueOf({ ...card, state: 'suspended', dueAt: inMinutes(3 * 1440) }, now)).toEqual({ words: '3 天后复看', tone: 'info' })
})

test('a state without a limit says nothing', () => {
  expect(dueOf(card, now)).toBeUndefined()
})

test('a list names only the largest unit', () => {
  expect([0.2, 59, 61, 1441].map(roughDuration)).toEqual(['1 分钟', '59 分钟', '1 小时', '1 天'])
})

test('a usual case has no marks; a late, urgent, reworked one has them in words', () => {
  expect(marksOf({ ...card, isUrgent: false, reworkCount: 0 })).toEqual([])
  const words = marksOf({ ...card, isUrgent: true, isOverdue: true, escalation: 3, reworkCount: 2 }, true).map(({ word }) => word)
  expect(words).toEqual(['办理中', '紧急', '已超时', '返工 2 次'])
})

test('a case that lies with others says why it waits for a supervisor', () => {
  const waits = { ...card, isUrgent: false, reworkCount: 0 }
  expect(marksOf({ ...waits, state: 'filed', waitsFor: 'assignment' }, true).map(({ word }) => word)).toEqual(['已受理', '要你指定单位'])
  expect(marksOf({ ...waits, waitsFor: 'suspension' }, true).map(({ word }) => word)).toEqual(['办理中', '申请挂账'])
})
