import { sql } from 'drizzle-orm'
import { quizzes } from '#contract/quizzes'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { answerItems, finish, holdContest, inMinutes, start, takePart } from '#world/contest-scenes'
import { draftOf, rightAnswer, wrongAnswer } from '#world/quiz-scenes'
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

const answer = (actor: Actor, attemptId: string, itemId: string, answer: object, milliseconds?: number) =>
  actor.ask(quizzes.answerItem)({ attemptId, itemId, answer: answer as never, ...(milliseconds !== undefined && { milliseconds }) })
const first = <T>(values: readonly T[]) => values[0] as T

test('two phones that start at once get one attempt and one paper', async () => {
  const contestId = await holdContest(world)
  const starts = await Promise.all(Array.from({ length: 6 }, () => start(resident, contestId)))
  expect(new Set(starts.map(attempt => JSON.stringify(attempt))).size).toBe(1)
  const rows = await askDatabase(world.database, sql`select 1 from attempts where contest_id = ${contestId}`)
  expect(rows).toHaveLength(1)
})

test('a right answer, a wrong one and a replay get the same reply; another answer later does not count', async () => {
  const contestId = await holdContest(world)
  const { attemptId, items } = await start(resident, contestId)
  const accepted = { accepted: true }
  for (const [n, { itemId }] of items.entries()) {
    const draft = await draftOf(world, itemId)
    const [said, other] = n % 2 ? [rightAnswer(draft), wrongAnswer(draft)] : [wrongAnswer(draft), rightAnswer(draft)]
    expect([await answer(resident, attemptId, itemId, said), await answer(resident, attemptId, itemId, said)]).toEqual([accepted, accepted])
    expect(await refusalOf(answer(resident, attemptId, itemId, other))).toBe('already-answered')
  }
  expect((await finish(resident, { attemptId } as never)).score).toBe(5)
  const draft = await draftOf(world, first(items).itemId)
  expect(await answer(resident, attemptId, first(items).itemId, wrongAnswer(draft))).toEqual(accepted)
  expect(await refusalOf(answer(resident, attemptId, first(items).itemId, rightAnswer(draft)))).toBe('attempt-closed')
})

test('two phones that answer one item at once lock one answer', async () => {
  const contestId = await holdContest(world)
  const { attemptId, items } = await start(resident, contestId)
  const { itemId } = first(items)
  const draft = await draftOf(world, itemId)
  const both = await Promise.allSettled([rightAnswer(draft), wrongAnswer(draft)].map(said => answer(resident, attemptId, itemId, said)))
  expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await finish(resident, { attemptId } as never)).score).toBe(both[0]?.status === 'fulfilled' ? 1 : 0)
})

test('an answer five seconds late still counts, one later does not, and nothing is written of it', async () => {
  const contestId = await holdContest(world)
  const { attemptId, items } = await start(resident, contestId)
  const [one, two] = items.map(item => item.itemId) as [string, string]
  world.at(new Date(inMinutes(world, 20).getTime() + 5000))
  expect(await answer(resident, attemptId, one, rightAnswer(await draftOf(world, one)))).toEqual({ accepted: true })
  world.at(new Date(world.now.getTime() + 1))
  const late = rightAnswer(await draftOf(world, two))
  expect(await refusalOf(answer(resident, attemptId, two, late, 10))).toBe('attempt-expired')
  await world.tick()
  expect(await refusalOf(answer(resident, attemptId, two, late, 10))).toBe('attempt-expired')
  expect((await finish(resident, { attemptId } as never)).score).toBe(1)
  const answered = await askDatabase(
    world.database,
    sql`select item_id from attempt_items where attempt_id = ${attemptId} and answered_at is not null`
  )
  expect(answered).toEqual([{ item_id: one }])
})

test('what the phone says about time changes nothing: neither deadline nor seconds of the ranking', async () => {
  const contestId = await holdContest(world)
  const { attemptId, items } = await start(resident, contestId, true)
  world.later({ minutes: 3 })
  for (const [n, { itemId }] of items.entries())
    await answer(resident, attemptId, itemId, rightAnswer(await draftOf(world, itemId)), n === 0 ? 0 : 3_600_000)
  const { itemId } = first(items)
  for (const milliseconds of [-1, 3_600_001, 0.5])
    expect(await refusalOf(answer(resident, attemptId, itemId, { optionIds: ['a'] }, milliseconds))).toBe('bad-input')
  await finish(resident, { attemptId } as never)
  world.later({ minutes: 60 })
  const { mine } = await resident.ask(quizzes.getContestRanking)({ contestId })
  expect(mine).toMatchObject({ score: 10, seconds: 180, rank: 1 })
})

test('items of other attempts and of other people stay out of reach', async () => {
  const contestId = await holdContest(world)
  const thief = await world.newcomer()
  const [mine, theirs] = [await start(resident, contestId), await start(thief, contestId)]
  const practice = await resident.ask(quizzes.startDaily)({})
  const { itemId } = first(mine.items)
  const said = rightAnswer(await draftOf(world, itemId))
  expect(await refusalOf(answer(thief, mine.attemptId, itemId, said))).toBe('attempt-not-found')
  expect(await refusalOf(answer(thief, theirs.attemptId, itemId, said))).toBe('item-not-in-attempt')
  expect(await refusalOf(answer(resident, practice.attemptId, itemId, said))).toBe('item-not-in-attempt')
  expect(await refusalOf(thief.ask(quizzes.getAttempt)({ attemptId: mine.attemptId }))).toBe('attempt-not-found')
  expect(await refusalOf(finish(thief, mine))).toBe('attempt-not-found')
  for (const given of [{ optionIds: ['zz'] }, { order: ['zz'] }, { bins: { zz: 'x' } }, { text: 'x', optionIds: ['a'] }])
    expect(await refusalOf(answer(resident, mine.attemptId, itemId, given))).toBe('bad-input')
  expect((await start(resident, contestId)).items).toEqual(mine.items)
})

