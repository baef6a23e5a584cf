import fc from 'fast-check'
import {
  drawChallenge,
  drawDaily,
  drawMistakes,
  drawTopic,
  isLate,
  orderOptions,
  shuffled,
  weakTopicOf,
  type Candidate,
  type Learner
} from '#server/quizzes/learning/draw-rules'

/** Mulberry32, so that a draw that breaks a rule can be drawn again. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const TOPICS = ['交通', '消防', '养犬']
const candidateOf = (n: number, fact = n, more: string[] = []): Candidate => ({
  ...{ questionId: `Q${n}`, version: 1, factId: `F${fact}`, factIds: [`F${fact}`, ...more] },
  ...{ topic: TOPICS[fact % 3] as string, difficulty: 1 + (n % 3), type: 'single' }
})
const learnerOf = (more: Partial<Learner> = {}): Learner => ({ memories: new Map(), seenAt: new Map(), openFacts: new Set(), ...more })

/** A bank where facts have one question or several, and some questions ask for a second fact; and somebody who knows some of it. */
const worlds = fc.record({
  candidates: fc
    .array(fc.record({ fact: fc.nat(25), second: fc.option(fc.nat(25)) }), { maxLength: 40 })
    .map(rows => rows.map(({ fact, second }, n) => candidateOf(n, fact, second === null || second === fact ? [] : [`F${second}`]))),
  learner: fc
    .record({
      known: fc.array(fc.tuple(fc.nat(25), fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }))),
      seen: fc.array(fc.tuple(fc.nat(40), fc.nat(1000))),
      open: fc.array(fc.nat(25), { maxLength: 5 })
    })
    .map(({ known, seen, open }) =>
      learnerOf({
        memories: new Map(known.map(([fact, isDue, retrievability]) => [`F${fact}`, { isDue, retrievability }])),
        seenAt: new Map(seen.map(([n, at]) => [`Q${n}`, at])),
        openFacts: new Set(open.map(fact => `F${fact}`))
      })
    ),
  weak: fc.constantFrom(undefined, ...TOPICS),
  seed: fc.integer()
})

const allDifferent = (values: readonly string[]) => new Set(values).size === values.length

test('no draw asks for a fact twice, or for one that is open elsewhere; and only what is new or due may earn', () => {
  fc.assert(
    fc.property(worlds, ({ candidates, learner, weak, seed }) => {
      const chance = chanceOf(seed)
      const draws = [
        drawDaily(candidates, learner, weak, chance),
        drawTopic(candidates, learner, chance),
        drawMistakes(candidates, learner)
      ]
      for (const [n, drawn] of draws.entries()) {
        expect(drawn.length).toBeLessThanOrEqual(n === 0 ? 5 : 10)
        const factIds = drawn.flatMap(item => item.factIds)
        expect(allDifferent(factIds)).toBe(true)
        expect(factIds.filter(factId => learner.openFacts.has(factId))).toEqual([])
        for (const item of drawn) {
          const memory = learner.memories.get(item.factId)
          expect(item.mayEarn).toBe(memory === undefined || memory.isDue)
          if (item.reason === 'due') expect(memory?.isDue).toBe(true)
          if (item.reason === 'new') expect(memory).toBeUndefined()
        }
      }
    }),
    { numRuns: 2000 }
  )
})

test('the five are three due, one new and one of the weak topic, wherever there are as many of each', () => {
  const candidates = Array.from({ length: 60 }, (_, n) => candidateOf(n))
  const memories = new Map(Array.from({ length: 30 }, (_, n) => [`F${n}`, { isDue: n < 15, retrievability: n / 30 }]))
  for (let seed = 0; seed < 200; seed += 1) {
    const drawn = drawDaily(candidates, learnerOf({ memories }), '消防', chanceOf(seed))
    expect(drawn.map(item => item.reason)).toEqual(['due', 'due', 'due', 'new', 'weak'])
    expect(drawn.slice(0, 3).map(item => item.factId)).toEqual(['F0', 'F1', 'F2'])
    expect(drawn[4]?.topic).toBe('消防')
  }
})

test('where one kind lacks, the others fill the five: all new at first, then whatever there is', () => {
  const candidates = Array.from({ length: 9 }, (_, n) => candidateOf(n))
  const first = drawDaily(candidates, learnerOf(), undefined, chanceOf(1))
  expect(first.map(item => item.reason)).toEqual(['new', 'new', 'new', 'new', 'new'])
  const known = new Map(candidates.map(({ factId }) => [factId, { isDue: false, retrievability: 0.9 }]))
  const again = drawDaily(candidates, learnerOf({ memories: known }), undefined, chanceOf(1))
  expect(again.map(item => [item.reason, item.mayEarn])).toEqual(Array(5).fill(['weak', false]))
  expect(drawDaily(candidates.slice(0, 2), learnerOf(), '消防', chanceOf(1))).toHaveLength(2)
  expect(drawDaily([], learnerOf(), undefined, chanceOf(1))).toEqual([])
})

test('of the questions of a fact the one seen longest ago is asked', () => {
  const candidates = [candidateOf(1, 7), candidateOf(2, 7), candidateOf(3, 7)]
  const seenAt = new Map([
    ['Q1', 300],
    ['Q2', 100],
    ['Q3', 200]
  ])
  for (let seed = 0; seed < 20; seed += 1)
    expect(drawTopic(candidates, learnerOf({ seenAt }), chanceOf(seed)).map(item => item.questionId)).toEqual(['Q2'])
  const unseen = [...candidates, candidateOf(4, 7)]
  expect(drawTopic(unseen, learnerOf({ seenAt }), chanceOf(5))[0]?.questionId).toBe('Q4')
})

