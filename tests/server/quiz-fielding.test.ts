import { sql } from 'drizzle-orm'
import { quizzes } from '#contract/quizzes'
import { newKey, refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { attempt, fieldedWave, inHand, interviewOf, nothingKnown, record, saidAtTheDoor, take } from '#world/interview-scenes'
import { answerKnowing, north, south } from '#world/wave-scenes'
import { openWorld, type World } from '#world/world'

const START = '2026-11-23T09:00:00+08:00'
let world: World
let office: Actor
let [ana, ben]: Actor[] = []
const [first, second] = [() => ana!, () => ben!]
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  office = await world.as('supervisor')
  ;[ana, ben] = [await world.as('resident', 'interviewer-ana'), await world.as('resident', 'interviewer-ben')]
}, 60_000)
beforeEach(() => world.at(START))
afterAll(() => world.close())

const mine = (actor: Actor, waveId: string) => actor.ask(quizzes.listInterviews)({ waveId })
const report = (waveId: string) => office.ask(quizzes.getWaveReport)({ waveId })

test('an interview at the door counts like an answer by link, and what was right is in the report alone', async () => {
  const { waveId, units } = await fieldedWave(office, [first()])
  const [unit] = await take(first(), waveId, north.communityId, 2)
  expect(await record(first(), unit!, { answers: await saidAtTheDoor(world, unit!, 5) })).toEqual({ accepted: true })
  await answerKnowing(
    world,
    units.find(one => one.communityId === south.communityId)!,
    8
  )
  const { overall, items, response } = await report(waveId)
  expect(overall).toMatchObject({ n: 2, estimate: 13 / 16 })
  expect(items.map(({ right, unknown }) => [right, unknown])).toEqual(items.map((_, place) => [place < 5 ? 2 : 1, place === 5 ? 1 : 0]))
  expect(response).toMatchObject({ answered: 2 })
  expect((await mine(first(), waveId)).waves[0]).toMatchObject({ doneCount: 1 })
  expect(await inHand(first(), waveId)).toHaveLength(1)
})

test('two who take at the same moment take different units, and one unit is in one hand', async () => {
  const { waveId } = await fieldedWave(office, [first(), second()])
  const batches = await Promise.all([first(), second(), first(), second()].map(one => take(one, waveId, south.communityId, 3)))
  const ids = batches.flat().map(unit => unit.sampleId)
  expect(ids).toHaveLength(7)
  expect(new Set(ids).size).toBe(7)
  expect(await take(first(), waveId, south.communityId, 3)).toEqual([])
  expect((await mine(first(), waveId)).waves[0]!.communities).toEqual([
    expect.objectContaining({ communityId: north.communityId, freeCount: 5 })
  ])
})

test('a batch whose reply was lost is the same batch when asked for again', async () => {
  const { waveId } = await fieldedWave(office, [first()])
  const asked = { waveId, communityId: south.communityId, count: 2, idempotencyKey: newKey() }
  const [once, again] = [await first().ask(quizzes.takeInterviews)(asked), await first().ask(quizzes.takeInterviews)(asked)]
  expect(again).toEqual(once)
  expect(await inHand(first(), waveId)).toHaveLength(2)
})

test('nobody holds more than they can visit', async () => {
  const many = { strata: [{ ...north, population: 5000 }], margin: 0.05 }
  const { waveId } = await fieldedWave(office, [first()], many)
  for (let batch = 0; batch < 2; batch += 1) await take(first(), waveId, north.communityId, 20)
  expect(await refusalOf(take(first(), waveId, north.communityId, 1))).toBe('over-limit')
  const [unit] = await inHand(first(), waveId)
  await record(first(), unit!)
  expect(await take(first(), waveId, north.communityId, 1)).toHaveLength(1)
})

