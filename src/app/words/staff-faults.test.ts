import { Offline, Refused } from '#app/platform/refused'
import { offlineWords, refusalWords } from '#app/words/refusals'
import { wordsForMove } from '#app/words/staff-faults'
import { wordsForSettings } from '#app/words/staff-settings'

const refused = (path: string) => new Refused('bad-input', '', { faults: [{ path, reason: 'x' }] })

test('a fault in a move names the field it is in', () => {
  expect(wordsForMove(refused('reviewOn'))).toContain('三十天')
  expect(wordsForMove(refused('photos.0.photoId'))).toContain('照片')
})

test('a fault in a settings form says which of many it is', () => {
  expect(wordsForSettings(refused('features.2.properties.parentId'))).toContain('第 3 个的上级区域')
  expect(wordsForSettings(refused('hours'))).toContain('时限')
})

test('every other refusal keeps its own words', () => {
  expect(wordsForMove(new Offline())).toBe(offlineWords)
  expect(wordsForSettings(new Refused('stale-version', ''))).toBe(refusalWords['stale-version'])
  expect(wordsForMove(refused('something-new'))).toBe(refusalWords['bad-input'])
})
