import { joinedSentence, joinRefusalSentence, otherShiftOf, wayOnAfter } from '#app/features/volunteering/join-refusal-words'
import type { MyShift } from '#contract/volunteering-shapes'
import { Offline, Refused } from '#app/platform/refused'
import { refusalWords } from '#app/words/refusals'

const NOW = new Date('2026-11-21T04:00:00.000Z')
const span = { shiftId: 'walk', title: '护河', startsAt: '2026-11-22T01:00:00.000Z', endsAt: '2026-11-22T03:00:00.000Z' }

test('an overlap names the other shift and leads to it', () => {
  const error = new Refused('overlapping-shift', '', span)
  expect(joinRefusalSentence(error, NOW)).toBe('明天 09:00–11:00 你已经报了“护河”，两个赶不过来（路上留 15 分钟）。')
  const mine = [{ title: '护河', shift: { shiftId: 'walk' } }] as MyShift[]
  expect(otherShiftOf(error, mine)).toBe(mine[0])
  expect(otherShiftOf(new Refused('overlapping-shift', ''), mine)).toBeUndefined()
  expect(wayOnAfter(error)).toBe('other-shift')
})

test('a cool-down says the rate and until when, and can be appealed', () => {
  const error = new Refused('cool-down', '', { until: '2026-12-01T04:00:00.000Z', faults: 2, signUps: 5 })
  expect(joinRefusalSentence(error, NOW)).toBe(
    '最近 90 天报名 5 次，其中 2 次临时取消或没到。到12月1日为止，一次只能报一个时段。有原因可以说明，社区会看。'
  )
  expect(wayOnAfter(error)).toBe('appeal')
})

test('a gate says what it asks for, never what the profile says', () => {
  expect(joinRefusalSentence(new Refused('too-young', '', { minAge: 18 }), NOW)).toContain('要 18 岁以上')
  expect(joinRefusalSentence(new Refused('skill-needed', '', { neededSkills: ['first-aid'] }), NOW)).toContain('要会急救')
})

test('a refusal without facts still has its whole sentence', () => {
  for (const code of ['overlapping-shift', 'cool-down', 'too-young', 'skill-needed'] as const)
    expect(joinRefusalSentence(new Refused(code, ''), NOW)).toBe(refusalWords[code])
  expect(wayOnAfter(new Offline())).toBe('again')
})

test('a sign-up says its result and then the next step', () => {
  expect(joinedSentence({ state: 'waitlisted', position: 3 }, span.startsAt, NOW)).toContain('你排在第 3 位')
  expect(joinedSentence({ state: 'confirmed' }, span.startsAt, NOW)).toBe('报好了。明天 09:00 见。')
})
