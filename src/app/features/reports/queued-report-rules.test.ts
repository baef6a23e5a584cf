import { actsFor, standingOf } from '#app/features/reports/queued-report-rules'

const refusal = { code: 'outside-area', message: '' }

test('a report that was never tried is on its way while there is network, and waits while there is none', () => {
  expect(standingOf({ attempts: 0 }, { isOnline: true })).toBe('sending')
  expect(standingOf({ attempts: 0 }, { isOnline: false })).toBe('queued')
})

test('one that was tried in vain waits, even when the phone believes in its network', () => {
  expect(standingOf({ attempts: 1 }, { isOnline: true })).toBe('queued')
})

test('too many in a short time is a matter of minutes, and nobody has to stand by', () => {
  expect(standingOf({ attempts: 1, passingRefusal: 'too-many' }, { isOnline: true })).toBe('crowded')
})

test('a "no" of the server waits for the person, whatever the network', () => {
  expect(standingOf({ attempts: 3, refusal, passingRefusal: 'too-many' }, { isOnline: false })).toBe('refused')
})

test('whatever happened there is a way on, and deleting is always the last one', () => {
  const codes = ['outside-area', 'not-an-image', 'too-many', 'not-signed-in', 'consent-needed', 'same-key-other-content', 'unexpected']
  for (const code of codes) expect(actsFor('refused', code).at(-1)).toBe('remove')
  for (const standing of ['queued', 'crowded'] as const) expect(actsFor(standing)).toEqual(['send', 'edit', 'remove'])
})

test('what can only be cured by changing it offers the change first', () => {
  expect(actsFor('refused', 'outside-area')[0]).toBe('edit')
  expect(actsFor('refused', 'not-an-image')[0]).toBe('edit')
  expect(actsFor('refused', 'not-signed-in')[0]).toBe('sign-in')
  expect(actsFor('refused', 'consent-needed')[0]).toBe('consent')
})

test('what reached the server once with other content is not sent again', () => {
  expect(actsFor('refused', 'same-key-other-content')).toEqual(['remove'])
})
