import { and, eq } from 'drizzle-orm'
import { reports } from '#contract/reports'
import { DEMO_CITY_ID } from '#server/demo/demo-areas'
import { reportHistory } from '#server/reports/report-tables'
import { faultOf, newKey, refusalOf, type Actor } from '#world/actor'
import { bring, type Crew, crewOf, FIX, follow, type HeldReport, move, pointIn, submit, uploadPhoto } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
}, 60_000)
beforeEach(() => world.at('2026-11-23T09:00:00+08:00'))
afterAll(() => world.close())

const see = (actor: Actor, { reportId }: { reportId: string }) => actor.ask(reports.getReport)({ reportId })

describe('an objection', () => {
  test.each([
    ['closed', 14],
    ['rejected', 7]
  ] as const)('after %s is heard for %i days to the second, and not a moment longer', async (state, days) => {
    const report = await bring(world, crew, await submit(world), state)
    const ended = world.now
    expect((await see(report.reporter, report)).objectionUntil).toBe(new Date(ended.getTime() + days * 86_400_000).toISOString())
    world.at(new Date(ended.getTime() + days * 86_400_000 + 1))
    expect(await refusalOf(move(report.reporter, { ...report }, 'objection', { note: '还在' }))).toBe('move-not-allowed')
    expect((await see(report.reporter, report)).moves).toEqual([])
    world.at(new Date(ended.getTime() + days * 86_400_000))
    expect((await move(report.reporter, report, 'objection', { note: '还在' })).state).toBe('objection')
  })

  test('needs a word or a photo', async () => {
    const report = await bring(world, crew, await submit(world), 'closed')
    expect((await faultOf(move(report.reporter, report, 'objection'))).body.code).toBe('bad-input')
  })

  test('is made once by each person and closing; a follower has one of their own', async () => {
    const report = await submit(world)
    const follower = await world.newcomer()
    await follow(world, follower, report)
    await bring(world, crew, report, 'objection')
    await move(crew.supervisor, report, 'closed', { reasonCode: 'solved-on-site' })
    expect(await refusalOf(move(report.reporter, { ...report }, 'objection', { note: '还在' }))).toBe('move-not-allowed')
    await move(follower, report, 'objection', { note: '我也看到还在' })
    await move(crew.supervisor, report, 'handling')
    await bring(world, crew, report, 'closed')
    // What was done anew is a new fact.
    await move(follower, report, 'objection', { note: '还在' })
    await move(crew.supervisor, report, 'closed', { reasonCode: 'solved-on-site' })
    expect(await refusalOf(move(follower, { ...report }, 'objection', { note: '还在' }))).toBe('move-not-allowed')
  })

  test('to a case no unit handled needs one when it is upheld', async () => {
    const report = await bring(world, crew, await submit(world, { categoryCode: '3006' }), 'filed')
    await move(crew.reviewer, report, 'closed')
    await move(report.reporter, report, 'objection', { note: '天天如此' })
    expect((await faultOf(move(crew.supervisor, { ...report }, 'handling'))).body.data).toMatchObject({ faults: [{ path: 'unitId' }] })
    expect((await see(crew.supervisor, report)).moves.find(one => one.to === 'handling')?.needs).toEqual(['unit'])
    await move(crew.supervisor, report, 'handling', { unitId: 'demo-unit-traffic' })
    expect((await see(crew.supervisor, report)).unit?.unitId).toBe('demo-unit-traffic')
  })
})

