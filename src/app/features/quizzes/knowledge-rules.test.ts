import { inNeed, sumOf } from '#app/features/quizzes/knowledge-rules'

const topic = (name: string, seenCount: number, learnedCount = 0, factCount = 10) => ({
  ...{ topic: name, factCount, seenCount, learnedCount, dueCount: 1 }
})

test('the whole is the sum of its topics', () => {
  expect(sumOf([topic('a', 3, 2), topic('b', 1, 1)])).toEqual({ factCount: 20, seenCount: 4, learnedCount: 3, dueCount: 2 })
})

test('what is least learnt stands first, what was never practised last', () => {
  const order = inNeed([topic('new', 0), topic('large', 0, 0, 30), topic('firm', 9, 9), topic('little', 9, 1)])
  expect(order.map(one => one.topic)).toEqual(['little', 'firm', 'large', 'new'])
})
