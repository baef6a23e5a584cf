import fc from 'fast-check'
import { presenceSignals, type PresenceSignal } from '#contract/volunteering-states'
import { businessDateOf } from '#server/business-date'
import { creditOf, gradeOf, headCountAgrees, isHeadCountOff, totalMinutes, type Interval } from '#server/volunteering/presence/grade-rules'

const grade = (factsIn: PresenceSignal[], factsOut: PresenceSignal[], between: PresenceSignal[] = [], agrees = false) =>
  gradeOf({ factsIn, factsOut, between, headCountAgrees: agrees })

describe('grades', () => {
  test('reverse scans, or codes with the geofence, at both ends make A with a head-count or a midway code', () => {
    expect(grade(['reverse'], ['reverse'], [], true)).toBe('A')
    expect(grade(['code', 'geofence'], ['reverse'], ['midway', 'code'])).toBe('A')
    expect(grade(['code', 'geofence'], ['code', 'geofence'], [], true)).toBe('A')
  })

  test('without anything in between, or with less at one end, the same is B', () => {
    expect(grade(['reverse'], ['reverse'])).toBe('B')
    expect(grade(['code'], ['code', 'geofence'], ['midway'], true)).toBe('B')
    expect(grade(['digits', 'geofence'], ['reverse'], [], true)).toBe('B')
    expect(grade(['card'], ['card'], [], true)).toBe('B')
  })

  test('one end and staff’s word make C; one end alone, a position alone or words alone make nothing', () => {
    expect(grade(['code', 'geofence'], ['word'], ['midway'], true)).toBe('C')
    expect(grade(['word'], ['reverse'])).toBe('C')
    for (const [ins, outs] of [
      [['code'], []],
      [['geofence'], ['geofence']],
      [['word'], ['word']],
      [[], []]
    ] as const)
      expect(grade([...ins], [...outs], ['midway'], true)).toBeUndefined()
  })

  test('one more proof never lowers a grade', () => {
    const signals = fc.subarray(presenceSignals.filter(signal => signal !== 'word'))
    const rank = (one: ReturnType<typeof gradeOf>) => ['A', 'B', 'C', undefined].indexOf(one)
    fc.assert(
      fc.property(signals, signals, signals, signals, (ins, outs, between, more) => {
        expect(rank(grade([...ins, ...more], [...outs, ...more], between))).toBeLessThanOrEqual(rank(grade(ins, outs, between)))
      }),
      { numRuns: 2_000 }
    )
  })
})

const china = (moment: string) => new Date(`${moment}+08:00`)
const credit = (checkedIn: string, checkedOut: string | undefined, starts: string, ends: string, otherIntervals: Interval[] = []) =>
  creditOf({
    checkedInAt: china(checkedIn),
    checkedOutAt: checkedOut === undefined ? undefined : china(checkedOut),
    shiftStartsAt: china(starts),
    shiftEndsAt: china(ends),
    otherIntervals
  })

describe('credit', () => {
  test('is what was measured, up to fifteen minutes over the schedule', () => {
    const shift = ['2026-11-23T09:00', '2026-11-23T11:00'] as const
    expect(credit('2026-11-23T09:05', '2026-11-23T10:35:59', ...shift)).toEqual([{ businessDate: '2026-11-23', minutes: 90 }])
    expect(credit('2026-11-23T08:10', '2026-11-23T12:50', ...shift)).toEqual([{ businessDate: '2026-11-23', minutes: 135 }])
  })

  test('is nothing without a check-out, and nothing for less than a minute', () => {
    expect(credit('2026-11-23T09:00', undefined, '2026-11-23T09:00', '2026-11-23T11:00')).toEqual([])
    expect(credit('2026-11-23T09:00', '2026-11-23T09:00:59', '2026-11-23T09:00', '2026-11-23T11:00')).toEqual([])
    expect(credit('2026-11-23T09:00', '2026-11-23T08:59', '2026-11-23T09:00', '2026-11-23T11:00')).toEqual([])
  })

  test('of a shift across midnight in Shanghai goes to both days and loses no minute', () => {
    expect(credit('2026-11-23T22:59:40', '2026-11-24T01:00:40', '2026-11-23T23:00', '2026-11-24T01:00')).toEqual([
      { businessDate: '2026-11-23', minutes: 60 },
      { businessDate: '2026-11-24', minutes: 61 }
    ])
  })

  test('knows the leap day', () => {
    expect(credit('2028-02-28T23:30', '2028-02-29T00:30', '2028-02-28T23:30', '2028-02-29T00:30')).toEqual([
      { businessDate: '2028-02-28', minutes: 30 },
      { businessDate: '2028-02-29', minutes: 30 }
    ])
    expect(credit('2028-02-29T23:00', '2028-03-01T01:00', '2028-02-29T23:00', '2028-03-01T01:00')).toEqual([
      { businessDate: '2028-02-29', minutes: 60 },
      { businessDate: '2028-03-01', minutes: 60 }
    ])
  })

  test('leaves out what counts for the person elsewhere', () => {
    const others = [
      { from: china('2026-11-23T10:00'), to: china('2026-11-23T10:30') },
      { from: china('2026-11-23T08:00'), to: china('2026-11-23T09:10') },
      { from: china('2026-11-23T10:10'), to: china('2026-11-23T10:20') }
    ]
    expect(totalMinutes(credit('2026-11-23T09:00', '2026-11-23T11:00', '2026-11-23T09:00', '2026-11-23T11:00', others))).toBe(80)
  })
})

