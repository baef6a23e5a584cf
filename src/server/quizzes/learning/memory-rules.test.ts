import { createEmptyCard, fsrs, Rating } from 'ts-fsrs'
import { afterAnswer, isDue, retrievabilityOf, type Memory } from '#server/quizzes/learning/memory-rules'

const start = new Date('2026-11-23T09:00:00+08:00')
const DAY = 86_400_000
const later = (days: number, from = start) => new Date(from.getTime() + days * DAY)

test('the days are those of ts-fsrs, unchanged and without chance: right is Good, wrong is Again', () => {
  const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false })
  let [card, memory, now] = [createEmptyCard(start), undefined as Memory | undefined, start]
  for (const isRight of [true, true, false, true, true, true, false, false, true]) {
    card = scheduler.next(card, now, isRight ? Rating.Good : Rating.Again).card
    memory = afterAnswer(memory, isRight, now)
    expect(memory).toMatchObject({ dueAt: card.due, stabilityDays: card.stability, difficulty: card.difficulty, lapseCount: card.lapses })
    expect(retrievabilityOf(memory, later(3, now))).toBeCloseTo(scheduler.get_retrievability(card, later(3, now), false), 9)
    now = memory.dueAt
  }
})

test('what is answered rightly comes back later and later, what is answered wrongly the day after', () => {
  let [memory, now] = [afterAnswer(undefined, true, start), start]
  const gaps: number[] = []
  for (let round = 0; round < 5; round += 1) {
    gaps.push((memory.dueAt.getTime() - now.getTime()) / DAY)
    now = memory.dueAt
    memory = afterAnswer(memory, true, now)
  }
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b))
  expect(gaps[4]).toBeGreaterThan(60)
  const forgotten = afterAnswer(memory, false, memory.dueAt)
  expect((forgotten.dueAt.getTime() - memory.dueAt.getTime()) / DAY).toBeLessThanOrEqual(10)
  expect(forgotten.lapseCount).toBe(1)
  expect((afterAnswer(undefined, false, start).dueAt.getTime() - start.getTime()) / DAY).toBe(1)
})

test('a fact counts once a business day, except when it is answered wrongly', () => {
  const once = afterAnswer(undefined, true, start)
  const sameEvening = new Date('2026-11-23T23:59:59+08:00')
  expect(afterAnswer(once, true, sameEvening)).toBe(once)
  expect(afterAnswer(once, true, new Date('2026-11-24T00:00:00+08:00')).reviewCount).toBe(2)
  const wrong = afterAnswer(once, false, sameEvening)
  expect([wrong.reviewCount, wrong.stabilityDays < once.stabilityDays]).toEqual([2, true])
  expect(afterAnswer(wrong, true, sameEvening)).toBe(wrong)
})

test('due is due for the whole of its day, and never on the day of the answer', () => {
  const memory = afterAnswer(undefined, true, new Date('2026-11-23T22:00:00+08:00'))
  const day = new Date(memory.dueAt.getTime() - 21 * 3_600_000)
  expect([isDue(memory, day), isDue(memory, new Date(day.getTime() - 2 * 3_600_000))]).toEqual([true, false])
  for (const isRight of [true, false])
    expect(isDue(afterAnswer(undefined, isRight, start), new Date('2026-11-23T23:59:00+08:00'))).toBe(false)
})

test('what is likely remembered falls with the days and stays between nothing and all', () => {
  const memory = afterAnswer(undefined, true, start)
  const shares = [0, 1, 3, 10, 100, 10_000].map(days => retrievabilityOf(memory, later(days)))
  expect(shares).toEqual([...shares].sort((a, b) => b - a))
  expect([shares[0], retrievabilityOf(memory, later(-1))]).toEqual([1, 1])
  expect(shares.at(-1)).toBeGreaterThan(0)
})