test('a topic begins with what is likely forgotten, then what is new, then what is remembered', () => {
  const candidates = [0, 1, 2, 3, 4].map(n => candidateOf(n))
  const memories = new Map([
    ['F1', { isDue: true, retrievability: 0.8 }],
    ['F2', { isDue: true, retrievability: 0.3 }],
    ['F3', { isDue: false, retrievability: 0.97 }],
    ['F4', { isDue: false, retrievability: 0.95 }]
  ])
  const drawn = drawTopic(candidates, learnerOf({ memories }), chanceOf(3))
  expect(drawn.map(item => [item.factId, item.reason])).toEqual([
    ['F2', 'due'],
    ['F1', 'due'],
    ['F0', 'new'],
    ['F4', 'topic'],
    ['F3', 'topic']
  ])
})

test('a challenge asks easy ones first and no question twice, until none is left', () => {
  const candidates = Array.from({ length: 30 }, (_, n) => candidateOf(n))
  const asked = new Set<string>()
  const difficulties: number[] = []
  const chance = chanceOf(11)
  for (
    let next = drawChallenge(candidates, learnerOf(), asked, chance);
    next;
    next = drawChallenge(candidates, learnerOf(), asked, chance)
  ) {
    expect(asked.has(next.questionId)).toBe(false)
    asked.add(next.questionId)
    difficulties.push(next.difficulty)
  }
  expect(asked.size).toBe(30)
  expect(difficulties.slice(0, 20)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3])
})

test('a challenge asks only what one reads and answers with one tap in its seconds', () => {
  const types = ['single', 'true-false', 'multiple', 'order', 'bins', 'fill'] as const
  const candidates = types.flatMap((type, n) => [
    { ...candidateOf(n), type, length: 60 },
    { ...candidateOf(n + 10), type, length: 91 }
  ])
  const asked = new Set<string>()
  const drawn: string[] = []
  for (let next = drawChallenge(candidates, learnerOf(), asked, chanceOf(2)); next;) {
    asked.add(next.questionId)
    drawn.push(next.questionId)
    next = drawChallenge(candidates, learnerOf(), asked, chanceOf(2))
  }
  expect(drawn.sort()).toEqual(['Q0', 'Q1'])
})

test('a daily five has at most one item to sort into bins, whatever the bank holds', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), ({ candidates, learner }, seed) => {
      const sorted = candidates.map((candidate, n) => ({ ...candidate, type: n % 4 === 0 ? ('single' as const) : ('bins' as const) }))
      expect(drawDaily(sorted, learner, '交通', chanceOf(seed)).filter(item => item.type === 'bins').length).toBeLessThanOrEqual(1)
    })
  )
})

test('a person is weak where their own share is lowest, and where they answered too little, where the city is', () => {
  const share = (topic: string, rightCount: number, answerCount: number) => ({ topic, rightCount, answerCount })
  const city = [share('消防', 10, 50), share('交通', 20, 50)]
  expect(weakTopicOf([share('交通', 4, 5), share('养犬', 5, 5), share('消防', 0, 4)], city)).toBe('交通')
  expect(weakTopicOf([share('交通', 0, 4)], city)).toBe('消防')
  expect(weakTopicOf([], [])).toBeUndefined()
})

test('options are those of the question in any order, but 对 and 错 stay and a row never stands in its right order', () => {
  const optionIds = ['a', 'b', 'c', 'd']
  const options = optionIds.map(optionId => ({ optionId }))
  fc.assert(
    fc.property(fc.integer(), fc.shuffledSubarray(optionIds, { minLength: 4 }), (seed, order) => {
      const shown = orderOptions({ type: 'order', options, key: { order } }, chanceOf(seed))
      expect([...shown].sort()).toEqual(optionIds)
      expect(shown).not.toEqual(order)
      expect(orderOptions({ type: 'true-false', options: options.slice(0, 2), key: { optionIds: ['b'] } }, chanceOf(seed))).toEqual([
        'a',
        'b'
      ])
      const bins = orderOptions({ type: 'bins', options, key: { bins: { a: 'x' } } }, chanceOf(seed))
      expect([...bins].sort()).toEqual(optionIds)
    })
  )
  expect(orderOptions({ type: 'fill', key: { texts: ['110'] } }, chanceOf(1))).toEqual([])
})

test('over many draws the key stands at every place about equally often', () => {
  const options = ['a', 'b', 'c', 'd'].map(optionId => ({ optionId }))
  const chance = chanceOf(20_261_123)
  const counts = [0, 0, 0, 0]
  for (let n = 0; n < 8000; n += 1) {
    const place = orderOptions({ type: 'single', options, key: { optionIds: ['c'] } }, chance).indexOf('c')
    counts[place] = (counts[place] ?? 0) + 1
  }
  // χ² with three degrees of freedom: by chance above 16.3 once in a thousand, and the seed is always the same.
  expect(counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(16.3)
  expect(shuffled([], chance)).toEqual([])
})

test('late is later than five seconds after the time', () => {
  const answerBy = new Date('2026-11-23T01:00:00.000Z')
  expect([0, 5000, 5001].map(more => isLate(answerBy, new Date(answerBy.getTime() + more)))).toEqual([false, false, true])
  expect(isLate(null, answerBy)).toBe(false)
})
