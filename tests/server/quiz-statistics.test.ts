import { sql } from 'drizzle-orm'
import type { QuestionDraft } from '#contract/quiz-shapes'
import { quizzes } from '#contract/quizzes'
import type { ItemStatistics } from '#contract/quizzes-statistics'
import { tickItemStatistics } from '#server/quizzes/statistics/tick-item-statistics'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { liveDaily } from '#world/quiz-scenes'
import { openWorld, type World } from '#world/world'

const YESTERDAY = '2026-11-23T10:00:00+08:00'
const NIGHT = '2026-11-24T00:10:00+08:00'

let world: World
let editor: Actor
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  editor = await world.as('editor')
}, 60_000)
beforeEach(async () => {
  world.at(NIGHT)
  for (const table of ['attempt_items', 'attempts', 'item_statistics', 'statistics_nights'])
    await askDatabase(world.database, sql.raw(`delete from ${table}`))
})
afterAll(() => world.close())

interface Asked {
  questionId: string
  version: number
  factId: string
  topic: string
  draft: QuestionDraft
}

async function singles(count: number): Promise<Asked[]> {
  const rows = await askDatabase(
    world.database,
    sql`select q.question_id, q.version, q.fact_id, q.topic, v.draft from questions q join question_versions v using (question_id, version)
      where q.state = 'active' and q.pool = 'practice' and q.type = 'single' order by q.question_id limit ${count}`
  )
  return rows.map(
    row => ({ questionId: row.question_id, version: row.version, factId: row.fact_id, topic: row.topic, draft: row.draft }) as Asked
  )
}

const keyOf = ({ draft }: Asked) => (draft.key as { optionIds: string[] }).optionIds[0] as string
const wrongOf = (asked: Asked, n = 0) => asked.draft.options!.filter(option => option.optionId !== keyOf(asked))[n]!.optionId

interface Given {
  asked: Asked
  optionId: string | null
  milliseconds?: number
  version?: number
}
interface Sat {
  attemptId: string
  personId: string
  given: Given[]
  mode?: string
  state?: string
  at?: string
}

/** Attempts as the product would have left them, written at once. */
async function write(sat: readonly Sat[]) {
  const attempts = sat.map(({ attemptId: a, personId: p, mode: m = 'topic', state: s = 'submitted', at = YESTERDAY }) => ({
    a,
    p,
    m,
    s,
    at
  }))
  await askDatabase(
    world.database,
    sql`insert into attempts (attempt_id, person_id, mode, state, business_date, created_at)
      select a, p, m, s, '2026-11-23', at from json_to_recordset(${JSON.stringify(attempts)}::json) as x (a text, p text, m text, s text, at timestamptz)`
  )
  const items = sat.flatMap(({ attemptId: a, personId: p, given, at = YESTERDAY }) =>
    given.map(({ asked, optionId, milliseconds = 1000, version = asked.version }, n) => ({
      ...{ i: `${a}-${n}`, a, p, n, q: asked.questionId, v: version, f: asked.factId, t: asked.topic, at, ms: milliseconds },
      ...{ o: optionId === null ? null : { optionIds: [optionId] }, r: optionId === keyOf(asked) }
    }))
  )
  await askDatabase(
    world.database,
    sql`insert into attempt_items (item_id, attempt_id, position, person_id, question_id, version, fact_id, topic, option_order, reason, may_earn, answer,
        answered_at, is_right, milliseconds)
      select i, a, n, p, q, v, f, t, '[]', 'topic', false, o, at, r, ms from json_to_recordset(${JSON.stringify(items)}::json)
        as x (i text, a text, n int, p text, q text, v int, f text, t text, at timestamptz, ms int, o jsonb, r boolean)`
  )
}

const statisticsOf = async (questionId: string): Promise<ItemStatistics | undefined> =>
  (await editor.ask(quizzes.getItemStatistics)({ questionId })).items[0]

/** Sixty people who answer four questions, the better the higher their number; their third option goes with knowing the rest. */
async function sixty(of: readonly Asked[], prefix = 'p'): Promise<Sat[]> {
  return Array.from({ length: 60 }, (_, n) => ({
    attemptId: `${prefix}-attempt-${n}`,
    personId: `${prefix}-${n}`,
    given: of.map((asked, place) => ({
      asked,
      optionId: (n * 7 + place * 13) % 60 < n ? keyOf(asked) : wrongOf(asked, n % 2),
      milliseconds: 1000 * (n + 1)
    }))
  }))
}

