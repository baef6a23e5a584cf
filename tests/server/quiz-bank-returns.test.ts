import type { QuestionDraft } from '#contract/quiz-shapes'
import type { QuestionState } from '#contract/quiz-states'
import { quizzes } from '#contract/quizzes'
import { refusalOf, type Actor } from '#world/actor'
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
const draftOf = (factId: string, stem = `第${++written}位邻居想借你的银行卡收一笔钱，怎么回答？`): QuestionDraft => ({
  factIds: [factId],
  type: 'single',
  pool: 'practice',
  difficulty: 1,
  stem,
  options: [
    { optionId: 'a', text: '借他一天' },
    { optionId: 'b', text: '收租金再借' },
    { optionId: 'c', text: '不借，也劝他别租别人的' }
  ],
  key: { optionIds: ['c'] },
  explanation: '银行卡、电话卡和支付账户都不得出租、出借，借给熟人也不行。依据《反电信网络诈骗法》第三十一条。'
})
const write = (factId = 'F196') => writer.ask(quizzes.saveQuestion)({ draft: draftOf(factId) })
const get = (questionId: string) => writer.ask(quizzes.getQuestion)({ questionId })
const move = (by: Actor, questionId: string, to: QuestionState, note?: string) =>
  by.ask(quizzes.moveQuestion)({ questionId, version: 1, to, ...(note && { note }) })
const cardIn = async (by: Actor, { questionId, stem }: { questionId: string; stem: string }) => {
  const { questions } = await by.ask(quizzes.listQuestions)({ words: stem })
  return questions.find(card => card.questionId === questionId)
}
const note = '第二项也说得通，换一个'

test('a draft that goes back says in the list and on its page what to change and who asked, until the next version', async () => {
  const card = await write()
  const returned = { at: world.now.toISOString(), actor: second.person.displayName, note }
  expect(await move(second, card.questionId, 'draft', note)).toMatchObject({ state: 'draft', version: 1, returned })
  const seen = await get(card.questionId)
  expect(seen).toMatchObject({ state: 'draft', isMine: true, returned })
  expect(seen.history.at(-1)).toMatchObject({ version: 1, to: 'draft', isReturn: true, note })
  expect(await cardIn(writer, card)).toMatchObject({ state: 'draft', returned })
  world.later({ hours: 1 })
  const again = await writer.ask(quizzes.saveQuestion)({ questionId: card.questionId, version: 1, draft: draftOf('F196', card.stem) })
  for (const one of [again, await get(card.questionId), await cardIn(writer, card)]) {
    expect(one).toMatchObject({ state: 'draft', version: 2 })
    expect(one).not.toHaveProperty('returned')
  }
  expect((await get(card.questionId)).history.map(line => line.isReturn ?? false)).toEqual([false, true, false])
})

test('its author is told the latest note, and none once it passes after all', async () => {
  const card = await write()
  await move(second, card.questionId, 'draft', note)
  world.later({ minutes: 5 })
  await move(second, card.questionId, 'draft', '第三项也换一个')
  expect((await get(card.questionId)).returned?.note).toBe('第三项也换一个')
  expect(await move(second, card.questionId, 'reviewed')).not.toHaveProperty('returned')
  expect(await get(card.questionId)).not.toHaveProperty('returned')
  await move(second, card.questionId, 'draft', '出处再核对一次')
  expect((await cardIn(writer, card))?.returned?.note).toBe('出处再核对一次')
})

test('the suspension of its fact is not taken for a return', async () => {
  const card = await write('F198')
  await writer.ask(quizzes.suspendFact)({ factId: 'F198', isSuspended: true, note: '正在核对新条文' })
  expect(await get(card.questionId)).not.toHaveProperty('returned')
  await move(second, card.questionId, 'draft', note)
  await writer.ask(quizzes.suspendFact)({ factId: 'F198', isSuspended: false, note: '核对过了' })
  expect(await get(card.questionId)).toMatchObject({ returned: { note } })
  expect((await get(card.questionId)).history.map(line => line.isReturn ?? false)).toEqual([false, false, true, false])
})

test('who does not work on the bank of the whole city sends nothing back: the question reads like not there', async () => {
  const { questionId } = await write()
  const strangers = [
    await world.newcomer(),
    await world.as('reviewer'),
    await world.as('supervisor'),
    await world.staff('editor', { areaId: 'demo-street-1' })
  ]
  for (const stranger of strangers) expect(await refusalOf(move(stranger, questionId, 'draft', note))).toBe('not-found')
  expect((await world.nobody.send('quizzes/moveQuestion', { questionId, version: 1, to: 'draft', note })).status).toBe(401)
  expect((await get(questionId)).history).toHaveLength(1)
})
