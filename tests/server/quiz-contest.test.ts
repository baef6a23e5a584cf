import { sql } from 'drizzle-orm'
import { quizzes } from '#contract/quizzes'
import { PAGE_SIZE } from '#contract/shapes'
import { DEMO_CITY_ID } from '#server/demo/demo-areas'
import { faultOf, refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { answerItems, draftContest, finish, holdContest, inMinutes, planOf, start, takePart } from '#world/contest-scenes'
import { draftOf, rightAnswer } from '#world/quiz-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let [editor, admin, resident] = [] as unknown as [Actor, Actor, Actor]
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  editor = await world.as('editor')
  admin = await world.as('admin')
}, 60_000)
beforeEach(async () => {
  world.at('2026-11-23T09:00:00+08:00')
  resident = await world.newcomer()
})
afterAll(() => world.close())

const contest = (actor: Actor, contestId: string) => actor.ask(quizzes.getContest)({ contestId })
const attemptNow = (actor: Actor, attemptId: string) => actor.ask(quizzes.getAttempt)({ attemptId })

test('a contest is written by one, published by another, and known to residents only then', async () => {
  const { contest: draft, version, isMine, fitting } = await draftContest(world)
  const { contestId } = draft
  expect([draft.state, version, isMine, fitting.length, fitting.every(count => count > 10)]).toEqual(['draft', 1, true, 3, true])
  expect(await refusalOf(contest(resident, contestId))).toBe('not-found')
  expect(await refusalOf(start(resident, contestId))).toBe('not-found')
  const publish = (actor: Actor, seen: number) => actor.ask(quizzes.publishContest)({ contestId, version: seen })
  expect(await refusalOf(publish(editor, version))).toBe('same-person')
  expect(await refusalOf(publish(admin, version + 1))).toBe('stale-version')
  const save = (seen: number) => editor.ask(quizzes.saveContest)({ contestId, version: seen, plan: planOf(world, { title: '新的名字' }) })
  expect((await save(version)).contest.title).toBe('新的名字')
  expect(await refusalOf(save(version))).toBe('stale-version')
  expect(await publish(admin, version + 1)).toMatchObject({ contest: { state: 'published', phase: 'open' }, version: 3, isMine: false })
  expect(await refusalOf(publish(admin, 3))).toBe('move-not-allowed')
  expect(await refusalOf(save(3))).toBe('move-not-allowed')
  expect(await contest(resident, contestId)).toMatchObject({ title: '新的名字', itemCount: 10, minutes: 20, participantCount: 0 })
  const history = await askDatabase(
    world.database,
    sql`select h.version, h.to_state, p.demo_name from contest_history h join people p on p.person_id = h.actor_id where contest_id = ${contestId} order by 1`
  )
  expect(history.map(row => [row.to_state, row.demo_name])).toEqual([
    ['draft', 'editor'],
    ['draft', 'editor'],
    ['published', 'admin']
  ])
})

test('to anybody but editors and admins of the whole city there are no plans', async () => {
  const contestId = await holdContest(world)
  const street = await world.staff('editor', { areaId: `${DEMO_CITY_ID}-1` })
  for (const actor of [resident, street, await world.as('supervisor'), await world.as('reviewer')]) {
    const asks = [
      () => actor.ask(quizzes.listPlannedContests)({}),
      () => actor.ask(quizzes.getPlannedContest)({ contestId }),
      () => actor.ask(quizzes.saveContest)({ plan: planOf(world) }),
      () => actor.ask(quizzes.publishContest)({ contestId, version: 1 }),
      () => actor.ask(quizzes.cancelContest)({ contestId, version: 2, note: '试一试' })
    ]
    for (const ask of asks) expect(await refusalOf(ask())).toBe('not-found')
  }
})

