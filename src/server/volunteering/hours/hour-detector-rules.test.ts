import {
  detectCreatedAfterStart,
  detectNightEntry,
  detectTypedShare,
  detectTypedTooSoon
} from '#server/volunteering/hours/hour-detector-rules'

const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`)

test('hours typed in within an hour of the activity being made are noticed, whoever types', () => {
  const typed = { activityCreatedAt: at('08:00'), activityAuthorId: 'author', shiftEndsAt: at('08:30'), authorId: 'colleague' }
  expect(detectTypedTooSoon({ ...typed, now: at('08:59') })).toEqual({ minutesAfterCreation: 59 })
  expect(detectTypedTooSoon({ ...typed, now: at('09:00') })).toBeUndefined()
})

test('hours typed in within an hour of the end are noticed where the author of the activity types them', () => {
  const typed = { activityCreatedAt: at('00:00'), activityAuthorId: 'author', shiftEndsAt: at('11:00'), authorId: 'author' }
  expect(detectTypedTooSoon({ ...typed, now: at('11:02') })).toEqual({ minutesAfterEnd: 2 })
  expect(detectTypedTooSoon({ ...typed, now: at('12:00') })).toBeUndefined()
  expect(detectTypedTooSoon({ ...typed, authorId: 'colleague', now: at('11:02') })).toBeUndefined()
  expect(detectTypedTooSoon({ ...typed, activityAuthorId: null, now: at('11:02') })).toBeUndefined()
})

test('night is from ten in the evening to six in the morning in Shanghai', () => {
  const isNight = ['21:59', '22:00', '23:59', '00:00', '05:59', '06:00'].map(clock => detectNightEntry(at(clock)) !== undefined)
  expect(isNight).toEqual([false, true, true, true, true, false])
})

test('an activity or a shift written down at or after its start is noticed', () => {
  const shift = { activityCreatedAt: at('08:00'), shiftCreatedAt: at('08:00'), startsAt: at('09:00') }
  expect(detectCreatedAfterStart(shift)).toBeUndefined()
  expect(detectCreatedAfterStart({ ...shift, activityCreatedAt: at('09:00') })).toEqual({ minutesAfterStart: 0 })
  expect(detectCreatedAfterStart({ ...shift, shiftCreatedAt: at('10:30') })).toEqual({ minutesAfterStart: 90 })
})

test('more than a tenth typed in is noticed, from ten hours on', () => {
  expect(detectTypedShare({ typedMinutes: 599, totalMinutes: 599 })).toBeUndefined()
  expect(detectTypedShare({ typedMinutes: 600, totalMinutes: 6_000 })).toBeUndefined()
  expect(detectTypedShare({ typedMinutes: 600, totalMinutes: 5_999 })).toEqual({ sharePercent: 10, typedMinutes: 600 })
})
