import { changeBetween, findingOf, overallOf, type Tally } from '#server/quizzes/awareness/finding-rules'
import { newcombeInterval, wilsonInterval } from '#server/quizzes/awareness/interval-rules'

const tally = (questionId: string, communityId: string, count: number, right: number, unknown = 0): Tally => ({
  ...{ questionId, communityId, ageBand: '30-44', sex: 'female' },
  ...{ count, right, unknown }
})
const six = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6']
const everywhere = (communityId: string, count: number, right: number) => six.map(id => tally(id, communityId, count, right))
const stratum = { ageBand: '30-44', sex: 'female' } as const

test('a person counts as one however many questions they answered: 359 of 385 claim 90 %, 358 do not', () => {
  for (const [right, isMet] of [
    [359, true],
    [358, false]
  ] as const) {
    const overall = overallOf(everywhere('c1', 385, right), [{ ...stratum, communityId: 'c1', population: 1000 }])
    expect(overall).toEqual({
      n: 385,
      estimate: right / 385,
      ...wilsonInterval(right / 385, 385),
      ...{ designEffect: 1, clusterCount: 1, effectiveSize: 385 },
      postStratified: right / 385
    })
    expect(overall.low >= 0.9).toBe(isMet)
  }
})

test('communities that differ widen the interval, those that are alike never narrow it', () => {
  const apart = overallOf([...everywhere('c1', 10, 10), ...everywhere('c2', 10, 2), ...everywhere('c3', 10, 9)], [])
  // By hand: p = 21/30, residuals 3, −5 and 2: 3/2 × 38 ÷ 900 against 0.7 × 0.3 ÷ 29.
  const effect = ((3 / 2) * (38 / 900)) / ((0.7 * 0.3) / 29)
  expect(apart.designEffect).toBeCloseTo(effect, 9)
  expect(apart).toMatchObject({ n: 30, estimate: 0.7 })
  // Three places have two degrees of freedom; t of 29 and of 2 from any table.
  const effective = (30 / effect) * (2.045229642 / 4.30265273) ** 2
  expect(apart.effectiveSize).toBeCloseTo(effective, 6)
  expect(apart.low).toBeCloseTo(wilsonInterval(0.7, effective).low, 6)
  const alike = overallOf([...everywhere('c1', 10, 7), ...everywhere('c2', 10, 7)], [])
  expect([alike.designEffect, alike.low]).toEqual([1, wilsonInterval(0.7, 20).low])
})

test('of each question the right, and of the wrong those who said 不知道, are counted', () => {
  const found = findingOf('q2', [...everywhere('c1', 10, 7), tally('q2', 'c2', 5, 1, 3)])
  expect(found).toMatchObject({ n: 15, right: 8, unknown: 3, estimate: 8 / 15 })
  expect(findingOf('q9', everywhere('c1', 10, 7))).toEqual({ n: 0, right: 0, unknown: 0, estimate: 0, low: 0, high: 1 })
})

test('weights are taken by the finest grain of which every cell answered', () => {
  const strata = [
    { ...stratum, communityId: 'c1', population: 300 },
    { ...stratum, communityId: 'c2', population: 100 }
  ]
  const both = [...everywhere('c1', 10, 5), ...everywhere('c2', 30, 30)]
  expect(overallOf(both, strata).postStratified).toBeCloseTo(0.75 * 0.5 + 0.25, 12)
  // One community is silent: then by age and sex alone, of which every cell answered.
  expect(overallOf(everywhere('c1', 10, 5), strata).postStratified).toBeCloseTo(0.5, 12)
  const silent = [...strata, { communityId: 'c1', ageBand: '75+', sex: 'male', population: 9 } as const]
  expect(overallOf(both, silent).postStratified).toBeUndefined()
})

test('a change is told of the questions both waves asked, and only where these are enough', () => {
  const present = [...everywhere('c1', 20, 15), tally('new', 'c1', 20, 0)]
  const previous = [...everywhere('c1', 10, 5), tally('old', 'c1', 10, 10)]
  const of = (right: number, size: number) => ({ estimate: right / size, ...wilsonInterval(right / size, size) })
  expect(changeBetween(present, previous, 6)).toEqual(newcombeInterval(of(15, 20), of(5, 10)))
  expect(changeBetween(present, previous, 7)).toBeUndefined()
  expect(changeBetween(present, [], 0)).toBeUndefined()
})
