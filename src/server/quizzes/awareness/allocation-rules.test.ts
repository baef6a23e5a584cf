import fc from 'fast-check'
import { allocate } from '#server/quizzes/awareness/allocation-rules'

const frames = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 60 })
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('a sample is divided as people live, the largest remainders first', () => {
  expect(allocate(10, [500, 300, 200])).toEqual([5, 3, 2])
  // Quotas 4.7, 4.4 and 0.9.
  expect(allocate(10, [47, 44, 9])).toEqual([5, 4, 1])
  expect(allocate(1, [5, 5])).toEqual([1, 0])
  expect(allocate(0, [5, 5])).toEqual([0, 0])
})

test('whoever asks for more than live there asks everybody', () => {
  expect(allocate(385, [3, 1, 9])).toEqual([3, 1, 9])
})

test('the parts sum to the whole exactly, and none is as much as one away from its quota', () => {
  fc.assert(
    fc.property(frames, fc.integer({ min: 0, max: 20_000 }), (populations, size) => {
      const seats = Math.min(size, sum(populations))
      const parts = allocate(size, populations)
      expect(sum(parts)).toBe(seats)
      for (const [place, part] of parts.entries()) {
        expect(part).toBeLessThanOrEqual(populations[place]!)
        expect(Math.abs(part - (seats * populations[place]!) / sum(populations))).toBeLessThan(1)
      }
    })
  )
})

test('where more people live, no fewer are asked', () => {
  fc.assert(
    fc.property(frames, fc.integer({ min: 0, max: 20_000 }), (populations, size) => {
      const ordered = allocate(size, populations)
        .map((part, place) => ({ part, population: populations[place]! }))
        .sort((one, other) => one.population - other.population || one.part - other.part)
      for (const [place, { part }] of ordered.entries()) expect(part).toBeGreaterThanOrEqual(ordered[place - 1]?.part ?? 0)
    })
  )
})
