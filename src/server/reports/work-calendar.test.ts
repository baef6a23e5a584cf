import fc from 'fast-check'
import { addMinutes, addWorkingMinutes, minutesBetween, publishedCalendar, workingMinutesBetween } from '#server/reports/work-calendar'
import type { WorkCalendar } from '#server/reports/work-calendar'

const calendar = publishedCalendar(new Map())
/** An instant given as people in China say it. */
const at = (spoken: string) => new Date(`${spoken.replace(' ', 'T')}+08:00`)
const due = (start: string, minutes: number, days: WorkCalendar = calendar) => addWorkingMinutes(at(start), minutes, days)
const hours = (count: number) => count * 60

const instant = fc.date({ min: at('2025-12-20 00:00'), max: at('2028-03-20 00:00'), noInvalidDate: true })
const minutes = fc.integer({ min: 1, max: hours(300) })

describe('the published days', () => {
  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])('%s is a weekend day people work', date => {
    expect(calendar.isWorkday(date)).toBe(true)
  })

  it.each(['2026-01-01', '2026-02-16', '2026-02-23', '2026-04-06', '2026-05-05', '2026-06-19', '2026-09-25', '2026-10-07'])(
    '%s is a holiday in the middle of a week',
    date => {
      expect(calendar.isWorkday(date)).toBe(false)
    }
  )

  it('a year nobody has announced yet has weekends and the days fixed by law', () => {
    const differing = []
    for (let day = Date.UTC(2040, 0, 1); day < Date.UTC(2041, 0, 1); day += 86_400_000) {
      const date = new Date(day)
      const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6
      if (calendar.isWorkday(date.toISOString().slice(0, 10)) === isWeekend) differing.push(date.toISOString().slice(5, 10))
    }
    // The first days of the lunar year begin on Sunday 12 February; 1 January and 1–3 October lie in the week.
    expect(differing).toEqual(['02-13', '02-14', '04-04', '05-01', '05-02', '06-14', '09-20', '10-01', '10-02', '10-03'])
  })

  it("the city's own table wins over the announcement, both ways", () => {
    const own = publishedCalendar(
      new Map([
        ['2026-10-10', false],
        ['2026-10-01', true],
        ['2040-10-01', false]
      ])
    )
    expect(own.isWorkday('2026-10-10')).toBe(false)
    expect(own.isWorkday('2026-10-01')).toBe(true)
    expect(own.isWorkday('2040-10-01')).toBe(false)
    expect(own.isWorkday('2026-10-09')).toBe(true)
  })

  it('a calendar does not change when the table it was made from does', () => {
    const table = new Map([['2026-11-23', false]])
    const own = publishedCalendar(table)
    table.set('2026-11-23', true)
    expect(own.isWorkday('2026-11-23')).toBe(false)
  })
})

