import type { HistoryEntry } from '#contract/report-shapes'
import { actOf, changesBetween, doerOf } from '#app/features/reports/case-history-rules'

const entry = (more: Partial<HistoryEntry>): HistoryEntry => ({
  at: '2026-11-21T08:00:00Z',
  from: null,
  to: 'submitted',
  role: 'reporter',
  photoIds: [],
  ...more
})

test('a line says what was done and by whom', () => {
  expect(actOf(entry({}))).toBe('上报')
  expect(actOf(entry({ from: 'handled', to: 'handling', role: 'verifier' }))).toBe('返工')
  expect(actOf(entry({ from: 'suspended', to: 'handling', role: 'clock' }))).toContain('到日子')
  expect(doerOf(entry({ actorName: '何川', role: 'dispatcher' }))).toBe('何川（派遣员）')
  expect(doerOf(entry({ role: 'rule' }))).toBe('按规则自动')
})

test('asking to suspend and saying no to it leave the state, and say so', () => {
  expect(actOf(entry({ from: 'handling', to: 'handling', role: 'handler' }))).toBe('申请挂账')
  expect(actOf(entry({ from: 'handling', to: 'handling', role: 'supervisor' }))).toBe('不同意挂账')
})

test('one who was about to move a case hears what somebody else did meanwhile', () => {
  const before = { state: 'handled' as const, version: 5, history: [entry({})] }
  const rework = entry({ from: 'handled', to: 'handling', role: 'verifier', actorName: '林晓' })
  const after = { state: 'handling' as const, version: 6, history: [entry({}), rework] }
  expect(changesBetween(before, after)).toEqual(['林晓（核查员）：返工', '现在是“办理中”'])
  expect(changesBetween(before, before)).toEqual([])
})
