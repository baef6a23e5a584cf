import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import type { QuestionCard } from '#contract/quiz-shapes'
import { quizzes } from '#contract/quizzes'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { openWorld, type World } from '#world/world'

const linesOf = (file: string) => readFileSync(file, 'utf8').trim().split('\n')
const shippedCount = readdirSync('content/questions')
  .flatMap(name => linesOf(`content/questions/${name}`))
  .filter(line => (JSON.parse(line) as { state: string }).state !== 'retired').length
const factCount = linesOf('content/facts.csv').length - 1

let world: World
let editor: Actor
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  editor = await world.as('editor')
}, 60_000)
afterAll(() => world.close())

type Filter = Omit<NonNullable<Parameters<typeof listAll>[0]>, 'cursor'>
async function listAll(
  filter: { words?: string; topic?: string; factId?: string; pool?: 'practice' | 'anchor'; state?: 'draft' | 'active' } = {}
) {
  const found: QuestionCard[] = []
  let cursor: string | undefined
  do {
    const page = await editor.ask(quizzes.listQuestions)({ ...filter, ...(cursor && { cursor }) })
    expect(page.questions.length).toBeLessThanOrEqual(20)
    found.push(...page.questions)
    expect(page.totalCount).toBeGreaterThanOrEqual(found.length)
    cursor = page.nextCursor
    if (!cursor) expect(page.totalCount).toBe(found.length)
  } while (cursor)
  return found
}
const idsOf = async (filter: Filter) => (await listAll(filter)).map(question => question.questionId).sort()
const idsIn = async (query: ReturnType<typeof sql>) => (await askDatabase(world.database, query)).map(row => String(row.question_id)).sort()
const suspend = (factId: string, isSuspended: boolean) =>
  editor.ask(quizzes.suspendFact)({ factId, isSuspended, note: isSuspended ? '新法施行，条文变了' : '已按新法核对' })

describe('searching the bank', () => {
  test('a walk through all pages meets every question once, last changed first', async () => {
    const all = await listAll()
    expect(all.length).toBe(shippedCount)
    expect(new Set(all.map(question => question.questionId)).size).toBe(shippedCount)
    world.later({ minutes: 1 })
    await editor.ask(quizzes.moveQuestion)({ questionId: 'Q-F338-1', version: 1, to: 'suspended', note: '先停一停' })
    const [first] = (await editor.ask(quizzes.listQuestions)({})).questions
    expect(first).toMatchObject({ questionId: 'Q-F338-1', state: 'suspended' })
    expect((await listAll()).length).toBe(shippedCount)
  })

  test('each filter finds what the database has, and together they narrow', async () => {
    expect(await idsOf({ pool: 'anchor' })).toEqual(await idsIn(sql`select question_id from questions where pool = 'anchor'`))
    expect(await idsOf({ state: 'draft' })).toEqual(await idsIn(sql`select question_id from questions where state = 'draft'`))
    expect(await idsOf({ factId: 'F198' })).toEqual(await idsIn(sql`select question_id from question_facts where fact_id = 'F198'`))
    const topic = String((await askDatabase(world.database, sql`select topic from facts where fact_id = 'F196'`))[0]?.topic)
    const narrowed = await idsOf({ topic, pool: 'anchor', words: '电话卡' })
    expect(narrowed).toContain('Q-F196-3')
    expect(narrowed).toEqual(
      await idsIn(sql`select question_id from questions where topic = ${topic} and pool = 'anchor' and strpos(stem, '电话卡') > 0`)
    )
  })

  test('what is typed is searched for as it stands: every word of it, % and _ and \\ too', async () => {
    const percent = await idsOf({ words: '%' })
    expect(percent).toEqual(await idsIn(sql`select question_id from questions where strpos(stem, '%') > 0`))
    expect(percent.length).toBeLessThan(shippedCount)
    expect(await idsOf({ words: '____' })).toEqual(await idsIn(sql`select question_id from questions where strpos(stem, '____') > 0`))
    expect((await idsOf({ words: '____' })).length).toBeGreaterThan(20)
    expect(await idsOf({ words: '\\' })).toEqual([])
    expect(await idsOf({ words: '网友  银行卡' })).toContain('Q-F196-1')
    expect(await idsOf({ words: '  ' })).toHaveLength(shippedCount)
  })

  test('facts are found by their words, law and topic, with what hangs on them', async () => {
    const { facts } = await editor.ask(quizzes.listFacts)({ words: '反电信网络诈骗法' })
    expect(facts.length).toBeGreaterThan(0)
    expect(facts.every(fact => fact.law.includes('反电信网络诈骗法') || fact.statement.includes('反电信网络诈骗法'))).toBe(true)
    const counted = facts.find(fact => fact.factId === 'F196')
    const hanging = await idsIn(sql`select question_id from question_facts where fact_id = 'F196'`)
    expect(counted).toMatchObject({ isSuspended: false, questionCount: hanging.length })
    const seen = new Set<string>()
    for (let cursor: string | undefined; ;) {
      const page = await editor.ask(quizzes.listFacts)(cursor ? { cursor } : {})
      for (const fact of page.facts) seen.add(fact.factId)
      if (!(cursor = page.nextCursor)) break
    }
    expect(seen.size).toBe(factCount)
  })
})

