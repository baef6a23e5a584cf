import { sql } from 'drizzle-orm'
import { people } from '#contract/people'
import { points } from '#contract/points'
import type { Attempt } from '#contract/quiz-shapes'
import { quizzes } from '#contract/quizzes'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { answer, answerAll, draftOf, liveDaily, rightAnswer, wrongAnswer } from '#world/quiz-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let resident: Actor
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
}, 60_000)
beforeEach(async () => {
  world.at('2026-11-23T09:00:00+08:00')
  resident = await world.newcomer()
})
afterEach(async () => {
  const ask = (query: string) => askDatabase(world.database, sql.raw(query))
  expect(await ask('select transaction_id from point_lines group by transaction_id having sum(amount) <> 0')).toEqual([])
  expect(
    await ask(`select t.person_id from point_transactions t join point_lines l using (transaction_id)
    where t.rule = 'quizzes' and l.account = 'issuer:quizzes' group by t.person_id, t.business_date having sum(l.amount) < -6`)
  ).toEqual([])
  expect(await ask('select attempt_id from attempt_items group by attempt_id, question_id having count(*) > 1')).toEqual([])
})
afterAll(() => world.close())

const start = (actor = resident) => actor.ask(quizzes.startDaily)({})
const knowledge = (actor = resident) => actor.ask(quizzes.getMyKnowledge)({})
const available = async (actor = resident) => (await actor.ask(points.getMyPoints)({})).available
const firstItem = (attempt: Attempt) => attempt.items[0] as Attempt['items'][number]

test('a first daily five is five different new questions of the practice pool, and tells what was right once each is locked', async () => {
  const attempt = await start()
  expect([attempt.mode, attempt.state, attempt.items.length, attempt.answered]).toEqual(['daily', 'in_progress', 5, []])
  expect(new Set(attempt.items.map(item => item.stem)).size).toBe(5)
  for (const [n, item] of attempt.items.entries()) {
    const draft = await draftOf(world, item.itemId)
    expect([draft.pool, item.reason]).toEqual(['practice', 'new'])
    const told = await answer(world, resident, attempt.attemptId, item.itemId, n !== 2)
    expect(told).toMatchObject({ correct: n !== 2, key: rightAnswer(draft), explanation: draft.explanation })
    expect(told.source.law.length > 0 && told.source.article.length > 0 && told.source.statement.length > 0).toBe(true)
  }
  const seen = await resident.ask(quizzes.getAttempt)({ attemptId: attempt.attemptId })
  expect([seen.items, seen.answered.map(one => one.locked.correct)]).toEqual([[], [true, true, false, true, true]])
  const ended = await resident.ask(quizzes.finishAttempt)({ attemptId: attempt.attemptId })
  expect(ended).toMatchObject({ score: 4, total: 5, points: 4, streakDays: 1 })
  expect(ended.learned).toHaveLength(4)
  expect(await knowledge()).toMatchObject({ isDailyDone: true, streakDays: 1, pointsToday: 4, pointsTodayMax: 6, mistakeCount: 1 })
})

test('an attempt goes on where it stopped, on another phone too, and two at once get one', async () => {
  const [first, second] = await Promise.all([start(), start()])
  expect(second).toEqual(first)
  const item = firstItem(first)
  await answer(world, resident, first.attemptId, item.itemId, true)
  const again = await start()
  expect([again.attemptId, again.items, again.answered.map(one => one.item.itemId)]).toEqual([
    first.attemptId,
    first.items.slice(1),
    [item.itemId]
  ])
  expect((await knowledge()).openAttemptId).toBe(first.attemptId)
})

