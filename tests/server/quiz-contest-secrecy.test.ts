import { sql } from 'drizzle-orm'
import type { Attempt } from '#contract/quiz-shapes'
import { quizzes } from '#contract/quizzes'
import type { Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { holdContest, planOf } from '#world/contest-scenes'
import { draftOf, rightAnswer, wrongAnswer } from '#world/quiz-scenes'
import { leaksOf, secretsOf } from '#world/quiz-secrets'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
}, 60_000)
afterAll(() => world.close())

/** Ids are random letters and may spell any word; cursors and addresses are made of them. */
const withoutIds = (body: unknown) =>
  JSON.stringify(body).replaceAll(/"(\w*Ids?|nextCursor|url|requestId)":("[^"]*"|\[[^\]]*\])/g, '"$1":""')

/** What a resident may ask; everything else of the quizzes is for the office or for whoever holds a link. */
const ofResidents = [
  ...['startDaily', 'startTopic', 'startMistakes', 'startChallenge', 'startContest', 'getAttempt', 'answerItem', 'finishAttempt'],
  ...['getMyKnowledge', 'listMyMistakes', 'listTopics', 'listContests', 'getContest', 'chooseRanking', 'getContestRanking']
]

/** Sends as a phone does, and reads every byte of every reply, refusals too. */
class Listener {
  readonly asked = new Set<string>()
  repliesScanned = 0
  withheldScanned = 0

  constructor(readonly actor: Actor) {}

  private async withheld() {
    const secrets = await secretsOf(world, this.actor.person.personId)
    return { secrets, ofContests: [...secrets.values()].filter(one => one.isOpen) }
  }

  async send(operation: string, input: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }> {
    const { status, body } = await this.actor.send(operation, input)
    const { secrets, ofContests } = await this.withheld()
    const isAccepted = JSON.stringify(body) === '{"accepted":true}'
    const answeredId = operation === 'quizzes/answerItem' && status === 200 && !isAccepted ? String(input.itemId) : undefined
    expect([operation, leaksOf(body, secrets, { answeredId, isCopyOfData: operation === 'people/exportMyData' })]).toEqual([operation, []])
    const bytes = withoutIds(body)
    for (const { draft, statement } of ofContests)
      for (const secret of [draft.explanation, statement]) expect(bytes.includes(JSON.stringify(secret).slice(1, -1))).toBe(false)
    this.asked.add(operation)
    this.repliesScanned += 1
    this.withheldScanned += ofContests.length
    return { status, body: body as Record<string, unknown> }
  }

  async start(operation: string, input: Record<string, unknown> = {}): Promise<Attempt> {
    return (await this.send(`quizzes/${operation}`, input)).body as never
  }

  async answer(attemptId: string, itemId: string, isRight: boolean) {
    const draft = await draftOf(world, itemId)
    return this.send('quizzes/answerItem', { attemptId, itemId, answer: isRight ? rightAnswer(draft) : wrongAnswer(draft) })
  }

  /** Everything that only reads, of every attempt there has been, and one's own copy of the data. */
  async lookAround(contestId: string) {
    const attempts = await askDatabase(world.database, sql`select attempt_id from attempts where person_id = ${this.actor.person.personId}`)
    for (const { attempt_id: attemptId } of attempts) await this.send('quizzes/getAttempt', { attemptId })
    for (const operation of ['getMyKnowledge', 'listMyMistakes', 'listTopics', 'listContests']) await this.send(`quizzes/${operation}`, {})
    for (const operation of ['getContest', 'getContestRanking']) await this.send(`quizzes/${operation}`, { contestId })
    await this.send('quizzes/chooseRanking', { contestId, isShown: true })
    for (const operation of ['people/exportMyData', 'points/getMyPoints']) await this.send(operation, {})
  }

  /** Asks for all that is not for residents, with what the office would send; who asks for others (listInterviews) has an empty list. */
  async knockAtTheOffice(contestId: string, questionId: string) {
    const said: Record<string, Record<string, unknown>> = {
      ...{ listQuestions: {}, listFacts: {}, listPlannedContests: {}, getItemStatistics: {}, listWaves: {} },
      getQuestion: { questionId },
      moveQuestion: { questionId, version: 1, to: 'suspended', note: '试一试' },
      suspendFact: { factId: 'F001', isSuspended: true, note: '试一试' },
      exportQuestions: { format: 'csv' },
      getImportTemplate: { format: 'csv' },
      importQuestions: { fileId: 'none', dryRun: true },
      getPlannedContest: { contestId },
      saveContest: { plan: planOf(world) },
      publishContest: { contestId, version: 1 },
      cancelContest: { contestId, version: 2, note: '试一试' },
      getWaveForm: { token: 'x'.repeat(24) }
    }
    for (const name of Object.keys(quizzes)) {
      if (ofResidents.includes(name)) continue
      const { status } = await this.send(`quizzes/${name}`, said[name] ?? {})
      if (name in said) expect([name, status >= 400 && status < 500]).toEqual([name, true])
    }
  }
}

async function playContest(listener: Listener, contestId: string): Promise<Attempt> {
  const paper = await listener.start('startContest', { contestId })
  const practice = [await listener.start('startDaily'), await listener.start('startTopic', { topic: '交通文明' })]
  let challenge = await listener.start('startChallenge')
  await listener.lookAround(contestId)
  for (const [turn, { itemId }] of paper.items.entries()) {
    const draft = await draftOf(world, itemId)
    const wrong = { attemptId: paper.attemptId, itemId, answer: { optionIds: ['no-such-option'] } }
    for (const forged of [wrong, { ...wrong, attemptId: challenge.attemptId }, { ...wrong, answer: { key: draft.key } }])
      await listener.send('quizzes/answerItem', forged)
    const replies = []
    for (const isRight of [turn % 3 > 0, turn % 3 > 0, turn % 3 === 0])
      replies.push(await listener.answer(paper.attemptId, itemId, isRight))
    expect(replies.map(({ status, body }) => [status, body.accepted ?? body.code])).toEqual([
      ...[
        [200, true],
        [200, true]
      ],
      [409, 'already-answered']
    ])
    for (const { attemptId, items } of practice) {
      const item = items[turn]
      if (item) await listener.answer(attemptId, item.itemId, turn % 2 > 0)
    }
    const [asked] = challenge.items
    if (asked) {
      await listener.answer(challenge.attemptId, asked.itemId, turn !== 2)
      challenge = await listener.start('startChallenge')
    }
    if (turn === 4) await listener.lookAround(contestId)
    if (turn === 5) await listener.start('startContest', { contestId, isShown: true })
  }
  for (const { attemptId } of practice) await listener.send('quizzes/finishAttempt', { attemptId })
  await listener.start('startMistakes')
  return paper
}

test('until a contest is over no reply of any operation tells anything of its answers; then it tells all', async () => {
  const contestId = await holdContest(world, { award: { pointsPerRight: 1, perPersonMax: 10, budget: 100 } })
  const listener = new Listener(await world.newcomer())
  const paper = await playContest(listener, contestId)
  await listener.knockAtTheOffice(contestId, 'Q-F001-1')
  await listener.lookAround(contestId)
  const score = paper.items.filter((_, turn) => turn % 3 > 0).length
  const finish = () => listener.send('quizzes/finishAttempt', { attemptId: paper.attemptId })
  const [first, second] = [await finish(), await finish()]
  expect(first).toEqual(second)
  expect(first.body).toMatchObject({ score, total: 10, points: score, learned: [] })
  await listener.lookAround(contestId)
  await listener.start('startContest', { contestId })
  for (const { itemId } of paper.items.slice(0, 3)) await listener.answer(paper.attemptId, itemId, true)
  world.later({ minutes: 60 })
  await world.tick()
  await listener.lookAround(contestId)
  expect([...listener.asked].filter(name => name.startsWith('quizzes/')).sort()).toEqual(
    Object.keys(quizzes)
      .map(name => `quizzes/${name}`)
      .sort()
  )
  expect(listener.repliesScanned).toBeGreaterThan(120)
  expect(listener.withheldScanned).toBeGreaterThan(1000)
  world.at(new Date(world.now.getTime() + 5001))
  const { body } = await listener.send('quizzes/getAttempt', { attemptId: paper.attemptId })
  expect((body as Attempt).answered.map(one => one.locked.correct)).toEqual(paper.items.map((_, turn) => turn % 3 > 0))
  await listener.lookAround(contestId)
}, 180_000)

test('one’s own copy of the data tells of a contest which answers were right only when it is over, and never of one called off', async () => {
  const actor = await world.newcomer()
  const ofCopy = async () => {
    const { document } = (await actor.send('people/exportMyData', {})).body as {
      document: { learning: { answers: { isRight: unknown }[] } }
    }
    return document.learning.answers.map(one => one.isRight)
  }
  const contestId = await holdContest(world)
  const other = await holdContest(world)
  for (const id of [contestId, other]) {
    const { body } = await actor.send('quizzes/startContest', { contestId: id })
    const { attemptId, items } = body as Attempt
    const [item] = items as [Attempt['items'][number]]
    const answer = rightAnswer(await draftOf(world, item.itemId))
    await actor.send('quizzes/answerItem', { attemptId, itemId: item.itemId, answer })
    await actor.send('quizzes/finishAttempt', { attemptId })
  }
  expect(new Set(await ofCopy())).toEqual(new Set([null]))
  await (await world.as('admin')).send('quizzes/cancelContest', { contestId: other, version: 2, note: '题目有误' })
  world.later({ minutes: 61 })
  const told = await ofCopy()
  expect([told.length, told.filter(one => one === true).length]).toEqual([20, 1])
})
