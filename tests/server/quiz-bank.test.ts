import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import type { QuestionDraft } from '#contract/quiz-shapes'
import { questionStates, type QuestionState } from '#contract/quiz-states'
import { quizzes } from '#contract/quizzes'
import { readBankFiles } from '#server/quizzes/bank/bank-files'
import { seedBank } from '#server/quizzes/bank/seed-bank'
import { faultOf, refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { openWorld, type World } from '#world/world'

let world: World
let writer: Actor
let second: Actor
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  writer = await world.as('editor')
  second = await world.as('admin')
}, 60_000)
afterAll(() => world.close())

let written = 0
const draftOf = (changes: Partial<QuestionDraft> = {}): QuestionDraft => ({
  factIds: ['F196'],
  type: 'single',
  pool: 'practice',
  difficulty: 1,
  stem: `第${++written}位邻居想借你的银行卡收一笔钱，怎么回答？`,
  options: [
    { optionId: 'a', text: '借他一天' },
    { optionId: 'b', text: '收租金再借' },
    { optionId: 'c', text: '不借，也劝他别租别人的' }
  ],
  key: { optionIds: ['c'] },
  explanation: '银行卡、电话卡和支付账户都不得出租、出借，借给熟人也不行。依据《反电信网络诈骗法》第三十一条。',
  ...changes
})
const write = (changes?: Partial<QuestionDraft>) => writer.ask(quizzes.saveQuestion)({ draft: draftOf(changes) })
const get = (questionId: string) => writer.ask(quizzes.getQuestion)({ questionId })
const move = (by: Actor, questionId: string, to: QuestionState, note?: string) =>
  by.ask(quizzes.moveQuestion)({ questionId, version: 1, to, ...(note && { note }) })