test('a plan with faults is refused and says which; too few questions are met when it is published, overlaps considered', async () => {
  const faultsOf = async (asking: Promise<unknown>) => (await faultOf(asking)).body
  const strata = [
    { topic: '交通文明', count: 3 },
    { topic: '交通文明', count: 2 }
  ]
  const { code, data } = await faultsOf(
    editor.ask(quizzes.saveContest)({ plan: planOf(world, { strata, closesAt: inMinutes(world, -5).toISOString() }) })
  )
  expect([code, data]).toEqual([
    'contest-faults',
    { faults: [{ fault: 'closes-before-opens' }, { fault: 'closes-in-past' }, { fault: 'stratum-twice', stratum: 1 }] }
  ])
  const saved = await draftContest(world, {
    strata: [
      { type: 'fill', count: 50 },
      { topic: '交通文明', type: 'fill', count: 1 }
    ]
  })
  const [fills, ofTraffic] = saved.fitting as [number, number]
  expect([fills < 50, ofTraffic >= 1]).toEqual([true, true])
  const publish = (one: typeof saved) => admin.ask(quizzes.publishContest)({ contestId: one.contest.contestId, version: one.version })
  expect((await faultsOf(publish(saved))).data).toEqual({ faults: [{ fault: 'too-few-questions', stratum: 0 }] })
  // Each part alone has enough; together they have one too few.
  const both = await draftContest(world, {
    strata: [
      { type: 'fill', count: fills },
      { topic: '交通文明', type: 'fill', count: 1 }
    ]
  })
  expect((await faultsOf(publish(both))).data).toEqual({ faults: [{ fault: 'too-few-questions', stratum: 0 }] })
  const enough = await draftContest(world, {
    strata: [
      { type: 'fill', count: fills - 1 },
      { topic: '交通文明', type: 'fill', count: 1 }
    ]
  })
  expect((await publish(enough)).contest.state).toBe('published')
})

test('everybody gets a paper of their own by the plan, goes on with it on another phone, and learns the score when it is over', async () => {
  const contestId = await holdContest(world, { award: { pointsPerRight: 2, perPersonMax: 9, budget: 1000 } })
  const neighbour = await world.newcomer()
  const [mine, theirs] = [await start(resident, contestId), await start(neighbour, contestId)]
  expect([mine.mode, mine.state, mine.items.length, mine.answered, mine.answeredCount]).toEqual(['contest', 'in_progress', 10, [], 0])
  expect([mine.contestId, mine.deadline]).toEqual([contestId, inMinutes(world, 20).toISOString()])
  expect(new Set(mine.items.map(item => item.stem)).size).toBe(10)
  expect(mine.items.map(item => item.stem)).not.toEqual(theirs.items.map(item => item.stem))
  world.later({ minutes: 5 })
  await answerItems(world, resident, mine, 3, 4)
  const again = await start(resident, contestId)
  expect(again).toEqual({ ...mine, items: mine.items.slice(4), answeredCount: 4 })
  expect(await attemptNow(resident, mine.attemptId)).toEqual(again)
  await answerItems(world, resident, again, 2, 2)
  const ended = await finish(resident, mine)
  expect(ended).toEqual({ score: 5, total: 10, points: 9, learned: [], streakDays: 0 })
  expect(await finish(resident, mine)).toEqual(ended)
  expect(await refusalOf(start(resident, contestId))).toBe('attempt-closed')
  expect(await attemptNow(resident, mine.attemptId)).toMatchObject({ state: 'submitted', items: [], answered: [], answeredCount: 6 })
  expect(await contest(resident, contestId)).toMatchObject({ participantCount: 2, mine: { state: 'submitted', score: 5, points: 9 } })
  expect((await contest(neighbour, contestId)).mine).toEqual({
    ...{ attemptId: theirs.attemptId, state: 'in_progress', deadline: theirs.deadline, isShown: false }
  })
  const planned = await editor.ask(quizzes.getPlannedContest)({ contestId })
  expect(planned).toMatchObject({ submittedCount: 1, pointsGiven: 9, meanScore: 5, contest: { participantCount: 2 } })
})

