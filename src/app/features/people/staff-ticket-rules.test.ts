import { timeLeftWords } from '#app/features/people/staff-ticket-rules'

const now = new Date('2026-11-21T08:00:00Z')

test('a sign-in code counts down and says nothing once it has ended', () => {
  expect(timeLeftWords('2026-11-21T08:02:05Z', now)).toBe('2:05')
  expect(timeLeftWords('2026-11-21T08:00:00.400Z', now)).toBe('0:01')
  expect(timeLeftWords('2026-11-21T08:00:00Z', now)).toBeUndefined()
})
