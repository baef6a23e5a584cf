import { countDueTomorrow } from '#server/quizzes/learning/knowledge-rules'

const now = new Date('2026-11-23T21:00:00+08:00')
const candidates = ['F001', 'F002', 'F003', 'F004'].map(factId => ({ factId }))
const due = (factId: string, at: string) => ({ factId, dueAt: new Date(at) })

test('what becomes due tomorrow counts by its day, not by its hour, beyond what is due already and what cannot be asked', () => {
  const memories = [
    due('F001', '2026-11-24T00:00:00+08:00'),
    due('F002', '2026-11-24T23:59:00+08:00'),
    due('F003', '2026-11-23T23:59:00+08:00'),
    due('F004', '2026-11-25T00:00:00+08:00'),
    due('F999', '2026-11-24T09:00:00+08:00')
  ]
  expect(countDueTomorrow(candidates, memories, now)).toBe(2)
  expect(countDueTomorrow(candidates, [], now)).toBe(0)
})
