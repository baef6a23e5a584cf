const { createRuntime } = require('./harness')
const { phoneNow } = require('./phone-clock')
const { elementWith, signIn, stubPhone, untilSays } = require('./stubbed-phone')

const TOPIC = '交通文明'
const HOUR = 3_600_000
const soon = milliseconds => new Date(phoneNow() + milliseconds).toISOString()
const item = (itemId, stem) => ({
  ...{ itemId, type: 'single', topic: TOPIC, stem, reason: 'contest' },
  options: [
    { optionId: 'a', text: '抢着走' },
    { optionId: 'b', text: '停车让行' }
  ]
})
const ITEMS = [item('i1', '遇到行人过斑马线，应当怎样？'), item('i2', '遇到校车停车，应当怎样？'), item('i3', '遇到救护车，应当怎样？')]
const LOCKED = {
  key: { optionIds: ['b'] },
  explanation: '让行。',
  source: { law: '道路交通安全法', article: '第四十七条', statement: '让行。' }
}

/** A server that tells nothing of a contest before its end. */
function serverOf({ deadline = soon(HOUR / 2) } = {}) {
  const state = { isStarted: false, isFinished: false, isOver: false, isShown: false, answers: new Map() }
  const score = () => [...state.answers.values()].filter(({ optionIds }) => optionIds[0] === 'b').length
  const attempt = () => ({
    ...{ attemptId: 't1', mode: 'contest', contestId: 'c1', deadline, state: state.isFinished ? 'submitted' : 'in_progress' },
    items: state.isFinished ? [] : ITEMS.filter(({ itemId }) => !state.answers.has(itemId)),
    answered: state.isOver
      ? ITEMS.map(one => ({
          item: one,
          answer: state.answers.get(one.itemId),
          locked: { ...LOCKED, correct: state.answers.get(one.itemId)?.optionIds[0] === 'b' }
        }))
      : [],
    ...(!state.isOver && { answeredCount: state.answers.size })
  })
  const contest = () => ({
    ...{ contestId: 'c1', title: '文明交通竞赛', state: 'published', phase: state.isOver ? 'over' : 'open' },
    ...{ opensAt: soon(-HOUR), closesAt: state.isOver ? soon(-60_000) : soon(HOUR), minutes: 30, itemCount: 3, participantCount: 1 },
    award: { pointsPerRight: 1, perPersonMax: 3 },
    ...(state.isStarted && {
      mine: {
        ...{ attemptId: 't1', deadline, isShown: state.isShown, state: attempt().state },
        ...(state.isFinished && { score: score(), points: score() })
      }
    })
  })
  const answers = {
    'quizzes/listTopics': () => ({ topics: [{ topic: TOPIC, questionCount: 40 }] }),
    'quizzes/getMyKnowledge': () => ({
      ...{
        topics: [],
        dueCount: 0,
        dueTomorrowCount: 0,
        mistakeCount: 0,
        streakDays: 0,
        isDailyDone: false,
        pointsToday: 0,
        pointsTodayMax: 6
      }
    }),
    'quizzes/listContests': () => ({ contests: [contest()] }),
    'quizzes/getContest': contest,
    'quizzes/startContest': ({ isShown }) => {
      Object.assign(state, { isStarted: true, isShown })
      return attempt()
    },
    'quizzes/getAttempt': attempt,
    'quizzes/answerItem': ({ itemId, answer }) => {
      state.answers.set(itemId, answer)
      return { accepted: true }
    },
    'quizzes/finishAttempt': () => {
      state.isFinished = true
      return { score: score(), total: 3, points: score(), learned: [], streakDays: 0 }
    },
    'quizzes/getContestRanking': () => ({
      participants: [
        { rank: 1, maskedName: '李**', score: 3, seconds: 65, isMe: false },
        { rank: 2, maskedName: '小*', score: 2, seconds: 80, isMe: true }
      ],
      mine: { rank: 2, maskedName: '小*', score: 2, seconds: 80, isMe: true },
      participantCount: 5
    })
  }
  return { state, answers }
}

function open(server, address) {
  const phone = stubPhone(server.answers)
  const runtime = createRuntime('dist/weapp', {
    wx: {
      ...phone.wx,
      pageScrollTo: () => Promise.resolve(),
      vibrateShort: () => Promise.resolve(),
      setKeepScreenOn: () => Promise.resolve()
    }
  })
  signIn(runtime.wx)
  return { phone, runtime, page: runtime.launch(address) }
}

const sent = phone => phone.asked.filter(([name]) => name === 'quizzes/answerItem').map(([, input]) => input.itemId)
const press = (page, word) => page.tap(elementWith(page, '.button', word))
const ATTEMPT = '/packages/quiz/contest-attempt/index?contestId=c1&attemptId=t1'

