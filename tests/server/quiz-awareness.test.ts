import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { points } from '#contract/points'
import { quizzes } from '#contract/quizzes'
import { parseQuestionFile } from '#server/quizzes/bank/question-file-rules'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { answerAll, liveDaily } from '#world/quiz-scenes'
import { anchorDrafts, answerKnowing, answersKnowing, bounds, formOf, north, openedWave, smallPlan, south } from '#world/wave-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let office: Actor
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  office = await world.as('supervisor')
}, 60_000)
beforeEach(() => world.at('2026-11-23T09:00:00+08:00'))
afterAll(() => world.close())

const report = (waveId: string) => office.ask(quizzes.getWaveReport)({ waveId })
const answer = (token: string, answers: object[]) => world.nobody.send('quizzes/answerWave', { token, answers })

const near = (found: number, expected: number) => expect(Math.abs(found - expected)).toBeLessThan(1e-9)

test('a wave is planned, drawn in proportion, fielded and closed, step by step and never back', async () => {
  const planned = await office.ask(quizzes.createWave)(smallPlan)
  expect(planned).toMatchObject({
    state: 'planned',
    title: smallPlan.title,
    questionCount: 8,
    sampleSize: 0,
    answeredCount: 0,
    nonResponseCount: 0
  })
  const { waveId } = planned
  const move = { open: office.ask(quizzes.openWave), close: office.ask(quizzes.closeWave), draw: office.ask(quizzes.drawSample) }
  for (const early of [move.open, move.close]) expect(await refusalOf(early({ waveId }))).toBe('move-not-allowed')
  const { wave, units } = await move.draw({ waveId })
  expect([wave.state, wave.sampleSize, units.length]).toEqual(['sampled', 12, 12])
  expect(units.filter(unit => unit.communityId === north.communityId && unit.sex === 'female' && unit.ageBand === '30-44')).toHaveLength(5)
  expect(units.filter(unit => unit.communityId === south.communityId && unit.sex === 'male' && unit.ageBand === '60-74')).toHaveLength(7)
  expect(new Set(units.map(unit => unit.token)).size).toBe(12)
  expect(await refusalOf(move.draw({ waveId }))).toBe('move-not-allowed')
  expect((await move.open({ waveId })).state).toBe('fielding')
  expect((await move.close({ waveId })).state).toBe('closed')
  for (const again of [move.draw, move.open, move.close]) expect(await refusalOf(again({ waveId }))).toBe('move-not-allowed')
  const listed = await office.ask(quizzes.listWaves)({})
  expect(listed.waves.find(one => one.waveId === waveId)).toMatchObject({ state: 'closed', sampleSize: 12 })
})

test('the helper says how many to ask, and how many of them must be right', async () => {
  const suggest = office.ask(quizzes.suggestSample)
  expect(await suggest({ target: 0.9, margin: 0.03 })).toEqual({ completed: 385, asked: 385, rightToClaim: 359 })
  expect(await suggest({ target: 0.9, margin: 0.2 })).toEqual({ completed: 9, asked: 9 })
})

test('a plan that cannot be is refused: twin cells, a community of elsewhere, an end before the beginning, too many to ask', async () => {
  const create = (change: object) => refusalOf(office.ask(quizzes.createWave)({ ...smallPlan, ...change }))
  expect(await create({ strata: [north, { ...north, population: 3 }] })).toBe('bad-input')
  expect(await create({ strata: [{ ...north, communityId: 'demo-street-1' }] })).toBe('not-found')
  expect(await create({ closesOn: '2026-11-22' })).toBe('bad-input')
  expect(await create({ margin: 0.005, expectedResponse: 0.05 })).toBe('bad-input')
  expect(await create({ previousWaveId: 'no-wave' })).toBe('not-found')
})

