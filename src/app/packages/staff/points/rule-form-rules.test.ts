import { changeFrom, typedOf } from '#app/packages/staff/points/rule-form-rules'

const today = '2026-11-22'
const rule = { rule: 'volunteering' as const, version: 1, value: 10, caps: { perDay: 40 }, effectiveFrom: '2026-01-01' }
const typed = { ...typedOf(rule, today), reason: '试行一个月' }

test('what stands is taken over, and an empty field is no limit', () => {
  expect(changeFrom(typed, true, today)).toEqual({ value: 10, caps: { perDay: 40 }, effectiveFrom: today, reason: '试行一个月' })
  expect(changeFrom({ ...typed, perDay: ' ', budget: '5000' }, true, today)).toMatchObject({ caps: {}, budget: 5000 })
})

test('a limit of none at all is a limit', () =>
  expect(changeFrom({ ...typed, perDay: '0' }, true, today)).toMatchObject({ caps: { perDay: 0 } }))

test('the past is not changed, numbers are whole, and a reason is given', () => {
  expect(changeFrom({ ...typed, effectiveFrom: '2026-11-21' }, true, today)).toHaveProperty('fault')
  expect(changeFrom({ ...typed, perWeek: '1.5' }, true, today)).toHaveProperty('fault')
  expect(changeFrom({ ...typed, value: '1001' }, true, today)).toHaveProperty('fault')
  expect(changeFrom({ ...typed, reason: '好' }, true, today)).toHaveProperty('fault')
})

test('a scope that only limits has no value to fill in', () => {
  expect(changeFrom({ ...typed, value: '' }, false, today)).not.toHaveProperty('value')
})