test('what was right is told when the contest is over and its last answers are in, also of what was left unanswered', async () => {
  const contestId = await holdContest(world)
  const attempt = await start(resident, contestId)
  await answerItems(world, resident, attempt, 2, 3)
  await finish(resident, attempt)
  world.at(inMinutes(world, 60))
  world.at(new Date(world.now.getTime() + 5000))
  expect(await attemptNow(resident, attempt.attemptId)).toMatchObject({ answered: [], answeredCount: 3 })
  expect((await contest(resident, contestId)).phase).toBe('open')
  world.at(new Date(world.now.getTime() + 1))
  const told = await attemptNow(resident, attempt.attemptId)
  expect((await contest(resident, contestId)).phase).toBe('over')
  expect([told.answeredCount, told.answered.map(one => one.locked.correct)]).toEqual([
    undefined,
    [true, true, ...Array<boolean>(8).fill(false)]
  ])
  expect(told.answered.map(one => one.answer !== undefined)).toEqual([true, true, true, ...Array<boolean>(7).fill(false)])
  for (const { item, locked } of told.answered) {
    const draft = await draftOf(world, item.itemId)
    expect([locked.key, locked.explanation]).toEqual([rightAnswer(draft), draft.explanation])
  }
})

test('it begins when it opens, ends when it closes, and an attempt never outlasts it', async () => {
  const contestId = await holdContest(world, { opensAt: inMinutes(world, 10).toISOString(), closesAt: inMinutes(world, 70).toISOString() })
  expect((await contest(resident, contestId)).phase).toBe('coming')
  expect(await refusalOf(start(resident, contestId))).toBe('contest-not-open')
  world.later({ minutes: 55 })
  const attempt = await start(resident, contestId)
  expect(attempt.deadline).toBe(inMinutes(world, 15).toISOString())
  world.later({ minutes: 15 })
  expect(await refusalOf(start(await world.newcomer(), contestId))).toBe('contest-not-open')
})

test('an attempt whose time is over ends by itself with what was in time, and a start or a finish ends it too', async () => {
  const contestId = await holdContest(world)
  const people = [resident, await world.newcomer(), await world.newcomer()] as const
  const attempts = []
  for (const actor of people) {
    attempts.push(await start(actor, contestId))
    await answerItems(world, actor, attempts.at(-1) as never, 2, 3)
  }
  const [first, second, third] = attempts as [never, never, never]
  const stateOf = async (actor: Actor) => (await contest(actor, contestId)).mine
  world.at(new Date(inMinutes(world, 20).getTime() + 5000))
  await world.tick()
  expect((await stateOf(people[0]))?.state).toBe('in_progress')
  world.at(new Date(world.now.getTime() + 1))
  expect(await stateOf(people[0])).toMatchObject({ state: 'expired' })
  expect((await attemptNow(people[0], (first as { attemptId: string }).attemptId)).items).toEqual([])
  expect(await refusalOf(start(people[1], contestId))).toBe('attempt-expired')
  expect(await stateOf(people[1])).toMatchObject({ state: 'expired', score: 2 })
  expect((await finish(people[2], third)).score).toBe(2)
  await world.tick()
  await world.tick()
  for (const [n, actor] of people.entries()) {
    expect(await stateOf(actor)).toMatchObject({ state: 'expired', score: 2, points: 0 })
    expect((await finish(actor, [first, second, third][n] as never)).score).toBe(2)
  }
  const rows = await askDatabase(
    world.database,
    sql`select seconds, finished_at = deadline as is_then from attempts where contest_id = ${contestId}`
  )
  expect(rows).toEqual(Array(3).fill({ seconds: 1200, is_then: true }))
})

test('a contest that crosses midnight goes on the next day', async () => {
  world.at('2026-11-23T23:50:00+08:00')
  const contestId = await holdContest(world)
  const attempt = await start(resident, contestId)
  world.later({ minutes: 15 })
  await world.tick()
  await answerItems(world, resident, attempt, 1, 2)
  expect((await finish(resident, attempt)).score).toBe(1)
})