test('only anchor questions that may be asked now are asked, in the version they have today', async () => {
  const anchors = [...(await anchorDrafts(world)).values()].map(draft => draft.questionId).slice(0, 7)
  const create = (questionIds: string[]) => office.ask(quizzes.createWave)({ ...smallPlan, questionIds })
  const [practice] = await askDatabase(
    world.database,
    sql`select question_id from questions where pool = 'practice' and type = 'single' limit 1`
  )
  expect(await refusalOf(create([...anchors.slice(0, 6), practice!.question_id as string]))).toBe('bad-input')
  expect(await refusalOf(create([...anchors.slice(0, 6), anchors[0]!]))).toBe('bad-input')
  const editor = await world.as('editor')
  const first = anchors[0]!
  const { draft } = await editor.ask(quizzes.getQuestion)({ questionId: first })
  const suspend = (isSuspended: boolean) => editor.ask(quizzes.suspendFact)({ factId: draft.factIds[0]!, isSuspended, note: '法律有修订' })
  await suspend(true)
  expect(await refusalOf(create(anchors))).toBe('bad-input')
  await suspend(false)
  const { waveId } = await create(anchors)
  expect((await report(waveId)).items.map(item => item.questionId)).toEqual(anchors)
  const stem = draft.stem
  await editor.ask(quizzes.saveQuestion)({ questionId: first, version: 1, draft: { ...draft, stem: `请问：${draft.stem}` } })
  expect((await report(waveId)).items[0]!.stem).toBe(stem)
  expect(await refusalOf(create(anchors))).toBe('bad-input')
  const drawn = await report((await office.ask(quizzes.createWave)(smallPlan)).waveId)
  const topics = await askDatabase(
    world.database,
    sql`select distinct topic from questions where pool = 'anchor' and question_id in ${drawn.items.map(item => item.questionId)}`
  )
  expect([drawn.items.length, topics.length]).toEqual([8, 8])
})

test('a form is the same every time, differs between tokens, and neither it nor any reply to answers says what is right', async () => {
  const [one, two] = (await openedWave(office)).units.map(unit => unit.token) as [string, string]
  const read = async (token: string) => JSON.stringify((await world.nobody.send('quizzes/getWaveForm', { token })).body)
  const [form, other, again] = [await read(one), await read(two), await read(one)]
  expect(again).toBe(form)
  const ids = (text: string) => [...text.matchAll(/"(?:item|option)Id":"([^"]+)"/g)].map(match => match[1])
  expect(ids(form).filter(id => ids(other).includes(id))).toEqual([])
  const knowing = await answer(one, await answersKnowing(world, one, 8))
  const ignorant = await answer(two, await answersKnowing(world, two, 0))
  expect(knowing).toEqual(ignorant)
  expect(knowing).toEqual({ status: 200, body: { accepted: true } })
  const refused = JSON.stringify([await answer(one, [{ itemId: 'x' }]), await answer(two, [{ itemId: 'x' }])])
  const drafts = [...(await anchorDrafts(world)).values()]
  expect(drafts.filter(draft => form.includes(draft.stem))).toHaveLength(8)
  // Ids are random letters and may spell any word.
  const withoutIds = (text: string) => text.replaceAll(/"(item|option)Id":"[^"]+"/g, '')
  for (const bytes of [form, other, refused, JSON.stringify(knowing)].map(withoutIds)) {
    expect(bytes).not.toMatch(/key|explanation|correct|right|pool|version|factId|questionId|anchor|第[一二三四五六七八九十百]+条|Q-F/i)
    for (const { explanation, questionId } of drafts)
      for (const secret of [explanation.slice(0, 20), questionId]) expect(bytes).not.toContain(secret)
  }
})

