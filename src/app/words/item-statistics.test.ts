import { answeredWords, tooFewWords } from '#app/words/item-statistics'

test('of a question few have answered no share is told, and why', () => {
  const few = { n: 49, right: 49, facility: 1 }
  expect(answeredWords(few)).toBe('49 人答过，49 人答对')
  expect(tooFewWords(few)).toMatch(/50/)
})

test('of a question enough have answered the share is told', () => {
  const enough = { n: 50, right: 40, facility: 0.8 }
  expect(answeredWords(enough)).toBe('答对 80% · 50 人答过')
  expect(tooFewWords(enough)).toBeUndefined()
})