describe('the bank a city starts with', () => {
  const lines = readdirSync('content/questions').flatMap(name =>
    readFileSync(`content/questions/${name}`, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
      .filter(line => line.state !== 'retired')
  )
  const everything = () =>
    askDatabase(
      world.database,
      sql`select md5(string_agg(t::text, '|' order by t::text)) as digest, count(*)::int as count from (
        select to_jsonb(f) as t from facts f union all select to_jsonb(q) from questions q union all select to_jsonb(v) from question_versions v
        union all select to_jsonb(s) from question_facts s union all select to_jsonb(h) from question_history h) as rows`
    )

  test('holds every line of the files that is not withdrawn, word for word, and what was a draft stays one', async () => {
    const rows = await askDatabase(
      world.database,
      sql`select q.question_id, q.state, v.draft from questions q join question_versions v using (question_id, version) where q.author_id is null`
    )
    expect(lines.length).toBeGreaterThanOrEqual(476)
    const kept = rows.map(row => ({ questionId: row.question_id, state: row.state, ...(row.draft as object) }))
    const byId = (a: { questionId?: unknown }, b: { questionId?: unknown }) => String(a.questionId).localeCompare(String(b.questionId))
    expect(kept.sort(byId)).toEqual([...lines].sort(byId))
    const named = lines.reduce((sum, line) => sum + (line.factIds as string[]).length, 0)
    const [counts] = await askDatabase(
      world.database,
      sql`select (select count(*)::int from facts) as facts, (select count(*)::int from question_facts) as named, (select count(*)::int from question_history) as told`
    )
    expect(counts).toEqual({ facts: readFileSync('content/facts.csv', 'utf8').trim().split('\n').length - 1, named, told: lines.length })
  })

  test('is not touched by being filled again, and gets back nothing a city changed', async () => {
    await second.ask(quizzes.moveQuestion)({ questionId: 'Q-F337-1', version: 1, to: 'retired', note: '本市不用' })
    const version = { ...draftOf(), stem: '本市改写过的题目：银行卡可以借人吗？' }
    await writer.ask(quizzes.saveQuestion)({ questionId: 'Q-F196-1', version: 1, draft: version })
    const before = await everything()
    world.later({ hours: 1 })
    await world.database.write(async writing => seedBank(writing, world.now, await readBankFiles('content')))
    expect(await everything()).toEqual(before)
  })

  test('takes what a later version of the product adds, stopped where the city suspended its fact', async () => {
    const gone = (questionId: string) =>
      world.database.write(async writing => {
        // Past the triggers: as if the files had not had it until today.
        await writing.execute(sql`set local session_replication_role = replica`)
        for (const table of ['question_versions', 'question_history', 'question_facts', 'questions'])
          await writing.execute(sql`delete from ${sql.identifier(table)} where question_id = ${questionId}`)
      })
    await gone('Q-F198-1')
    await gone('Q-F262-1')
    await writer.ask(quizzes.suspendFact)({ factId: 'F262', isSuspended: true, note: '正在核对新条文' })
    await world.database.write(async writing => seedBank(writing, world.now, await readBankFiles('content')))
    expect(await get('Q-F198-1')).toMatchObject({ version: 1, isFactSuspended: false, history: [{ version: 1, to: 'active' }] })
    expect(await get('Q-F262-1')).toMatchObject({ version: 1, isFactSuspended: true })
    await writer.ask(quizzes.suspendFact)({ factId: 'F262', isSuspended: false, note: '核对过了' })
  })
})

describe('a question that is moved', () => {
  const roads: Record<QuestionState, [by: 'writer' | 'second', to: QuestionState][]> = {
    draft: [],
    reviewed: [['second', 'reviewed']],
    active: [
      ['second', 'reviewed'],
      ['writer', 'active']
    ],
    suspended: [
      ['second', 'reviewed'],
      ['writer', 'active'],
      ['writer', 'suspended']
    ],
    retired: [['writer', 'retired']]
  }
  const bring = async (state: QuestionState) => {
    const { questionId } = await write()
    for (const [by, to] of roads[state]) await move(by === 'writer' ? writer : second, questionId, to, '按流程办理')
    return questionId
  }

  /** What comes of it by the writer without and with a note, then by somebody else without and with one. */
  const outcomes: [from: QuestionState, to: QuestionState, ...of: [string, string, string, string]][] = [
    ['draft', 'reviewed', 'same-person', 'same-person', 'done', 'done'],
    ['draft', 'draft', 'same-person', 'same-person', 'note-needed', 'done'],
    ['draft', 'retired', 'note-needed', 'done', 'note-needed', 'done'],
    ['reviewed', 'draft', 'note-needed', 'done', 'note-needed', 'done'],
    ['reviewed', 'active', 'done', 'done', 'done', 'done'],
    ['active', 'suspended', 'note-needed', 'done', 'note-needed', 'done'],
    ['active', 'retired', 'note-needed', 'done', 'note-needed', 'done'],
    ['suspended', 'active', 'same-person', 'same-person', 'note-needed', 'done'],
    ['suspended', 'retired', 'note-needed', 'done', 'note-needed', 'done']
  ]

  const ways = () => [[writer], [writer, '写明原因'], [second], [second, '写明原因']] as [by: Actor, note?: string][]
  const comesOf = async (questionId: string, to: QuestionState, [by, note]: [by: Actor, note?: string]) => {
    const { status, body } = await by.send('quizzes/moveQuestion', { questionId, version: 1, to, ...(note && { note }) })
    return status === 200 ? 'done' : (body as { code: string }).code
  }

  test.each(outcomes)('from %s to %s is let through for whom, and with what, it should be', async (from, to, ...expected) => {
    for (const [n, way] of ways().entries()) {
      const questionId = await bring(from)
      expect([n, await comesOf(questionId, to, way)]).toEqual([n, expected[n]])
      const { state, history } = await get(questionId)
      expect(state).toBe(expected[n] === 'done' ? to : from)
      if (expected[n] === 'done')
        expect(history.at(-1)).toMatchObject({ version: 1, to, actor: way[0].person.displayName, ...(way[1] && { note: way[1] }) })
      else expect(history.at(-1)?.to).toBe(from)
    }
  })

  const named = new Set(outcomes.map(([from, to]) => `${from} ${to}`))
  const others = questionStates.flatMap(from => questionStates.flatMap(to => (named.has(`${from} ${to}`) ? [] : [[from, to] as const])))
  test.each(others)('never goes from %s to %s', async (from, to) => {
    const questionId = await bring(from)
    for (const way of ways()) expect(await comesOf(questionId, to, way)).toBe('move-not-allowed')
    expect((await get(questionId)).state).toBe(from)
  })

  test('seen in an older version is read again first', async () => {
    const { questionId } = await write()
    await writer.ask(quizzes.saveQuestion)({ questionId, version: 1, draft: draftOf() })
    expect(await refusalOf(move(second, questionId, 'reviewed'))).toBe('stale-version')
    expect(await refusalOf(second.ask(quizzes.saveQuestion)({ questionId, version: 1, draft: draftOf() }))).toBe('stale-version')
    expect(await second.ask(quizzes.moveQuestion)({ questionId, version: 2, to: 'reviewed' })).toMatchObject({
      version: 2,
      state: 'reviewed'
    })
  })

  test('is reviewed by whoever did not write this version, and no sooner', async () => {
    const { questionId } = await write()
    expect((await get(questionId)).isMine).toBe(true)
    await second.ask(quizzes.saveQuestion)({ questionId, version: 1, draft: draftOf() })
    expect((await get(questionId)).isMine).toBe(false)
    expect(await refusalOf(second.ask(quizzes.moveQuestion)({ questionId, version: 2, to: 'reviewed' }))).toBe('same-person')
    expect(await writer.ask(quizzes.moveQuestion)({ questionId, version: 2, to: 'reviewed' })).toMatchObject({
      state: 'reviewed',
      isMine: false
    })
  })
})

describe('a question that is written', () => {
  test('goes back to draft with every version, and what it said before stays as it was', async () => {
    const first = draftOf()
    const { questionId } = await writer.ask(quizzes.saveQuestion)({ draft: first })
    await move(second, questionId, 'reviewed')
    await move(writer, questionId, 'active')
    const again = draftOf({ factIds: ['F198', 'F196'], difficulty: 3 })
    const card = await writer.ask(quizzes.saveQuestion)({ questionId, version: 1, draft: again })
    expect(card).toMatchObject({ version: 2, state: 'draft', stem: again.stem, isMine: true })
    const seen = await get(questionId)
    expect(seen.draft).toEqual(again)
    expect(seen.source).toMatchObject({ law: expect.stringContaining('反电信网络诈骗法') as string, article: expect.any(String) as string })
    expect(seen.history.map(({ version, to }) => [version, to])).toEqual([
      [1, 'draft'],
      [1, 'reviewed'],
      [1, 'active'],
      [2, 'draft']
    ])
    const drafts = await askDatabase(
      world.database,
      sql`select draft from question_versions where question_id = ${questionId} order by version`
    )
    expect(drafts.map(row => row.draft)).toEqual([first, again])
    expect((await writer.ask(quizzes.listQuestions)({ factId: 'F198', words: again.stem })).totalCount).toBe(1)
  })

  test('cannot be changed behind its versions: the database itself refuses', async () => {
    const { questionId } = await write()
    for (const change of [
      sql`update question_versions set draft = '{}' where question_id = ${questionId}`,
      sql`delete from question_versions where question_id = ${questionId}`,
      sql`update question_history set to_state = 'active' where question_id = ${questionId}`
    ])
      await expect(askDatabase(world.database, change)).rejects.toMatchObject({
        cause: { message: expect.stringMatching(/append-only/) as string }
      })
  })

  test('by two at once is written once; the other reads it again', async () => {
    const { questionId } = await write()
    const saved = await Promise.all(
      [writer, second].map(by => by.send('quizzes/saveQuestion', { questionId, version: 1, draft: draftOf() }).then(({ status }) => status))
    )
    expect(saved.sort()).toEqual([200, 409])
    expect((await get(questionId)).version).toBe(2)
  })

  test('with faults is refused with each by name, and nothing of it is kept', async () => {
    const count = async () => (await writer.ask(quizzes.listQuestions)({})).totalCount
    const before = await count()
    const faultsOf = async (changes: Partial<QuestionDraft>) => (await faultOf(write(changes))).body.data?.faults
    expect(await faultsOf({ key: { optionIds: ['z'] } })).toEqual(['key-not-an-option'])
    expect(await faultsOf({ factIds: ['F196', 'F999'] })).toEqual(['fact-unknown'])
    expect(await faultsOf({ factIds: ['F999'] })).toEqual(['fact-unknown'])
    expect(await faultsOf({ factIds: ['F195'] })).toEqual(['place-not-named'])
    expect(await faultsOf({ type: 'order', key: { order: ['a', 'b'] }, pool: 'anchor' })).toEqual(['anchor-not-single', 'order-incomplete'])
    expect(await faultOf(write({ key: { optionIds: ['z'] } }))).toMatchObject({ status: 422, body: { code: 'question-faults' } })
    expect(await count()).toBe(before)
  })

  test('in the words of another is refused, unless that one is retired', async () => {
    const draft = draftOf()
    const { questionId } = await writer.ask(quizzes.saveQuestion)({ draft })
    expect((await faultOf(writer.ask(quizzes.saveQuestion)({ draft }))).body.data).toEqual({ faults: ['stem-known'] })
    expect(await writer.ask(quizzes.saveQuestion)({ questionId, version: 1, draft })).toMatchObject({ version: 2 })
    await writer.ask(quizzes.moveQuestion)({ questionId, version: 2, to: 'retired', note: '换一道' })
    expect(await writer.ask(quizzes.saveQuestion)({ draft })).toMatchObject({ version: 1 })
  })

  test('and was ever asked in practice never becomes an anchor; one that was not may', async () => {
    const [fresh, asked] = [await write(), await write()]
    await move(second, asked.questionId, 'reviewed')
    await move(second, asked.questionId, 'active')
    const toAnchor = (questionId: string) =>
      writer.ask(quizzes.saveQuestion)({ questionId, version: 1, draft: draftOf({ pool: 'anchor' }) })
    expect(await toAnchor(fresh.questionId)).toMatchObject({ pool: 'anchor' })
    expect((await faultOf(toAnchor(asked.questionId))).body.data).toEqual({ faults: ['pool-fixed'] })
  })

  test('anew says which version it follows, or is not understood', async () => {
    const { questionId } = await write()
    expect(await refusalOf(writer.ask(quizzes.saveQuestion)({ questionId, draft: draftOf() }))).toBe('bad-input')
    expect(await refusalOf(writer.ask(quizzes.saveQuestion)({ questionId: 'Q-none', version: 1, draft: draftOf() }))).toBe('not-found')
    expect(await refusalOf(move(writer, 'Q-none', 'retired', '没有这道'))).toBe('not-found')
    expect(await refusalOf(get('Q-none'))).toBe('not-found')
  })
})
