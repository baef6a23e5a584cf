import { sql } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { quizzes } from '#contract/quizzes'
import { refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { holdContest, takePart } from '#world/contest-scenes'
import { liveDaily } from '#world/quiz-scenes'
import { readPdf } from '#world/read-pdf'
import { answerKnowing, answersKnowing, formOf, north, openedWave, smallPlan, south } from '#world/wave-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let server: FastifyInstance
let office: Actor
beforeAll(async () => {
  // Addresses of documents are checked by the clock of the server.
  world = await openWorld({ hasBank: true })
  server = await world.serve()
  office = await world.as('supervisor')
}, 60_000)
afterAll(() => world.close())

const report = (waveId: string) => office.ask(quizzes.getWaveReport)({ waveId })
const fetched = async (url: string) => server.inject({ url })

/** A wave of twelve people in two communities, of whom seven answered and two said why not. */
async function closedWave(plan: Parameters<typeof openedWave>[1] = {}) {
  const { waveId, units } = await openedWave(office, plan)
  for (const [place, known] of [8, 8, 6, 8, 3, 8, 7].entries()) await answerKnowing(world, units[place]!, known)
  await office.ask(quizzes.logNonResponse)({ waveId, sampleId: units[8]!.sampleId, reason: 'nobody-home' })
  await office.ask(quizzes.logNonResponse)({ waveId, sampleId: units[9]!.sampleId, reason: 'refused', note: '正忙着做饭' })
  await office.ask(quizzes.closeWave)({ waveId })
  return { waveId, units }
}

describe('the frame and how far it is', () => {
  test('before the draw a wave shows what the draw will take, afterwards what was taken and how far each cell is', async () => {
    const { waveId } = await office.ask(quizzes.createWave)(smallPlan)
    const planned = await office.ask(quizzes.getWave)({ waveId })
    // Of two communities Student’s t has one degree of freedom: nine answers are worth less than one.
    expect(planned.size).toMatchObject({ completed: 9, asked: 12 })
    expect([planned.size.effectiveSize! < 1, planned.size.expectedMargin! > 0.3]).toEqual([true, true])
    expect(planned.cells).toEqual([
      { ...north, asked: 5, answered: 0, nonResponse: {} },
      { ...south, asked: 7, answered: 0, nonResponse: {} }
    ])
    expect(planned.questions).toHaveLength(8)
    const { units } = await office.ask(quizzes.drawSample)({ waveId })
    expect(units.map(unit => unit.number)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
    await office.ask(quizzes.openWave)({ waveId })
    await answerKnowing(world, units[0]!, 5)
    await office.ask(quizzes.logNonResponse)({ waveId, sampleId: units[1]!.sampleId, reason: 'nobody-home' })
    await office.ask(quizzes.logNonResponse)({ waveId, sampleId: units[11]!.sampleId, reason: 'refused', note: '下次' })
    const fielded = await office.ask(quizzes.getWave)({ waveId })
    expect(fielded.cells).toEqual([
      { ...north, asked: 5, answered: 1, nonResponse: { 'nobody-home': 1 } },
      { ...south, asked: 7, answered: 0, nonResponse: { refused: 1 } }
    ])
    // Whoever was not at home and answers later is no longer silent.
    await answerKnowing(world, units[1]!, 5)
    expect((await office.ask(quizzes.getWave)({ waveId })).cells[0]).toMatchObject({ answered: 2, nonResponse: {} })
  })

  test('the sample is listed by number, narrowed by where one stands, place and number, and page by page', async () => {
    const { waveId, units } = await openedWave(office, { expectedResponse: 0.3 })
    const list = (more: object) => office.ask(quizzes.listSample)({ waveId, ...more })
    await answerKnowing(world, units[2]!, 5)
    await office.ask(quizzes.logNonResponse)({ waveId, sampleId: units[4]!.sampleId, reason: 'refused', note: '下次' })
    const first = await list({})
    const second = await list({ cursor: first.nextCursor })
    expect([...first.units, ...second.units].map(unit => [unit.number, unit.sampleId])).toEqual(
      units.map(unit => [unit.number, unit.sampleId])
    )
    expect([units.length, first.units.length, second.nextCursor]).toEqual([30, 20, undefined])
    expect((await list({ standing: 'answered' })).units).toMatchObject([{ number: 3, standing: 'answered' }])
    expect((await list({ standing: 'silent' })).units).toMatchObject([{ number: 5, nonResponse: { reason: 'refused', note: '下次' } }])
    expect((await list({ standing: 'left' })).units.map(unit => unit.number).slice(0, 4)).toEqual([1, 2, 4, 6])
    expect((await list({ number: 7 })).units.map(unit => unit.sampleId)).toEqual([units[6]!.sampleId])
    const inSouth = (await list({ communityId: south.communityId })).units
    expect(new Set(inSouth.map(unit => unit.communityId))).toEqual(new Set([south.communityId]))
    // Where one stands is told, never what was answered, nor when.
    expect(Object.keys((await list({ standing: 'answered' })).units[0]!).sort()).toEqual(
      ['ageBand', 'communityId', 'number', 'sampleId', 'sex', 'standing'].sort()
    )
  })

  test('proposed questions are those a wave would ask: anchors by topic, first those of the previous wave, and no key', async () => {
    const { waveId } = await openedWave(office)
    const fresh = await office.ask(quizzes.proposeQuestions)({})
    expect([fresh.proposed.length, fresh.questions.length >= 40, fresh.questions.some(one => one.isOfPrevious)]).toEqual([8, true, false])
    const again = await office.ask(quizzes.proposeQuestions)({ previousWaveId: waveId })
    const asked = (await office.ask(quizzes.getWave)({ waveId })).questions.map(question => question.questionId)
    expect(again.proposed).toEqual(asked)
    expect(again.questions.filter(one => one.isOfPrevious).map(one => one.questionId)).toEqual([...asked].sort())
    expect(Object.keys(again.questions[0]!).sort()).toEqual(['isOfPrevious', 'questionId', 'stem', 'topic'])
  })
})

describe('tokens that were lost', () => {
  test('are made anew for all who have not answered: old ones stop working, answers and numbers stay', async () => {
    const { waveId, units } = await openedWave(office)
    await answerKnowing(world, units[0]!, 8)
    const renewed = (await office.ask(quizzes.renewTokens)({ waveId })).units
    expect(renewed.map(({ sampleId, number, communityId }) => [sampleId, number, communityId])).toEqual(
      units.slice(1).map(({ sampleId, number, communityId }) => [sampleId, number, communityId])
    )
    expect(new Set([...units, ...renewed].map(unit => unit.token)).size).toBe(units.length * 2 - 1)
    expect(await refusalOf(formOf(world, units[1]!.token))).toBe('token-unknown')
    expect(await refusalOf(formOf(world, units[0]!.token))).toBe('token-used')
    await answerKnowing(world, renewed[0]!, 8)
    expect((await report(waveId)).overall.n).toBe(2)
  })

  test('are made anew for some alone, before fielding too, and for nobody who answered or is not of the wave', async () => {
    const { waveId } = await office.ask(quizzes.createWave)(smallPlan)
    const renew = (sampleIds?: string[]) => office.ask(quizzes.renewTokens)({ waveId, ...(sampleIds && { sampleIds }) })
    expect(await refusalOf(renew())).toBe('move-not-allowed')
    const { units } = await office.ask(quizzes.drawSample)({ waveId })
    const [one, two] = [units[0]!, units[1]!]
    const renewed = (await renew([one.sampleId])).units
    expect(renewed.map(unit => unit.sampleId)).toEqual([one.sampleId])
    await office.ask(quizzes.openWave)({ waveId })
    expect(await refusalOf(formOf(world, one.token))).toBe('token-unknown')
    expect((await formOf(world, two.token)).items).toHaveLength(8)
    await answerKnowing(world, two, 4)
    expect(await refusalOf(renew([two.sampleId]))).toBe('token-used')
    const other = await openedWave(office)
    expect(await refusalOf(renew([other.units[0]!.sampleId]))).toBe('not-found')
    await office.ask(quizzes.closeWave)({ waveId })
    expect(await refusalOf(renew())).toBe('move-not-allowed')
  })

  test('let nobody answer twice: of an old and a new token at the same moment one counts', async () => {
    const { waveId, units } = await openedWave(office)
    const old = units[0]!
    const answers = await answersKnowing(world, old.token, 8)
    const [renewed, answered] = await Promise.allSettled([
      office.ask(quizzes.renewTokens)({ waveId, sampleIds: [old.sampleId] }),
      world.nobody.ask(quizzes.answerWave)({ token: old.token, answers })
    ])
    expect([renewed.status, answered.status].filter(status => status === 'fulfilled')).toHaveLength(1)
    if (renewed.status === 'fulfilled') await answerKnowing(world, renewed.value.units[0]!, 8)
    expect((await report(waveId)).overall.n).toBe(1)
  })
})

describe('a report', () => {
  test('is held against a previous wave that is over, by the questions both asked in the same words, six at least', async () => {
    const first = await openedWave(office)
    for (const unit of first.units.slice(0, 4)) await answerKnowing(world, unit, 8)
    const next = await openedWave(office, { previousWaveId: first.waveId })
    for (const unit of next.units.slice(0, 4)) await answerKnowing(world, unit, 0)
    const change = async () => (await report(next.waveId)).change
    // As long as it is asked for, its numbers may still move.
    expect(await change()).toBeUndefined()
    await office.ask(quizzes.closeWave)({ waveId: first.waveId })
    expect((await change())!.difference).toBe(-1)
    /** As if the first so many questions had been written anew between the waves. */
    const rewritten = (count: number) =>
      askDatabase(
        world.database,
        sql`update waves set questions = (select jsonb_agg(case when place <= ${count}
            then q || jsonb_build_object('version', (q ->> 'version')::int + 1) else q end order by place)
          from jsonb_array_elements(questions) with ordinality as x (q, place)) where wave_id = ${first.waveId}`
      )
    await rewritten(2)
    expect((await change())!.difference).toBe(-1)
    await rewritten(3)
    expect(await change()).toBeUndefined()
  })

  test('sets beside it what people got right in practice at their first try, and leaves contests out', async () => {
    const { waveId } = await openedWave(office)
    const practice = async () => {
      world.later({ minutes: 1 })
      return (await report(waveId)).practice!
    }
    const before = await practice()
    await liveDaily(world, await world.newcomer(), 3)
    const added = { n: before.n + 5, right: before.right + 3 }
    expect(await practice()).toEqual(added)
    const contestId = await holdContest(world, { strata: [{ topic: '交通文明', count: 6 }] })
    const resident = await world.newcomer()
    await takePart(world, resident, contestId, 6)
    expect(await practice()).toEqual(added)
    // What was met in the contest is no first try in practice either.
    const met = await askDatabase(world.database, sql`select question_id from attempt_items where person_id = ${resident.person.personId}`)
    await askDatabase(
      world.database,
      sql`insert into attempts (attempt_id, person_id, mode, state, business_date, created_at)
        values ('again', ${resident.person.personId}, 'topic', 'submitted', '2026-11-23', ${world.now.toISOString()})`
    )
    await askDatabase(
      world.database,
      sql`insert into attempt_items (item_id, attempt_id, position, person_id, question_id, version, fact_id, topic, option_order, reason, may_earn, answer,
          answered_at, is_right, milliseconds)
        select 'again-' || position, 'again', position, person_id, question_id, version, fact_id, topic, option_order, reason, false, answer,
          answered_at + interval '1 second', true, 1000 from attempt_items where person_id = ${resident.person.personId}`
    )
    expect([met.length, await practice()]).toEqual([6, added])
    world.later({ minutes: -4 })
  })

  test('is let out once, after closing, changes nothing, and stays for good', async () => {
    const { waveId } = await openedWave(office)
    const letOut = () => office.ask(quizzes.reportWave)({ waveId })
    expect(await refusalOf(letOut())).toBe('move-not-allowed')
    await office.ask(quizzes.closeWave)({ waveId })
    const closed = await report(waveId)
    expect(closed.reportedAt).toBeUndefined()
    world.later({ minutes: 5 })
    expect((await letOut()).state).toBe('reported')
    const reported = await report(waveId)
    expect(reported).toEqual({ ...closed, wave: { ...closed.wave, state: 'reported' }, reportedAt: world.now.toISOString() })
    expect(await refusalOf(letOut())).toBe('move-not-allowed')
    expect(await refusalOf(office.ask(quizzes.drawSample)({ waveId }))).toBe('move-not-allowed')
    expect(await refusalOf(office.ask(quizzes.renewTokens)({ waveId }))).toBe('move-not-allowed')
    for (const move of [quizzes.openWave, quizzes.closeWave]) expect(await refusalOf(office.ask(move)({ waveId }))).toBe('move-not-allowed')
    world.later({ minutes: -5 })
  })

  test('goes out as a paper only once it is final', async () => {
    const { waveId } = await openedWave(office)
    const exported = (format: 'pdf' | 'xlsx') => office.ask(quizzes.exportWaveReport)({ waveId, format })
    expect([await refusalOf(exported('pdf')), await refusalOf(exported('xlsx'))]).toEqual(['move-not-allowed', 'move-not-allowed'])
    expect(await refusalOf(office.ask(quizzes.exportWaveReport)({ waveId: 'no-such-wave', format: 'pdf' }))).toBe('not-found')
  })

  test('as XLSX holds the very numbers of the screen', async () => {
    const { waveId } = await closedWave()
    const { url } = await office.ask(quizzes.exportWaveReport)({ waveId, format: 'xlsx' })
    const { statusCode, rawPayload, headers } = await fetched(url)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'private, no-store'])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(rawPayload as unknown as ArrayBuffer)
    const rowsOf = (name: string) => (book.getWorksheet(name)!.getSheetValues() as unknown[][]).filter(Boolean).map(row => row.slice(1))
    const { items, overall, met } = await report(waveId)
    const result = rowsOf('结果')
    const starting = (word: string) => result.find(row => row[0] === word)!
    for (const item of items)
      expect(starting(item.stem)).toEqual([item.stem, item.n, item.right, item.unknown, item.estimate, item.low, item.high])
    const whole = starting('全部题目')
    expect([whole[1], ...whole.slice(4)]).toEqual([
      overall.n,
      ...[overall.estimate, overall.low, overall.high, overall.designEffect, overall.postStratified]
    ])
    expect(result.flat().some(cell => typeof cell === 'string' && cell.startsWith(met ? '达标' : '未达标'))).toBe(true)
    const total = rowsOf('应答').find(row => row[0] === '合计')!
    expect(total.slice(3, 6)).toEqual([1200, 12, 7])
    expect(total.slice(7, 9)).toEqual([1, 1])
    expect(rowsOf('方法').flat().join('')).toContain('Wilson')
  })

  test('as PDF says verdict, numbers, chart and method, equal to the screen, and is fetched by its address alone', async () => {
    const { waveId } = await closedWave({ title: '冬季知晓率调查' })
    await office.ask(quizzes.reportWave)({ waveId })
    const { url } = await office.ask(quizzes.exportWaveReport)({ waveId, format: 'pdf' })
    const { statusCode, rawPayload, headers } = await fetched(url)
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
    const { lines } = await readPdf(rawPayload)
    const text = lines.join('')
    const { items, overall, target } = await report(waveId)
    const shown = (share: number) => `${(share * 100).toFixed(1)}%`
    const range = ({ low, high }: { low: number; high: number }) =>
      `${(Math.floor(low * 1000 + 1e-9) / 10).toFixed(1)}%～${(Math.ceil(high * 1000 - 1e-9) / 10).toFixed(1)}%`
    expect(text).toContain('冬季知晓率调查')
    for (const words of [`未达标 · 目标 ${shown(target)}`, range(overall), `设计效应 ${overall.designEffect.toFixed(2)}`])
      expect(text).toContain(words)
    for (const item of items) {
      expect(text).toContain(item.stem)
      expect(text).toContain(`${shown(item.estimate)}（n=${item.n}）${range(item)}`)
    }
    for (const words of ['Wilson', 'Korn–Graubard', '已发布', '应答率 58.3%', '家中无人 1', '不愿参加 1', '没有记录 3'])
      expect(text).toContain(words)
    for (const changed of [`/documents/wave/${waveId}.pdf`, url.replace('.pdf', '.xlsx')])
      expect((await fetched(changed)).statusCode).toBe(404)
  })
})
