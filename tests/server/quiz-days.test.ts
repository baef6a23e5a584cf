import { points } from '#contract/points'
import { quizzes } from '#contract/quizzes'
import type { Attempt } from '#contract/quiz-shapes'
import { refusalOf, type Actor } from '#world/actor'
import { answer, answerAll, liveDaily } from '#world/quiz-scenes'
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
afterAll(() => world.close())

const start = (actor = resident) => actor.ask(quizzes.startDaily)({})
const knowledge = (actor = resident) => actor.ask(quizzes.getMyKnowledge)({})
const available = async (actor = resident) => (await actor.ask(points.getMyPoints)({})).available
const firstItem = (attempt: Attempt) => attempt.items[0] as Attempt['items'][number]

test('a day that is over takes no answers; its right ones count, by the clock or by hand, once', async () => {
  const other = await world.newcomer()
  const [mine, theirs] = [await start(), await start(other)]
  await answer(world, resident, mine.attemptId, firstItem(mine).itemId, true)
  await answer(world, other, theirs.attemptId, firstItem(theirs).itemId, true)
  world.at('2026-11-24T00:30:00+08:00')
  const late = () => answer(world, resident, mine.attemptId, mine.items[1]?.itemId as string, true)
  expect(await refusalOf(late())).toBe('attempt-expired')
  expect(await resident.ask(quizzes.finishAttempt)({ attemptId: mine.attemptId })).toMatchObject({ score: 1, total: 5, points: 1 })
  await Promise.all([world.tick(), world.tick()])
  await world.tick()
  expect([await available(), await available(other)]).toEqual([1, 1])
  const ended = await other.ask(quizzes.getAttempt)({ attemptId: theirs.attemptId })
  expect([ended.state, ended.items, ended.answered.length]).toEqual(['expired', [], 1])
  expect(await refusalOf(late())).toBe('attempt-expired')
  const [line] = (await other.ask(points.getMyPoints)({})).lines
  expect(line?.on).toBe('2026-11-23')
  expect((await start()).attemptId).not.toBe(mine.attemptId)
})

test('a daily five begun before midnight may be finished for half an hour after it, and counts for the day it was begun', async () => {
  world.at('2026-11-23T23:58:00+08:00')
  const attempt = await start()
  await answer(world, resident, attempt.attemptId, firstItem(attempt).itemId, true)
  world.at('2026-11-24T00:20:00+08:00')
  await world.tick()
  const again = await start()
  expect([again.attemptId, again.items.length, (await knowledge()).openAttemptId]).toEqual([attempt.attemptId, 4, attempt.attemptId])
  expect(await answerAll(world, resident, again)).toMatchObject({ score: 5, total: 5, points: 5, streakDays: 1 })
  expect(await knowledge()).toMatchObject({ isDailyDone: false, streakDays: 1, pointsToday: 0 })
  expect(await liveDaily(world, resident)).toMatchObject({ points: 5, streakDays: 2 })
})

test('an attempt that nobody finished is over half an hour after its day, and not a moment before', async () => {
  world.at('2026-11-23T23:58:00+08:00')
  const { attemptId } = await start()
  const stateAt = async (time: string) => {
    world.at(`2026-11-24T${time}+08:00`)
    await world.tick()
    return (await resident.ask(quizzes.getAttempt)({ attemptId })).state
  }
  expect([await stateAt('00:29:59'), await stateAt('00:30:00')]).toEqual(['in_progress', 'expired'])
  expect((await start()).attemptId).not.toBe(attemptId)
})

test('what is learnt goes up with right answers alone: a wrong one never raises it, of whatever fact and however often', async () => {
  const topic = '勤俭节约'
  const learned = async () => (await knowledge()).topics.find(one => one.topic === topic)?.learnedCount
  const first = await resident.ask(quizzes.startTopic)({ topic })
  expect((await answerAll(world, resident, first, 4)).score).toBe(4)
  expect(await learned()).toBe(4)
  for (const day of ['24', '27', '30']) {
    world.at(`2026-11-${day}T09:00:00+08:00`)
    const attempt = await resident.ask(quizzes.startTopic)({ topic })
    for (const item of attempt.items) {
      const before = (await learned()) as number
      await answer(world, resident, attempt.attemptId, item.itemId, false)
      expect(await learned()).toBeLessThanOrEqual(before)
    }
    await resident.ask(quizzes.finishAttempt)({ attemptId: attempt.attemptId })
  }
  const { topics } = await knowledge()
  for (const one of topics) expect(one.learnedCount).toBeLessThanOrEqual(one.seenCount)
})
