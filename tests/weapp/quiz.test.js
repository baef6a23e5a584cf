const { createRuntime } = require('./harness')
const { elementWith, signIn, stubPhone, untilSays } = require('./stubbed-phone')

const TOPIC = '交通文明'
const option = (optionId, text) => ({ optionId, text })
const single = (itemId, stem) => ({
  ...{ itemId, type: 'single', topic: TOPIC, stem, reason: 'due' },
  options: [option('a', '抢着走'), option('b', '停车让行')]
})
const ITEMS = [
  single('i1', '遇到行人过斑马线，应当怎样？'),
  single('i2', '遇到校车停车上下学生，应当怎样？'),
  { ...single('i3', '雨天骑车，下面哪几项对？'), type: 'multiple' },
  { ...single('i4', '先停还是先走，排一排。'), type: 'order' },
  { itemId: 'i5', type: 'fill', topic: TOPIC, stem: '电动自行车最高时速____公里。', reason: 'new' }
]
const KEYS = {
  i1: { optionIds: ['b'] },
  i2: { optionIds: ['b'] },
  i3: { optionIds: ['a', 'b'] },
  i4: { order: ['b', 'a'] },
  i5: { text: '25' }
}
const SOURCE = { law: '道路交通安全法', article: '第四十七条', statement: '让行。' }

/** A server that locks answers one by one, and tells only of what is locked. */
function serverOf() {
  const state = { answered: [], isFinished: false }
  const lockedOf = (itemId, answer) => ({
    correct: JSON.stringify(answer) === JSON.stringify(KEYS[itemId]),
    ...{ key: KEYS[itemId], explanation: `为什么：${itemId}。`, source: SOURCE }
  })
  const attempt = () => ({
    ...{ attemptId: 't1', mode: 'daily', state: state.isFinished ? 'submitted' : 'in_progress' },
    items: ITEMS.filter(({ itemId }) => !state.answered.some(({ item }) => item.itemId === itemId)),
    answered: state.answered
  })
  const score = () => state.answered.filter(({ locked }) => locked.correct).length
  const answers = {
    'quizzes/listTopics': () => ({ topics: [{ topic: TOPIC, questionCount: 40 }] }),
    'quizzes/getMyKnowledge': () => ({
      topics: [{ topic: TOPIC, factCount: 39, seenCount: 4, learnedCount: 3, dueCount: 2 }],
      ...{ dueCount: 2, mistakeCount: 1, streakDays: 3, isDailyDone: state.isFinished, pointsToday: 0, pointsTodayMax: 6 }
    }),
    'quizzes/startDaily': attempt,
    'quizzes/getAttempt': attempt,
    'quizzes/answerItem': ({ itemId, answer }) => {
      const known = state.answered.find(({ item }) => item.itemId === itemId)
      if (!known) state.answered.push({ item: ITEMS.find(one => one.itemId === itemId), answer, locked: lockedOf(itemId, answer) })
      return lockedOf(itemId, answer)
    },
    'quizzes/finishAttempt': () => {
      state.isFinished = true
      return { score: score(), total: 5, points: score(), learned: [{ topic: TOPIC, statement: '礼让斑马线。' }], streakDays: 3 }
    }
  }
  return { state, answers }
}

function open(server, address = '/packages/quiz/attempt/index?mode=daily') {
  const phone = stubPhone(server.answers)
  const runtime = createRuntime('dist/weapp', {
    wx: { ...phone.wx, pageScrollTo: () => Promise.resolve(), vibrateShort: () => Promise.resolve() }
  })
  signIn(runtime.wx)
  return { phone, runtime, page: runtime.launch(address) }
}

const sent = phone => phone.asked.filter(([name]) => name === 'quizzes/answerItem').map(([, input]) => input.itemId)
const press = (page, word) => page.tap(elementWith(page, '.button', word))
const choose = (page, text) => page.tap(elementWith(page, '.option-row', text))

async function answerFirst(runtime, page) {
  await untilSays(runtime, page, '遇到行人过斑马线')
  await choose(page, '停车让行')
  await press(page, '确定')
}

