import { coolDownOf } from '#server/volunteering/volunteers/cool-down-rules'

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000)

test('one fault has no consequence, and neither have two more than 90 days apart', () => {
  expect([coolDownOf([]), coolDownOf([day(5)]), coolDownOf([day(0), day(90.5)])]).toEqual([undefined, undefined, undefined])
})

test('the second fault within 90 days begins 14 days, whatever order they are told in', () => {
  expect([coolDownOf([day(0), day(90)]), coolDownOf([day(30), day(2)])]).toEqual([day(104), day(44)])
})

test('a lonely fault long after a pair does not make the pair younger', () => {
  expect(coolDownOf([day(0), day(10), day(150)])).toEqual(day(24))
})

test('each further fault begins the 14 days anew', () => {
  expect(coolDownOf([day(0), day(10), day(20)])).toEqual(day(34))
})
