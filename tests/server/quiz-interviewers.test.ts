import { sql } from 'drizzle-orm'
import { people } from '#contract/people'
import { quizzes } from '#contract/quizzes'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { attempt, fieldedWave, inHand, record, saidAtTheDoor, take } from '#world/interview-scenes'
import { anchorDrafts, north, openedWave, south } from '#world/wave-scenes'
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

test('a unit says where to look and for whom, never a name, a telephone or a token', async () => {
  const { waveId } = await fieldedWave(office, [first()])
  const [unit] = await take(first(), waveId, north.communityId, 1)
  expect(Object.keys(unit!).sort()).toEqual(
    ['ageBand', 'attempts', 'communityId', 'communityName', 'heldUntil', 'items', 'number', 'sampleId', 'sex', 'waveId'].sort()
  )
  expect(unit).toMatchObject({ communityId: north.communityId, ageBand: '30-44', sex: 'female', attempts: [] })
  expect(unit!.number).toBeGreaterThan(0)
  expect((await inHand(first(), waveId))[0]).toEqual(unit)
})

test('no form that goes to a phone tells a key, and every form has an order and ids of its own', async () => {
  const { waveId } = await fieldedWave(office, [first()])
  const taken = await take(first(), waveId, north.communityId, 5)
  const rest = await take(first(), waveId, south.communityId, 7)
  const replies: unknown[] = [
    taken,
    rest,
    await mine(first(), waveId),
    await record(first(), taken[0]!),
    await attempt(world, first(), taken[1]!)
  ]
  const drafts = await anchorDrafts(world)
  // Ids are chance and may spell anything.
  const withoutIds = JSON.stringify(replies, (name: string, value: unknown) => (/Id$/.test(name) ? undefined : value))
  for (const word of ['explanation', 'isRight', 'isCorrect', 'correct', 'factId', 'draft', 'difficulty', 'key"'])
    expect(withoutIds).not.toContain(word)
  const all = JSON.stringify(replies)
  for (const { questionId, explanation, options } of drafts.values()) {
    expect(all).not.toContain(JSON.stringify(explanation).slice(1, -1))
    for (const secret of [questionId, ...options!.map(option => option.optionId)]) expect(all).not.toContain(`"${secret}"`)
  }
  const units = [...taken, ...rest]
  const fields = new Set(
    units.flatMap(unit => unit.items.flatMap(item => [...Object.keys(item), ...item.options.flatMap(one => Object.keys(one))]))
  )
  expect([...fields].sort()).toEqual(['itemId', 'optionId', 'options', 'stem', 'text'])
  const ids = units.flatMap(unit => unit.items.flatMap(item => [item.itemId, ...item.options.map(option => option.optionId)]))
  expect(new Set(ids).size).toBe(ids.length)
  const places = new Set(
    units.flatMap(unit =>
      unit.items.map(({ stem, options }) => {
        const { key, options: known } = drafts.get(stem)!
        const right = 'optionIds' in key ? key.optionIds[0] : undefined
        return options.findIndex(({ text }) => text === known!.find(one => one.optionId === right)!.text)
      })
    )
  )
  expect(places.size).toBeGreaterThan(2)
  const dump = JSON.stringify(await askDatabase(world.database, sql`select form_key from interview_holds`))
  for (const [formKey] of [...dump.matchAll(/[\w-]{22}/g)]) expect(all).not.toContain(formKey)
})

test('what is not yours reads like not there', async () => {
  const { waveId } = await fieldedWave(office, [first(), second()])
  const other = await fieldedWave(office, [second()])
  const [unit] = await take(first(), waveId, north.communityId, 1)
  const stranger = await world.newcomer()
  for (const somebody of [second(), stranger, office]) {
    expect(await refusalOf(record(somebody, unit!))).toBe('not-found')
    expect(await refusalOf(attempt(world, somebody, unit!))).toBe('not-found')
  }
  expect(await refusalOf(record(first(), { ...unit!, waveId: other.waveId }))).toBe('not-found')
  expect(await refusalOf(record(first(), { ...unit!, sampleId: 'no-such-unit' }))).toBe('not-found')
  for (const somebody of [stranger, office]) {
    expect(await refusalOf(take(somebody, waveId, north.communityId, 1))).toBe('not-found')
    expect(await refusalOf(somebody.ask(quizzes.giveBackInterviews)({ waveId, sampleIds: [unit!.sampleId] }))).toBe('not-found')
    expect(await somebody.ask(quizzes.listInterviews)({})).toEqual({ waves: [] })
    expect(await somebody.ask(quizzes.getMyFieldwork)({})).toEqual({ waves: [] })
  }
  expect(await second().ask(quizzes.giveBackInterviews)({ waveId, sampleIds: [unit!.sampleId] })).toEqual({ givenBackCount: 0 })
  expect(await inHand(first(), waveId)).toHaveLength(1)
  expect(await first().ask(quizzes.listInterviews)({ waveId: other.waveId })).toEqual({ waves: [] })
})

