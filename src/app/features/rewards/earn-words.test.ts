import { capsWords, comingWords, valueWords } from '#app/features/rewards/earn-words'

const service = { rule: 'volunteering' as const, version: 2, value: 8, caps: { perDay: 40, perMonth: 600 }, effectiveFrom: '2027-01-01' }

test('a rule says what it gives and every limit it has', () => {
  expect(valueWords(service)).toBe('每小时 8 分')
  expect(capsWords(service.caps)).toBe('每天最多 40 分，每月最多 600 分')
  expect(capsWords({ perDay: 0 })).toBe('每天最多 0 分')
})

test('what only limits gives nothing of its own, and a contest sends to its own page', () => {
  expect(valueWords({ rule: 'overall' })).toBeUndefined()
  expect(valueWords({ rule: 'contests', value: 1 })).toBe('见每场说明')
})

test('a rule to come says from when', () => {
  expect(comingWords(service)).toBe('2027-01-01 起：每小时 8 分，每天最多 40 分，每月最多 600 分')
  expect(comingWords({ ...service, rule: 'overall', caps: {} })).toBe('2027-01-01 起：不限')
})
