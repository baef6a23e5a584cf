import { withSearch } from '#server/points/office/search-pace-rules'

const at = (seconds: number) => new Date(Date.parse('2026-11-23T01:00:00Z') + seconds * 1000)
const searching = (moments: readonly number[]) => moments.map(seconds => at(seconds))

test('twenty searches a minute are let through, the next waits until the first is a minute old', () => {
  const twenty = searching(Array.from({ length: 20 }, (_, n) => n))
  expect(withSearch(twenty.slice(1), at(20))).toHaveLength(20)
  expect(withSearch(twenty, at(20))).toBeUndefined()
  expect(withSearch(twenty, at(59.999))).toBeUndefined()
  expect(withSearch(twenty, at(60))).toEqual([...twenty.slice(1), at(60)])
})
