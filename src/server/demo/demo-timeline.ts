import type { Beat } from '#server/demo/demo-lives'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** China keeps one time all year (GB/T 7408 writes it +08:00), so an offset is enough here. */
const SHANGHAI_OFFSET = 8 * 60 * MINUTE
/** Staff of the demo city work in shifts from 8:30 to 18:00, weekends too. */
const SHIFT_START = 8.5 * 60 * MINUTE
const SHIFT_END = 18 * 60 * MINUTE

/** When a report was sent: a day and a time of day, or minutes ago but never before today began. */
export type When = { daysAgo: number; at: string } | { minutesAgo: number }

const startOfDay = (at: number) => at - ((at + SHANGHAI_OFFSET) % DAY)

/** The business date in Asia/Shanghai, `YYYY-MM-DD`. */
export const businessDateOf = (at: Date) => new Date(at.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10)
export const businessDateIn = (now: Date, days: number) => businessDateOf(new Date(now.getTime() + days * DAY))

export function momentOf(when: When, now: Date): Date {
  const today = startOfDay(now.getTime())
  if ('minutesAgo' in when) return new Date(Math.max(now.getTime() - when.minutesAgo * MINUTE, today))
  const [hours = 0, minutes = 0] = when.at.split(':').map(Number)
  return new Date(today - when.daysAgo * DAY + (hours * 60 + minutes) * MINUTE)
}

/** `minutes` of shift time after `from`: what is left at the end of a shift goes on in the next one. */
export function afterShiftMinutes(from: number, minutes: number): number {
  let left = minutes * MINUTE
  let at = from
  for (;;) {
    const day = startOfDay(at)
    if (at < day + SHIFT_START) at = day + SHIFT_START
    const untilEnd = day + SHIFT_END - at
    if (untilEnd > left) return at + left
    left -= Math.max(untilEnd, 0)
    at = day + DAY + SHIFT_START
  }
}

const worksInShifts = (beat: Beat) => !['reporter', 'clock', 'rule'].includes(beat.by)

/**
 * When each beat of a life happens, never after `now`. What shifts would push past `now` runs by the plain clock, and
 * if even that is too long the waits shrink, so that a report sent minutes ago already stands where the plan wants it.
 */
export function momentsOf(beats: readonly Beat[], submittedAt: Date, now: Date, isRoundTheClock: boolean): Date[] {
  const start = submittedAt.getTime()
  const inTurn = (next: (at: number, beat: Beat) => number) => {
    let at = start
    return beats.map(beat => (at = next(at, beat)))
  }
  const plainly = (at: number, beat: Beat) => at + beat.wait * MINUTE
  const byShifts = inTurn((at, beat) => (isRoundTheClock || !worksInShifts(beat) ? plainly(at, beat) : afterShiftMinutes(at, beat.wait)))
  if ((byShifts.at(-1) ?? start) <= now.getTime()) return byShifts.map(at => new Date(at))
  const byClock = inTurn(plainly)
  const squeeze = Math.min(1, (now.getTime() - start) / ((byClock.at(-1) ?? start) - start))
  return byClock.map(at => new Date(Math.floor(start + (at - start) * squeeze)))
}
