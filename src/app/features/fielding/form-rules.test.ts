import { answersOf, choiceWords, firstOpen, spokenItem, tokenIn } from '#app/features/fielding/form-rules'

const items = [
  { itemId: 'i1', stem: '每年____月5日是什么日子？', options: [{ optionId: 'a', text: '三月' }] },
  { itemId: 'i2', stem: '第二题', options: [{ optionId: 'b', text: '乙' }] }
]

test('不知道 is an answer, and one that is missing keeps the form from being sent', () => {
  expect(answersOf(items, { i1: {} })).toBeUndefined()
  expect(answersOf(items, { i2: { optionId: 'b' }, i1: {} })).toEqual([{ itemId: 'i1' }, { itemId: 'i2', optionId: 'b' }])
})

test('it goes on at the first question without an answer', () => {
  expect([firstOpen(items, {}), firstOpen(items, { i1: {} }), firstOpen(items, { i1: {}, i2: {} })]).toEqual([0, 1, 2])
  expect(firstOpen(items, { i2: {} })).toBe(0)
})

test('an answer is said in its words', () => {
  expect(items.map(item => choiceWords(item, { optionId: 'b' }))).toEqual(['不知道', '乙'])
  expect([choiceWords(items[0]!, {}), choiceWords(items[0]!, undefined)]).toEqual(['不知道', '还没答'])
})

test('read aloud, a blank has a word and 不知道 is offered too', () => {
  expect(spokenItem(items[0]!)).toBe('每年什么月5日是什么日子？。1，三月。或者，不知道')
})

test('a code is found in a link, in what was typed with blanks, and nowhere else', () => {
  const token = 'aB3_-xYz012345678901ab'
  for (const text of [
    token,
    ` ${token.slice(0, 8)} ${token.slice(8)} `,
    `https://x.cn/#/packages/quiz/survey/index?token=${token}`,
    `?a=1&scene=${token}`
  ])
    expect(tokenIn(text)).toBe(token)
  for (const text of ['', 'abc', '你好你好你好你好', `${token}!`]) expect(tokenIn(text)).toBeUndefined()
})