test('a token works only while its wave is fielded, and once: unknown, early, used, late', async () => {
  const { waveId } = await office.ask(quizzes.createWave)(smallPlan)
  const { units } = await office.ask(quizzes.drawSample)({ waveId })
  const [token, spare, late] = [units[0]!.token, units[1]!.token, units[2]!.token]
  const both = async (asked: string, answers: object[]) => [
    await refusalOf(formOf(world, asked)),
    ((await answer(asked, answers)).body as { code: string }).code
  ]
  const none = [{ itemId: 'x' }]
  expect(await both('AAAAAAAAAAAAAAAAAAAAAA', none)).toEqual(['token-unknown', 'token-unknown'])
  expect(await both(token, none)).toEqual(['token-unknown', 'token-unknown'])
  await office.ask(quizzes.openWave)({ waveId })
  const answers = await answersKnowing(world, token, 3)
  const bad = async (given: object[]) => ((await answer(token, given)).body as { code: string }).code
  expect(await bad(answers.slice(1))).toBe('bad-input')
  expect(await bad([...answers.slice(1), answers[1]!])).toBe('bad-input')
  expect(await bad([...answers.slice(1), { itemId: answers[0]!.itemId, optionId: 'a' }])).toBe('bad-input')
  expect(await bad([...answers.slice(1), { ...answers[0]!, optionId: answers[1]!.optionId }])).toBe('bad-input')
  expect(await bad(await answersKnowing(world, spare, 3))).toBe('bad-input')
  expect((await report(waveId)).overall.n).toBe(0)
  expect((await answer(token, answers)).status).toBe(200)
  expect(await both(token, answers)).toEqual(['token-used', 'token-used'])
  const kept = await answersKnowing(world, late, 3)
  await office.ask(quizzes.closeWave)({ waveId })
  expect(await both(late, kept)).toEqual(['token-unknown', 'token-unknown'])
  expect(await report(waveId)).toMatchObject({ overall: { n: 1 }, response: { asked: 12, answered: 1 } })
})

test('of twenty answers to one token at the same moment one counts', async () => {
  const { waveId, units } = await openedWave(office)
  const { token } = units[0]!
  const tries = await Promise.all(Array.from({ length: 20 }, (_, n) => answersKnowing(world, token, n % 8)))
  const replies = await Promise.all(tries.map(answers => answer(token, answers)))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(replies.filter(({ status }) => status !== 200).map(({ body }) => (body as { code: string }).code))).toEqual(
    new Set(['token-used'])
  )
  expect((await report(waveId)).items.map(item => item.n)).toEqual(Array(8).fill(1))
  const winner = tries[replies.findIndex(({ status }) => status === 200)]!
  const known = winner.findIndex(one => !('optionId' in one))
  expect((await report(waveId)).items.map(item => item.right)).toEqual(Array.from({ length: 8 }, (_, place) => Number(place < known)))
})

test('an answer leads to nobody: no points, no person, and no token in the database or the log', async () => {
  const { units } = await openedWave(office)
  const resident = await world.newcomer()
  const { token } = units[0]!
  expect(await resident.ask(quizzes.answerWave)({ token, answers: await answersKnowing(world, token, 8) })).toEqual({ accepted: true })
  expect(await resident.ask(points.getMyPoints)({})).toMatchObject({ available: 0, pending: 0 })
  const dump = JSON.stringify(
    await askDatabase(
      world.database,
      sql`select to_json(s) sample, to_json(a) answer, to_json(w) wave
      from wave_samples s left join wave_answers a using (sample_id) join waves w using (wave_id)`
    )
  )
  expect(dump).toContain(units[0]!.sampleId)
  const log = world.logLines.join('\n')
  for (const text of [dump, log])
    for (const secret of [...units.map(unit => unit.token), resident.person.personId]) expect(text).not.toContain(secret)
})

