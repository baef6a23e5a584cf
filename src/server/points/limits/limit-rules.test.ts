import fc from 'fast-check'
import { clipReasons, pointRules, type RuleCaps, type RuleScope } from '#contract/points-shapes'
import {
  clipTo,
  comingAfter,
  daysThatCount,
  faultsOfRule,
  inForceOn,
  monthOf,
  roomsOf,
  weekOf,
  type Given,
  type RulesInForce
} from '#server/points/limits/limit-rules'

const points = fc.integer({ min: 0, max: 80 })
const date = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10))

const rulesWith = (said: Partial<Record<RuleScope, { caps?: RuleCaps; budget?: number }>>): RulesInForce =>
  Object.fromEntries(
    [...pointRules, 'reports' as const, 'overall' as const].map(rule => [
      rule,
      { rule, version: 1, value: 5, caps: said[rule]?.caps ?? {}, budget: said[rule]?.budget ?? null }
    ])
  ) as unknown as RulesInForce

test('whatever the limits leave, given and clipped are the value together, and none of them is exceeded', () => {
  const room = fc.record({ by: fc.constantFrom(...clipReasons), left: fc.integer({ min: -20, max: 80 }) })
  fc.assert(
    fc.property(points, fc.array(room, { maxLength: 6 }), (value, rooms) => {
      const { given, clipped, clippedBy } = clipTo(value, rooms)
      expect(given + clipped).toBe(value)
      expect(given).toBeGreaterThanOrEqual(0)
      for (const { left } of rooms) expect(given).toBeLessThanOrEqual(Math.max(0, left))
      expect(clippedBy !== undefined).toBe(clipped > 0)
      const least = Math.min(...rooms.map(({ left }) => left))
      if (clippedBy) expect(rooms.some(({ by, left }) => by === clippedBy && left === least)).toBe(true)
    })
  )
})

test('a week begins on Monday, a month ends on its last day, and a cap counts all of either', () => {
  expect([weekOf('2026-11-22'), weekOf('2026-11-23')]).toEqual([
    { from: '2026-11-16', to: '2026-11-22' },
    { from: '2026-11-23', to: '2026-11-29' }
  ])
  expect([monthOf('2028-02-10').to, monthOf('2026-12-31')]).toEqual(['2028-02-29', { from: '2026-12-01', to: '2026-12-31' }])
  expect(daysThatCount('2026-12-31')).toEqual({ from: '2026-12-01', to: '2027-01-03' })
  fc.assert(
    fc.property(date, on => {
      for (const { from, to } of [weekOf(on), monthOf(on), daysThatCount(on)]) expect(from <= on && on <= to).toBe(true)
    })
  )
})

test('each cap counts its own rule and its own days, reports share one, and the overall cap counts everything', () => {
  const given: Given[] = [
    { rule: 'report-solved', on: '2026-11-23', amount: 10 },
    { rule: 'report-followed', on: '2026-11-23', amount: 3 },
    { rule: 'quizzes', on: '2026-11-23', amount: 6 },
    { rule: 'report-solved', on: '2026-11-25', amount: 7 },
    { rule: 'report-solved', on: '2026-11-02', amount: 20 }
  ]
  const inForce = rulesWith({
    'report-solved': { caps: { perDay: 15, perWeek: 30, perMonth: 50 }, budget: 100 },
    reports: { caps: { perDay: 20 } },
    overall: { caps: { perDay: 60 } }
  })
  expect(roomsOf({ rule: 'report-solved', on: '2026-11-23', given, givenThisYear: 90 }, inForce)).toEqual([
    { by: 'day', left: 5 },
    { by: 'week', left: 13 },
    { by: 'month', left: 13 },
    { by: 'day', left: 7 },
    { by: 'overall', left: 41 },
    { by: 'budget', left: 10 }
  ])
  expect(roomsOf({ rule: 'quizzes', on: '2026-11-23', given, givenThisYear: undefined }, inForce)).toEqual([{ by: 'overall', left: 41 }])
})

test('the version that began last is in force; of two of one day the later one; what is replaced before it begins never comes', () => {
  const versions = [
    { version: 1, effectiveFrom: '2020-01-01' },
    { version: 2, effectiveFrom: '2027-01-01' },
    { version: 3, effectiveFrom: '2026-12-01' },
    { version: 4, effectiveFrom: '2026-12-01' }
  ]
  const at = (on: string) => inForceOn(versions, on)?.version
  expect([at('2019-12-31'), at('2026-11-30'), at('2026-12-01'), at('2027-03-01')]).toEqual([undefined, 1, 4, 2])
  expect(comingAfter(versions, '2026-11-22').map(({ version }) => version)).toEqual([4, 2])
})

test('what is wrong with a rule is said by name', () => {
  const faults = (rule: RuleScope, more: object) => faultsOfRule({ rule, caps: {}, effectiveFrom: '2026-11-22', ...more }, '2026-11-22')
  expect(faults('quizzes', { value: 1, caps: { perDay: 6, perWeek: 30, perMonth: 100 }, budget: 1000 })).toEqual([])
  expect(faults('overall', { caps: { perDay: 60 } })).toEqual([])
  expect(faults('quizzes', { effectiveFrom: '2026-11-21' })).toEqual(['effective-from-past', 'value-missing'])
  expect(faults('overall', { value: 1, budget: 5 })).toEqual(['value-not-here', 'budget-not-here'])
  expect(faults('contests', { value: 1 })).toEqual(['value-not-here'])
  expect(faults('quizzes', { value: 1, effectiveFrom: '2027-02-30' })).toEqual(['not-a-date'])
  expect(faults('quizzes', { value: 1, caps: { perDay: 6, perWeek: 5, perMonth: 4 } })).toEqual([
    'week-below-day',
    'month-below-day',
    'month-below-week'
  ])
})