test('the same answer gives the same reply, another one is refused, and two phones lock one answer', async () => {
  const attempt = await start()
  const { attemptId } = attempt
  const [one, two] = attempt.items.map(item => item.itemId) as [string, string]
  const told = await answer(world, resident, attemptId, one, false)
  expect(await answer(world, resident, attemptId, one, false)).toEqual(told)
  expect(await refusalOf(answer(world, resident, attemptId, one, true))).toBe('already-answered')
  const [draft, ask] = [await draftOf(world, two), resident.ask(quizzes.answerItem)]
  const both = await Promise.allSettled(
    [rightAnswer(draft), wrongAnswer(draft)].map(given => ask({ attemptId, itemId: two, answer: given }))
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const ended = await resident.ask(quizzes.finishAttempt)({ attemptId })
  expect(ended.score).toBe(both[0]?.status === 'fulfilled' ? 1 : 0)
  expect(await answer(world, resident, attemptId, one, false)).toEqual(told)
  expect(await refusalOf(answer(world, resident, attemptId, one, true))).toBe('attempt-closed')
  expect(await refusalOf(answer(world, resident, attemptId, attempt.items[2]?.itemId as string, true))).toBe('attempt-closed')
})

test('an answer that cannot be meant is bad input and locks nothing', async () => {
  const attempt = await start()
  const { itemId } = firstItem(attempt)
  const ask = resident.ask(quizzes.answerItem)
  for (const given of [{ optionIds: ['zz'] }, { order: ['zz'] }, { bins: { zz: 'x' } }])
    expect(await refusalOf(ask({ attemptId: attempt.attemptId, itemId, answer: given }))).toBe('bad-input')
  expect((await start()).items).toEqual(attempt.items)
})

test('what belongs to somebody else reads like not there, and items stay in their attempt', async () => {
  const [mine, theirs] = [await start(), await start(await world.newcomer())]
  const [itemId, foreign] = [firstItem(mine).itemId, firstItem(theirs).itemId]
  const given = rightAnswer(await draftOf(world, foreign))
  const { attemptId } = theirs
  expect(await refusalOf(resident.ask(quizzes.getAttempt)({ attemptId }))).toBe('attempt-not-found')
  expect(await refusalOf(resident.ask(quizzes.finishAttempt)({ attemptId }))).toBe('attempt-not-found')
  expect(await refusalOf(resident.ask(quizzes.answerItem)({ attemptId, itemId: foreign, answer: given }))).toBe('attempt-not-found')
  expect(await refusalOf(resident.ask(quizzes.answerItem)({ attemptId: mine.attemptId, itemId: foreign, answer: given }))).toBe(
    'item-not-in-attempt'
  )
  expect(await refusalOf(resident.ask(quizzes.answerItem)({ attemptId: 'nothing', itemId, answer: given }))).toBe('attempt-not-found')
  expect(await refusalOf(world.nobody.ask(quizzes.startDaily)({}))).toBe('not-signed-in')
})

test('whoever has not agreed to the present policy is asked first', async () => {
  await askDatabase(world.database, sql`update people set consented_policy = null where person_id = ${resident.person.personId}`)
  world.product.callers.forget(resident.person.personId)
  for (const operation of [quizzes.startDaily, quizzes.startChallenge, quizzes.startMistakes])
    expect(await refusalOf(resident.ask(operation)({}))).toBe('consent-needed')
  expect(await refusalOf(resident.ask(quizzes.startTopic)({ topic: '交通文明' }))).toBe('consent-needed')
})

test('points come once, at most six a day, however often and on however many phones it is finished', async () => {
  const attempt = await start()
  for (const item of attempt.items) await answer(world, resident, attempt.attemptId, item.itemId, true)
  expect(await available()).toBe(0)
  const finish = () => resident.ask(quizzes.finishAttempt)({ attemptId: attempt.attemptId })
  const [one, two, three] = await Promise.all([finish(), finish(), finish()])
  expect(one).toMatchObject({ score: 5, points: 5 })
  expect([two, three, await finish()]).toEqual([one, one, one])
  expect(await available()).toBe(5)
  expect(await liveDaily(world, resident)).toMatchObject({ score: 5, points: 1 })
  expect(await liveDaily(world, resident)).toMatchObject({ score: 5, points: 0 })
  expect([await available(), (await knowledge()).pointsToday]).toEqual([6, 6])
  const { lines } = await resident.ask(points.getMyPoints)({})
  expect(lines.map(line => [line.amount, line.clipped, line.cause.startsWith('attempt:')])).toEqual([
    [0, 5, true],
    [1, 4, true],
    [5, undefined, true]
  ])
  expect(lines[0]?.clippedBy).toBe('day')
})

test('what is known and not due earns nothing: a topic practised to its end pays only the first time', async () => {
  const topic = '勤俭节约'
  const practise = async () => answerAll(world, resident, await resident.ask(quizzes.startTopic)({ topic }))
  const first = await resident.ask(quizzes.startTopic)({ topic })
  expect([first.topic, first.items.length, new Set(first.items.map(item => item.topic))]).toEqual([topic, 10, new Set([topic])])
  expect((await answerAll(world, resident, first)).points).toBe(6)
  for (let round = 0; round < 4; round += 1) await practise()
  world.at('2026-11-24T09:00:00+08:00')
  const next = await resident.ask(quizzes.startTopic)({ topic })
  expect(new Set(next.items.map(item => item.reason))).toEqual(new Set(['topic']))
  expect(await answerAll(world, resident, next)).toMatchObject({ score: 10, points: 0, learned: [] })
  expect(await refusalOf(resident.ask(quizzes.startTopic)({ topic: '没有的专题' }))).toBe('not-found')
})

test('days: due ones come back, the row counts days and a missed day only ends it', async () => {
  const done: number[] = []
  for (const day of ['23', '24', '25', '27', '28']) {
    world.at(`2026-11-${day}T09:00:00+08:00`)
    done.push((await knowledge()).streakDays)
    done.push((await liveDaily(world, resident, 3)).streakDays)
  }
  expect(done).toEqual([0, 1, 1, 2, 2, 3, 0, 1, 1, 2])
  world.at('2026-11-29T09:00:00+08:00')
  const before = await knowledge()
  expect([before.isDailyDone, before.streakDays, before.dueCount > 0]).toEqual([false, 2, true])
  const attempt = await start()
  expect(attempt.items.slice(0, 3).map(item => item.reason)).toEqual(['due', 'due', 'due'])
  expect(attempt.items.map(item => item.reason)).toContain('new')
  for (const topic of before.topics) expect(topic.learnedCount).toBeLessThanOrEqual(topic.seenCount)
})

test('the book of mistakes keeps what was wrong last, lets it be practised, and lets go of it once it is right', async () => {
  expect(await refusalOf(resident.ask(quizzes.startMistakes)({}))).toBe('nothing-to-practise')
  await liveDaily(world, resident, 2)
  const list = async () => (await resident.ask(quizzes.listMyMistakes)({})).mistakes
  const book = await list()
  expect(book.map(one => [one.locked.correct, one.answer !== undefined])).toEqual(Array(3).fill([false, true]))
  const topic = book[0]?.item.topic as string
  expect((await resident.ask(quizzes.listMyMistakes)({ topic })).mistakes.every(one => one.item.topic === topic)).toBe(true)
  const attempt = await resident.ask(quizzes.startMistakes)({})
  expect(attempt.items.map(item => item.stem).sort()).toEqual(book.map(one => one.item.stem).sort())
  expect(await list()).toEqual([])
  await answer(world, resident, attempt.attemptId, firstItem(attempt).itemId, false)
  expect((await list()).map(one => one.item.stem)).toEqual([firstItem(attempt).stem])
  for (const item of attempt.items.slice(1)) await answer(world, resident, attempt.attemptId, item.itemId, true)
  expect(await list()).toHaveLength(1)
  expect(await resident.ask(quizzes.finishAttempt)({ attemptId: attempt.attemptId })).toMatchObject({ score: 2, points: 0 })
})

test('a long book of mistakes comes page by page, each once', async () => {
  for (const topic of ['交通文明', '消防与安全', '志愿服务'])
    await answerAll(world, resident, await resident.ask(quizzes.startTopic)({ topic }), 0)
  const first = await resident.ask(quizzes.listMyMistakes)({})
  const second = await resident.ask(quizzes.listMyMistakes)({ cursor: first.nextCursor })
  expect([first.mistakes.length, second.mistakes.length, second.nextCursor]).toEqual([20, 10, undefined])
  expect(new Set([...first.mistakes, ...second.mistakes].map(one => one.item.itemId)).size).toBe(30)
  expect((await knowledge()).mistakeCount).toBe(30)
})

test('a challenge goes on with every right answer and ends with the first wrong one', async () => {
  let attempt = await resident.ask(quizzes.startChallenge)({})
  expect(attempt.items).toHaveLength(1)
  expect(firstItem(attempt).answerBy).toBe('2026-11-23T01:00:20.000Z')
  for (let n = 0; n < 3; n += 1) {
    const told = await answer(world, resident, attempt.attemptId, firstItem(attempt).itemId, true)
    expect([told.correct, told.next?.stem === undefined]).toEqual([true, false])
    expect(await answer(world, resident, attempt.attemptId, firstItem(attempt).itemId, true)).toEqual(told)
    attempt = await resident.ask(quizzes.startChallenge)({})
    expect(attempt.items).toEqual([told.next])
  }
  const last = await answer(world, resident, attempt.attemptId, firstItem(attempt).itemId, false)
  expect([last.correct, last.next]).toEqual([false, undefined])
  expect((await resident.ask(quizzes.getAttempt)({ attemptId: attempt.attemptId })).state).toBe('submitted')
  expect(await resident.ask(quizzes.finishAttempt)({ attemptId: attempt.attemptId })).toMatchObject({ score: 3, total: 4, points: 3 })
  expect((await resident.ask(quizzes.startChallenge)({})).attemptId).not.toBe(attempt.attemptId)
})

test('a late item of a challenge is wrong and ends it, though the answer was right; a little late the network is to blame', async () => {
  const attempt = await resident.ask(quizzes.startChallenge)({})
  const { itemId } = firstItem(attempt)
  world.at('2026-11-23T09:00:25+08:00')
  const { next } = await answer(world, resident, attempt.attemptId, itemId, true)
  world.at('2026-11-23T09:00:50.001+08:00')
  const late = () => answer(world, resident, attempt.attemptId, next?.itemId as string, true)
  expect([await refusalOf(late()), await refusalOf(late())]).toEqual(['attempt-expired', 'attempt-expired'])
  const ended = await resident.ask(quizzes.getAttempt)({ attemptId: attempt.attemptId })
  expect([ended.state, ended.answered.map(one => [one.locked.correct, one.answer === undefined])]).toEqual([
    'expired',
    [
      [true, false],
      [false, true]
    ]
  ])
  expect((await knowledge()).mistakeCount).toBe(1)
  expect(await resident.ask(quizzes.finishAttempt)({ attemptId: attempt.attemptId })).toMatchObject({ score: 1, points: 1 })
})

test('a challenge left alone does not block the next one', async () => {
  const attempt = await resident.ask(quizzes.startChallenge)({})
  world.at('2026-11-23T09:00:26+08:00')
  expect((await knowledge()).openAttemptId).toBeUndefined()
  expect((await resident.ask(quizzes.startChallenge)({})).attemptId).not.toBe(attempt.attemptId)
  expect((await resident.ask(quizzes.getAttempt)({ attemptId: attempt.attemptId })).state).toBe('expired')
})

test('what changed meanwhile does not change an attempt, and what is suspended is not drawn', async () => {
  const topic = '文明养犬与动物'
  const attempt = await resident.ask(quizzes.startTopic)({ topic })
  await askDatabase(world.database, sql`update questions set state = 'suspended' where topic = ${topic}`)
  expect(await refusalOf((await world.newcomer()).ask(quizzes.startTopic)({ topic }))).toBe('not-found')
  expect(await answerAll(world, resident, attempt)).toMatchObject({ score: 10 })
  await askDatabase(world.database, sql`update questions set state = 'active', is_fact_suspended = true where topic = ${topic}`)
  const { topics } = await world.nobody.ask(quizzes.listTopics)({})
  expect([topics.length, topics.map(one => one.topic).includes(topic)]).toEqual([12, false])
  await askDatabase(world.database, sql`update questions set is_fact_suspended = false where topic = ${topic}`)
  const all = (await world.nobody.ask(quizzes.listTopics)({})).topics
  const [asked] = await askDatabase(
    world.database,
    sql`select count(*)::int as count from questions where state = 'active' and pool = 'practice'
      and not exists (select 1 from question_facts join facts using (fact_id)
        where question_facts.question_id = questions.question_id and scope <> '国家')`
  )
  expect(all.reduce((sum, one) => sum + one.questionCount, 0)).toBe(asked?.count)
})

test('my copy of my data names attempts, answers and memory; deleting the account keeps answers of nobody alone', async () => {
  await liveDaily(world, resident, 4)
  const open = await start()
  const { document } = await resident.ask(people.exportMyData)({})
  expect(document.learning).toMatchObject({
    attempts: [{ mode: 'daily', score: 4 }, { state: 'in_progress' }],
    memories: Array(5).fill({ reviewCount: 1 }) as unknown,
    mistakes: [{ wrongCount: 1 }]
  })
  expect((document.learning as { answers: unknown[] }).answers).toHaveLength(10)
  await resident.ask(people.deleteMyAccount)({ confirmation: 'delete' })
  const { personId } = resident.person
  for (const table of ['attempts', 'attempt_items', 'fact_memories', 'mistakes'])
    expect(await askDatabase(world.database, sql.raw(`select 1 from ${table} where person_id = '${personId}'`))).toEqual([])
  expect(await askDatabase(world.database, sql`select state from attempts where attempt_id = ${open.attemptId}`)).toEqual([
    { state: 'void' }
  ])
})