test('to strangers, and to staff of less than the city, there are no waves', async () => {
  const { waveId, units } = await openedWave(office)
  const strangers = [
    await world.newcomer(),
    await world.as('organiser'),
    await world.as('reviewer'),
    await world.staff('supervisor', { areaId: 'demo-street-1' }),
    await world.staff('editor', { areaId: 'demo-community-1-1' })
  ]
  const asked = {
    ...{ suggestSample: { target: 0.9, margin: 0.03 }, createWave: smallPlan, listWaves: {}, drawSample: { waveId }, openWave: { waveId } },
    ...{ closeWave: { waveId }, getWaveReport: { waveId }, getWave: { waveId }, listSample: { waveId }, renewTokens: { waveId } },
    ...{ reportWave: { waveId }, exportWaveReport: { waveId, format: 'pdf' }, proposeQuestions: { previousWaveId: waveId } },
    logNonResponse: { waveId, sampleId: units[0]!.sampleId, reason: 'refused' }
  }
  for (const [name, input] of Object.entries(asked)) {
    for (const stranger of strangers) expect([name, (await stranger.send(`quizzes/${name}`, input)).status]).toEqual([name, 404])
    expect([name, (await world.nobody.send(`quizzes/${name}`, input)).status]).toEqual([name, 401])
  }
  for (const persona of ['editor', 'admin'] as const)
    expect((await (await world.as(persona)).send('quizzes/getWaveReport', { waveId })).status).toBe(200)
  for (const name of ['drawSample', 'openWave', 'closeWave', 'getWaveReport'])
    expect((await office.send(`quizzes/${name}`, { waveId: 'no-such-wave' })).status).toBe(404)
})

test('why somebody did not answer is kept until they do', async () => {
  const [{ waveId, units }, other] = [await openedWave(office), await openedWave(office)]
  const log = (sampleId: string, reason: 'refused' | 'nobody-home') =>
    office.ask(quizzes.logNonResponse)({ waveId, sampleId, reason, note: '下周再来' })
  expect((await log(units[0]!.sampleId, 'nobody-home')).nonResponseCount).toBe(1)
  expect((await log(units[0]!.sampleId, 'refused')).nonResponseCount).toBe(1)
  await log(units[1]!.sampleId, 'nobody-home')
  expect((await report(waveId)).response).toMatchObject({ asked: 12, answered: 0, nonResponse: { refused: 1, 'nobody-home': 1, other: 0 } })
  await answerKnowing(world, units[1]!, 2)
  expect((await report(waveId)).response).toMatchObject({ answered: 1, nonResponse: { refused: 1, 'nobody-home': 0 } })
  expect(await refusalOf(log(units[1]!.sampleId, 'refused'))).toBe('token-used')
  expect(await refusalOf(log(other.units[0]!.sampleId, 'refused'))).toBe('not-found')
  await office.ask(quizzes.closeWave)({ waveId })
  expect(await refusalOf(log(units[2]!.sampleId, 'refused'))).toBe('move-not-allowed')
})

