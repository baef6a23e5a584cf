import { reports } from '#contract/reports'
import type { ReportState } from '#contract/report-states'
import { recallableStates } from '#contract/report-moves'
import { newKey, refusalOf } from '#world/actor'
import { bring, crewOf, follow, move, pointIn, SOUND, submit, uploadPhoto, type Crew, type HeldReport } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
// Weeks pass in some of these stories: everybody signs in anew.
beforeEach(async () => {
  crew = await crewOf(world)
})
afterAll(() => world.close())

const detailOf = ({ reporter, reportId }: HeldReport) => reporter.ask(reports.getReport)({ reportId })
const MANHOLE = '6001'

describe('a correction', () => {
  test('by the reviewer sets category, place and the time from filing, and says so in the history', async () => {
    const report = await submit(world, { categoryCode: MANHOLE })
    const { dueAt: urgent } = await detailOf(report)
    world.later({ minutes: 5 })
    const point = await pointIn(world, 'demo-grid-1-2-1')
    const said = { idempotencyKey: newKey(), reportId: report.reportId, version: report.version, categoryCode: '1003', point }
    await crew.reviewer.ask(reports.correctReport)(said)
    const detail = await detailOf(report)
    expect(detail).toMatchObject({
      categoryCode: '1003',
      state: 'submitted',
      isUrgent: false,
      place: { grid: { areaId: 'demo-grid-1-2-1' } }
    })
    expect(Date.parse(detail.dueAt ?? '') - Date.parse(urgent ?? '')).toBe(105 * 60_000)
    expect(detail.history.at(-1)).toMatchObject({ from: 'submitted', to: 'submitted', correction: { category: { to: '建筑垃圾/渣土' } } })
  })

  test('is the dispatcher’s only while it is filed, and outside the city is refused', async () => {
    const report = await submit(world)
    const input = () => ({ idempotencyKey: newKey(), reportId: report.reportId, version: report.version, categoryCode: '1003' })
    expect(await refusalOf(crew.dispatcher.ask(reports.correctReport)(input()))).toBe('move-not-allowed')
    await bring(world, crew, report, 'filed')
    const outside = { ...input(), point: { longitude: 0, latitude: 0 } }
    expect(await refusalOf(crew.dispatcher.ask(reports.correctReport)(outside))).toBe('outside-area')
    await crew.dispatcher.ask(reports.correctReport)(input())
    expect((await detailOf(report)).categoryCode).toBe('1003')
  })

  test('of the place comes with the answer to a question', async () => {
    const report = await bring(world, crew, await submit(world), 'need_info')
    await move(report.reporter, report, 'submitted', { point: await pointIn(world, 'demo-grid-1-2-1') })
    expect((await detailOf(report)).place.grid.areaId).toBe('demo-grid-1-2-1')
  })
})

describe('a case that somebody has', () => {
  test.each(recallableStates)('%s is taken back by a supervisor at once, by the dispatcher when its time is over', async state => {
    for (const who of ['supervisor', 'dispatcher'] as const) {
      const report = await bring(world, crew, await submit(world), state satisfies ReportState)
      if (who === 'dispatcher') {
        expect(await refusalOf(move(crew.dispatcher, report, 'filed', { note: '换一家' }))).toBe('move-not-allowed')
        if (state === 'suspended') continue
        world.later({ days: 20 })
      }
      await move(crew[who], report, 'filed', { note: '换一家' })
      const detail = await crew.dispatcher.ask(reports.getReport)({ reportId: report.reportId })
      expect(detail).toMatchObject({ state: 'filed', recallCount: 1, returnCount: 0 })
      expect(detail.unit).toBeUndefined()
    }
  })
})

test('an objection is taken once per closing: what was done anew can be objected to anew', async () => {
  const report = await bring(world, crew, await submit(world), 'objection')
  await move(crew.supervisor, report, 'handling')
  await bring(world, crew, report, 'closed')
  expect((await detailOf(report)).objectionUntil).toBeDefined()
  await move(report.reporter, report, 'objection', { note: '还在' })
  await move(crew.supervisor, report, 'closed', { reasonCode: 'solved-on-site' })
  const refused = await detailOf(report)
  expect([refused.objectionUntil, refused.moves]).toEqual([undefined, []])
})