test('interviewers are named, counted and found by the office alone', async () => {
  const { waveId } = await openedWave(office)
  const asked = {
    findInterviewers: { name: 'x' },
    setInterviewers: { waveId, personIds: [first().person.personId] },
    listInterviewers: { waveId }
  }
  const strangers = [first(), await world.as('organiser'), await world.staff('supervisor', { areaId: 'demo-street-1' })]
  for (const [name, input] of Object.entries(asked)) {
    for (const stranger of strangers) expect([name, (await stranger.send(`quizzes/${name}`, input)).status]).toEqual([name, 404])
    expect([name, (await world.nobody.send(`quizzes/${name}`, input)).status]).toEqual([name, 401])
  }
  await first().ask(people.renameMe)({ displayName: '安安问一问' })
  expect(await office.ask(quizzes.findInterviewers)({ name: '安安' })).toEqual({
    people: [{ personId: first().person.personId, displayName: '安安问一问' }],
    isMore: false
  })
  expect(await refusalOf(office.ask(quizzes.setInterviewers)({ waveId, personIds: ['nobody-we-know'] }))).toBe('not-found')
  const set = await office.ask(quizzes.setInterviewers)({ waveId, personIds: [first().person.personId, first().person.personId] })
  expect(set.interviewers).toEqual([
    {
      personId: first().person.personId,
      displayName: '安安问一问',
      isNamed: true,
      heldCount: 0,
      interviewCount: 0,
      attemptCount: 0,
      signs: []
    }
  ])
})

test('who is taken off the wave gives back what they hold and sees nothing of it any more', async () => {
  const { waveId } = await fieldedWave(office, [first(), second()])
  const [unit] = await take(first(), waveId, north.communityId, 5)
  await office.ask(quizzes.setInterviewers)({ waveId, personIds: [second().person.personId] })
  expect(await mine(first(), waveId)).toEqual({ waves: [] })
  expect(await refusalOf(record(first(), unit!))).toBe('not-found')
  expect(await take(second(), waveId, north.communityId, 5)).toHaveLength(5)
})

test('units of a deleted account go back by themselves', async () => {
  const leaving = await world.newcomer()
  const { waveId } = await fieldedWave(office, [leaving, first()])
  await take(leaving, waveId, north.communityId, 5)
  await leaving.ask(people.deleteMyAccount)({ confirmation: 'delete' })
  await world.tick()
  expect(await take(first(), waveId, north.communityId, 5)).toHaveLength(5)
})

test('the office sees whose interviews are odd, and nobody sees how many were right by who asked', async () => {
  const { waveId } = await fieldedWave(office, [first(), second()], { strata: [{ ...north, population: 5000 }], margin: 0.05 })
  const slow = await take(first(), waveId, north.communityId, 12)
  const quick = await take(second(), waveId, north.communityId, 10)
  for (const [place, unit] of slow.entries())
    await record(first(), unit, { seconds: 100 + place, answers: await saidAtTheDoor(world, unit, 4, 2) })
  for (const unit of quick) await record(second(), unit, { seconds: 12, answers: await saidAtTheDoor(world, unit, 8) })
  const [odd] = await take(second(), waveId, north.communityId, 1)
  await attempt(world, second(), odd!)
  const { interviewers, overall } = await office.ask(quizzes.listInterviewers)({ waveId })
  const of = (actor: Actor) => interviewers.find(one => one.personId === actor.person.personId)
  expect(of(first())).toMatchObject({
    interviewCount: 12,
    medianSeconds: 106,
    unknownShare: 0.25,
    heldCount: 0,
    attemptCount: 0,
    signs: []
  })
  expect(of(second())).toMatchObject({ interviewCount: 10, medianSeconds: 12, unknownShare: 0, heldCount: 1, attemptCount: 1 })
  expect(of(second())!.signs).toEqual(['quick', 'never-unknown'])
  expect(overall).toMatchObject({ interviewCount: 22, medianSeconds: 101 })
  expect(overall.unknownShare).toBeCloseTo((12 * 2) / (22 * 8), 12)
  expect(JSON.stringify(interviewers)).not.toMatch(/right|correct/i)
  await office.ask(quizzes.setInterviewers)({ waveId, personIds: [] })
  expect((await office.ask(quizzes.listInterviewers)({ waveId })).interviewers.map(one => one.isNamed)).toEqual([false, false])
})

test('nothing leads from an interview to who answered, and positions are not kept', async () => {
  const columns = await askDatabase(
    world.database,
    sql`select column_name from information_schema.columns where table_name in ('interviews', 'interview_attempts', 'interview_holds')`
  )
  const names = columns.map(row => row.column_name as string)
  expect(names.filter(name => /name|phone|longitude|latitude|point|position|address|token|openid/.test(name))).toEqual([])
})

test('an interviewer, of whatever role or none, hears where there is work and how much is in hand, while the wave is asked for', async () => {
  const interviewer = await world.newcomer()
  const work = async (actor: Pick<Actor, 'ask'> = interviewer) => (await actor.ask(quizzes.getMyFieldwork)({})).waves
  const { waveId } = await openedWave(office, { title: '冬季知晓率调查' })
  expect(await work()).toEqual([])
  await office.ask(quizzes.setInterviewers)({ waveId, personIds: [interviewer.person.personId] })
  expect(await work()).toEqual([{ waveId, title: '冬季知晓率调查', heldCount: 0 }])
  const [unit] = await take(interviewer, waveId, north.communityId, 2)
  expect(await work()).toMatchObject([{ heldCount: 2 }])
  await record(interviewer, unit!)
  expect(await work()).toMatchObject([{ heldCount: 1 }])
  expect(await refusalOf(work(world.nobody))).toBe('not-signed-in')
  await office.ask(quizzes.closeWave)({ waveId })
  expect(await work()).toEqual([])
})