test('the tab leads to five questions, and nothing is told before an answer is locked', async () => {
  const server = serverOf()
  const { runtime, page } = open(server, '/pages/quiz/index')
  await untilSays(runtime, page, '连着练了 3 天')
  await untilSays(runtime, page, '学会 3 条')
  await press(page, '开始今天的五题')
  const attempt = runtime.top()
  await untilSays(runtime, attempt, '第 1 题，共 5 题')
  expect(attempt.text()).not.toMatch(/为什么|正确答案|依据/)
  await answerFirst(runtime, attempt)
  await untilSays(runtime, attempt, '答对了')
  await untilSays(runtime, attempt, '为什么：i1。')
  expect(attempt.text()).toContain('依据：《道路交通安全法》第四十七条')
})

test('every answer is posted for itself, and the last one leads to the result', async () => {
  const server = serverOf()
  const { phone, runtime, page } = open(server)
  await answerFirst(runtime, page)
  await untilSays(runtime, page, '为什么：i1。')
  await press(page, '下一题')
  await untilSays(runtime, page, '校车')
  await choose(page, '抢着走')
  await press(page, '确定')
  await untilSays(runtime, page, '这题没答对')
  expect(page.text()).toContain('正确答案')
  await press(page, '下一题')
  await untilSays(runtime, page, '把对的都选上')
  await choose(page, '抢着走')
  await choose(page, '停车让行')
  await press(page, '确定')
  await untilSays(runtime, page, '为什么：i3。')
  await press(page, '下一题')
  await untilSays(runtime, page, '按先后一个个点')
  await choose(page, '停车让行')
  await choose(page, '抢着走')
  await press(page, '确定')
  await untilSays(runtime, page, '为什么：i4。')
  expect(sent(phone)).toEqual(['i1', 'i2', 'i3', 'i4'])
  expect(server.state.answered[3].locked.correct).toBe(true)
})

test('without network the answer stays on the phone, the next question is there, and both go out later', async () => {
  const server = serverOf()
  const { phone, runtime, page } = open(server)
  await untilSays(runtime, page, '遇到行人过斑马线')
  phone.setOnline(false)
  await answerFirst(runtime, page)
  await untilSays(runtime, page, '答案记在手机里了')
  await press(page, '下一题')
  await untilSays(runtime, page, '校车')
  await choose(page, '停车让行')
  await press(page, '确定')
  await untilSays(runtime, page, '答案记在手机里了')
  expect(sent(phone)).toEqual([])
  phone.setOnline(true)
  await untilSays(runtime, page, '为什么：i2。')
  expect(sent(phone)).toEqual(['i1', 'i2'])
})

test('an attempt goes on where another phone stopped', async () => {
  const server = serverOf()
  server.answers['quizzes/answerItem']({ itemId: 'i1', answer: KEYS.i1 })
  const { runtime, page } = open(server, '/packages/quiz/attempt/index?attemptId=t1')
  await untilSays(runtime, page, '第 2 题，共 5 题')
  expect(page.text()).toContain('校车')
})

test('the result tells what was right, what was learned and what was earned', async () => {
  const server = serverOf()
  for (const { itemId } of ITEMS) server.answers['quizzes/answerItem']({ itemId, answer: itemId === 'i5' ? { text: '30' } : KEYS[itemId] })
  const { runtime, page } = open(server, '/packages/quiz/result/index?attemptId=t1')
  await untilSays(runtime, page, '答对 4 道，共 5 道')
  expect(page.text()).toContain('得了 4 积分')
  expect(page.text()).toContain('礼让斑马线。')
  expect(page.text()).toContain('正确答案：25')
})

test('topics can be read without network and without knowing anything of me', async () => {
  const server = serverOf()
  server.answers['quizzes/getMyKnowledge'] = () => ({ code: 'unexpected', message: '' })
  const { runtime, page } = open(server, '/pages/quiz/index')
  await untilSays(runtime, page, TOPIC)
  await untilSays(runtime, page, '你学过的都还在')
  expect(page.text()).toContain('再试一次')
})
