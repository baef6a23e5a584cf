import { losesLastAdmin } from '#server/people/admin-rules'

const lin = { grantId: 'g1', personId: 'lin', areaId: 'city' }
const zhou = { grantId: 'g2', personId: 'zhou', areaId: 'city' }

test('the only admin of a city is the last one, by one grant or by all of theirs', () => {
  expect(losesLastAdmin([lin], { grantId: 'g1' })).toBe(true)
  expect(losesLastAdmin([lin], { personId: 'lin' })).toBe(true)
})

test('one of two may go, and who is no admin loses the city nothing', () => {
  expect(losesLastAdmin([lin, zhou], { grantId: 'g2' })).toBe(false)
  expect(losesLastAdmin([lin], { personId: 'zhou' })).toBe(false)
  expect(losesLastAdmin([], { grantId: 'g1' })).toBe(false)
})

test('an admin of another city does not stand in', () => {
  expect(losesLastAdmin([lin, { ...zhou, areaId: 'elsewhere' }], { grantId: 'g1' })).toBe(true)
})
