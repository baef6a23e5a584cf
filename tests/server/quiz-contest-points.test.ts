import { sql } from 'drizzle-orm'
import { people } from '#contract/people'
import { points } from '#contract/points'
import { quizzes } from '#contract/quizzes'
import { PAGE_SIZE } from '#contract/shapes'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { answerItems, finish, holdContest, start, takePart } from '#world/contest-scenes'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
}, 60_000)
beforeEach(() => world.at('2026-11-23T09:00:00+08:00'))
afterEach(async () => {
  const unbalanced = sql`select transaction_id from point_lines group by transaction_id having sum(amount) <> 0`
  expect(await askDatabase(world.database, unbalanced)).toEqual([])
})
afterAll(() => world.close())

const available = async (actor: Actor) => (await actor.ask(points.getMyPoints)({})).available
const crowdOf = (size: number) => Promise.all(Array.from({ length: size }, () => world.newcomer()))
const ranking = (actor: Actor, contestId: string, cursor?: string) =>
  actor.ask(quizzes.getContestRanking)({ contestId, ...(cursor && { cursor }) })

test('however many finish at once, a contest gives its budget exactly and never more, each attempt once', async () => {
  const contestId = await holdContest(world, { award: { pointsPerRight: 1, perPersonMax: 10, budget: 43 } })
  const crowd = await crowdOf(8)
  const papers = await Promise.all(crowd.map(actor => start(actor, contestId)))
  for (const [n, actor] of crowd.entries()) await answerItems(world, actor, papers[n] as never, 7)
  const ended = await Promise.all([...crowd.entries(), ...crowd.entries()].map(([n, actor]) => finish(actor, papers[n] as never)))
  expect(ended.slice(0, 8)).toEqual(ended.slice(8))
  const given = ended.slice(0, 8).map(one => one.points)
  expect([...given].sort((a, b) => a - b)).toEqual([0, 1, 7, 7, 7, 7, 7, 7])
  expect(await Promise.all(crowd.map(available))).toEqual(given)
  const [row] = await askDatabase(world.database, sql`select points_given from contests where contest_id = ${contestId}`)
  expect(row).toEqual({ points_given: 43 })
  const [said] = await askDatabase(
    world.database,
    sql`select sum(clipped)::int as clipped, count(*)::int as count from point_transactions where cause = ${`contest:${contestId}`}`
  )
  expect(said).toEqual({ clipped: 8 * 7 - 43, count: 8 })
})

test('one person gets at most what the plan says, and a contest without an award gives nothing', async () => {
  const [one, two] = (await crowdOf(2)) as [Actor, Actor]
  const paying = await holdContest(world, { award: { pointsPerRight: 5, perPersonMax: 12, budget: 1000 } })
  expect((await takePart(world, one, paying, 4)).ended).toMatchObject({ score: 4, points: 12 })
  expect((await takePart(world, two, await holdContest(world), 4)).ended).toMatchObject({ score: 4, points: 0 })
  expect([await available(one), await available(two)]).toEqual([12, 0])
})

test('points of attempts that end by themselves come from the same budget, once', async () => {
  const contestId = await holdContest(world, { award: { pointsPerRight: 1, perPersonMax: 10, budget: 5 } })
  const crowd = await crowdOf(3)
  for (const actor of crowd) await answerItems(world, actor, await start(actor, contestId), 3, 3)
  world.later({ minutes: 21 })
  await Promise.all([world.tick(), world.tick()])
  await world.tick()
  const given = await Promise.all(crowd.map(available))
  expect([...given].sort()).toEqual([0, 2, 3])
})

