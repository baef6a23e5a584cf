import { eq, sql } from 'drizzle-orm'
import { reports } from '#contract/reports'
import { reports as reportRows } from '#server/reports/report-tables'
import { faultOf, newKey, refusalOf } from '#world/actor'
import { bring, type Crew, crewOf, move, pointIn, SOUND, submit } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
}, 60_000)
afterAll(() => world.close())

const countReports = (text: string) => world.database.reading.$count(reportRows, eq(reportRows.text, text))

describe('the history of a report', () => {
  test('replayed from its first line gives the present state and version', async () => {
    const report = await bring(world, crew, await submit(world), 'objection')
    await move(crew.supervisor, report, 'handling')
    await bring(world, crew, report, 'handled')
    await move(crew.verifier, report, 'handling', { reasonCode: 'not-clean' })
    await bring(world, crew, report, 'suspended')
    const { history, state, version } = await report.reporter.ask(reports.getReport)({ reportId: report.reportId })
    let replayed: string | null = null
    for (const line of history) {
      expect(line.from).toBe(replayed)
      replayed = line.to
    }
    expect([replayed, history.length]).toEqual([state, version])
    expect(history.map(line => line.to)).toEqual([
      ...['submitted', 'filed', 'dispatched', 'handling', 'handled', 'closed', 'objection'],
      ...['handling', 'handled', 'handling', 'suspended']
    ])
  })

  test.each([
    ['report_history', `update report_history set note = 'other'`],
    ['report_history', 'delete from report_history'],
    ['point_transactions', 'update point_transactions set clipped = 1'],
    ['point_transactions', 'delete from point_transactions'],
    ['point_lines', 'update point_lines set amount = amount + 1'],
    ['point_lines', 'delete from point_lines']
  ])('%s refuses "%s", whoever asks', async (table, statement) => {
    await bring(world, crew, await submit(world), 'closed')
    const changing = world.database.write(writing => writing.execute(sql.raw(statement)))
    await expect(changing).rejects.toMatchObject({ cause: { message: `${table} is append-only` } })
  })
})

describe('an idempotency key', () => {
  test('with the same content gives the first answer again and writes nothing', async () => {
    const resident = await world.newcomer()
    const input = { idempotencyKey: newKey(), categoryCode: SOUND, point: await pointIn(world), photoIds: [], text: newKey() }
    const first = await resident.ask(reports.submitReport)(input)
    world.later({ minutes: 3 })
    expect(await resident.ask(reports.submitReport)({ ...input })).toEqual(first)
    expect(await countReports(input.text)).toBe(1)
  })

  test('with other content is refused', async () => {
    const resident = await world.newcomer()
    const input = { idempotencyKey: newKey(), categoryCode: SOUND, point: await pointIn(world), photoIds: [], text: 'one sentence' }
    await resident.ask(reports.submitReport)(input)
    expect(await refusalOf(resident.ask(reports.submitReport)({ ...input, text: 'two' }))).toBe('same-key-other-content')
  })

  test('of a refused command may be used again', async () => {
    const resident = await world.newcomer()
    const outside = { idempotencyKey: newKey(), categoryCode: SOUND, point: { longitude: 0, latitude: 0 }, photoIds: [], text: '夜里很吵' }
    expect(await refusalOf(resident.ask(reports.submitReport)(outside))).toBe('outside-area')
    const answer = await resident.ask(reports.submitReport)({ ...outside, point: await pointIn(world) })
    expect(answer.state).toBe('submitted')
  })

  test('belongs to the person who chose it', async () => {
    const input = { idempotencyKey: newKey(), categoryCode: SOUND, point: await pointIn(world), photoIds: [], text: '夜里很吵' }
    const [one, other] = [await world.newcomer(), await world.newcomer()]
    const first = await one.ask(reports.submitReport)(input)
    expect((await other.ask(reports.submitReport)(input)).reportId).not.toBe(first.reportId)
  })

  test('makes a move repeated after a lost answer go through once', async () => {
    const report = await submit(world)
    const input = { idempotencyKey: newKey(), reportId: report.reportId, version: 1, to: 'filed' as const }
    const first = await crew.reviewer.ask(reports.moveReport)(input)
    expect(await crew.reviewer.ask(reports.moveReport)(input)).toEqual(first)
    const { history } = await crew.reviewer.ask(reports.getReport)({ reportId: report.reportId })
    expect(history).toHaveLength(2)
  })

  test('sent 200 times at once makes one report and answers all alike', async () => {
    const resident = await world.newcomer()
    const input = { idempotencyKey: newKey(), categoryCode: SOUND, point: await pointIn(world), photoIds: [], text: newKey() }
    const answers = await Promise.all(Array.from({ length: 200 }, () => resident.ask(reports.submitReport)(input)))
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(await countReports(input.text)).toBe(1)
  })
})

describe('the version of a report', () => {
  test('that is old is refused and the refusal names the present one', async () => {
    const report = await submit(world)
    await move(crew.reviewer, report, 'filed')
    const fault = await faultOf(move(crew.dispatcher, { ...report, version: 1 }, 'dispatched', { unitId: 'demo-unit-centre' }))
    expect([fault.status, fault.body.code, fault.body.data]).toEqual([409, 'stale-version', { version: 2 }])
  })

  test('moved by 50 at once is moved by one; the others hear that it changed', async () => {
    const report = await submit(world)
    const attempts = Array.from({ length: 50 }, async () => {
      const { reportId } = report
      const answer = await crew.reviewer.send('reports/moveReport', { idempotencyKey: newKey(), reportId, version: 1, to: 'filed' })
      return answer.status === 200 ? 'moved' : (answer.body as { code: string }).code
    })
    const answers = await Promise.all(attempts)
    expect(answers.filter(answer => answer === 'moved')).toHaveLength(1)
    expect(answers.filter(answer => answer === 'stale-version')).toHaveLength(49)
    const { history } = await crew.reviewer.ask(reports.getReport)({ reportId: report.reportId })
    expect(history).toHaveLength(2)
  })

  test('of two reports merged into each other at once leaves one of them standing', async () => {
    const [one, other] = [await submit(world), await submit(world)]
    const join = ({ reportId }: { reportId: string }, masterId: string) =>
      crew.reviewer.send('reports/moveReport', { idempotencyKey: newKey(), reportId, version: 1, to: 'merged', masterId })
    const answers = await Promise.all([join(one, other.reportId), join(other, one.reportId)])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 400])
  })
})

test('a person may send five reports in ten minutes and twenty a day, however many they send at once', async () => {
  const resident = await world.newcomer()
  const point = await pointIn(world)
  const sendMany = async (count: number) => {
    const inputs = Array.from({ length: count }, () => ({
      idempotencyKey: newKey(),
      categoryCode: SOUND,
      point,
      photoIds: [],
      text: '夜里很吵'
    }))
    return (await Promise.all(inputs.map(input => resident.send('reports/submitReport', input)))).filter(answer => answer.status === 200)
      .length
  }
  world.at('2026-11-24T09:00:00+08:00')
  expect(await sendMany(12)).toBe(5)
  const fault = await faultOf(submit(world, { reporter: resident }))
  expect([fault.status, fault.body.code, fault.body.data]).toEqual([429, 'too-many', { retryAt: '2026-11-24T01:10:00.000Z' }])
  for (const [minutes, expected] of [
    [10, 5],
    [10, 5],
    [10, 5],
    [10, 0]
  ] as const) {
    world.later({ minutes })
    expect(await sendMany(6)).toBe(expected)
  }
  world.at('2026-11-25T00:00:00+08:00')
  expect(await sendMany(6)).toBe(5)
})
