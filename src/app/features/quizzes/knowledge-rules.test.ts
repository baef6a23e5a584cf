import { inNeed, sumOf } from '#app/features/quizzes/knowledge-rules'

const topic = (name: string, seenCount: number, retained?: number, factCount = 10) => ({
  ...{ topic: name, factCount, seenCount, dueCount: 1 },
  ...(retained !== undefined && { retained })
})

test('the whole weighs each topic by what was seen of it', () => {
  expect(sumOf([topic('a', 3, 1), topic('b', 1, 0.6)])).toEqual({ factCount: 20, seenCount: 4, dueCount: 2, retained: 0.9 })
})

test('with nothing practised there is no share to tell', () => {
  expect(sumOf([topic('a', 0)]).retained).toBeUndefined()
})

test('what fades stands first, what was never practised last', () => {
  const order = inNeed([topic('new', 0), topic('large', 0, undefined, 30), topic('firm', 2, 0.9), topic('fading', 2, 0.3)])
  expect(order.map(one => one.topic)).toEqual(['fading', 'firm', 'large', 'new'])
})
