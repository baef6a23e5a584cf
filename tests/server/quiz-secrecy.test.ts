import { sql } from 'drizzle-orm'
import type { Attempt } from '#contract/quiz-shapes'
import { learningOperations } from '#contract/quizzes-learning'
import type { Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { draftOf, rightAnswer, wrongAnswer } from '#world/quiz-scenes'
import { leaksOf, secretsOf, type Secret } from '#world/quiz-secrets'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  // Fewer of the common types, so that a few days see them all.
  await askDatabase(
    world.database,
    sql`update questions set state = 'suspended' where type in ('single', 'true-false') and right(question_id, 1) <> '2' and fact_id > 'F080'`
  )
}, 60_000)
afterAll(() => world.close())

/** Sends as a phone does and reads every byte of every reply. */
class Listener {
  readonly asked = new Map<string, number>()
  repliesScanned = 0
  openScanned = 0

  constructor(readonly actor: Actor) {}

  async send(operation: string, input: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }> {
    const reply = await this.actor.send(operation, input)
    const secrets = await secretsOf(world, this.actor.person.personId)
    const answeredId = operation === 'quizzes/answerItem' && reply.status === 200 ? String(input.itemId) : undefined
    const isCopyOfData = operation === 'people/exportMyData'
    expect([operation, leaksOf(reply.body, secrets, { answeredId, isCopyOfData })]).toEqual([operation, []])
    this.asked.set(operation, (this.asked.get(operation) ?? 0) + 1)
    this.repliesScanned += 1
    this.openScanned += [...secrets.values()].filter(secret => secret.isOpen).length
    return reply as never
  }

  async start(operation: string, input: Record<string, unknown> = {}): Promise<Attempt> {
    return (await this.send(`quizzes/${operation}`, input)).body as never
  }

  /** Asks everything that only reads, of every attempt there has been. */
  async lookAround(): Promise<void> {
    const attempts = await askDatabase(world.database, sql`select attempt_id from attempts where person_id = ${this.actor.person.personId}`)
    for (const { attempt_id: attemptId } of attempts) await this.send('quizzes/getAttempt', { attemptId })
    for (const operation of ['getMyKnowledge', 'listMyMistakes', 'listTopics']) await this.send(`quizzes/${operation}`, {})
    await this.send('people/exportMyData', {})
    await this.send('points/getMyPoints', {})
  }

  async answer(attemptId: string, itemId: string, isRight: boolean) {
    const draft = await draftOf(world, itemId)
    return this.send('quizzes/answerItem', { attemptId, itemId, answer: isRight ? rightAnswer(draft) : wrongAnswer(draft) })
  }
}

/** One person's days: attempts of all modes open side by side, answered in turns, replayed, forged, late, finished, looked at again. */
async function live(listener: Listener): Promise<void> {
  for (let day = 0; day < 2; day += 1) {
    world.at(new Date(Date.parse('2026-11-23T09:00:00+08:00') + day * 86_400_000))
    // First, for the other draws may take what is in the book of mistakes.
    const mistakes = day > 0 ? [await listener.start('startMistakes')] : []
    const open = [
      ...mistakes,
      await listener.start('startDaily'),
      await listener.start('startTopic', { topic: '交通文明' }),
      await listener.start('startTopic', { topic: '垃圾分类与环境' })
    ]
    let challenge = await listener.start('startChallenge')
    await listener.lookAround()
    for (let turn = 0; turn < 5; turn += 1) {
      for (const { attemptId, items } of open) {
        const item = items[turn]
        if (!item) continue
        await listener.send('quizzes/answerItem', { attemptId, itemId: item.itemId, answer: { optionIds: ['no-such-option'] } })
        await listener.send('quizzes/answerItem', { attemptId: challenge.attemptId, itemId: item.itemId, answer: { optionIds: ['a'] } })
        await listener.answer(attemptId, item.itemId, (turn + day) % 3 > 0)
        await listener.answer(attemptId, item.itemId, (turn + day) % 3 > 0)
        await listener.answer(attemptId, item.itemId, (turn + day) % 3 === 0)
      }
      const [asked] = challenge.items
      if (!asked) continue
      if (turn === 3) world.later({ minutes: 1 })
      await listener.answer(challenge.attemptId, asked.itemId, turn !== 1)
      challenge = await listener.start('startChallenge')
      if (turn === 2) await listener.lookAround()
    }
    for (const { attemptId } of open.slice(day)) await listener.send('quizzes/finishAttempt', { attemptId })
    await listener.start('startTopic', { topic: '交通文明' })
    await listener.lookAround()
    const locked = await askDatabase(
      world.database,
      sql`select attempt_id, item_id from attempt_items where person_id = ${listener.actor.person.personId} and answer is not null order by answered_at limit 20`
    )
    for (const { attempt_id: attemptId, item_id: itemId } of locked) await listener.answer(String(attemptId), String(itemId), true)
    for (const { attemptId } of open.slice(day)) await listener.send('quizzes/finishAttempt', { attemptId })
    if (day === 1) {
      world.later({ days: 1 })
      await world.tick()
      await listener.lookAround()
    }
  }
}