describe('a merge', () => {
  test('makes the reporter and the followers follow the master, and shows them where it stands', async () => {
    const [report, master] = [await submit(world), await submit(world)]
    const follower = await world.newcomer()
    await follow(world, follower, report)
    await move(crew.reviewer, report, 'merged', { masterId: master.reportId })
    expect(await see(report.reporter, report)).toMatchObject({ state: 'merged', master: { reportId: master.reportId, state: 'submitted' } })
    for (const person of [report.reporter, follower]) expect((await see(person, master)).viewer).toBe('follower')
    expect(await see(crew.reviewer, master)).toMatchObject({ followerCount: 2, mergedCount: 1 })
  })

  test('joins what is open or was closed within seven days, and nothing else', async () => {
    const report = await submit(world)
    const closed = await bring(world, crew, await submit(world), 'closed')
    const withdrawn = await bring(world, crew, await submit(world), 'withdrawn')
    const merged = await bring(world, crew, await submit(world), 'merged')
    const join = (masterId: string) => move(crew.reviewer, { ...report }, 'merged', { masterId })
    for (const { reportId } of [withdrawn, merged]) expect(await refusalOf(join(reportId))).toBe('bad-input')
    for (const masterId of [report.reportId, 'no-such-report']) expect(await refusalOf(join(masterId))).toBe('not-found')
    world.later({ days: 7, minutes: 1 })
    expect(await refusalOf(join(closed.reportId))).toBe('bad-input')
    world.later({ minutes: -1 })
    expect((await join(closed.reportId)).state).toBe('merged')
  })

  test('that was wrong is undone: the own clock runs on where it stood, and the master counts one less', async () => {
    const [report, master] = [await submit(world), await submit(world)]
    world.at('2026-11-23T09:30:00+08:00')
    await move(crew.reviewer, report, 'merged', { masterId: master.reportId })
    world.at('2026-11-24T10:00:00+08:00')
    await move(crew.reviewer, report, 'submitted')
    const seen = await see(crew.reviewer, report)
    expect([seen.state, seen.dueAt, seen.master]).toEqual(['submitted', '2026-11-24T03:30:00.000Z', undefined])
    expect((await see(crew.reviewer, master)).mergedCount).toBe(0)
  })
})

describe('a suspension', () => {
  const ask = (actor: Actor, { reportId, version }: HeldReport, reviewOn = '2026-12-07') =>
    actor.ask(reports.askSuspension)({ idempotencyKey: newKey(), reportId, version, reasonCode: 'needs-budget', note: '等配件', reviewOn })

  test('is asked for by the unit, shown to the supervisor, and granted until the date asked for', async () => {
    const report = await bring(world, crew, await submit(world), 'handling')
    Object.assign(report, await ask(crew.handler, report))
    expect(report.state).toBe('handling')
    const waiting = await crew.supervisor.ask(reports.listWork)({ asksSuspension: true })
    expect(waiting.reports.map(row => row.reportId)).toEqual([report.reportId])
    expect((await crew.supervisor.ask(reports.countWork)({})).suspensionRequestCount).toBe(1)
    expect((await see(crew.supervisor, report)).suspensionRequest).toMatchObject({
      reasonCode: 'needs-budget',
      note: '等配件',
      reviewOn: '2026-12-06T16:00:00.000Z'
    })
    expect(await refusalOf(ask(crew.handler, report))).toBe('move-not-allowed')
    await move(crew.supervisor, report, 'suspended', { reasonCode: 'needs-budget' })
    const seen = await see(report.reporter, report)
    expect([seen.reviewOn, seen.suspensionRequest, seen.history.at(-1)?.reasonCode]).toEqual([
      '2026-12-06T16:00:00.000Z',
      undefined,
      'needs-budget'
    ])
  })

  test('is declined without the clock ever having stopped', async () => {
    const report = await bring(world, crew, await submit(world), 'handling')
    const { dueAt } = await see(crew.handler, report)
    Object.assign(report, await ask(crew.handler, report))
    const { reportId, version } = report
    const decline = (actor: Actor) =>
      actor.ask(reports.declineSuspension)({ idempotencyKey: newKey(), reportId, version, note: '今天能修' })
    expect(await refusalOf(decline(crew.handler))).toBe('move-not-allowed')
    Object.assign(report, await decline(crew.supervisor))
    const seen = await see(crew.supervisor, report)
    expect([seen.state, seen.version, seen.dueAt, seen.suspensionRequest]).toEqual(['handling', version + 1, dueAt, undefined])
    expect(
      await refusalOf(crew.supervisor.ask(reports.declineSuspension)({ idempotencyKey: newKey(), reportId, version: version + 1 }))
    ).toBe('move-not-allowed')
  })

  test('ends after thirty days at most, and begins with the unit in charge', async () => {
    const report = await bring(world, crew, await submit(world), 'handling')
    for (const date of ['2026-11-23', '2026-12-24']) expect(await refusalOf(ask(crew.handler, report, date))).toBe('bad-input')
    expect(await refusalOf(ask(crew.verifier, report))).toBe('move-not-allowed')
    expect(await refusalOf(ask(await world.staff('handler', { unitId: 'demo-unit-lines' }), report))).toBe('not-found')
    for (const reviewOn of ['2026-11-23', '2026-12-24'])
      expect(await refusalOf(move(crew.supervisor, { ...report }, 'suspended', { reasonCode: 'weather', reviewOn }))).toBe('bad-input')
    await move(crew.supervisor, report, 'suspended', { reasonCode: 'weather' })
    expect((await see(crew.supervisor, report)).reviewOn).toBe('2026-12-23T01:00:00.000Z')
  })
})

