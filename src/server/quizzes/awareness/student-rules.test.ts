import { studentQuantile } from '#server/quizzes/awareness/student-rules'

/** As tables of textbooks print them to three digits, two-sided 5 %. */
const printed: readonly (readonly [number, string])[] = [
  ...([
    [1, '12.706'],
    [2, '4.303'],
    [3, '3.182'],
    [4, '2.776'],
    [5, '2.571'],
    [6, '2.447']
  ] as const),
  ...([
    [7, '2.365'],
    [8, '2.306'],
    [9, '2.262'],
    [10, '2.228'],
    [15, '2.131'],
    [20, '2.086']
  ] as const),
  ...([
    [29, '2.045'],
    [30, '2.042'],
    [40, '2.021'],
    [60, '2.000'],
    [120, '1.980']
  ] as const)
]

test.each(printed)('t of %d degrees of freedom is %s in every table', (degrees, words) => {
  expect(studentQuantile(degrees).toFixed(3)).toBe(words)
})

/** Γ((ν + 1) ÷ 2) ÷ (√(νπ) Γ(ν ÷ 2)), by going down two degrees at a time to where it is known. */
const heightOf = (degrees: number): number =>
  degrees === 1
    ? 1 / Math.PI
    : degrees === 2
      ? 1 / (2 * Math.SQRT2)
      : (heightOf(degrees - 2) * (degrees - 1) * Math.sqrt(degrees - 2)) / ((degrees - 2) * Math.sqrt(degrees))

/** How much of the density lies between −t and t, by Simpson's rule. */
function between(t: number, degrees: number): number {
  const [pieces, height] = [200_000, heightOf(degrees)]
  const density = (x: number) => height * (1 + (x * x) / degrees) ** (-(degrees + 1) / 2)
  let sum = density(0) + density(t)
  for (let n = 1; n < pieces; n += 1) sum += (n % 2 === 1 ? 4 : 2) * density((t * n) / pieces)
  return (2 * sum * t) / pieces / 3
}

test.each([1, 2, 3, 4, 7, 12, 29, 384, 1999])('between −t and t of %d degrees lie 95 %% of its density', degrees => {
  expect(Math.abs(between(studentQuantile(degrees), degrees) - 0.95)).toBeLessThan(1e-9)
})

test('one and two degrees have a formula of their own, and very many come to the normal distribution', () => {
  expect(studentQuantile(1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 9)
  expect(studentQuantile(2)).toBeCloseTo(0.95 * Math.sqrt(2 / (1 - 0.95 ** 2)), 9)
  expect(studentQuantile(20_000)).toBeCloseTo(1.959963984540054, 3)
})
