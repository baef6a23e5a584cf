import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { QuestionState } from '#contract/quiz-states'
import { quizzes } from '#contract/quizzes'
import { readBankFiles } from '#server/quizzes/bank/bank-files'
import { seedBank } from '#server/quizzes/bank/seed-bank'
import type { Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { openWorld, type World } from '#world/world'

/** A city that runs an older version of the product, and the next version, which corrects it. */
let world: World
let editor: Actor
let second: Actor
let next: string
beforeEach(async () => {
  world = await openWorld({ hasBank: true })
  editor = await world.as('editor')
  second = await world.as('admin')
  next = mkdtempSync(join(tmpdir(), 'content-'))
  cpSync('content', next, { recursive: true })
}, 60_000)
afterEach(async () => {
  await world.close()
  rmSync(next, { recursive: true })
})

const get = (questionId: string) => editor.ask(quizzes.getQuestion)({ questionId })
const move = async (by: Actor, questionId: string, to: QuestionState) =>
  by.ask(quizzes.moveQuestion)({ questionId, version: (await get(questionId)).version, to, note: '本市另有考虑' })
const upgrade = async () => {
  world.later({ hours: 1 })
  await world.database.write(async writing => seedBank(writing, world.now, await readBankFiles(next)))
}

type Line = { questionId: string; stem: string; explanation: string; state: string; factIds: string[] }
/** The next version says this of a question of the online file. */
function ships(questionId: string, changes: Partial<Line>): void {
  const file = join(next, 'questions/online-conduct-and-fraud.jsonl')
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const changed = lines.map(line => {
    const question = JSON.parse(line) as Line
    return question.questionId === questionId ? JSON.stringify({ ...question, ...changes }) : line
  })
  expect(changed).not.toEqual(lines)
  writeFileSync(file, `${changed.join('\n')}\n`)
}
const corrected = { stem: '网友说：“银行卡租我一天，给三百元。”怎么回答才对？' }

test('a corrected question reaches a city that left it as it came, as a new version, and the old one stays readable', async () => {
  const { draft } = await get('Q-F196-1')
  ships('Q-F196-1', corrected)
  await upgrade()
  expect(await get('Q-F196-1')).toMatchObject({
    ...{ version: 2, state: 'active', stem: corrected.stem, draft: { ...draft, ...corrected }, previous: draft },
    history: [
      { version: 1, to: 'active' },
      { version: 2, to: 'active' }
    ]
  })
  const before = await askDatabase(world.database, sql`select count(*)::int as count from question_versions`)
  await upgrade()
  expect(await askDatabase(world.database, sql`select count(*)::int as count from question_versions`)).toEqual(before)
})

test('an attempt begun before is graded by the words it was given', async () => {
  const learner = await world.as('resident')
  const attempt = await learner.ask(quizzes.startTopic)({ topic: '文明上网与反诈' })
  const [item] = attempt.items
  const [asked] = await askDatabase(world.database, sql`select question_id from questions where stem = ${item?.stem ?? ''}`)
  ships(String(asked?.question_id), { explanation: '更正过的解析，说得更清楚一些。依据《反电信网络诈骗法》第三十一条。' })
  await upgrade()
  const [kept] = (await learner.ask(quizzes.getAttempt)({ attemptId: attempt.attemptId })).items
  expect(kept?.stem).toBe(item?.stem)
})

test('what the city wrote anew or retired stays the city’s, and what it stopped stays stopped, in the corrected words', async () => {
  const own = { ...(await get('Q-F196-1')).draft, stem: '本市改写过的题目：银行卡可以租给别人吗？' }
  await editor.ask(quizzes.saveQuestion)({ questionId: 'Q-F196-1', version: 1, draft: own })
  await move(second, 'Q-F196-2', 'retired')
  await move(second, 'Q-F197-1', 'suspended')
  for (const [index, questionId] of ['Q-F196-1', 'Q-F196-2', 'Q-F197-1'].entries())
    ships(questionId, { stem: `这个版本更正过的第${index + 1}道题，题干换了说法？` })
  await upgrade()
  expect(await get('Q-F196-1')).toMatchObject({ version: 2, state: 'draft', stem: own.stem })
  expect(await get('Q-F196-2')).toMatchObject({ version: 1, state: 'retired' })
  expect(await get('Q-F197-1')).toMatchObject({ version: 2, state: 'suspended', stem: '这个版本更正过的第3道题，题干换了说法？' })
})

test('a question the product opens or withdraws is opened or withdrawn, unless the city decided about it', async () => {
  ships('Q-F196-1', { state: 'draft' })
  ships('Q-F196-2', { state: 'retired' })
  ships('Q-F197-1', { state: 'retired' })
  await move(second, 'Q-F197-1', 'suspended')
  await move(editor, 'Q-F197-1', 'active')
  await upgrade()
  expect((await get('Q-F196-1')).state).toBe('draft')
  expect((await get('Q-F196-2')).state).toBe('retired')
  expect((await get('Q-F197-1')).state).toBe('active')
})

test('a corrected fact reaches the city too, stays suspended where the city suspended it, and stops what is newly hung on it', async () => {
  await editor.ask(quizzes.suspendFact)({ factId: 'F198', isSuspended: true, note: '正在核对新条文' })
  const file = join(next, 'facts.csv')
  const facts = readFileSync(file, 'utf8')
  writeFileSync(file, facts.replace('任何单位和个人不得为他人提供电话卡、账户的实名核验帮助。', '谁都不得替别人的电话卡、账户做实名核验。'))
  expect(readFileSync(file, 'utf8')).not.toBe(facts)
  ships('Q-F200-1', { factIds: ['F200', 'F198'] })
  await upgrade()
  const { facts: found } = await editor.ask(quizzes.listFacts)({ words: '替别人的电话卡' })
  expect(found).toMatchObject([{ factId: 'F198', isSuspended: true }])
  expect(await get('Q-F200-1')).toMatchObject({ version: 2, isFactSuspended: true })
})
