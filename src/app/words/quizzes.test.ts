import { drawReasons, questionTypes, quizModes } from '#contract/quiz-states'
import { iconNames } from '#app/components/icon-names'
import {
  dailyLine,
  earnedWords,
  iconForQuizTopic,
  memoryWords,
  modeWords,
  pointsTodayWords,
  reasonWords,
  scoreWords,
  sourceWords,
  streakWords,
  typeWords
} from '#app/words/quizzes'

test('every way to practise and every type of question has its words', () => {
  expect(quizModes.filter(mode => !modeWords[mode])).toEqual([])
  expect(questionTypes.filter(type => !typeWords[type].word || !typeWords[type].hint)).toEqual([])
})

test('a topic a city adds has a drawing too', () => {
  expect([iconForQuizTopic('交通文明'), iconForQuizTopic('本地风俗')].filter(icon => !iconNames.includes(icon))).toEqual([])
  expect(iconForQuizTopic('本地风俗')).toBe('quiz')
})

test('what is told of a topic is what is learnt of all of it, and the whole only where all is', () => {
  expect(memoryWords({ learnedCount: 1, factCount: 21, seenCount: 1 })).toEqual({ word: '学会 1 条', tone: 'info', percent: 4 })
  expect(memoryWords({ learnedCount: 199, factCount: 200, seenCount: 200 })).toMatchObject({ tone: 'good', percent: 99 })
  expect(memoryWords({ learnedCount: 21, factCount: 21, seenCount: 21 })).toEqual({ word: '都学会了', tone: 'good', percent: 100 })
  expect(memoryWords({ learnedCount: 0, factCount: 21, seenCount: 0 })).toEqual({ word: '还没练过', tone: 'info' })
})

test('no result, however low, and no row of days speaks of losing', () => {
  const spoken = [0, 1, 3, 5].flatMap(score => quizModes.flatMap(mode => Object.values(scoreWords(mode, score, 5))))
  expect([...spoken, streakWords(9), ...Object.values(reasonWords)].join()).not.toMatch(/失败|断了|中断|不及格|失去|可惜|错了/)
  expect(drawReasons.every(reason => reason in reasonWords)).toBe(true)
})

test('a row of days is told from the second day on, and its end is not told at all', () => {
  expect([0, 1, 2].map(streakWords)).toEqual([undefined, undefined, '连着练了 2 天'])
})

test('points that reached the limit of the day are told as such, with or without new ones', () => {
  const full = { pointsToday: 6, pointsTodayMax: 6 }
  expect(earnedWords(0, full)).toMatch(/今天的答题积分已满/)
  expect(earnedWords(2, full)).toBe('得了 2 积分，今天的答题积分已满')
  expect(earnedWords(2, { pointsToday: 2, pointsTodayMax: 6 })).toBe('得了 2 积分')
  expect(earnedWords(0, undefined)).toMatch(/没有积分/)
  expect(pointsTodayWords(0, 6)).toBeUndefined()
})

test('the daily five tell what is due, before and after', () => {
  expect(dailyLine(4, false)).toMatch(/4 条/)
  expect(dailyLine(0, false)).toMatch(/两分钟/)
  expect(dailyLine(0, true)).toMatch(/明天/)
})

test('a law stands in its brackets once', () => {
  expect(sourceWords({ law: '道路交通安全法', article: '第三十八条' })).toBe('《道路交通安全法》第三十八条')
  expect(sourceWords({ law: '《宪法》', article: '第一条' })).toBe('《宪法》第一条')
})