describe('deadlines on the work calendar', () => {
  it('stand still over the midday break and the night', () => {
    expect(due('2026-11-23 11:30', hours(1))).toEqual(at('2026-11-23 14:00'))
    expect(due('2026-11-23 17:00', hours(2))).toEqual(at('2026-11-24 09:30'))
  })

  it('count from the next opening when they begin outside working time', () => {
    expect(due('2026-11-23 00:00', 15)).toEqual(at('2026-11-23 08:45'))
    expect(due('2026-11-23 12:30', 15)).toEqual(at('2026-11-23 13:45'))
    expect(due('2026-11-23 23:59', 15)).toEqual(at('2026-11-24 08:45'))
    expect(due('2026-11-21 10:00', 15)).toEqual(at('2026-11-23 08:45'))
  })

  it('stay at a closing time they reach exactly', () => {
    expect(due('2026-11-23 08:30', hours(3.5))).toEqual(at('2026-11-23 12:00'))
    expect(due('2026-11-23 08:30', hours(8))).toEqual(at('2026-11-23 18:00'))
    expect(due('2026-11-20 18:00', hours(8))).toEqual(at('2026-11-23 18:00'))
  })

  it('of no length are the start itself, even at night', () => {
    expect(due('2026-11-21 03:00', 0)).toEqual(at('2026-11-21 03:00'))
  })

  it('pass over Spring Festival 2026 and its two working Saturdays', () => {
    expect(due('2026-02-13 17:00', hours(2))).toEqual(at('2026-02-14 09:30'))
    expect(due('2026-02-14 17:00', hours(2))).toEqual(at('2026-02-24 09:30'))
    expect(due('2026-02-27 17:00', hours(2))).toEqual(at('2026-02-28 09:30'))
    expect(due('2026-02-28 17:00', hours(2))).toEqual(at('2026-03-02 09:30'))
  })

  it('pass over National Day 2026, its working Sunday before and Saturday after', () => {
    expect(due('2026-09-19 12:00', 30)).toEqual(at('2026-09-20 09:00'))
    expect(due('2026-09-30 17:00', hours(2))).toEqual(at('2026-10-08 09:30'))
    expect(due('2026-10-09 17:00', hours(2))).toEqual(at('2026-10-10 09:30'))
    expect(due('2026-10-10 17:00', hours(2))).toEqual(at('2026-10-12 09:30'))
  })

  it('pass over New Year before the year is announced', () => {
    expect(due('2026-12-31 17:30', hours(2))).toEqual(at('2027-01-04 10:00'))
    expect(due('2040-09-28 17:30', hours(9))).toEqual(at('2040-10-05 09:00'))
  })

  it('meet the leap day of 2028', () => {
    expect(due('2028-02-28 17:00', hours(2))).toEqual(at('2028-02-29 09:30'))
    expect(due('2028-02-29 17:00', hours(2))).toEqual(at('2028-03-01 09:30'))
  })

  it("follow the city's own free day", () => {
    const own = publishedCalendar(new Map([['2026-11-24', false]]))
    expect(due('2026-11-23 17:00', hours(2), own)).toEqual(at('2026-11-25 09:30'))
  })

  it('run through nights and holidays on the natural clock', () => {
    expect(addMinutes(at('2026-02-14 17:00'), hours(24), 'natural', calendar)).toEqual(at('2026-02-15 17:00'))
    expect(minutesBetween(at('2026-02-14 17:00'), at('2026-02-15 17:00'), 'natural', calendar)).toBe(hours(24))
    expect(addMinutes(at('2026-02-14 17:00'), hours(2), 'working', calendar)).toEqual(at('2026-02-24 09:30'))
    expect(minutesBetween(at('2026-02-14 17:00'), at('2026-02-24 09:30'), 'working', calendar)).toBe(hours(2))
  })

  it('are refused on a calendar that never opens, and backwards', () => {
    expect(() => due('2026-11-23 09:00', 1, { isWorkday: () => false })).toThrow(RangeError)
    expect(() => due('2026-11-23 09:00', -1)).toThrow(RangeError)
    expect(() => due('2026-11-23 09:00', Number.NaN)).toThrow(RangeError)
  })
})

describe('working time as arithmetic', () => {
  it('gives back the minutes that were added', () => {
    fc.assert(
      fc.property(instant, minutes, (start, length) => {
        expect(workingMinutesBetween(start, addWorkingMinutes(start, length, calendar), calendar)).toBe(length)
      })
    )
  })

  it('counts what a clock counts that ticks every minute', () => {
    const start = fc.integer({ min: 0, max: 60 * 24 * 800 }).map(count => new Date(at('2025-12-20 00:00').getTime() + count * 60_000))
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 60 * 24 * 14 }), (from, length) => {
        let ticks = 0
        for (let passed = 0; passed < length; passed++) ticks += isWorkingMinute(new Date(from.getTime() + passed * 60_000)) ? 1 : 0
        const to = new Date(from.getTime() + length * 60_000)
        expect(workingMinutesBetween(from, to, calendar)).toBe(ticks)
        expect(workingMinutesBetween(to, from, calendar) + ticks).toBe(0)
      }),
      { numRuns: 30 }
    )
  })

  it('never makes a later start or a longer limit end earlier', () => {
    fc.assert(
      fc.property(instant, instant, minutes, minutes, (oneStart, otherStart, oneLength, otherLength) => {
        const [early, late] = oneStart < otherStart ? [oneStart, otherStart] : [otherStart, oneStart]
        const [short, long] = [Math.min(oneLength, otherLength), Math.max(oneLength, otherLength)]
        expect(+addWorkingMinutes(early, short, calendar)).toBeLessThanOrEqual(+addWorkingMinutes(late, long, calendar))
      })
    )
  })

  it('adds up over any moment in between', () => {
    fc.assert(
      fc.property(instant, instant, instant, (from, between, to) => {
        const parts = workingMinutesBetween(from, between, calendar) + workingMinutesBetween(between, to, calendar)
        expect(parts).toBeCloseTo(workingMinutesBetween(from, to, calendar), 6)
      })
    )
  })
})

/** Written apart from the rules on purpose: wall-clock text instead of arithmetic. */
function isWorkingMinute(moment: Date): boolean {
  const spoken = new Date(moment.getTime() + 8 * 3_600_000).toISOString()
  const time = spoken.slice(11, 16)
  return calendar.isWorkday(spoken.slice(0, 10)) && ((time >= '08:30' && time < '12:00') || (time >= '13:30' && time < '18:00'))
}
