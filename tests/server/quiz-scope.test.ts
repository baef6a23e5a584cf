import { sql } from 'drizzle-orm'
import { quizzes } from '#contract/quizzes'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { holdContest, start } from '#world/contest-scenes'
import { answer, answerAll, liveDaily } from '#world/quiz-scenes'
import { smallPlan } from '#world/wave-scenes'
import { openWorld, type World } from '#world/world'

const DAY = '2026-11-23T09:00:00+08:00'
let world: World
afterEach(() => world.close())

/** A bank in which every other fact is a rule of Beijing, and one of those left a rule of Jiaxing. */
async function openCity(place?: string): Promise<World> {
  world = await openWorld({ hasBank: true, ...(place && { environment: { CITY_PLACE: place } }) })
  world.at(DAY)
  await askDatabase(
    world.database,
    sql`update facts set scope = case right(fact_id, 1)::int % 4 when 0 then '国家' when 2 then '地方:浙江嘉兴' else '地方:北京' end`
  )
  return world
}

/** The scopes of everything that was ever drawn: of each fact an item asks for, not the first alone. */
const drawnScopes = async () =>
  (
    await askDatabase(
      world.database,
      sql`select distinct scope from attempt_items join question_facts using (question_id) join facts on facts.fact_id = question_facts.fact_id order by scope`
    )
  ).map(row => row.scope as string)

const scopesOf = async (questionIds: readonly string[]) =>
  (
    await askDatabase(
      world.database,
      sql`select distinct scope from question_facts f join facts on facts.fact_id = f.fact_id
        where question_id in (select json_array_elements_text(${JSON.stringify(questionIds)}::json)) order by scope`
    )
  ).map(row => row.scope as string)

async function practiseEverything(resident: Actor): Promise<void> {
  for (let round = 0; round < 3; round += 1) await liveDaily(world, resident, 1)
  for (const { topic } of (await resident.ask(quizzes.listTopics)({})).topics)
    await answerAll(world, resident, await resident.ask(quizzes.startTopic)({ topic }), 3)
  await answerAll(world, resident, await resident.ask(quizzes.startMistakes)({}), 0)
  const challenge = await resident.ask(quizzes.startChallenge)({})
  let next = challenge.items[0]
  for (let n = 0; next && n < 25; n += 1) next = (await answer(world, resident, challenge.attemptId, next.itemId, true)).next
  const contestId = await holdContest(world, { strata: [{ count: 20 }], minutes: 30 })
  await start(await world.newcomer(), contestId)
}

async function proposeAndPlan(): Promise<string[]> {
  const office = await world.as('admin')
  const { questions } = await office.ask(quizzes.proposeQuestions)({})
  await office.ask(quizzes.createWave)(smallPlan)
  const [wave] = await askDatabase(world.database, sql`select questions from waves order by created_at desc limit 1`)
  const asked = (wave?.questions as { questionId: string }[]).map(one => one.questionId)
  return scopesOf([...questions.map(one => one.questionId), ...asked])
}

test.each([
  [undefined, ['国家']],
  ['浙江省/杭州市', ['国家']],
  ['浙江省/嘉兴市/海盐县', ['国家', '地方:浙江嘉兴']],
  ['北京市/海淀区', ['国家', '地方:北京']]
] as const)('in a city at %s every draw asks only what holds there', async (place, scopes) => {
  await openCity(place)
  await practiseEverything(await world.newcomer())
  expect((await drawnScopes()).sort()).toEqual([...scopes].sort())
  expect((await proposeAndPlan()).sort()).toEqual([...scopes].sort())
})

test('what holds only elsewhere is in no count, no map, no book of mistakes, and no question of a survey', async () => {
  await openCity()
  await askDatabase(world.database, sql`update facts set scope = '国家'`)
  const resident = await world.newcomer()
  await liveDaily(world, resident, 0)
  expect(await resident.ask(quizzes.getMyKnowledge)({})).toMatchObject({ mistakeCount: 5 })
  await askDatabase(world.database, sql`update facts set scope = '地方:北京'`)
  const mine = await resident.ask(quizzes.getMyKnowledge)({})
  expect([mine.topics, mine.dueCount, mine.dueTomorrowCount, mine.mistakeCount]).toEqual([[], 0, 0, 0])
  expect(await resident.ask(quizzes.listMyMistakes)({})).toEqual({ mistakes: [] })
  expect(await resident.ask(quizzes.listTopics)({})).toEqual({ topics: [] })
  for (const operation of [quizzes.startDaily, quizzes.startMistakes, quizzes.startChallenge])
    expect(await refusalOf(resident.ask(operation)({}))).toBe('nothing-to-practise')
  const anchors = await askDatabase(
    world.database,
    sql`select question_id from questions where pool = 'anchor' and state = 'active' limit 6`
  )
  const questionIds = anchors.map(row => row.question_id as string)
  expect(await refusalOf((await world.as('admin')).ask(quizzes.createWave)({ ...smallPlan, questionIds }))).toBe('bad-input')
})