describe('credit holds for whatever times', () => {
  const origin = china('2028-02-28T12:00').getTime()
  const moment = fc.integer({ min: 0, max: 3 * 86_400 }).map(seconds => new Date(origin + seconds * 1000))
  const span = fc.tuple(moment, moment).map(([one, other]) => ({ from: one < other ? one : other, to: one < other ? other : one }))
  const of = (here: Interval, shift: Interval, others: Interval[]) =>
    creditOf({
      checkedInAt: here.from,
      checkedOutAt: here.to,
      shiftStartsAt: shift.from,
      shiftEndsAt: shift.to,
      otherIntervals: others
    })
  const minutesOf = ({ from, to }: Interval) => Math.floor((to.getTime() - from.getTime()) / 60_000)

  /** Seconds of `here` that no other interval holds, counted one by one. */
  const secondsLeft = (here: Interval, others: Interval[]) => {
    let seconds = 0
    for (let at = here.from.getTime(); at < here.to.getTime(); at += 1000)
      if (!others.some(other => other.from.getTime() <= at && at < other.to.getTime())) seconds += 1
    return seconds
  }

  test('whole, never negative, never above what was measured, the schedule + 15, or what is left of the day', () => {
    fc.assert(
      fc.property(span, span, fc.array(span, { maxLength: 4 }), (here, shift, others) => {
        const days = of(here, shift, others)
        const total = totalMinutes(days)
        expect(total).toBe(Math.min(Math.floor(secondsLeft(here, others) / 60), minutesOf(shift) + 15))
        expect(total).toBeLessThanOrEqual(minutesOf(here))
        for (const { minutes } of days) expect(Number.isInteger(minutes) && minutes > 0 && minutes <= 1440).toBe(true)
        expect(new Set(days.map(day => day.businessDate)).size).toBe(days.length)
        const dates = [businessDateOf(here.from), businessDateOf(here.to)]
        for (const { businessDate } of days) expect(businessDate >= dates[0]! && businessDate <= dates[1]!).toBe(true)
      }),
      { numRuns: 200 }
    )
  }, 30_000)

  test('several attendances together never exceed their union', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), spans => {
        const wide = { from: new Date(origin - 10 * 86_400_000), to: new Date(origin + 10 * 86_400_000) }
        const total = spans.reduce((sum, here, number) => sum + totalMinutes(of(here, wide, spans.slice(0, number))), 0)
        const all = { from: new Date(origin), to: new Date(origin + 4 * 86_400_000) }
        const union = secondsLeft(all, []) - secondsLeft(all, spans)
        expect(total).toBeLessThanOrEqual(union / 60)
      }),
      { numRuns: 40 }
    )
  }, 30_000)
})

describe('head-counts', () => {
  test('differ by more than one, or by more than five in a hundred', () => {
    expect([isHeadCountOff(9, 10), isHeadCountOff(8, 10), isHeadCountOff(12, 10)]).toEqual([false, true, true])
    expect([isHeadCountOff(95, 100), isHeadCountOff(94, 100)]).toEqual([false, true])
    expect([isHeadCountOff(0, 1), isHeadCountOff(0, 2)]).toEqual([false, true])
  })

  test('speak only for those who were there when heads were counted', () => {
    const count = { counted: 10, present: 10, at: china('2026-11-23T10:00') }
    const stay = (from: string, to?: string) => ({ checkedInAt: china(from), checkedOutAt: to === undefined ? null : china(to) })
    expect(headCountAgrees(count, stay('2026-11-23T09:00', '2026-11-23T11:00'))).toBe(true)
    expect(headCountAgrees(count, stay('2026-11-23T09:00'))).toBe(true)
    expect(headCountAgrees(count, stay('2026-11-23T10:01', '2026-11-23T11:00'))).toBe(false)
    expect(headCountAgrees(count, stay('2026-11-23T09:00', '2026-11-23T09:59'))).toBe(false)
    expect(headCountAgrees({ ...count, counted: 8 }, stay('2026-11-23T09:00'))).toBe(false)
    expect(headCountAgrees(undefined, stay('2026-11-23T09:00'))).toBe(false)
  })
})
