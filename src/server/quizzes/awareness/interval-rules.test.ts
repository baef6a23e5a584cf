import fc from 'fast-check'
import {
  designEffect,
  effectiveSize,
  newcombeInterval,
  plannedSize,
  postStratifiedShare,
  rightToClaim,
  sampleSize,
  wilsonInterval
} from '#server/quizzes/awareness/interval-rules'

const withInterval = (right: number, size: number) => ({ estimate: right / size, ...wilsonInterval(right / size, size) })

/**
 * Bounds reckoned apart from the product, with 40 digits (Python's decimal), as the roots of (p − x)² = z² x (1 − x) ÷ n: that is
 * what proves them. The first four cases are those R. G. Newcombe works through in Two-sided confidence intervals for the single
 * proportion, Statistics in Medicine 17 (1998), 857–872, method 3; the last columns are the same bounds to four digits, to be held
 * against his table by whoever has the paper at hand.
 */
const wilsonReferences = [
  [81, 263, 0.255288519878274, 0.3662095769828, '0.2553', '0.3662'],
  [15, 148, 0.062386399530736, 0.160487241723308, '0.0624', '0.1605'],
  [0, 20, 0, 0.161125158052819, '0.0000', '0.1611'],
  [1, 29, 0.006113214292763, 0.171755218793203, '0.0061', '0.1718'],
  [358, 385, 0.899888593721272, 0.951358084047812, '0.8999', '0.9514'],
  [359, 385, 0.902889591326941, 0.953500570899963, '0.9029', '0.9535'],
  [918, 1000, 0.899352783326295, 0.93344804657978, '0.8994', '0.9334'],
  [919, 1000, 0.900442797930305, 0.9343503784588, '0.9004', '0.9344']
] as const

test.each(wilsonReferences)(
  'the Wilson interval of %d of %d is the one reckoned apart, to nine places',
  (right, size, low, high, lowPrinted, highPrinted) => {
    const found = wilsonInterval(right / size, size)
    expect(Math.abs(found.low - low)).toBeLessThan(1e-9)
    expect(Math.abs(found.high - high)).toBeLessThan(1e-9)
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual([lowPrinted, highPrinted])
  }
)

test('an effective sample may be a broken number: 0.9 of 385 people with a design effect of 1.7', () => {
  const { low, high } = wilsonInterval(0.9, 385 / 1.7)
  expect(Math.abs(low - 0.854013433474855)).toBeLessThan(1e-9)
  expect(Math.abs(high - 0.932643074094599)).toBeLessThan(1e-9)
})

/**
 * Contrasts after Newcombe (1998), Statistics in Medicine 17, 873–890, method 10. The digits were reckoned apart as above; the last
 * columns are rounded, to be held against his table II by whoever has the paper at hand.
 */
const newcombeReferences = [
  [56, 70, 48, 80, 0.052431472402365, 0.333872654036906, '0.0524', '0.3339'],
  [9, 10, 3, 10, 0.170522723934503, 0.809017973535488, '0.1705', '0.8090'],
  [6, 7, 2, 7, 0.058227927482312, 0.806249637524228, '0.0582', '0.8062'],
  [5, 56, 0, 29, -0.038137147903537, 0.192560013855112, '-0.0381', '0.1926'],
  [0, 10, 0, 20, -0.161125158052819, 0.277532799862889, '-0.1611', '0.2775'],
  [0, 10, 0, 10, -0.277532799862889, 0.277532799862889, '-0.2775', '0.2775'],
  [10, 10, 0, 20, 0.679086037141915, 1, '0.6791', '1.0000'],
  [10, 10, 0, 10, 0.607509350430524, 1, '0.6075', '1.0000']
] as const

test.each(newcombeReferences)(
  'the change from %d/%d against %d/%d has the bounds reckoned apart',
  (right, size, before, of, low, high, ...printed) => {
    const found = newcombeInterval(withInterval(right, size), withInterval(before, of))
    expect(Math.abs(found.difference - (right / size - before / of))).toBeLessThan(1e-9)
    expect(Math.abs(found.low - low)).toBeLessThan(1e-9)
    expect(Math.abs(found.high - high)).toBeLessThan(1e-9)
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual(printed)
  }
)

/** After the example of Cochran (1977), § 3.12: thirty households, their members, and how many had seen a physician within the year. */
const members = [5, 6, 3, 3, 2, 3, 3, 3, 4, 4, 3, 2, 7, 4, 3, 5, 4, 4, 3, 3, 4, 3, 3, 1, 2, 4, 3, 4, 2, 4]
const seen = [5, 0, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 2, 0, 0, 1, 3, 2, 0, 0, 0, 2, 2, 0, 2, 0, 1]