test('the report of a small wave equals what is reckoned by hand, stays as it was, and the next wave is held against it', async () => {
  const questionIds = [...(await anchorDrafts(world)).values()].map(draft => draft.questionId).slice(2, 8)
  world.at('2026-11-29T09:00:00+08:00')
  await liveDaily(world, await world.newcomer())
  world.at('2026-11-30T09:00:00+08:00')
  const { waveId, units } = await openedWave(office, { questionIds })
  const [inNorth, inSouth] = [units.slice(0, 5), units.slice(5)]
  for (const [place, known] of [6, 6, 6, 5, 3].entries()) await answerKnowing(world, inNorth[place]!, known)
  for (const [place, known] of [6, 2, 0, 1, 3].entries()) await answerKnowing(world, inSouth[place]!, known)
  world.later({ hours: 1 })
  // A second answer to the same question, right by now, is no news.
  const fresh = await world.newcomer()
  await liveDaily(world, fresh, 3)
  await answerAll(world, fresh, await fresh.ask(quizzes.startMistakes)({}))
  world.later({ hours: 1 })
  const live = await report(waveId)
  const share = 38 / 60
  // The north has 26 of 30 answers right, the south 12 of 30: of five people each 4⅓ and 2, 7⁄6 more and less than expected.
  const effect = ((2 / 1) * 2 * (7 / 6) ** 2) / 100 / ((share * (1 - share)) / 9)
  expect(live.overall).toMatchObject({ n: 10, estimate: share })
  near(live.overall.designEffect, effect)
  // Of two places one cannot tell how much places differ: ten people are paid down by (t of 9 ÷ t of 1)².
  const penalty = (2.2621571628 / Math.tan(0.475 * Math.PI)) ** 2
  near(live.overall.effectiveSize!, (10 / effect) * penalty)
  near(live.overall.low, bounds(share, (10 / effect) * penalty).low)
  near(live.overall.high, bounds(share, (10 / effect) * penalty).high)
  near(live.overall.postStratified!, (500 / 1200) * (26 / 30) + (700 / 1200) * (12 / 30))
  expect([live.met, live.target, live.change, live.practice]).toEqual([false, 0.9, undefined, { n: 5, right: 3 }])
  expect(live.items.map(({ n, right, unknown, estimate }) => [n, right, unknown, estimate])).toEqual(
    [9, 8, 7, 5, 5, 4].map((right, place) => [10, right, [1, 1, 1, 2, 0, 1][place], right / 10])
  )
  // Nine of ten, five in the north and four in the south, are as far apart as by chance; seven, five and two, are further.
  near(live.items[0]!.low, bounds(0.9, 10 * penalty).low)
  const third = (2 * 2 * 1.5 ** 2) / 100 / ((0.7 * 0.3) / 9)
  near(live.items[2]!.low, bounds(0.7, (10 / third) * penalty).low)
  await office.ask(quizzes.closeWave)({ waveId })
  const closed = await report(waveId)
  expect({ ...closed, wave: live.wave }).toEqual(live)
  world.later({ days: 1 })
  await liveDaily(world, fresh, 0)
  expect(JSON.stringify(await report(waveId))).toBe(JSON.stringify(closed))

  const next = await openedWave(office, { title: '二季度知晓率调查', previousWaveId: waveId })
  for (const unit of next.units) await answerKnowing(world, unit, 6)
  const better = await report(next.waveId)
  expect(better.items.map(item => item.questionId)).toEqual(questionIds)
  expect(better.overall).toMatchObject({ n: 12, estimate: 1, designEffect: 1, high: 1, postStratified: 1 })
  const [past, present] = [bounds(share, (10 / effect) * penalty), bounds(1, 12)]
  expect(better.change).toMatchObject({ previousTitle: smallPlan.title })
  near(better.change!.difference, 1 - share)
  near(better.change!.low, 1 - share - Math.hypot(1 - present.low, past.high - share))
  near(better.change!.high, 1 - share + Math.hypot(0, share - past.low))
})

test('anchor questions measure and never teach: none is in practice, in the content or in anything drawn', async () => {
  const content = readdirSync('content/questions').flatMap(name =>
    parseQuestionFile(readFileSync(`content/questions/${name}`, 'utf8'), name)
  )
  const [anchors, practice] = ['anchor', 'practice'].map(pool => content.filter(question => question.pool === pool)) as [
    typeof content,
    typeof content
  ]
  expect([anchors.length >= 40, practice.length >= 400]).toEqual([true, true])
  const practised = new Set(practice.flatMap(question => [question.questionId, question.stem]))
  expect(anchors.filter(anchor => practised.has(anchor.questionId) || practised.has(anchor.stem))).toEqual([])
  const { topics } = await office.ask(quizzes.listTopics)({})
  const keen = await world.newcomer()
  await liveDaily(world, keen, 0)
  for (const { topic } of topics) await keen.ask(quizzes.startTopic)({ topic })
  await keen.ask(quizzes.startMistakes)({})
  await (await world.newcomer()).ask(quizzes.startChallenge)({})
  const drawn = await askDatabase(
    world.database,
    sql`select q.pool, count(*)::int n from attempt_items join questions q using (question_id) group by 1`
  )
  expect(drawn.map(row => row.pool)).toEqual(['practice'])
  expect(drawn[0]!.n).toBeGreaterThan(100)
})