test.each(['解决了', '没解决'])(
  'the points of a closing come with the answer %s, and an upheld objection takes them back',
  async answer => {
    const report = await bring(world, crew, await submit(world), 'closed')
    const points = async () => (await detailOf(report)).points
    expect(await points()).toMatchObject({ given: 5, pending: 5 })
    if (answer === '解决了') await report.reporter.ask(reports.rateReport)({ reportId: report.reportId, rating: 5, isSolved: true })
    else await move(report.reporter, report, 'objection', { note: '还在' })
    expect(await points()).toMatchObject({ given: 5, pending: 0 })
    if (answer === '解决了') return
    await move(crew.supervisor, report, 'handling')
    expect(await points()).toMatchObject({ given: 0 })
    await bring(world, crew, report, 'closed')
    expect(await points()).toMatchObject({ given: 5, pending: 5 })
  }
)

describe('what is sent', () => {
  test('is a photo, or for a sound a sentence; a grid needs a landmark and is nobody’s twin', async () => {
    expect(await refusalOf(submit(world, { photoIds: [], text: '门口有一堆垃圾' }))).toBe('bad-input')
    expect(await refusalOf(submit(world, { categoryCode: SOUND, photoIds: [], text: '吵' }))).toBe('bad-input')
    await submit(world, { categoryCode: SOUND, photoIds: [], text: '夜里很吵' })
    expect(await refusalOf(submit(world, { isApproximate: true }))).toBe('bad-input')
    const point = await pointIn(world, 'demo-grid-2-1-1')
    const report = await submit(world, { isApproximate: true, landmark: '菜场东门', point })
    expect(await detailOf(report)).toMatchObject({ isApproximate: true, address: '菜场东门' })
    const asked = { categoryCode: report.categoryCode, point }
    expect((await world.nobody.ask(reports.findSimilarReports)(asked)).reports).toEqual([])
  })

  test('gets the first answer however late its key comes again', async () => {
    const resident = await world.newcomer()
    const input = { idempotencyKey: newKey(), categoryCode: SOUND, point: await pointIn(world), photoIds: [], text: '夜里很吵' }
    const first = await resident.ask(reports.submitReport)(input)
    world.later({ days: 8 })
    await world.tick()
    expect(await resident.ask(reports.submitReport)(input)).toEqual(first)
    expect(await refusalOf(resident.ask(reports.submitReport)({ ...input, text: '白天也吵' }))).toBe('same-key-other-content')
  })

  test('never shows a shutter ahead of the city’s clock, and no photo twice', async () => {
    const reporter = await world.newcomer()
    const photoIds = [await uploadPhoto(world, reporter)]
    const observedAt = new Date(world.now.getTime() + 3_600_000).toISOString()
    const report = await submit(world, { reporter, photoIds, observedAt })
    expect((await detailOf(report)).photos[0]?.takenAt).toBe(world.now.toISOString())
    expect(await refusalOf(submit(world, { reporter, photoIds }))).toBe('bad-input')
  })
})

test('a chain of merges is followed to its end', async () => {
  const [a, b, c] = [await submit(world), await submit(world), await submit(world)]
  await move(crew.reviewer, a, 'merged', { masterId: b.reportId })
  await move(crew.reviewer, b, 'merged', { masterId: c.reportId })
  expect((await detailOf(a)).master).toMatchObject({ reportId: c.reportId, state: 'submitted' })
})

describe('a similar report', () => {
  test('tells a cell and a day, however often it is asked for', async () => {
    const middle = await pointIn(world, 'demo-grid-2-2-1')
    const report = await submit(world, { point: middle })
    const near = Array.from({ length: 30 }, (_, step) => ({ ...middle, latitude: middle.latitude + (step - 15) * 0.00003 }))
    for (const point of near) {
      const { reports: found } = await world.nobody.ask(reports.findSimilarReports)({ categoryCode: report.categoryCode, point })
      for (const one of found) expect([one.distanceMetres % 25, one.submittedOn.length]).toEqual([0, 10])
    }
  })

  test('is followed by its ticket or from near it, and its followers read a rounded point', async () => {
    const report = await submit(world, { point: await pointIn(world, 'demo-grid-2-2-1') })
    const stranger = await world.newcomer()
    const ask = stranger.ask(reports.followReport)
    expect(await refusalOf(ask({ reportId: report.reportId }))).toBe('not-found')
    expect(await refusalOf(ask({ reportId: report.reportId, ticket: 'made-up-ticket-of-mine' }))).toBe('not-found')
    expect(await refusalOf(ask({ reportId: report.reportId, point: await pointIn(world, 'demo-grid-1-1-1') }))).toBe('not-found')
    await follow(world, stranger, report)
    const seen = await stranger.ask(reports.getReport)({ reportId: report.reportId })
    expect(String(seen.point.latitude).split('.')[1]?.length).toBeLessThanOrEqual(4)
  })
})
