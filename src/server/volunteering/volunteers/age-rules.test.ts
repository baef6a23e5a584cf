import { ageOn, needsGuardian } from '#server/volunteering/volunteers/age-rules'
import { maskName } from '#server/volunteering/volunteers/name-rules'

test('one is a year older on the birthday itself, not the day before', () => {
  expect([ageOn('2010-11-24', '2026-11-23'), ageOn('2010-11-24', '2026-11-24')]).toEqual([15, 16])
})

test('who is born on a leap day is a year older on 1 March of other years', () => {
  expect([ageOn('2012-02-29', '2026-02-28'), ageOn('2012-02-29', '2026-03-01'), ageOn('2012-02-29', '2028-02-29')]).toEqual([13, 14, 16])
})

test('under 14 a guardian is needed', () => {
  expect([needsGuardian('2012-11-24', '2026-11-23'), needsGuardian('2012-11-24', '2026-11-24')]).toEqual([true, false])
})

test('a masked name shows the first character and no length', () => {
  expect(['周明', '欧阳小满', '𠮷野', ''].map(maskName)).toEqual(['周**', '欧**', '𠮷**', '***'])
})