describe('when a law changes', () => {
  const stopped = async (...questionIds: string[]) =>
    Promise.all(questionIds.map(async questionId => (await editor.ask(quizzes.getQuestion)({ questionId })).isFactSuspended))

  test('all that hangs on its fact stops, and only that comes back which hangs on no other suspended fact', async () => {
    const hanging = await idsOf({ factId: 'F196' })
    expect(hanging).toEqual(expect.arrayContaining(['Q-F196-1', 'Q-F196-2', 'Q-F196-3']))
    expect(await suspend('F196', true)).toMatchObject({ factId: 'F196', isSuspended: true })
    expect(await idsIn(sql`select question_id from questions where is_fact_suspended`)).toEqual(hanging)
    await suspend('F198', true)
    await suspend('F196', false)
    expect(await stopped('Q-F196-1', 'Q-F196-2', 'Q-F196-3')).toEqual([false, true, false])
    expect(await idsIn(sql`select question_id from questions where is_fact_suspended`)).toEqual(await idsOf({ factId: 'F198' }))
    await suspend('F198', false)
    expect(await idsIn(sql`select question_id from questions where is_fact_suspended`)).toEqual([])
    const { history } = await editor.ask(quizzes.getQuestion)({ questionId: 'Q-F196-1' })
    expect(history.map(({ to, note, actor }) => [to, note, actor])).toEqual([
      ['active', undefined, undefined],
      ['active', '新法施行，条文变了', editor.person.displayName],
      ['active', '已按新法核对', editor.person.displayName]
    ])
  })

  test('two of its facts at the same moment end as one after the other would', async () => {
    for (let round = 0; round < 5; round += 1) {
      await suspend('F196', true)
      await Promise.all([suspend('F196', false), suspend('F198', true)])
      expect(await stopped('Q-F196-2')).toEqual([true])
      await suspend('F198', false)
      expect(await stopped('Q-F196-2')).toEqual([false])
    }
  })

  test('nothing that hangs on it is reviewed or opened, but all may be rewritten, stopped and retired', async () => {
    const admin = await world.as('admin')
    const { draft } = await editor.ask(quizzes.getQuestion)({ questionId: 'Q-F196-1' })
    const questionIds = ['草稿', '审过', '停用'].map(word => ({ ...draft, stem: `${word}：网友租银行卡一天三百元，租不租？` }))
    const [drafted, reviewed, ended] = await Promise.all(questionIds.map(one => editor.ask(quizzes.saveQuestion)({ draft: one })))
    const move = (by: Actor, card: QuestionCard | undefined, to: QuestionCard['state']) =>
      by.ask(quizzes.moveQuestion)({ questionId: card?.questionId ?? '', version: 1, to, note: '写明原因' })
    for (const card of [reviewed, ended]) await move(admin, card, 'reviewed')
    await move(admin, ended, 'active')
    await suspend('F196', true)
    expect(await refusalOf(move(admin, drafted, 'reviewed'))).toBe('move-not-allowed')
    expect(await refusalOf(move(admin, reviewed, 'active'))).toBe('move-not-allowed')
    expect(await move(admin, ended, 'suspended')).toMatchObject({ state: 'suspended' })
    expect(await refusalOf(move(admin, ended, 'active'))).toBe('move-not-allowed')
    expect(await move(admin, ended, 'retired')).toMatchObject({ state: 'retired' })
    const rewritten = { ...draft, stem: '改用另一条依据：银行卡租给别人，行不行？' }
    const save = (version: number, factIds: string[]) =>
      editor.ask(quizzes.saveQuestion)({ questionId: drafted?.questionId ?? '', version, draft: { ...rewritten, factIds } })
    expect(await save(1, ['F197', 'F196'])).toMatchObject({ isFactSuspended: true })
    expect(await save(2, ['F197'])).toMatchObject({ isFactSuspended: false })
    await suspend('F196', false)
    expect(await move(admin, reviewed, 'active')).toMatchObject({ state: 'active', isFactSuspended: false })
  })

  test('is said once, with a note, of a fact that is there', async () => {
    await suspend('F050', true)
    expect(await refusalOf(suspend('F050', true))).toBe('already-done')
    await suspend('F050', false)
    expect(await refusalOf(suspend('F050', false))).toBe('already-done')
    expect(await refusalOf(suspend('F999', true))).toBe('not-found')
    expect(await refusalOf(editor.ask(quizzes.suspendFact)({ factId: 'F050', isSuspended: true, note: '' }))).toBe('bad-input')
  })
})

test('for everybody but editors and admins of the whole city, there is no bank', async () => {
  const { draft } = await editor.ask(quizzes.getQuestion)({ questionId: 'Q-F196-1' })
  const calls: [string, object][] = [
    ['listQuestions', {}],
    ['getQuestion', { questionId: 'Q-F196-1' }],
    ['saveQuestion', { draft: { ...draft, stem: '不该有的人写的题，会怎么样？' } }],
    ['moveQuestion', { questionId: 'Q-F196-1', version: 1, to: 'retired', note: '不该有的人' }],
    ['listFacts', {}],
    ['suspendFact', { factId: 'F196', isSuspended: true, note: '不该有的人' }]
  ]
  const strangers = [
    await world.newcomer(),
    await world.staff('supervisor', { areaId: 'demo-city' }),
    await world.staff('organiser', { areaId: 'demo-city' }),
    await world.staff('editor', { areaId: 'demo-street-1' }),
    await world.staff('admin', { areaId: 'demo-street-1' }),
    await world.staff('handler', { unitId: 'demo-unit-sanitation' })
  ]
  for (const [name, input] of calls) {
    for (const stranger of strangers)
      expect([name, await stranger.send(`quizzes/${name}`, input)]).toMatchObject([name, { status: 404, body: { code: 'not-found' } }])
    expect([name, await world.nobody.send(`quizzes/${name}`, input)]).toMatchObject([
      name,
      { status: 401, body: { code: 'not-signed-in' } }
    ])
  }
  expect((await editor.ask(quizzes.getQuestion)({ questionId: 'Q-F196-1' })).state).toBe('active')
  const other = await world.staff('editor', { areaId: 'demo-city' })
  expect((await other.ask(quizzes.listQuestions)({})).totalCount).toBeGreaterThan(0)
})
