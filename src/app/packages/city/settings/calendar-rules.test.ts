import { daysFrom } from '#app/packages/city/settings/calendar-rules'

test('single days and stretches are read, each day once', () => {
  const read = daysFrom('2027-02-27\n\n2027-02-27 到 2027-03-01', false, '春节')
  expect(read).toEqual({
    days: ['2027-02-27', '2027-02-28', '2027-03-01'].map(date => ({ date, isWorkday: false, name: '春节' }))
  })
})

test('what is no date, runs backwards or has no name is said in words', () => {
  expect(daysFrom('2027-04-31', false, '假')).toEqual({ fault: '“2027-04-31”不是日期，写成 2027-02-05 这样。' })
  expect(daysFrom('2027-02-05 到 2027-02-01', false, '假')).toHaveProperty('fault')
  expect(daysFrom('2027-02-05', false, ' ')).toHaveProperty('fault')
  expect(daysFrom('', false, '假')).toHaveProperty('fault')
  expect(daysFrom('2020-01-01 到 2027-01-01', false, '假')).toHaveProperty('fault')
})