test('the ranking is told when the contest is over: by score, then by time, ties share a rank, only those who chose it, masked', async () => {
  const contestId = await holdContest(world)
  const names = ['王小明', '李四', '张三', '赵六', '钱七']
  const crowd = await crowdOf(5)
  for (const [n, actor] of crowd.entries()) await actor.ask(people.renameMe)({ displayName: names[n] as string })
  const papers = await Promise.all(crowd.map((actor, n) => start(actor, contestId, n !== 1)))
  // Score 8 after 2 minutes twice, 8 after 4, 9 after 4, 0 after 4.
  const plan = [8, 8, 8, 9, 0]
  for (const [n, actor] of crowd.entries()) await answerItems(world, actor, papers[n] as never, plan[n] as number)
  world.later({ minutes: 2 })
  for (const n of [0, 1]) await finish(crowd[n] as Actor, papers[n] as never)
  world.later({ minutes: 2 })
  for (const n of [2, 3, 4]) await finish(crowd[n] as Actor, papers[n] as never)
  const [first, second, , , last] = crowd as [Actor, Actor, Actor, Actor, Actor]
  expect(await refusalOf(ranking(first, contestId))).toBe('contest-not-over')
  world.later({ minutes: 60 })
  const told = await ranking(second, contestId)
  const row = (rank: number, maskedName: string, score: number, seconds: number) => ({ rank, maskedName, score, seconds, isMe: false })
  const rows = [row(1, '赵**', 9, 240), row(2, '王**', 8, 120), row(4, '张**', 8, 240), row(5, '钱**', 0, 240)]
  expect(told).toEqual({ participants: rows, mine: { ...row(2, '李**', 8, 120), isMe: true }, participantCount: 5 })
  expect(JSON.stringify(told)).not.toContain('小明')
  await second.ask(quizzes.chooseRanking)({ contestId, isShown: true })
  await last.ask(quizzes.chooseRanking)({ contestId, isShown: false })
  const now = (await ranking(first, contestId)).participants
  expect(now.map(one => one.rank)).toEqual([1, 2, 2, 4])
  // Which of two equals stands first is a matter of who began first.
  expect(now.map(one => one.maskedName).sort()).toEqual(['张**', '李**', '王**', '赵**'].sort())
  await first.ask(people.deleteMyAccount)({ confirmation: 'delete' })
  const after = await ranking(second, contestId)
  expect([after.participants.map(one => [one.rank, one.maskedName]), after.participantCount]).toEqual([
    [
      [1, '赵**'],
      [2, '李**'],
      [3, '张**']
    ],
    4
  ])
  expect(await refusalOf((await world.newcomer()).ask(quizzes.chooseRanking)({ contestId, isShown: true }))).toBe('attempt-not-found')
})

test('ten thousand are ranked page by page, each once and in order, by the index made for it', async () => {
  const contestId = await holdContest(world)
  await askDatabase(
    world.database,
    sql`insert into people (person_id, display_name, created_at) select 'many-' || n, '人' || n, now() from generate_series(1, 10000) n`
  )
  await askDatabase(
    world.database,
    sql`insert into attempts (attempt_id, person_id, mode, state, business_date, contest_id, is_shown, created_at, score, seconds)
      select 'many-' || n, 'many-' || n, 'contest', case n % 50 when 0 then 'void' else 'submitted' end, '2026-11-23', ${contestId},
        n % 100 = 1, now(), n * 7919 % 11, n * 104729 % 600 from generate_series(1, 10000) n`
  )
  const everybody = Array.from({ length: 10_000 }, (_, n) => n + 1)
    .filter(n => n % 50 > 0)
    .map(n => ({ n, score: (n * 7919) % 11, seconds: (n * 104_729) % 600 }))
    .sort((a, b) => b.score - a.score || a.seconds - b.seconds)
  const rankOf = new Map<string, number>()
  for (const [place, { score, seconds }] of everybody.entries())
    if (!rankOf.has(`${score} ${seconds}`)) rankOf.set(`${score} ${seconds}`, place + 1)
  const wanted = everybody.filter(({ n }) => n % 100 === 1).map(({ score, seconds }) => [rankOf.get(`${score} ${seconds}`), score, seconds])
  world.later({ minutes: 61 })
  const resident = await world.newcomer()
  const seen = []
  for (let cursor: string | undefined, page = 0; page === 0 || cursor; page += 1) {
    const reply = await ranking(resident, contestId, cursor)
    expect([reply.participantCount, reply.participants.length <= PAGE_SIZE]).toEqual([9800, true])
    seen.push(...reply.participants)
    cursor = reply.nextCursor
  }
  expect(seen.map(({ rank, score, seconds }) => [rank, score, seconds])).toEqual(wanted)
})
