import fc from 'fast-check'
import { STAR_HOURS } from '#contract/volunteering-states'
import {
  creditMax,
  faultOfLeaving,
  higherRole,
  levelOf,
  monthAfter,
  noticeAfterFreeze,
  noticeFrom,
  rolesHere,
  saysTheSame,
  starsOf,
  type ApprovalLevel
} from '#server/volunteering/hours/hour-rules'

const HOUR = 3_600_000
const hour = (n: number) => new Date(n * HOUR)
const place = { communityId: 'community', streetId: 'street', cityId: 'city' }
const places = {
  contains: (areaId: string, innerId: string) => areaId === innerId || (innerId === 'community' && ['street', 'city'].includes(areaId)),
  kindOf: (areaId: string) => (areaId === 'city' ? ('city' as const) : ('community' as const))
}

/** The notice as a clerk with a calendar would keep it: every hour that is not frozen counts, and 72 of them are needed. */
function noticeByTheHour(freezes: readonly { from: number; to: number }[], now: number): number {
  let counted = 0
  for (let at = 0; at < now; at += 1) if (!freezes.some(({ from, to }) => from <= at && at < to)) counted += 1
  return now + Math.max(0, 72 - counted)
}

const freeze = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 60 }))
  .map(([from, length]) => ({ from, to: from + length }))

test('10,000 histories of freezes leave of a notice what a clerk with a calendar would', () => {
  fc.assert(
    fc.property(fc.array(freeze, { minLength: 1, maxLength: 5 }), freezes => {
      // As it goes: an entry is frozen while any freeze lasts, and thaws when the last of them ends.
      let noticeUntil = noticeFrom(hour(0))
      const ends = [...new Set(freezes.map(({ to }) => to))].sort((a, b) => a - b)
      for (const now of ends) {
        const begun = freezes.filter(({ from }) => from <= now)
        if (begun.some(({ to }) => to > now)) continue
        const ended = begun.filter(({ to }) => to === now)
        const first = Math.min(...ended.map(({ from }) => from))
        if (first * HOUR >= noticeUntil.getTime()) return
        const told = begun.map(({ from, to }) => ({ from: hour(from), to: hour(to) }))
        noticeUntil = noticeAfterFreeze({ at: hour(0), noticeUntil, freezes: told, now: hour(now) })
        expect(noticeUntil).toEqual(hour(noticeByTheHour(begun, now)))
      }
    }),
    { numRuns: 10_000 }
  )
})

test('a flag older than its entry freezes it from its first moment', () => {
  const thawed = noticeAfterFreeze({ at: hour(10), noticeUntil: hour(82), freezes: [{ from: hour(2), to: null }], now: hour(50) })
  expect(thawed).toEqual(hour(122))
})

test('staff approve eight hours of a day, a supervisor twelve, and more only the admin of the city', () => {
  const needed = (minutes: number) => (['staff', 'supervisor', 'admin'] as const).map(level => higherRole(level, minutes))
  expect(needed(480)).toEqual([undefined, undefined, undefined])
  expect(needed(481)).toEqual(['supervisor', undefined, undefined])
  expect(needed(720)).toEqual(['supervisor', undefined, undefined])
  expect(needed(721)).toEqual(['admin', 'admin', undefined])
})

test.each<[string, string, ApprovalLevel | undefined]>([
  ['organiser', 'community', 'staff'],
  ['reviewer', 'street', 'staff'],
  ['supervisor', 'street', 'supervisor'],
  ['admin', 'street', 'supervisor'],
  ['admin', 'city', 'admin'],
  ['organiser', 'elsewhere', undefined],
  ['handler', 'city', undefined]
])('a %s of the %s approves as %s', (role, areaId, level) => {
  expect(levelOf([{ role: role as 'admin', areaId }], place, places)).toBe(level)
})

test('what somebody types in is signed with the role nearest to the activity', () => {
  const held = (['admin', 'reviewer', 'organiser'] as const).map(role => ({ role, areaId: 'city' }))
  expect(rolesHere(held, place, places.contains)).toEqual(['organiser', 'reviewer', 'admin'])
  expect(rolesHere([{ role: 'supervisor', areaId: 'elsewhere' }], place, places.contains)).toEqual([])
})

test('entries say the same whatever their order, and never where a minute, a day or a grade differs', () => {
  const [first, second] = [
    { businessDate: '2026-11-23', minutes: 60, grade: 'B' as const },
    { businessDate: '2026-11-24', minutes: 30, grade: 'B' as const }
  ]
  expect(saysTheSame([first, second], [second, first])).toBe(true)
  for (const other of [
    { ...first, minutes: 61 },
    { ...first, grade: 'C' as const },
    { ...first, businessDate: '2026-11-22' }
  ])
    expect(saysTheSame([first, second], [second, other])).toBe(false)
  expect(saysTheSame([first], [])).toBe(false)
})

test('a star comes with its last minute, and what is typed in gives none', () => {
  for (const [n, hours] of STAR_HOURS.entries()) {
    expect(starsOf({ A: hours * 60 - 1, B: 0, C: 0 })).toEqual({ stars: n, minutesToNextStar: 1 })
    expect(starsOf({ A: hours * 30, B: hours * 20, C: hours * 10 }).stars).toBe(n + 1)
  }
  expect(starsOf({ A: 90_000, B: 0, C: 0 })).toEqual({ stars: 5 })
})

test('who is said to have left did so after coming, not in the future, and not later than the shift can count', () => {
  const times = { checkedInAt: hour(9), shiftEndsAt: hour(11), now: hour(20) }
  const faults = [9, 9.5, 11.25, 11.26, 21].map(at => faultOfLeaving(hour(at), times) !== undefined)
  expect(faults).toEqual([true, false, false, true, true])
  expect(faultOfLeaving(hour(10), { ...times, now: hour(9.9) })).toBe('in the future')
  expect(creditMax({ startsAt: hour(9), endsAt: hour(11) })).toBe(135)
})

test('after December comes January', () => {
  expect(['2026-11', '2026-12', '2028-02'].map(monthAfter)).toEqual(['2026-12', '2027-01', '2028-03'])
})
