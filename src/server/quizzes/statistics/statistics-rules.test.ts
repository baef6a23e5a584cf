import fc from 'fast-check'
import { facilityOf, flagsOf, itemRestCorrelation, type AnswerSums, type OptionSums } from '#server/quizzes/statistics/statistics-rules'

interface Given {
  isRight: boolean
  rest: number
  optionId?: string
}

const restSumsOf = (all: readonly Given[]) => {
  const right = all.filter(one => one.isRight)
  const sum = (of: readonly Given[]) => of.reduce((total, one) => total + one.rest, 0)
  const squareSum = all.reduce((total, one) => total + one.rest * one.rest, 0)
  return { count: all.length, rightCount: right.length, sum: sum(all), rightSum: sum(right), squareSum }
}

/** The second formula: Pearson's product-moment correlation of 0 and 1 with the rest, from the deviations of each. */
function pearson(all: readonly Given[]): number {
  const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
  const [x, y] = [all.map(one => Number(one.isRight)), all.map(one => one.rest)]
  const [meanX, meanY] = [mean(x), mean(y)]
  const products = (left: readonly number[], leftMean: number, right: readonly number[], rightMean: number) =>
    left.reduce((total, value, n) => total + (value - leftMean) * (right[n]! - rightMean), 0)
  return products(x, meanX, y, meanY) / Math.sqrt(products(x, meanX, x, meanX) * products(y, meanY, y, meanY))
}

/**
 * Student (1908), The probable error of a mean, Biometrika 6, 1–25: additional hours of sleep of ten patients under two drugs; in R the
 * data set `sleep`, whose help page prints for `t.test(extra ~ group)` the means 0.75 and 2.33 and t = -1.8608. With groups of one size that is
 * the t of pooled variances too, and the point-biserial correlation is t ÷ √(t² + 18).
 */
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

test('the correlation of the drug with the hours that Student printed is the one his t tells', () => {
  const patients = [...first.map(rest => ({ isRight: false, rest })), ...second.map(rest => ({ isRight: true, rest }))]
  const found = itemRestCorrelation(restSumsOf(patients)) as number
  expect((found * Math.sqrt(18 / (1 - found * found))).toFixed(4)).toBe('1.8608')
  expect(Math.abs(found - pearson(patients))).toBeLessThan(1e-9)
})

test('five answers reckoned by hand', () => {
  // Right with rests 1, 1, ½, wrong with 0, 0: means 5/6 and 0, s² = 0.2, p(1 − p) = 0.24, r = (5/6) ÷ √0.2 × √0.24 = √(5/6).
  const five = [1, 1, 0.5].map(rest => ({ isRight: true, rest })).concat([0, 0].map(rest => ({ isRight: false, rest })))
  expect(Math.abs((itemRestCorrelation(restSumsOf(five)) as number) - Math.sqrt(5 / 6))).toBeLessThan(1e-9)
})

const answers = fc.array(fc.record({ isRight: fc.boolean(), rest: fc.integer({ min: 0, max: 9 }).map(right => right / 9) }), {
  minLength: 3,
  maxLength: 200
})

test('whatever was answered, the correlation from sums is that of Pearson to nine places, and not defined where his is not', () => {
  fc.assert(
    fc.property(answers, all => {
      const found = itemRestCorrelation(restSumsOf(all))
      const isDefined = new Set(all.map(one => one.isRight)).size > 1 && new Set(all.map(one => one.rest)).size > 1
      if (!isDefined) expect(found).toBeUndefined()
      else expect(Math.abs((found as number) - pearson(all))).toBeLessThan(1e-9)
    })
  )
})

test('a million answers that all have the same rest have no correlation, though their sums differ in the last digits', () => {
  const count = 1_000_000
  expect(itemRestCorrelation({ count, rightCount: 1, sum: 0.1 * count, rightSum: 0.1, squareSum: 0.1 * 0.1 * count })).toBeUndefined()
})

test('facility has the interval of Wilson that Newcombe prints for 81 of 263, and that of the second formula', () => {
  const { facility, low, high } = facilityOf({ n: 263, right: 81 })
  // R. G. Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3.
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662'])
  // Both bounds x solve (p − x)² = z² x (1 − x) ÷ n.
  const off = (x: number) => (facility - x) ** 2 - (1.959963984540054 ** 2 * x * (1 - x)) / 263
  for (const bound of [low, high]) expect(Math.abs(off(bound))).toBeLessThan(1e-12)
})

function sumsOf(all: readonly Given[]): AnswerSums {
  const options = new Map<string, OptionSums>()
  for (const { optionId = 'a', rest } of all) {
    const { count, restSum } = options.get(optionId) ?? { count: 0, restSum: 0 }
    options.set(optionId, { optionId, count: count + 1, restCount: count + 1, restSum: restSum + rest })
  }
  const right = all.filter(one => one.isRight).length
  return { n: all.length, right, rest: restSumsOf(all), options: [...options.values()], medianMilliseconds: null }
}

/** So many who chose `a`, which is right, and `b`, with the rests of each. */
const choosing = (a: number, restsOfA: readonly number[], b: number, restsOfB: readonly number[]): AnswerSums =>
  sumsOf([
    ...Array.from({ length: a }, (_, n) => ({ isRight: true, optionId: 'a', rest: restsOfA[n % restsOfA.length]! })),
    ...Array.from({ length: b }, (_, n) => ({ isRight: false, optionId: 'b', rest: restsOfB[n % restsOfB.length]! }))
  ])

describe('a question', () => {
  const good = [0.6, 0.8, 1]
  const poor = [0.2, 0.4, 0.6]
  test('that tells those who know from those who do not has no flag', () => {
    expect(flagsOf(choosing(40, good, 20, poor), ['a'])).toEqual([])
  })
  test('is not judged by 49 answers, and is by 50', () => {
    expect(flagsOf(choosing(49, good, 0, poor), ['a'])).toEqual([])
    expect(flagsOf(choosing(50, good, 0, poor), ['a'])).toEqual(['too-easy'])
  })
  test('is too easy above 97 of 100, too hard below 25', () => {
    expect(flagsOf(choosing(97, good, 3, [0, 0.2]), ['a'])).toEqual([])
    expect(flagsOf(choosing(98, good, 2, [0, 0.2]), ['a'])).toEqual(['too-easy'])
    expect(flagsOf(choosing(25, good, 75, poor), ['a'])).toEqual([])
    expect(flagsOf(choosing(24, good, 76, poor), ['a'])).toEqual(['too-hard'])
  })
  test('is weak where being right goes with hardly anything', () => {
    expect(flagsOf(choosing(30, [0.5, 0.6], 30, [0.5, 0.59]), ['a'])).toEqual(['weak'])
  })
  test('whose wrong option draws those who know the rest has a doubtful key', () => {
    expect(flagsOf(choosing(30, poor, 30, good), ['a'])).toEqual(['key-doubtful', 'weak'])
    // Four of them may be chance.
    expect(flagsOf(choosing(60, [0.5, 0.7], 4, [1]), ['a'])).not.toContain('key-doubtful')
    // Nobody hit upon the key.
    expect(flagsOf(choosing(0, [1], 60, good), ['a'])).toEqual(['key-doubtful', 'too-hard'])
    // Of words and orders no option is chosen.
    expect(flagsOf(choosing(30, poor, 30, good), [])).toEqual(['weak'])
  })
})