test('a contest that is called off is void for everybody: nothing more is told, given or ranked', async () => {
  const contestId = await holdContest(world, { award: { pointsPerRight: 1, perPersonMax: 10, budget: 100 } })
  const { ended } = await takePart(world, resident, contestId, 4)
  expect([ended.score, ended.points]).toEqual([4, 4])
  const open = await world.newcomer()
  const attempt = await start(open, contestId)
  const cancel = (version: number) => editor.ask(quizzes.cancelContest)({ contestId, version, note: '题目有误' })
  expect(await refusalOf(cancel(1))).toBe('stale-version')
  expect(await cancel(2)).toMatchObject({ contest: { state: 'cancelled', participantCount: 0 }, submittedCount: 0, pointsGiven: 4 })
  expect(await refusalOf(cancel(3))).toBe('move-not-allowed')
  expect(await refusalOf(start(open, contestId))).toBe('not-found')
  expect(await refusalOf(answerItems(world, open, attempt, 1, 1))).toBe('attempt-closed')
  expect(await finish(open, attempt)).toMatchObject({ score: 0, points: 0 })
  world.later({ days: 1 })
  await world.tick()
  expect(await attemptNow(open, attempt.attemptId)).toMatchObject({ state: 'void', items: [], answered: [] })
  expect(await refusalOf(open.ask(quizzes.getContestRanking)({ contestId }))).toBe('not-found')
  const late = await holdContest(world)
  world.later({ minutes: 60 })
  expect(await refusalOf(editor.ask(quizzes.cancelContest)({ contestId: late, version: 2, note: '太晚了' }))).toBe('move-not-allowed')
})

test('whoever knew of a contest that is called off reads why, on its page and in the list; of a draft nobody hears anything', async () => {
  const later = { opensAt: inMinutes(world, 600).toISOString(), closesAt: inMinutes(world, 660).toISOString() }
  const contestId = await holdContest(world, later)
  const { ended } = await takePart(world, resident, await holdContest(world), 1)
  expect(ended.score).toBe(1)
  expect((await contest(resident, contestId)).cancelNote).toBeUndefined()
  await editor.ask(quizzes.cancelContest)({ contestId, version: 2, note: '场馆停电，改到下个月' })
  const told = { contestId, state: 'cancelled', cancelNote: '场馆停电，改到下个月' }
  expect(await contest(resident, contestId)).toMatchObject(told)
  const { contests } = await resident.ask(quizzes.listContests)({})
  expect(contests.find(one => one.contestId === contestId)).toMatchObject(told)
  // It neither takes place nor is to come: it stands among those over.
  const phases = contests.map(one => (one.state === 'cancelled' ? 'over' : one.phase))
  const order = ['open', 'coming', 'over']
  expect(phases.map(phase => order.indexOf(phase))).toEqual(phases.map(phase => order.indexOf(phase)).sort())
  const { contest: draft } = await draftContest(world)
  await editor.ask(quizzes.cancelContest)({ contestId: draft.contestId, version: 1, note: '不办了，还没想好' })
  expect(await refusalOf(contest(resident, draft.contestId))).toBe('not-found')
  expect((await resident.ask(quizzes.listContests)({})).contests.map(one => one.contestId)).not.toContain(draft.contestId)
})

test('the list has those open first, then those to come, then those over, page by page, each once', async () => {
  world.at('2026-11-30T09:00:00+08:00')
  resident = await world.newcomer()
  const at = (hours: number) => inMinutes(world, hours * 60).toISOString()
  const wanted: string[] = []
  for (let n = 1; n <= 9; n += 1) wanted.push(await holdContest(world, { title: `开放 ${n}`, opensAt: at(-1), closesAt: at(n) }))
  for (let n = 1; n <= 9; n += 1) wanted.push(await holdContest(world, { title: `将来 ${n}`, opensAt: at(n), closesAt: at(n + 1) }))
  const seen = []
  for (let cursor: string | undefined, page = 0; page === 0 || cursor; page += 1) {
    const reply = await resident.ask(quizzes.listContests)(cursor ? { cursor } : {})
    expect(reply.contests.length).toBeLessThanOrEqual(PAGE_SIZE)
    seen.push(...reply.contests)
    cursor = reply.nextCursor
  }
  expect(seen.slice(0, 18).map(one => one.contestId)).toEqual(wanted)
  expect(new Set(seen.map(one => one.contestId)).size).toBe(seen.length)
  const over = seen.slice(18)
  expect([over.length > 4, over.every(one => one.phase === 'over' || one.state === 'cancelled')]).toEqual([true, true])
  expect(over.map(one => one.closesAt)).toEqual(
    over
      .map(one => one.closesAt)
      .sort()
      .reverse()
  )
  expect(await refusalOf(resident.ask(quizzes.listContests)({ cursor: 'abc' }))).toBe('bad-input')
})
