import { titlesOf } from '#app/packages/city/settings/staff-people-rules'

test('people are called by their name; where two have the same, by the ending of their number too', () => {
  const people = [
    { personId: '0001-aaaa', displayName: '王芳' },
    { personId: '0002-bbbb', displayName: '王芳' },
    { personId: '0003-cccc', displayName: '王方' }
  ]
  expect([...titlesOf(people).values()]).toEqual(['王芳（编号尾 aaaa）', '王芳（编号尾 bbbb）', '王方'])
})
