import type { RosterLine } from '#contract/volunteering-shapes'
import { attendanceActsOf } from '#app/features/organising/attendance-act-rules'
import { creditMinutesMax, leavingFault } from '#app/features/organising/leaving-rules'
import { expectedCount, inDeskOrder, isClean, isUndecided, nothingLeftWords } from '#app/features/organising/roster-rules'

const line = (more: Partial<RosterLine> = {}): RosterLine => ({
  personId: 'p',
  maskedName: '周**',
  state: 'present',
  attendance: 'checked_out',
  isWalkIn: false,
  checkedInAt: '2026-11-21T01:00:00.000Z',
  checkedOutAt: '2026-11-21T03:00:00.000Z',
  signalsIn: ['reverse'],
  signalsOut: ['reverse'],
  signalsBetween: [],
  creditMinutes: 120,
  grade: 'B',
  flags: [],
  ...more
})
const absent = line({ state: 'confirmed', attendance: 'none', checkedInAt: undefined, checkedOutAt: undefined, creditMinutes: 0 })

test('whoever is here stands first, then who is expected, then who has gone, then the waitlist', () => {
  const people = [
    line({ personId: 'waiting', state: 'waitlisted', attendance: 'none' }),
    line({ personId: 'gone' }),
    { ...absent, personId: 'expected' },
    line({ personId: 'here', attendance: 'checked_in' })
  ]
  expect(inDeskOrder(people).map(({ personId }) => personId)).toEqual(['here', 'expected', 'gone', 'waiting'])
})

test('only those with a seat are expected', () => {
  expect(
    expectedCount([line(), absent, line({ state: 'waitlisted' }), line({ state: 'pending' }), line({ state: 'cancelled_late' })])
  ).toBe(2)
})

test('confirming all takes nobody with a flag, a dispute, no minutes, an open end or an entry already', () => {
  expect(isClean(line())).toBe(true)
  const kept = [
    { flags: ['shared-device' as const] },
    { disputeNote: '少了半小时' },
    { creditMinutes: 0 },
    { attendance: 'open_checkout' as const },
    { entryState: 'notice' as const }
  ]
  for (const more of kept) expect(isClean(line(more))).toBe(false)
})

test('an empty seat has to be decided once the shift is over, somebody who asks to join only before', () => {
  expect([isUndecided(absent, false), isUndecided(absent, true)]).toEqual([false, true])
  const asking = { ...absent, state: 'pending' as const }
  expect([isUndecided(asking, false), isUndecided(asking, true)]).toEqual([true, false])
  expect(isUndecided(line({ attendance: 'open_checkout', entryState: 'proposed' }), true)).toBe(false)
})

test('what may be decided follows from what was seen', () => {
  expect(attendanceActsOf(line(), true)).toEqual(['approve', 'reject'])
  expect(attendanceActsOf(line({ attendance: 'open_checkout', checkedOutAt: undefined }), true)).toEqual(['vouch', 'reject', 'type'])
  expect(attendanceActsOf(line({ attendance: 'flagged', flags: ['head-count'] }), true)).toEqual(['reject'])
  expect(attendanceActsOf(absent, true)).toEqual(['no-show', 'type'])
  expect(attendanceActsOf(absent, false)).toEqual([])
  expect(attendanceActsOf({ ...absent, state: 'pending' }, false)).toEqual(['accept', 'refuse'])
  expect(attendanceActsOf({ ...absent, state: 'no_show' }, true)).toEqual(['type', 'excuse'])
  expect(attendanceActsOf(line({ attendance: 'provisional', entryState: 'notice' }), true)).toEqual([])
  expect(attendanceActsOf(line({ attendance: 'disputed', entryState: 'frozen' }), true)).toEqual(['approve', 'vouch', 'reject'])
})

test('somebody left after they came, not in the future, and not later than counts', () => {
  const facts = { checkedInAt: '2026-11-21T01:00:00.000Z', endsAt: '2026-11-21T03:00:00.000Z', now: new Date('2026-11-21T05:00:00.000Z') }
  expect(leavingFault('2026-11-21T03:15:00.000Z', facts)).toBeUndefined()
  expect(leavingFault('2026-11-21T03:16:00.000Z', facts)).toBe('最多算到结束后 15 分钟。')
  expect(leavingFault('2026-11-21T01:00:00.000Z', facts)).toBe('走的时间要晚于签到。')
  expect(leavingFault('2026-11-21T05:01:00.000Z', facts)).toBe('走的时间不能在以后。')
  expect(leavingFault(undefined, facts)).toBe('选上他几点走的。')
})

test('typed-in minutes end where the shift and its overtime do', () => {
  expect(creditMinutesMax({ startsAt: '2026-11-21T01:00:00.000Z', endsAt: '2026-11-21T03:00:30.000Z' })).toBe(135)
})

test('a desk with nothing left says whether a second person still has to agree', () => {
  expect(nothingLeftWords(true, 2)).toContain('还有 2 笔补录')
  expect(nothingLeftWords(true, 0)).toContain('可以回活动里结算')
  expect(nothingLeftWords(false, 0)).not.toContain('结算')
})