test('thirty households of 104 people have a variance more than twice that of single people', () => {
  const households = members.map((size, place) => ({ size, right: seen[place]! }))
  const effect = designEffect(households)
  expect(Math.abs(effect - 2.612175810783238)).toBeLessThan(1e-9)
  const share = 30 / 104
  expect(((share * (1 - share)) / 104).toFixed(5)).toBe('0.00197')
  expect(((effect * share * (1 - share)) / 103).toFixed(4)).toBe('0.0052')
})

test('one cluster or none, and people who all answer alike, have a design effect of 1', () => {
  expect(designEffect([])).toBe(1)
  expect(designEffect([{ size: 40, right: 30 }])).toBe(1)
  expect(
    designEffect([
      { size: 40, right: 30 },
      { size: 0, right: 0 }
    ])
  ).toBe(1)
  expect(
    designEffect([
      { size: 40, right: 40 },
      { size: 20, right: 20 }
    ])
  ).toBe(1)
})

const answers = fc.array(fc.boolean(), { minLength: 3, maxLength: 60 }).filter(all => new Set(all).size === 2)

test('clusters of one person each have a design effect of exactly 1, and m who agree one of m(n − 1)/(n − m)', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 2, max: 9 }), (all, size) => {
      expect(designEffect(all.map(isRight => ({ size: 1, right: Number(isRight) })))).toBeCloseTo(1, 9)
      const n = all.length * size
      const expected = (size * (n - 1)) / (n - size)
      expect(designEffect(all.map(isRight => ({ size, right: isRight ? size : 0 })))).toBeCloseTo(expected, 9)
    })
  )
})

test('what few clusters say is paid for with t: thirty people of three places say less than the design effect alone', () => {
  const apart = [10, 2, 9].map(right => ({ size: 10, right }))
  // By hand: p = 0.7, residuals 3, −5 and 2. t of 2 degrees is 0.95 √(2 ÷ (1 − 0.95²)); t of 29 is 2.0452 in any table.
  const effect = ((3 / 2) * (38 / 900)) / ((0.7 * 0.3) / 29)
  const twoDegrees = 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2))
  expect(effectiveSize(apart)).toBeCloseTo((30 / effect) * (2.045229642 / twoDegrees) ** 2, 6)
  expect(effectiveSize(apart)).toBeLessThan(30 / effect / 4)
})

test('clusters of one person each say as much as a simple random sample, and so does a sample of one place', () => {
  const single = Array.from({ length: 40 }, (_, n) => ({ size: 1, right: Number(n < 31) }))
  expect(effectiveSize(single)).toBeCloseTo(40, 9)
  expect(effectiveSize([{ size: 385, right: 359 }])).toBe(385)
  expect(effectiveSize([])).toBe(0)
})

test('no sample says more than all who were asked, however alike its places are', () => {
  expect(effectiveSize([7, 7, 7].map(right => ({ size: 10, right })))).toBe(30)
  expect(effectiveSize([10, 10].map(right => ({ size: 10, right })))).toBe(20)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 2 }),
      drawn => {
        const clusters = drawn.map(([size, share]) => ({ size, right: size * share }))
        const size = clusters.reduce((sum, cluster) => sum + cluster.size, 0)
        const found = effectiveSize(clusters)
        expect(found > 0 && found <= size).toBe(true)
      }
    )
  )
})

test('a sample that leaned to one side is weighed back to who lives there', () => {
  const cells = [
    { population: 600, size: 10, right: 9 },
    { population: 400, size: 40, right: 20 }
  ]
  expect(postStratifiedShare(cells)).toBeCloseTo(0.6 * 0.9 + 0.4 * 0.5, 12)
  expect(postStratifiedShare([...cells, { population: 1, size: 0, right: 0 }])).toBeUndefined()
  expect(postStratifiedShare([])).toBeUndefined()
})

test('a sample in proportion weighs nothing: post-stratified is what was found', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1 }),
      drawn => {
        const cells = drawn.map(([size, share]) => ({ population: size * 20, size, right: size * share }))
        const found = cells.reduce((sum, cell) => sum + cell.right, 0) / cells.reduce((sum, cell) => sum + cell.size, 0)
        expect(postStratifiedShare(cells)).toBeCloseTo(found, 9)
      }
    )
  )
})

test('90 % within 3 points needs 385 answers, more for clusters, and more people than that where not everybody answers', () => {
  expect(sampleSize({ target: 0.9, margin: 0.03 })).toEqual({ completed: 385, asked: 385 })
  expect(sampleSize({ target: 0.5, margin: 0.05 })).toEqual({ completed: 385, asked: 385 })
  expect(sampleSize({ target: 0.9, margin: 0.03, designEffect: 1.5, response: 0.6 })).toEqual({ completed: 577, asked: 962 })
  expect(sampleSize({ target: 0.9, margin: 0.03, response: 0.385 })).toEqual({ completed: 385, asked: 1000 })
})

