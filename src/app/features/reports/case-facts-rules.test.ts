import { waitsForAssignment } from '#app/features/reports/case-facts-rules'

test('a case says that a supervisor must assign it only while nobody did', () => {
  expect(waitsForAssignment({ state: 'filed', returnCount: 1 })).toBe(false)
  expect(waitsForAssignment({ state: 'filed', returnCount: 2 })).toBe(true)
  expect(waitsForAssignment({ state: 'handling', returnCount: 2 })).toBe(false)
})