test('practice of one who takes part leaves out every fact of the paper, and practice begun before ends where it would tell one', async () => {
  // Few facts, so that practice cannot help but meet them.
  const topic = '文明养犬与动物'
  const before = await resident.ask(quizzes.startTopic)({ topic })
  const contestId = await holdContest(world, { strata: [{ topic, count: 12 }] })
  const paper = await start(resident, contestId)
  const factsOf = async (itemIds: readonly string[]) =>
    new Set((await Promise.all(itemIds.map(itemId => draftOf(world, itemId)))).flatMap(draft => draft.factIds))
  const asked = await factsOf(paper.items.map(item => item.itemId))
  const told = await factsOf(before.items.map(item => item.itemId))
  expect([...asked].some(factId => told.has(factId))).toBe(true)
  const given = rightAnswer(await draftOf(world, first(before.items).itemId))
  expect(await refusalOf(answer(resident, before.attemptId, first(before.items).itemId, given))).toBe('attempt-closed')
  await answerItems(world, resident, paper, 2, 3)
  for (let n = 0; n < 3; n += 1) {
    const practice = await resident
      .ask(quizzes.startTopic)({ topic })
      .catch(() => undefined)
    const daily = await resident.ask(quizzes.startDaily)({})
    const meant = await factsOf([...(practice?.items ?? []), ...daily.items].map(item => item.itemId))
    expect([...meant].filter(factId => asked.has(factId))).toEqual([])
    await finish(resident, daily)
  }
  // What others practise goes on as usual.
  const other = await world.newcomer()
  expect((await other.ask(quizzes.startTopic)({ topic })).items.length).toBe(before.items.length)
})

test('a grade depends on the paper as it was frozen: what becomes of its questions meanwhile changes nothing', async () => {
  const contestId = await holdContest(world)
  const attempt = await start(resident, contestId)
  await answerItems(world, resident, attempt, 6, 10)
  const ids = sql`(select question_id from attempt_items where attempt_id = ${attempt.attemptId})`
  await askDatabase(world.database, sql`update questions set version = version + 1, state = 'retired' where question_id in ${ids}`)
  await askDatabase(
    world.database,
    sql`insert into question_versions (question_id, version, draft, created_at)
    select question_id, version + 1, jsonb_set(draft, '{key}', '{"optionIds": ["none"]}'), now() from question_versions where question_id in ${ids}`
  )
  await askDatabase(world.database, sql`update questions set is_fact_suspended = true where question_id in ${ids}`)
  expect((await finish(resident, attempt)).score).toBe(6)
  world.later({ minutes: 61 })
  const told = await resident.ask(quizzes.getAttempt)({ attemptId: attempt.attemptId })
  expect(told.answered.filter(one => one.locked.correct)).toHaveLength(6)
  // And nobody else is asked what may not be asked any more.
  const next = await holdContest(world)
  const other = await start(await world.newcomer(), next)
  const asked = await askDatabase(
    world.database,
    sql`select 1 from attempt_items i join questions q using (question_id) where i.attempt_id = ${other.attemptId} and (q.state <> 'active' or q.is_fact_suspended or q.pool <> 'practice')`
  )
  expect([asked, other.items.length]).toEqual([[], 10])
  await askDatabase(
    world.database,
    sql`update questions set version = version - 1, state = 'active', is_fact_suspended = false where question_id in ${ids}`
  )
})

test('whoever has not agreed to the present policy is asked first', async () => {
  const contestId = await holdContest(world)
  await askDatabase(world.database, sql`update people set consented_policy = null where person_id = ${resident.person.personId}`)
  world.product.callers.forget(resident.person.personId)
  expect(await refusalOf(start(resident, contestId))).toBe('consent-needed')
  expect(await refusalOf(world.nobody.ask(quizzes.startContest)({ contestId }))).toBe('not-signed-in')
})

test('a crowd that starts at once gets a paper each, all by the plan', async () => {
  const contestId = await holdContest(world)
  const crowd = await Promise.all(Array.from({ length: 30 }, () => world.newcomer()))
  const papers = await Promise.all(crowd.map(actor => start(actor, contestId)))
  expect(new Set(papers.map(paper => paper.attemptId)).size).toBe(30)
  expect(papers.every(paper => new Set(paper.items.map(item => item.stem)).size === 10)).toBe(true)
  const facts = await askDatabase(
    world.database,
    sql`select attempt_id from attempt_items i join question_facts f using (question_id) join attempts a using (attempt_id)
      where a.contest_id = ${contestId} group by attempt_id, f.fact_id having count(*) > 1`
  )
  expect(facts).toEqual([])
  const ended = await Promise.all(
    crowd.slice(0, 3).map((actor, n) => answerItems(world, actor, papers[n] as never, n).then(() => finish(actor, papers[n] as never)))
  )
  expect(ended.map(one => one.score)).toEqual([0, 1, 2])
})

test('an answer shows in nothing of one’s own before the contest is over', async () => {
  const knowledge = () => resident.ask(quizzes.getMyKnowledge)({})
  const contestId = await holdContest(world)
  const before = await knowledge()
  await takePart(world, resident, contestId, 5)
  expect(await knowledge()).toEqual(before)
  expect(await resident.ask(quizzes.listMyMistakes)({})).toEqual({ mistakes: [] })
  const { personId } = resident.person
  expect(await askDatabase(world.database, sql`select 1 from fact_memories where person_id = ${personId}`)).toEqual([])
})
