import {
  activityFieldsOf,
  faultsOf,
  newPlan,
  seriesDays,
  shiftPlansOf,
  SHIFT_COUNT_MAX,
  spanOf,
  timesOf,
  type ActivityPlan
} from '#app/features/organising/activity-plan-rules'

const now = new Date('2026-11-21T08:00:00.000Z')
const time = { on: '2026-11-23', from: '09:00', to: '11:00' }
const plan: ActivityPlan = {
  ...newPlan('2026-11-23'),
  title: '周末清洁小河边',
  topic: '环境清洁',
  communityId: 'community-1',
  point: { longitude: 120.1, latitude: 30.2 },
  riskNote: '河边路滑',
  times: [time],
  positions: [{ name: '', capacity: '10' }]
}

test('a time of the city is an instant eight hours earlier in UTC', () => {
  expect(spanOf(time)).toEqual({ startsAt: '2026-11-23T01:00:00.000Z', endsAt: '2026-11-23T03:00:00.000Z' })
})

test('a time that ends at or before its beginning ends on the next day', () => {
  expect(spanOf({ on: '2026-12-31', from: '22:00', to: '01:00' })).toEqual({
    startsAt: '2026-12-31T14:00:00.000Z',
    endsAt: '2026-12-31T17:00:00.000Z'
  })
})

test('a series takes its weekdays until its last day, leaves out exceptions, and crosses a leap day', () => {
  expect(seriesDays('2028-02-21', { weekdays: [1, 2], until: '2028-03-06', except: ['2028-02-28'] })).toEqual([
    '2028-02-22',
    '2028-02-29',
    '2028-03-06'
  ])
})

test('the first time is there once, though its weekday is one of the series', () => {
  const times = timesOf({ times: [time], series: { weekdays: [1], until: '2026-12-07', except: [] } })
  expect(times.map(({ on }) => on)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07'])
})

test('every position gets a shift at every time, with the gates of all', () => {
  const shifts = shiftPlansOf({
    ...plan,
    minAge: '16',
    neededSkills: ['first-aid'],
    times: [time, { ...time, on: '2026-11-24' }],
    positions: [
      { name: '引导', capacity: '4' },
      { name: '急救', capacity: '2' }
    ]
  })
  expect(shifts.map(({ startsAt, position, capacity }) => [startsAt.slice(0, 10), position, capacity])).toEqual([
    ['2026-11-23', '引导', 4],
    ['2026-11-23', '急救', 2],
    ['2026-11-24', '引导', 4],
    ['2026-11-24', '急救', 2]
  ])
  expect(shifts[0]).toMatchObject({ minAge: 16, neededSkills: ['first-aid'] })
  expect(shifts[0]).not.toHaveProperty('maxAge')
})

test('a whole plan has no fault, and an empty one says what is missing by step', () => {
  expect(faultsOf(plan, now).check).toEqual([])
  const empty = faultsOf({ ...newPlan('2026-11-23'), times: [] }, now)
  expect([empty.what.length, empty.where.length, empty.when.length, empty.safety.length]).toEqual([2, 2, 1, 1])
})

test('insurance is asked for from risk two on', () => {
  expect(faultsOf({ ...plan, riskLevel: 2 }, now).safety).toEqual(['二级以上要有保险单号。'])
  expect(faultsOf({ ...plan, riskLevel: 2, insuranceNumber: 'PA-1' }, now).safety).toEqual([])
})

test.each([
  ['longer than eight hours', { times: [{ ...time, to: '17:01' }] }, '一个时段不超过 8 小时，长的拆成两个。'],
  ['in the past', { times: [{ ...time, on: '2026-11-21', from: '15:59', to: '17:00' }] }, '时段要在以后开始。'],
  ['without people', { positions: [{ name: '', capacity: '0' }] }, '每个岗位的人数写 1 到 5000。'],
  [
    'of two positions with one name',
    {
      positions: [
        { name: '引导', capacity: '1' },
        { name: '引导', capacity: '2' }
      ]
    },
    '有几个岗位时，名字都写上，不要重。'
  ]
])('a shift %s is told before anything is sent', (_, changed, sentence) => {
  expect(faultsOf({ ...plan, ...changed }, now).when).toEqual([sentence])
})

test('eight hours to the minute are allowed', () => {
  expect(faultsOf({ ...plan, times: [{ ...time, to: '17:00' }] }, now).when).toEqual([])
})

test('more shifts than go at once are told', () => {
  const series = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2027-11-23', except: [] }
  expect(faultsOf({ ...plan, series }, now).when).toEqual([`一次最多 ${SHIFT_COUNT_MAX} 个时段，先排近的。`])
})

test('what was left empty is not sent, and nothing is sent without a place', () => {
  expect(activityFieldsOf(plan)).toEqual({
    title: '周末清洁小河边',
    communityId: 'community-1',
    topic: '环境清洁',
    riskLevel: 1,
    riskNote: '河边路滑',
    site: { longitude: 120.1, latitude: 30.2, radiusMetres: 100 },
    needsApproval: false
  })
  expect(activityFieldsOf({ ...plan, point: undefined })).toBeUndefined()
})