/** The same from the rows, by the formula of Pearson. */
function reckoned(sat: readonly Sat[], place: number) {
  const isRight = ({ asked, optionId }: Given) => optionId === keyOf(asked)
  const pairs = sat.map(({ given }) => ({
    x: Number(isRight(given[place]!)),
    y: given.filter((one, n) => n !== place && isRight(one)).length / (given.length - 1)
  }))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(pairs.map(pair => pair.x)), mean(pairs.map(pair => pair.y))]
  const sum = (of: (pair: { x: number; y: number }) => number) => pairs.reduce((total, pair) => total + of(pair), 0)
  const discrimination =
    sum(({ x, y }) => (x - meanX) * (y - meanY)) / Math.sqrt(sum(({ x }) => (x - meanX) ** 2) * sum(({ y }) => (y - meanY) ** 2))
  return { right: sum(({ x }) => x), discrimination }
}

test('a night counts the first answers of people: shares, interval, correlation with the rest, options and the median of the time', async () => {
  const of = await singles(4)
  const sat = await sixty(of)
  await write(sat)
  expect((await editor.ask(quizzes.getItemStatistics)({})).items).toEqual([])
  await world.tick()
  for (const [place, asked] of of.entries()) {
    const found = (await statisticsOf(asked.questionId))!
    const { right, discrimination } = reckoned(sat, place)
    expect(found).toMatchObject({ n: 60, right, facility: right / 60, medianMilliseconds: 30_500, stem: asked.draft.stem })
    expect(Math.abs(found.discrimination! - discrimination)).toBeLessThan(1e-9)
    expect(found.low < found.facility && found.facility < found.high).toBe(true)
    const key = found.options.find(option => option.isKey)!
    expect([key.optionId, key.count, found.options.reduce((sum, option) => sum + option.count, 0)]).toEqual([keyOf(asked), right, 60])
    expect(found.options).toHaveLength(asked.draft.options!.length)
  }
  expect((await editor.ask(quizzes.getItemStatistics)({})).countedUntil).toBe('2026-11-23T16:00:00.000Z')
})

test('void attempts, repeats, time that ran out, other versions and answers of today change nothing', async () => {
  const of = await singles(4)
  const sat = await sixty(of)
  await write(sat)
  await world.tick()
  const before = await statisticsOf(of[0]!.questionId)
  await askDatabase(world.database, sql`delete from statistics_nights`)
  const wrong = (asked: Asked) => ({ asked, optionId: wrongOf(asked, 1) })
  const later = '2026-11-23T11:00:00+08:00'
  await write([
    { attemptId: 'void', personId: 'somebody', state: 'void', given: of.map(wrong) },
    // Seen in a void attempt: what comes after it is no first answer.
    { attemptId: 'after-void', personId: 'somebody', at: later, given: [wrong(of[0]!)] },
    { attemptId: 'repeat', personId: 'p-7', at: later, given: of.map(wrong) },
    { attemptId: 'late', personId: 'sleeper', mode: 'challenge', given: [{ asked: of[0]!, optionId: null }] },
    { attemptId: 'version', personId: 'reader', given: [{ ...wrong(of[0]!), version: 99 }] },
    { attemptId: 'today', personId: 'early', at: '2026-11-24T00:01:00+08:00', given: of.map(wrong) }
  ])
  await world.tick()
  expect(await statisticsOf(of[0]!.questionId)).toEqual(before)
})

test('a challenge counts for the share of right answers and not for the correlation, which it would turn round', async () => {
  const of = await singles(4)
  const sat = await sixty(of)
  await write(sat)
  const ended = Array.from({ length: 60 }, (_, n) => ({
    ...{ attemptId: `c-${n}`, personId: `challenger-${n}`, mode: 'challenge' },
    given: [...of.slice(1).map(asked => ({ asked, optionId: keyOf(asked) })), { asked: of[0]!, optionId: wrongOf(of[0]!) }]
  }))
  await write(ended)
  await world.tick()
  const found = (await statisticsOf(of[0]!.questionId))!
  expect([found.n, found.right]).toEqual([120, reckoned(sat, 0).right])
  expect(Math.abs(found.discrimination! - reckoned(sat, 0).discrimination)).toBeLessThan(1e-9)
})

test('what was answered in a contest does not count, nor what the same people answer in practice after it', async () => {
  const of = await singles(4)
  const sat = await sixty(of)
  await write(sat.map((one, n) => ({ ...one, mode: n % 2 ? 'contest' : 'daily' })))
  await world.tick()
  const practised = sat.filter((_, n) => n % 2 === 0)
  const { right } = reckoned(practised, 0)
  expect(await statisticsOf(of[0]!.questionId)).toMatchObject({ n: 30, right })
})

