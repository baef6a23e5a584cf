import fc from 'fast-check'
import {
  dueAtOf,
  elapsedAt,
  escalationAt,
  overdueMinutesAt,
  pauseClock,
  resumeClock,
  startClock,
  type ReportClock
} from '#server/reports/report-clock'
import { publishedCalendar } from '#server/reports/work-calendar'

const calendar = publishedCalendar(new Map())
const kinds = fc.constantFrom('working' as const, 'natural' as const)
/** Autumn 2026, with National Day and its worked weekends in it. */
const moment = fc.date({ min: new Date('2026-09-01T00:00:00Z'), max: new Date('2026-11-30T00:00:00Z'), noInvalidDate: true })
const clockOf = (kind: ReportClock['kind'], totalMinutes: number, startedAt: Date): ReportClock => ({
  kind,
  totalMinutes,
  elapsedMinutes: 0,
  startedAt: startedAt.toISOString()
})
const anyClock = fc
  .tuple(kinds, fc.integer({ min: 15, max: 4800 }), moment)
  .map(([kind, minutes, startedAt]) => clockOf(kind, minutes, startedAt))
const later = (date: Date, minutes: number) => new Date(date.getTime() + minutes * 60_000)
const minutes = fc.integer({ min: 0, max: 60 * 24 * 20 })

test('a clock runs out exactly when its minutes are used up', () => {
  fc.assert(
    fc.property(anyClock, clock => {
      const due = dueAtOf(clock, calendar)
      expect(elapsedAt(clock, due, calendar)).toBeCloseTo(clock.totalMinutes, 6)
      expect(overdueMinutesAt(clock, due, calendar)).toBeCloseTo(0, 6)
      expect(elapsedAt(clock, new Date(due.getTime() - 1), calendar)).toBeLessThan(clock.totalMinutes)
    })
  )
})

test('however often it is stopped and taken up, the time between counts for nothing and the rest for all', () => {
  fc.assert(
    fc.property(anyClock, fc.array(fc.tuple(minutes, minutes), { maxLength: 4 }), (clock, pauses) => {
      let [running, now, used] = [clock, new Date(clock.startedAt), 0]
      for (const [runs, stands] of pauses) {
        const stop = later(now, runs)
        used += elapsedAt({ ...running, elapsedMinutes: 0 }, stop, calendar)
        now = later(stop, stands)
        running = resumeClock(pauseClock(running, stop, calendar), now)
      }
      expect(running.elapsedMinutes).toBeCloseTo(used, 6)
      const due = dueAtOf(running, calendar)
      if (used < clock.totalMinutes) expect(elapsedAt(running, due, calendar)).toBeCloseTo(clock.totalMinutes, 6)
      else expect(due).toEqual(now)
    })
  )
})

test('the level only rises, and the next moment told is the one at which it does', () => {
  fc.assert(
    fc.property(anyClock, minutes, minutes, (clock, one, more) => {
      const [early, late] = [later(new Date(clock.startedAt), one), later(new Date(clock.startedAt), one + more)]
      expect(escalationAt(clock, late, calendar).level).toBeGreaterThanOrEqual(escalationAt(clock, early, calendar).level)
      const { level, nextAt } = escalationAt(clock, early, calendar)
      if (nextAt === undefined) return expect(level).toBe(5)
      expect(nextAt.getTime()).toBeGreaterThan(early.getTime())
      expect(escalationAt(clock, new Date(nextAt.getTime() - 1), calendar).level).toBe(level)
      expect(escalationAt(clock, nextAt, calendar).level).toBeGreaterThan(level)
    })
  )
})

test('half of the time passes before anybody is told, and at three times it the last hears of it', () => {
  const clock = clockOf('natural', 100, new Date('2026-11-23T00:00:00Z'))
  const levelAfter = (passed: number) => escalationAt(clock, later(new Date(clock.startedAt), passed), calendar).level
  expect([49.9, 50, 79.9, 80, 99.9, 100, 149.9, 150, 299.9, 300].map(levelAfter)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5])
})

test('an urgent category gives the reviewer a quarter of an hour; states without a limit have no clock', () => {
  const now = new Date('2026-11-23T00:00:00Z')
  const urgent = { hours: 2, clock: 'natural' as const, isUrgent: true }
  expect(startClock('submitted', urgent, now)).toEqual(clockOf('natural', 15, now))
  expect(startClock('submitted', { ...urgent, isUrgent: false, clock: 'working' }, now)).toEqual(clockOf('working', 120, now))
  expect(startClock('handling', urgent, now)).toEqual(clockOf('natural', 120, now))
  expect(startClock('need_info', { ...urgent, clock: 'working' }, now)).toEqual(clockOf('natural', 72 * 60, now))
  for (const state of ['closed', 'rejected', 'merged', 'withdrawn', 'suspended'] as const)
    expect(startClock(state, urgent, now)).toBeUndefined()
})