test('no reply of any operation, in any mode, tells anything of an answer that is not locked yet', async () => {
  const listener = new Listener(await world.newcomer())
  await live(listener)
  expect([...listener.asked.keys()].filter(name => name.startsWith('quizzes/')).sort()).toEqual(
    Object.keys(learningOperations)
      .map(name => `quizzes/${name}`)
      .sort()
  )
  expect(listener.repliesScanned).toBeGreaterThan(150)
  expect(listener.openScanned).toBeGreaterThan(1500)
  const personId = listener.actor.person.personId
  const modes = await askDatabase(world.database, sql`select distinct mode from attempts where person_id = ${personId} order by mode`)
  expect(modes.map(row => row.mode)).toEqual(['challenge', 'daily', 'mistakes', 'topic'])
  const types = await askDatabase(
    world.database,
    sql`select distinct q.type from attempt_items i join questions q using (question_id) where i.person_id = ${personId}`
  )
  expect(types.length).toBeGreaterThanOrEqual(5)
}, 180_000)

test('nothing of the anchor pool is ever drawn', async () => {
  expect(
    await askDatabase(world.database, sql`select 1 from attempt_items i join questions q using (question_id) where q.pool <> 'practice'`)
  ).toEqual([])
})

test('the scan itself sees what must not be told', () => {
  const draft = {
    ...{ factIds: ['F001'], type: 'order', pool: 'practice', difficulty: 1, stem: '按先后排一排这三步？' },
    options: ['a', 'b', 'c'].map(optionId => ({ optionId, text: `第 ${optionId} 步` })),
    ...{ key: { order: ['b', 'a', 'c'] }, explanation: '先看"路口"再走，依据《某法》第一条。' }
  } as const
  const secret = (itemId: string, isOpen: boolean, more: object = {}): [string, Secret] => [
    itemId,
    { itemId, isOpen, statement: '过路口先看后走', draft: { ...draft, ...more } as unknown as Secret['draft'] }
  ]
  const open = new Map([secret('one', true)])
  const item = { itemId: 'one', type: 'order', topic: '交通', stem: draft.stem, options: draft.options, reason: 'new' }
  const told = { correct: true, key: draft.key, explanation: '这里说明理由。', source: { law: '某法' } }
  expect(leaksOf({ items: [item] }, open)).toEqual([])
  const leaks: unknown[] = [
    { items: [{ ...item, difficulty: 1 }] },
    { items: [{ ...item, options: [draft.options[1], draft.options[0], draft.options[2]] }] },
    { items: [{ ...item, options: draft.options.map(option => ({ ...option, isKey: false })) }] },
    { items: [item], hint: draft.explanation },
    { learned: [{ statement: '过路口先看后走' }] },
    { answered: [{ item, locked: told }] },
    { items: [item], ...told },
    { isRight: false }
  ]
  for (const leak of leaks) expect([leak, leaksOf(leak, open).length > 0]).toEqual([leak, true])
  expect(leaksOf(told, new Map([secret('one', false)]), { answeredId: 'one' })).toEqual([])
  expect(leaksOf(told, new Map([secret('one', false), secret('two', true)]), { answeredId: 'one' })).not.toEqual([])
  const fill = new Map([secret('two', true, { type: 'fill', key: { texts: ['18'] } })])
  expect(leaksOf({ note: '１８' }, fill)).not.toEqual([])
})