test('a unit answered by its own link meanwhile is refused kindly, and its answer stays as it was', async () => {
  const { waveId, units } = await fieldedWave(office, [first()])
  const [unit] = await take(first(), waveId, north.communityId, 1)
  await answerKnowing(
    world,
    units.find(one => one.sampleId === unit!.sampleId)!,
    8
  )
  expect(await inHand(first(), waveId)).toEqual([])
  expect(await refusalOf(record(first(), unit!))).toBe('token-used')
  expect(await refusalOf(attempt(world, first(), unit!))).toBe('token-used')
  expect((await report(waveId)).overall).toMatchObject({ n: 1, estimate: 1 })
})

test('a link whose unit was interviewed is used', async () => {
  const { waveId, units } = await fieldedWave(office, [first()])
  const [unit] = await take(first(), waveId, north.communityId, 1)
  await record(first(), unit!)
  const { token } = units.find(one => one.sampleId === unit!.sampleId)!
  expect(await refusalOf(world.nobody.ask(quizzes.getWaveForm)({ token }))).toBe('token-used')
})

test('the same interview sent twice counts once; another one of the same unit does not', async () => {
  const { waveId } = await fieldedWave(office, [first()])
  const [unit] = await take(first(), waveId, north.communityId, 1)
  const sent = interviewOf(unit!)
  const replies = await Promise.all(Array.from({ length: 5 }, () => first().ask(quizzes.recordInterview)(sent)))
  expect(replies).toEqual(Array(5).fill({ accepted: true }))
  expect(await refusalOf(record(first(), unit!))).toBe('token-used')
  expect((await report(waveId)).overall.n).toBe(1)
})

test('answers that are not all of this form, once each, are refused', async () => {
  const { waveId } = await fieldedWave(office, [first()])
  const [unit, other] = await take(first(), waveId, north.communityId, 2)
  const answers = nothingKnown(unit!)
  for (const wrong of [answers.slice(1), [...answers.slice(1), answers[1]!], nothingKnown(other!)])
    expect(await refusalOf(record(first(), unit!, { answers: wrong }))).toBe('bad-input')
  const foreign = [{ ...answers[0]!, optionId: unit!.items[1]!.options[0]!.optionId }, ...answers.slice(1)]
  expect(await refusalOf(record(first(), unit!, { answers: foreign }))).toBe('bad-input')
})

test('only a wave in fielding is asked for', async () => {
  const { waveId } = await office.ask(quizzes.createWave)({
    ...{
      title: '还没开始的调查',
      target: 0.9,
      margin: 0.2,
      channel: 'phone',
      opensOn: '2026-11-23',
      closesOn: '2026-12-06',
      strata: [north, south]
    }
  })
  await office.ask(quizzes.setInterviewers)({ waveId, personIds: [first().person.personId] })
  expect(await refusalOf(take(first(), waveId, north.communityId, 1))).toBe('move-not-allowed')
  expect(await mine(first(), waveId)).toEqual({ waves: [] })
  await office.ask(quizzes.drawSample)({ waveId })
  await office.ask(quizzes.openWave)({ waveId })
  const [unit] = await take(first(), waveId, north.communityId, 1)
  await office.ask(quizzes.closeWave)({ waveId })
  expect(await refusalOf(record(first(), unit!))).toBe('move-not-allowed')
  expect(await refusalOf(attempt(world, first(), unit!))).toBe('move-not-allowed')
  expect(await refusalOf(office.ask(quizzes.setInterviewers)({ waveId, personIds: [] }))).toBe('move-not-allowed')
  await world.tick()
  const [row] = await askDatabase(
    world.database,
    sql`select released_at is not null as over from interview_holds where wave_id = ${waveId}`
  )
  expect(row).toEqual({ over: true })
})