test('to claim 90 %, 359 of 385 or 919 of 1000 must be right; one less does not do', () => {
  expect(rightToClaim(385, 0.9)).toBe(359)
  expect(rightToClaim(1000, 0.9)).toBe(919)
  expect(rightToClaim(385, 0.9, 2)).toBeGreaterThan(359)
  expect(rightToClaim(34, 0.9)).toBeUndefined()
  expect(rightToClaim(35, 0.9)).toBe(35)
  expect(rightToClaim(0, 0.9)).toBeUndefined()
})

test('asked in few communities, 385 answers are worth fewer: Student’s t of three degrees takes them down to 147, of nineteen to 336', () => {
  const plan = (communityCount?: number) => plannedSize({ target: 0.9, margin: 0.03, communityCount })
  for (const none of [undefined, 1]) expect(plan(none)).toEqual({ completed: 385, asked: 385, rightToClaim: 359 })
  // 97.5 % points of t as tables print them: 3.182 of 3 degrees, 2.093 of 19, 1.966 of 384.
  for (const [count, t] of [
    [4, 3.182],
    [20, 2.093]
  ] as const) {
    const { completed, effectiveSize: worth, expectedMargin } = plan(count)
    expect(completed).toBe(385)
    expect(Math.abs(worth! - 385 * (1.966 / t) ** 2)).toBeLessThan(0.3)
    const { low, high } = wilsonInterval(0.9, worth!)
    expect(expectedMargin).toBeCloseTo((high - low) / 2, 12)
  }
  expect([plan(4).expectedMargin! > 0.048, plan(20).expectedMargin! < 0.033]).toEqual([true, true])
})

test('what the plan says must be right is what the report would claim, in few communities too, and one less is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 20, max: 120 }), (communityCount, perCommunity) => {
      const size = communityCount * perCommunity
      // Clusters that differ as much as chance makes them: the design effect is put to 1 by hand, Student’s t stays.
      const margin = Math.sqrt((1.959963984540054 ** 2 * 0.9 * 0.1) / size)
      const { completed, rightToClaim: least } = plannedSize({ target: 0.9, margin, communityCount })
      expect(completed).toBe(size)
      const worth = plannedSize({ target: 0.9, margin, communityCount }).effectiveSize!
      const claims = (right: number) => wilsonInterval(right / size, right === size ? size : worth).low >= 0.9
      expect([claims(least!), claims(least! - 1)]).toEqual([true, false])
      const clusters = Array.from({ length: communityCount }, (_, n) => ({ size: perCommunity, right: perCommunity - (n % 2 ? 1 : 4) }))
      const found = effectiveSize(clusters)
      expect(found).toBeCloseTo(Math.min(size, worth / designEffect(clusters)), 9)
    })
  )
})

const counts = fc.integer({ min: 1, max: 5000 }).chain(size => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size)))

test('an interval lies within 0 and 1, holds its estimate, and turns over when right and wrong do', () => {
  fc.assert(
    fc.property(counts, ([right, size]) => {
      const { estimate, low, high } = withInterval(right, size)
      expect(low >= 0 && low <= estimate && estimate <= high && high <= 1).toBe(true)
      const turned = withInterval(size - right, size)
      expect(turned.low).toBeCloseTo(1 - high, 12)
      expect(turned.high).toBeCloseTo(1 - low, 12)
    })
  )
})

test('more people make an interval narrower, and none leave it open', () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 1000 }), ([right, size], more) => {
      const [few, many] = [wilsonInterval(right / size, size), wilsonInterval(right / size, size + more)]
      expect(many.high - many.low).toBeLessThan(few.high - few.low)
    })
  )
})

test('the least to claim a target reaches it, and one less does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0.5, max: 0.99, noNaN: true }), (size, target) => {
      const least = rightToClaim(size, target)
      const reaches = (right: number) => withInterval(right, size).low >= target
      if (least === undefined) expect(reaches(size)).toBe(false)
      else expect([reaches(least), reaches(least - 1)]).toEqual([true, false])
    })
  )
})

test('a change turned over has its bounds turned over, and no change holds 0', () => {
  fc.assert(
    fc.property(counts, counts, (present, previous) => {
      const [one, other] = [withInterval(...present), withInterval(...previous)]
      const [there, back] = [newcombeInterval(one, other), newcombeInterval(other, one)]
      expect(there.low).toBeCloseTo(-back.high, 12)
      expect(there.high).toBeCloseTo(-back.low, 12)
      expect(there.low >= -1 - 1e-12 && there.low <= there.difference && there.difference <= there.high && there.high <= 1 + 1e-12).toBe(
        true
      )
    })
  )
})
