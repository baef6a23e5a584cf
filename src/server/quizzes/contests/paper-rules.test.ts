import type { QuestionType } from '#contract/quiz-states'
import type { ContestStratum } from '#contract/quizzes-contests'
import { drawPaper, drawStrata, fitsStratum, lackingStrata, type PaperCandidate } from '#server/quizzes/contests/paper-rules'
import type { Chance } from '#server/quizzes/learning/draw-rules'

/** A chance that can be repeated (Mulberry32). */
function chanceOf(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const whole = (chance: Chance, low: number, high: number) => low + Math.floor(chance() * (high - low + 1))
const pick = <T>(chance: Chance, ...choices: T[]) => choices[whole(chance, 0, choices.length - 1)] as T

function randomBank(chance: Chance, size: number, factCount: number): PaperCandidate[] {
  return Array.from({ length: size }, (_, n) => {
    const factIds = [...new Set(Array.from({ length: chance() < 0.25 ? 2 : 1 }, () => `F${whole(chance, 1, factCount)}`))]
    const type: QuestionType = pick(chance, 'single', 'multiple')
    return {
      questionId: `Q${n}`,
      version: 1,
      factId: factIds[0] as string,
      factIds,
      topic: pick(chance, '甲', '乙'),
      type,
      difficulty: whole(chance, 1, 2)
    }
  })
}

const randomStrata = (chance: Chance): ContestStratum[] =>
  Array.from({ length: whole(chance, 1, 3) }, () => ({
    ...(chance() < 0.6 && { topic: pick(chance, '甲', '乙') }),
    ...(chance() < 0.4 && { type: pick<QuestionType>(chance, 'single', 'multiple') }),
    ...(chance() < 0.3 && { difficulty: whole(chance, 1, 2) }),
    count: whole(chance, 1, 3)
  }))

const sharesFact = (left: PaperCandidate, right: PaperCandidate) => left.factIds.some(factId => right.factIds.includes(factId))

/** Whether there is a draw at all, by trying everything. */
function isPossible(bank: readonly PaperCandidate[], strata: readonly ContestStratum[], isApart: boolean): boolean {
  const places = strata.flatMap(stratum => Array<ContestStratum>(stratum.count).fill(stratum))
  const extend = (drawn: readonly PaperCandidate[]): boolean => {
    const stratum = places[drawn.length]
    if (!stratum) return true
    return bank.some(
      candidate =>
        fitsStratum(candidate, stratum) &&
        !drawn.includes(candidate) &&
        !(isApart && drawn.some(other => sharesFact(candidate, other))) &&
        extend([...drawn, candidate])
    )
  }
  return extend([])
}

/** Whether what was drawn can be given to the places of the strata, each question once. */
const respects = (drawn: readonly PaperCandidate[], strata: readonly ContestStratum[]) =>
  drawn.length === strata.reduce((sum, { count }) => sum + count, 0) && isPossible(drawn, strata, false)

const isApart = (drawn: readonly PaperCandidate[]) => drawn.every((one, n) => !drawn.slice(n + 1).some(other => sharesFact(one, other)))

test('a draw is found whenever there is one, whatever overlaps, and no fact comes twice where that can be avoided', () => {
  const seen = { whole: 0, lacking: 0, apart: 0, twice: 0 }
  for (let seed = 1; seed <= 800; seed += 1) {
    const chance = chanceOf(seed)
    const bank = randomBank(chance, whole(chance, 2, 8), whole(chance, 3, 8))
    const strata = randomStrata(chance)
    const { drawn, lacking } = drawStrata(bank, strata, chance)
    expect(new Set(drawn).size).toBe(drawn.length)
    expect([seed, lacking.length === 0]).toEqual([seed, isPossible(bank, strata, false)])
    if (lacking.length > 0) {
      seen.lacking += 1
      continue
    }
    expect([seed, respects(drawn, strata)]).toEqual([seed, true])
    expect([seed, isApart(drawn)]).toEqual([seed, isPossible(bank, strata, true)])
    seen.whole += 1
    if (isApart(drawn)) seen.apart += 1
    else seen.twice += 1
  }
  // All four happen often enough to mean something.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(25)
})

const question = (n: number, topic: string, more: Partial<PaperCandidate> = {}): PaperCandidate => ({
  ...{ questionId: `Q${n}`, version: 1, factId: `F${n}`, factIds: [`F${n}`], topic, type: 'single', difficulty: 1 },
  ...more
})

test('the stratum with the least to choose from is served first, and what lacks is named', () => {
  const bank = [question(1, '甲'), question(2, '甲'), question(3, '乙')]
  const strata = [{ count: 2 }, { topic: '乙', count: 1 }]
  for (let seed = 1; seed < 50; seed += 1)
    expect(
      drawStrata(bank, strata, chanceOf(seed))
        .drawn.map(one => one.topic)
        .sort()
    ).toEqual(['甲', '甲', '乙'].sort())
  expect(lackingStrata(bank, strata)).toEqual([])
  expect(lackingStrata(bank, [{ count: 3 }, { topic: '乙', count: 1 }])).toEqual([0])
  expect(
    lackingStrata(bank, [
      { topic: '甲', count: 2 },
      { topic: '乙', count: 2 }
    ])
  ).toEqual([1])
})

test('everything that fits is drawn about as often, in every place of the paper', () => {
  const bank = Array.from({ length: 20 }, (_, n) => question(n, n < 10 ? '甲' : '乙'))
  const chance = chanceOf(7)
  const [drawnOften, firstOften] = [new Map<string, number>(), new Map<string, number>()]
  const count = (often: Map<string, number>, id = '') => often.set(id, (often.get(id) ?? 0) + 1)
  for (let n = 0; n < 4000; n += 1) {
    const paper = drawPaper(
      bank,
      [
        { topic: '甲', count: 3 },
        { topic: '乙', count: 3 }
      ],
      chance
    )
    for (const { questionId } of paper) count(drawnOften, questionId)
    count(firstOften, paper[0]?.questionId)
  }
  // Expected 1,200 and 200; the bounds are beyond five standard deviations.
  for (const often of drawnOften.values()) expect(Math.abs(often - 1200)).toBeLessThan(150)
  for (const often of firstOften.values()) expect(Math.abs(often - 200)).toBeLessThan(75)
  expect([drawnOften.size, firstOften.size]).toEqual([20, 20])
})

test('a paper keeps its length when the bank lost questions: what lacks comes from the nearest kind', () => {
  const bank = [question(1, '甲'), question(2, '甲', { difficulty: 2 }), question(3, '甲', { type: 'fill' }), question(4, '乙')]
  const drawn = (stratum: ContestStratum) => drawPaper(bank, [stratum], chanceOf(3)).map(one => one.questionId)
  const wanted = { topic: '甲', type: 'single', difficulty: 1 } as const
  expect(drawn({ ...wanted, count: 1 })).toEqual(['Q1'])
  expect(drawn({ ...wanted, count: 2 }).sort()).toEqual(['Q1', 'Q2'])
  expect(drawn({ ...wanted, count: 3 }).sort()).toEqual(['Q1', 'Q2', 'Q3'])
  expect(drawn({ ...wanted, count: 4 })).toHaveLength(4)
  expect(drawn({ ...wanted, count: 9 })).toHaveLength(4)
  expect(drawPaper(bank, [{ count: 2 }], chanceOf(1))).toEqual([
    expect.objectContaining({ reason: 'contest', mayEarn: false }),
    expect.objectContaining({ reason: 'contest', mayEarn: false })
  ])
})
