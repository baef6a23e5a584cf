import fc from 'fast-check'
import { chooseQuestions, hasTwinCells } from '#server/quizzes/awareness/wave-rules'
import { formFor, newToken } from '#server/quizzes/awareness/wave-token'

const anchors = Array.from({ length: 30 }, (_, n) => ({ questionId: `q${n}`, version: 1, topic: `topic-${n % 7}` }))
/** A repeatable chance (mulberry32). */
function chanceOf(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

test('eight different questions are drawn, over as many topics as there are', () => {
  fc.assert(
    fc.property(fc.integer(), seed => {
      const drawn = chooseQuestions(anchors, [], chanceOf(seed))
      expect(new Set(drawn.map(anchor => anchor.questionId)).size).toBe(8)
      expect(new Set(drawn.map(anchor => anchor.topic)).size).toBe(7)
    })
  )
  expect(
    new Set(Array.from({ length: 40 }, (_, seed) => chooseQuestions(anchors, [], chanceOf(seed))[0]!.questionId)).size
  ).toBeGreaterThan(10)
})

test('what the previous wave asked comes again; where too little of it is left, others are added', () => {
  const six = ['q3', 'q10', 'q17', 'q1', 'q2', 'q0']
  expect(chooseQuestions(anchors, six, chanceOf(1)).map(anchor => anchor.questionId)).toEqual(six)
  const drawn = chooseQuestions(anchors, ['q3', 'gone-1', 'gone-2', 'q4', 'q5', 'q6'], chanceOf(1)).map(anchor => anchor.questionId)
  expect(drawn.slice(0, 4)).toEqual(['q3', 'q4', 'q5', 'q6'])
  expect(new Set(drawn).size).toBe(8)
  expect(chooseQuestions(anchors.slice(0, 5), [], chanceOf(1))).toHaveLength(5)
})

test('a cell of the frame is named once', () => {
  const cell = { communityId: 'c', ageBand: '75+', sex: 'male' } as const
  expect(hasTwinCells([cell, { ...cell, sex: 'female' }])).toBe(false)
  expect(hasTwinCells([cell, { ...cell }])).toBe(true)
})

test('the right option stands anywhere on a form, each as often as chance has it, and always at the same place for one token', () => {
  const optionIds = ['a', 'b', 'c', 'd']
  const draft = { stem: '?', options: optionIds.map(optionId => ({ optionId, text: optionId })), key: { optionIds: ['b'] } } as never
  const placeOf = (token: string) =>
    formFor(token, [{ questionId: 'q', version: 1, draft }])[0]!.options.findIndex(option => option.bankId === 'b')
  const places = [0, 0, 0, 0]
  const seen = new Set<string>()
  for (let n = 0; n < 4000; n += 1) {
    const token = newToken()
    expect(token).toMatch(/^[\w-]{22}$/)
    seen.add(token)
    const place = placeOf(token)
    places[place]! += 1
    expect(placeOf(token)).toBe(place)
  }
  expect(seen.size).toBe(4000)
  // χ² with three degrees of freedom is above 27.9 once in 250,000 times.
  expect(places.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.9)
})