describe('a referral', () => {
  test('names to whom and under which number, and the reply comes back as evidence', async () => {
    const report = await bring(world, crew, await submit(world), 'filed')
    await move(crew.dispatcher, report, 'referred', { referredTo: '水务局', referenceNumber: 'SW-88' })
    expect((await see(report.reporter, report)).history.at(-1)).toMatchObject({ referredTo: '水务局', referenceNumber: 'SW-88' })
    expect((await faultOf(move(crew.liaison, report, 'handled'))).body.code).toBe('bad-input')
    await move(crew.liaison, report, 'handled', { note: '水务局已修复', photoIds: [await uploadPhoto(world, crew.liaison)] })
    expect((await see(crew.verifier, report)).photos.map(photo => photo.kind)).toEqual(['before', 'reply'])
    expect((await move(crew.verifier, report, 'closed')).state).toBe('closed')
  })

  test('that comes back unsettled is filed again without a unit', async () => {
    const report = await bring(world, crew, await submit(world), 'handling')
    await move(crew.dispatcher, report, 'referred', { referredTo: '水务局' })
    await move(crew.liaison, report, 'filed', { note: '不属水务' })
    expect((await see(crew.dispatcher, report)).unit).toBeUndefined()
  })
})

describe('a routing rule', () => {
  const linesByRule = ({ reportId }: HeldReport) =>
    world.database.reading
      .select({ to: reportHistory.to, ruleId: reportHistory.ruleId, unitId: reportHistory.unitId, actorId: reportHistory.actorId })
      .from(reportHistory)
      .where(and(eq(reportHistory.reportId, reportId), eq(reportHistory.role, 'rule')))

  test('sends a filed report to its unit by itself, and the history keeps which rule it was', async () => {
    const report = await submit(world, { categoryCode: '6001' })
    expect(await move(crew.reviewer, report, 'filed')).toMatchObject({ state: 'dispatched', version: 3 })
    expect(await linesByRule(report)).toEqual([{ to: 'dispatched', ruleId: 'demo-rule-manhole', unitId: 'demo-unit-works', actorId: null }])
    await move(crew.handler, report, 'filed', { reasonCode: 'wrong-unit' })
    expect((await see(crew.dispatcher, report)).state).toBe('filed')
  })

  test('does nothing once it is switched off', async () => {
    const admin = await world.staff('admin', { areaId: DEMO_CITY_ID })
    const rule = { covers: FIX, areaId: 'demo-community-1-1', unitId: 'demo-unit-sanitation' }
    const { ruleId } = await admin.ask(reports.saveRoutingRule)({ ...rule, isActive: true })
    expect((await move(crew.reviewer, await submit(world), 'filed')).state).toBe('dispatched')
    const elsewhere = await submit(world, { point: await pointIn(world, 'demo-grid-1-2-1') })
    expect((await move(crew.reviewer, elsewhere, 'filed')).state).toBe('filed')
    await admin.ask(reports.saveRoutingRule)({ ...rule, ruleId, isActive: false })
    expect((await move(crew.reviewer, await submit(world), 'filed')).state).toBe('filed')
  })

  test('refers what is for the police by default, but leaves a clue to the reviewer', async () => {
    const thrown = await submit(world, { categoryCode: '5006' })
    expect(await move(crew.reviewer, thrown, 'filed')).toMatchObject({ state: 'referred', version: 3 })
    expect(await linesByRule(thrown)).toMatchObject([{ to: 'referred', ruleId: 'referred-by-default' }])
    expect((await move(crew.reviewer, await submit(world, { categoryCode: '3008' }), 'filed')).state).toBe('filed')
  })
})
