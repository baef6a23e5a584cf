import { expandSeries } from '#server/volunteering/activities/series-rules'

const plan = (startsAt: string, endsAt: string) => ({
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
  capacity: 5
})
const startsOf = (plans: readonly { startsAt: string }[]) => plans.map(one => one.startsAt)

test('a series repeats on its weekdays at the same time of day, up to and with its last date', () => {
  const monday = plan('2026-11-23T09:00:00+08:00', '2026-11-23T11:00:00+08:00')
  const made = expandSeries(monday, { weekdays: [1, 4], until: '2026-12-03', except: [] }, 100)
  expect(startsOf(made)).toEqual(
    ['2026-11-23', '2026-11-26', '2026-11-30', '2026-12-03'].map(date => new Date(`${date}T09:00:00+08:00`).toISOString())
  )
  expect(made.every(one => new Date(one.endsAt).getTime() - new Date(one.startsAt).getTime() === 2 * 3_600_000)).toBe(true)
})

test('exceptions are left out, and the plan’s own day where it is none of the weekdays', () => {
  const monday = plan('2026-11-23T09:00:00+08:00', '2026-11-23T11:00:00+08:00')
  const made = expandSeries(monday, { weekdays: [3], until: '2026-12-09', except: ['2026-12-02'] }, 100)
  expect(startsOf(made)).toEqual(['2026-11-25', '2026-12-09'].map(date => new Date(`${date}T09:00:00+08:00`).toISOString()))
})

test('days are those of Shanghai: a shift at half past midnight belongs to its own date, not to yesterday in UTC', () => {
  const night = plan('2026-11-24T00:30:00+08:00', '2026-11-24T02:30:00+08:00')
  const made = expandSeries(night, { weekdays: [2], until: '2026-12-01', except: [] }, 100)
  expect(startsOf(made)).toEqual(['2026-11-23T16:30:00.000Z', '2026-11-30T16:30:00.000Z'])
})

test('a leap day is a day like any other, and a shift across midnight keeps its length', () => {
  const night = plan('2028-02-28T23:00:00+08:00', '2028-02-29T01:00:00+08:00')
  const made = expandSeries(night, { weekdays: [1, 2, 3], until: '2028-03-01', except: [] }, 100)
  expect(made.map(one => [one.startsAt, one.endsAt])).toEqual([
    ['2028-02-28T15:00:00.000Z', '2028-02-28T17:00:00.000Z'],
    ['2028-02-29T15:00:00.000Z', '2028-02-29T17:00:00.000Z'],
    ['2028-03-01T15:00:00.000Z', '2028-03-01T17:00:00.000Z']
  ])
})

test('no more are made than asked for', () => {
  const monday = plan('2026-11-23T09:00:00+08:00', '2026-11-23T11:00:00+08:00')
  expect(expandSeries(monday, { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2036-01-01', except: [] }, 7)).toHaveLength(7)
})

test('a series ends whatever date it is to end on: a plan of the last day there is, and an end thousands of years ahead', () => {
  const monday = plan('2026-11-23T09:00:00+08:00', '2026-11-23T11:00:00+08:00')
  expect(expandSeries(monday, { weekdays: [1], until: '9999-12-31', except: [] }, 3)).toHaveLength(3)
  const last = plan('9999-12-30T09:00:00+08:00', '9999-12-30T11:00:00+08:00')
  expect(() => expandSeries(last, { weekdays: [1], until: '9999-12-31', except: [] }, 400)).not.toThrow()
  const beyond = plan('9999-12-31T23:59:59-12:00', '9999-12-31T23:59:59-12:00')
  expect(() => expandSeries(beyond, { weekdays: [1], until: '9999-12-31', except: [] }, 400)).toThrow(RangeError)
})

test('weekdays that none of the dates has are looked for in so many weeks and no more', () => {
  const monday = plan('2026-11-23T09:00:00+08:00', '2026-11-23T11:00:00+08:00')
  expect(expandSeries(monday, { weekdays: [], until: '9999-12-31', except: [] }, 10)).toEqual([])
})