test('a wrong key is told by those who know the rest, stands first in the list and is found by its flag', async () => {
  const of = await singles(4)
  const sat = (await sixty(of)).map((one, n) => ({
    ...one,
    // In the first question the better half chooses a distractor.
    given: one.given.map((given, place) =>
      place === 0 ? { ...given, optionId: n >= 30 ? wrongOf(given.asked) : keyOf(given.asked) } : given
    )
  }))
  await write(sat)
  await world.tick()
  const { items } = await editor.ask(quizzes.getItemStatistics)({})
  expect(items[0]).toMatchObject({ questionId: of[0]!.questionId, flags: ['key-doubtful', 'weak'] })
  const flagged = await editor.ask(quizzes.getItemStatistics)({ flag: 'key-doubtful' })
  expect(flagged.items[0]?.questionId).toBe(of[0]!.questionId)
  expect(flagged.items.every(item => item.flags.includes('key-doubtful'))).toBe(true)
  expect((await editor.ask(quizzes.getItemStatistics)({ flag: 'too-easy' })).items).toEqual([])
  await askDatabase(world.database, sql`update questions set state = 'retired' where question_id = ${of[0]!.questionId}`)
  const left = (await editor.ask(quizzes.getItemStatistics)({})).items.map(item => item.questionId)
  expect(left.sort()).toEqual(of.slice(1).map(asked => asked.questionId))
  expect((await statisticsOf(of[0]!.questionId))?.state).toBe('retired')
  await askDatabase(world.database, sql`update questions set state = 'active' where question_id = ${of[0]!.questionId}`)
})

test('pages hold every question once', async () => {
  const of = await singles(25)
  await write(await sixty(of))
  await world.tick()
  const first = await editor.ask(quizzes.getItemStatistics)({})
  const second = await editor.ask(quizzes.getItemStatistics)({ cursor: first.nextCursor! })
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 5, undefined])
  expect(new Set([...first.items, ...second.items].map(item => item.questionId)).size).toBe(25)
  const counts = [...first.items, ...second.items].map(item => item.flags.length)
  expect(counts).toEqual([...counts].sort((a, b) => b - a))
  const places = [...first.items, ...second.items].map(item => item.flags.length * 1000 + item.n)
  expect(places).toEqual([...places].sort((a, b) => b - a))
  expect(await refusalOf(editor.ask(quizzes.getItemStatistics)({ cursor: 'nonsense' }))).toBe('bad-input')
})

test('a night is counted once, by two processes together as by one, and the next night anew', async () => {
  const of = await singles(25)
  await write(await sixty(of))
  const round = () => world.database.write(writing => tickItemStatistics(writing, world.now))
  let counted = 0
  for (let turn = 0; turn < 10; turn += 1) {
    const both = await Promise.all([round(), round()])
    counted += both.reduce((sum, one) => sum + one.counted, 0)
  }
  expect(counted).toBe(25)
  const before = await editor.ask(quizzes.getItemStatistics)({})
  await write([{ attemptId: 'more', personId: 'newcomer', given: [{ asked: of[0]!, optionId: keyOf(of[0]!) }] }])
  await world.tick()
  expect(await editor.ask(quizzes.getItemStatistics)({})).toEqual(before)
  world.later({ days: 1 })
  await world.tick()
  expect((await statisticsOf(of[0]!.questionId))?.n).toBe(61)
})

test('what people really answer is counted, whatever the type of the question', async () => {
  world.at(YESTERDAY)
  await liveDaily(world, await world.newcomer(), 3)
  world.at(NIGHT)
  await world.tick()
  expect((await editor.ask(quizzes.getItemStatistics)({})).items).toEqual([])
  const asked = await askDatabase(world.database, sql`select distinct question_id from attempt_items`)
  const found = await Promise.all(asked.map(row => statisticsOf(row.question_id as string)))
  const items = found.flatMap(one => one ?? [])
  expect([items.length, items.reduce((sum, item) => sum + item.right, 0)]).toEqual([5, 3])
  for (const item of items) expect(item).toMatchObject({ n: 1, flags: [] })
})

test('to whoever does not work on the bank there are no statistics', async () => {
  for (const stranger of [await world.newcomer(), await world.as('handler'), await world.staff('editor', { unitId: 'any' })])
    expect(await refusalOf(stranger.ask(quizzes.getItemStatistics)({}))).toBe('not-found')
  expect(await refusalOf(world.nobody.ask(quizzes.getItemStatistics)({}))).toBe('not-signed-in')
})