async function answer(runtime, page, stem, text) {
  await untilSays(runtime, page, stem)
  await page.tap(elementWith(page, '.option-row', text))
  await press(page, '确定')
}

test('the tab names the contest that is open, and only a yes starts the clock', async () => {
  const server = serverOf()
  const { phone, runtime, page } = open(server, '/pages/quiz/index')
  await untilSays(runtime, page, '文明交通竞赛')
  await page.tap(elementWith(page, '.contest-card', '文明交通竞赛'))
  const contest = runtime.top()
  await untilSays(runtime, contest, '3 题，限时 30 分钟')
  await contest.tap(elementWith(contest, '.list-row', '排名里显示我'))
  await press(contest, '开始答题')
  await untilSays(runtime, contest, '开始后马上计时 30 分钟')
  expect(server.state.isStarted).toBe(false)
  await press(contest, '开始，马上计时')
  const attempt = runtime.top()
  await untilSays(runtime, attempt, '答了 0 题，共 3 题')
  expect(attempt.text()).toMatch(/\d+:\d\d/)
  expect(phone.asked.find(([name]) => name === 'quizzes/startContest')[1]).toMatchObject({ contestId: 'c1', isShown: true })
})

test('after an answer the next question is there at once and nothing is told; what was skipped comes again; the last answer ends it', async () => {
  const server = serverOf()
  server.answers['quizzes/startContest']({ isShown: false })
  const { phone, runtime, page } = open(server, ATTEMPT)
  await untilSays(runtime, page, '斑马线')
  await press(page, '先跳过')
  await answer(runtime, page, '校车', '抢着走')
  await untilSays(runtime, page, '答了 1 题，共 3 题')
  expect(page.text()).not.toMatch(/答对|没答对|正确答案|依据/)
  await answer(runtime, page, '救护车', '停车让行')
  await answer(runtime, page, '斑马线', '停车让行')
  for (let round = 0; round < 60 && runtime.top() === page; round++) await runtime.flush(2)
  const result = runtime.top()
  await untilSays(runtime, result, '答对 2 题，共 3 题')
  expect(result.text()).toContain('得了 2 积分')
  expect(result.text()).toContain('正确答案和解释先不说')
  expect(sent(phone)).toEqual(['i2', 'i3', 'i1'])
})

test('without network answers stay on the phone, and all go out when it is back', async () => {
  const server = serverOf()
  server.answers['quizzes/startContest']({ isShown: false })
  const { phone, runtime, page } = open(server, ATTEMPT)
  await untilSays(runtime, page, '斑马线')
  phone.setOnline(false)
  await answer(runtime, page, '斑马线', '停车让行')
  await answer(runtime, page, '校车', '停车让行')
  await untilSays(runtime, page, '2 题的答案记在手机里')
  expect(sent(phone)).toEqual([])
  phone.setOnline(true)
  await untilSays(runtime, page, '救护车')
  for (let round = 0; round < 60 && sent(phone).length < 2; round++) await runtime.flush(2)
  expect(sent(phone)).toEqual(['i1', 'i2'])
})

test('when the time is over it ends by itself', async () => {
  const server = serverOf({ deadline: soon(-1_000) })
  server.answers['quizzes/startContest']({ isShown: false })
  const { phone, runtime, page } = open(server, ATTEMPT)
  for (let round = 0; round < 60 && runtime.top() === page; round++) await runtime.flush(2)
  await untilSays(runtime, runtime.top(), '答对 0 题，共 3 题')
  expect(phone.asked.map(([name]) => name)).toContain('quizzes/finishAttempt')
})

test('once the contest is over every question is told with its reason, and the ranking shows masked names', async () => {
  const server = serverOf()
  server.answers['quizzes/startContest']({ isShown: true })
  server.answers['quizzes/answerItem']({ itemId: 'i1', answer: { optionIds: ['a'] } })
  server.answers['quizzes/answerItem']({ itemId: 'i2', answer: { optionIds: ['b'] } })
  server.answers['quizzes/finishAttempt']()
  server.state.isOver = true
  const { runtime, page } = open(server, '/packages/quiz/contest-result/index?contestId=c1')
  await untilSays(runtime, page, '没答对的 1 题')
  expect(page.text()).toContain('没来得及答的 1 题')
  expect(page.text()).toContain('正确答案：停车让行')
  await press(page, '看排名')
  const ranking = runtime.top()
  await untilSays(runtime, ranking, '你是第 2 名')
  expect(ranking.text()).toContain('李**')
  expect(ranking.text()).toContain('一共 5 人参加')
})
