import { spokenQuestion, spokenVerdict } from '#app/features/quizzes/spoken-rules'

test('a blank is read as a word, and every option with its number', () => {
  const options = [
    { optionId: 'a', text: '可以' },
    { optionId: 'b', text: '不可以' }
  ]
  expect(spokenQuestion({ stem: '年满____周岁？', options })).toBe('年满什么周岁？。1，可以。2，不可以')
})

test('bins are read after the options', () => {
  expect(spokenQuestion({ stem: '怎么放', options: [], bins: [{ binId: 'x', text: '有害垃圾' }] })).toContain('可以放进：有害垃圾')
})

test('the right answer is read only where the given one was another', () => {
  expect(spokenVerdict({ correct: true, explanation: '红灯停。' }, '不可以')).toBe('答对了。红灯停。')
  expect(spokenVerdict({ correct: false, explanation: '红灯停。' }, '不可以')).toContain('正确答案是：不可以')
})