test('the first visit and three call-backs are logged; what is said again within the hour corrects what was said', async () => {
  const { waveId } = await fieldedWave(office, [first()])
  const [unit] = await take(first(), waveId, north.communityId, 1)
  await attempt(world, first(), unit!, 'not-reached')
  world.later({ minutes: 30 })
  expect((await attempt(world, first(), unit!, 'nobody-home', '灯亮着')).attempts).toEqual([
    { attemptedAt: world.now.toISOString(), reason: 'nobody-home', note: '灯亮着' }
  ])
  for (let callBack = 0; callBack < 3; callBack += 1) {
    world.later({ hours: 5 })
    await attempt(world, first(), unit!)
  }
  expect((await report(waveId)).response).toMatchObject({ nonResponse: { 'nobody-home': 1 } })
  world.later({ hours: 5 })
  expect(await refusalOf(attempt(world, first(), unit!))).toBe('over-limit')
  expect((await inHand(first(), waveId))[0]!.attempts).toHaveLength(4)
  // Somebody opens after all.
  await record(first(), unit!)
  expect((await report(waveId)).response).toMatchObject({ answered: 1, nonResponse: { 'nobody-home': 0 } })
})

test('who refused, or was called on four times, is asked by nobody else', async () => {
  const { waveId } = await fieldedWave(office, [first(), second()])
  const [unit, other] = await take(first(), waveId, north.communityId, 5)
  await attempt(world, first(), unit!, 'refused')
  await attempt(world, first(), other!, 'nobody-home')
  const sampleIds = (await inHand(first(), waveId)).map(one => one.sampleId)
  expect(await first().ask(quizzes.giveBackInterviews)({ waveId, sampleIds })).toEqual({ givenBackCount: 5 })
  expect(await first().ask(quizzes.giveBackInterviews)({ waveId, sampleIds })).toEqual({ givenBackCount: 0 })
  const taken = await take(second(), waveId, north.communityId, 5)
  expect(taken.map(one => one.sampleId)).not.toContain(unit!.sampleId)
  expect(taken).toHaveLength(4)
  // Whoever comes next sees when nobody was at home, not who came.
  expect(taken.find(one => one.sampleId === other!.sampleId)!.attempts).toEqual([
    { attemptedAt: world.now.toISOString(), reason: 'nobody-home' }
  ])
})

test('what lies untouched for seven days goes back; an attempt keeps it for seven more', async () => {
  const { waveId } = await fieldedWave(office, [first(), second()])
  const [quiet, visited] = await take(first(), waveId, north.communityId, 2)
  world.later({ days: 6 })
  await attempt(world, first(), visited!)
  await world.tick()
  expect(await inHand(first(), waveId)).toHaveLength(2)
  world.later({ days: 1 })
  await world.tick()
  expect((await inHand(first(), waveId)).map(one => one.sampleId)).toEqual([visited!.sampleId])
  const taken = await take(second(), waveId, north.communityId, 5)
  expect(taken.map(one => one.sampleId)).toContain(quiet!.sampleId)
})

test('an interview that comes late counts while nobody else has the unit, and is told so where somebody has', async () => {
  const { waveId } = await fieldedWave(office, [first(), second()])
  const [late, later] = await take(first(), waveId, north.communityId, 2)
  world.later({ days: 8 })
  await world.tick()
  expect(await record(first(), late!)).toEqual({ accepted: true })
  const again = (await take(second(), waveId, north.communityId, 5)).find(one => one.sampleId === later!.sampleId)
  expect(await refusalOf(record(first(), later!))).toBe('unit-passed-on')
  expect(await refusalOf(attempt(world, first(), later!))).toBe('unit-passed-on')
  expect(again!.items[0]!.itemId).not.toBe(later!.items[0]!.itemId)
  expect(await record(second(), again!)).toEqual({ accepted: true })
})

test('a phone whose clock runs ahead or backwards loses nothing', async () => {
  const { waveId } = await fieldedWave(office, [first()])
  const [unit, other] = await take(first(), waveId, north.communityId, 2)
  await record(first(), unit!, { seconds: -500 })
  const ahead = {
    waveId,
    sampleId: other!.sampleId,
    reason: 'nobody-home' as const,
    attemptedAt: '2031-01-01T00:00:00.000Z',
    idempotencyKey: newKey()
  }
  const { attempts } = await first().ask(quizzes.logInterviewAttempt)(ahead)
  expect(attempts.map(one => one.attemptedAt)).toEqual([world.now.toISOString()])
  expect((await office.ask(quizzes.listInterviewers)({ waveId })).overall.medianSeconds).toBe(0)
})
