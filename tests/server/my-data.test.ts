import { eq } from 'drizzle-orm'
import { people as contract } from '#contract/people'
import { points } from '#contract/points'
import { reports } from '#contract/reports'
import { people } from '#server/people/people-tables'
import { pointAdjustments } from '#server/points/points-tables'
import { reportPeople, reports as reportRows } from '#server/reports/report-tables'
import { refusalOf } from '#world/actor'
import { bring, type Crew, crewOf, follow, move, SOUND, submit, uploadPhoto } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
}, 60_000)
afterAll(() => world.close())

test('the export has what I sent, said, followed, agreed to and earned, and nothing of anybody else', async () => {
  const [mine, other] = [await world.as('resident', 'exporting-me'), await world.as('resident', 'somebody-else')]
  const photoId = await uploadPhoto(world, mine)
  const report = await submit(world, { reporter: mine, text: 'my own words', photoIds: [photoId] })
  const theirs = await submit(world, { reporter: other, text: 'words of somebody else', photoIds: [await uploadPhoto(world, other)] })
  await follow(world, mine, theirs)
  await bring(world, crew, report, 'closed')
  await mine.ask(reports.rateReport)({ reportId: report.reportId, rating: 4, isSolved: false, comment: 'my comment' })
  await other.ask(reports.rateReport)({
    reportId: (await bring(world, crew, theirs, 'closed')).reportId,
    rating: 2,
    isSolved: false,
    comment: 'comment of somebody else'
  })
  const { document } = await mine.ask(contract.exportMyData)({})
  expect(document).toMatchObject({
    person: { personId: mine.person.personId, displayName: mine.person.displayName },
    consents: [{ policyVersion: expect.any(String) as string }],
    reports: {
      sentAndFollowed: expect.arrayContaining([
        expect.objectContaining({
          number: report.number,
          relation: 'reporter',
          text: 'my own words',
          ...{ rating: 4, ratingComment: 'my comment' },
          longitude: expect.any(Number) as number
        }),
        expect.objectContaining({ number: theirs.number, relation: 'follower' })
      ]) as unknown
    },
    points: expect.arrayContaining([expect.objectContaining({ amount: 5, cause: `report:${report.reportId}.1` })]) as unknown
  })
  // One's own pictures alone: not those the unit took of the result, nor those of somebody else.
  expect(document.photos).toEqual([
    expect.objectContaining({
      ...{ photoId, reportNumber: report.number, kind: 'before' },
      address: expect.stringContaining(`/files/${photoId}/photo?`) as string
    })
  ])
  const text = JSON.stringify(document)
  for (const secret of ['of somebody else', other.person.personId, other.person.displayName, crew.reviewer.person.personId])
    expect(text).not.toContain(secret)
  const followed = (document.reports as { sentAndFollowed: Record<string, unknown>[] }).sentAndFollowed.find(
    row => row.relation === 'follower'
  )!
  expect(Object.keys(followed).sort()).toEqual(['number', 'relation', 'state', 'submittedAt'])
})

test('deleting the account cuts every way from a case to the person, at once, and the case stays', async () => {
  const resident = await world.as('resident', 'leaving')
  const report = await bring(world, crew, await submit(world, { reporter: resident, showsNameToUnit: true }), 'closed')
  await resident.ask(reports.rateReport)({ reportId: report.reportId, rating: 1, isSolved: false, comment: 'my comment' })
  const before = await crew.reviewer.ask(reports.getReport)({ reportId: report.reportId })
  expect(before.reporterName).toBe(resident.person.displayName)
  expect(await refusalOf(resident.ask(contract.deleteMyAccount)({ confirmation: 'no' as 'delete' }))).toBe('bad-input')
  await resident.ask(contract.deleteMyAccount)({ confirmation: 'delete' })
  expect(await refusalOf(resident.ask(points.getMyPoints)({}))).toBe('not-signed-in')
  const after = await crew.reviewer.ask(reports.getReport)({ reportId: report.reportId })
  expect([after.state, after.reporterName]).toEqual(['closed', undefined])
  const [person] = await world.database.reading.select().from(people).where(eq(people.personId, resident.person.personId))
  expect(person).toMatchObject({ displayName: '已注销的用户', openid: null, demoName: null, deletedAt: world.now })
  const [row] = await world.database.reading.select().from(reportRows).where(eq(reportRows.reportId, report.reportId))
  expect([row?.reporterId, row?.showsNameToUnit, row?.ratingComment]).toEqual([null, false, null])
  expect(await world.database.reading.$count(reportPeople, eq(reportPeople.personId, resident.person.personId))).toBe(0)
  const again = await world.as('resident', 'leaving')
  expect(again.person.personId).not.toBe(resident.person.personId)
  expect((await again.ask(reports.listMyReports)({})).reports).toEqual([])
})

test('a report counts one follower less when a follower deletes their account, also one who came by a merge', async () => {
  const [report, master, untouched] = [await submit(world), await submit(world), await submit(world)]
  const [leaving, staying] = [await world.newcomer(), await world.newcomer()]
  for (const { reportId } of [report, untouched]) await follow(world, staying, { reportId })
  await follow(world, leaving, report)
  await move(crew.reviewer, report, 'merged', { masterId: master.reportId })
  const followers = async ({ reportId }: { reportId: string }) => (await crew.reviewer.ask(reports.getReport)({ reportId })).followerCount
  expect([await followers(report), await followers(master), await followers(untouched)]).toEqual([2, 3, 1])
  await leaving.ask(contract.deleteMyAccount)({ confirmation: 'delete' })
  expect([await followers(report), await followers(master), await followers(untouched)]).toEqual([1, 2, 1])
  await report.reporter.ask(contract.deleteMyAccount)({ confirmation: 'delete' })
  expect([await followers(report), await followers(master), await followers(untouched)]).toEqual([1, 1, 1])
})

test('a member of staff who leaves can do nothing any more', async () => {
  const reviewer = await world.staff('reviewer', { areaId: 'demo-city' })
  await reviewer.ask(contract.deleteMyAccount)({ confirmation: 'delete' })
  const admin = await world.as('admin')
  const { staff } = await admin.ask(contract.listStaff)({})
  expect(staff.map(one => one.personId)).not.toContain(reviewer.person.personId)
})

describe('what others see of a report', () => {
  test('a stranger sees nothing, a follower neither text nor reporter nor the answers, staff all but what the unit may not', async () => {
    const report = await submit(world, { categoryCode: SOUND, text: 'my own words', photoIds: [] })
    const { reportId } = report
    const follower = await world.newcomer()
    await follow(world, follower, { reportId })
    await bring(world, crew, report, 'need_info')
    await report.reporter.ask(reports.moveReport)({
      idempotencyKey: 'answer-of-the-reporter',
      reportId,
      version: report.version,
      to: 'submitted',
      note: 'I live in number 7'
    })
    await bring(world, crew, Object.assign(report, { state: 'submitted' as const, version: report.version + 1 }), 'dispatched')
    expect(await refusalOf((await world.newcomer()).ask(reports.getReport)({ reportId }))).toBe('not-found')
    const seen = JSON.stringify(await follower.ask(reports.getReport)({ reportId }))
    for (const secret of ['my own words', 'number 7', '在哪一侧', report.reporter.person.displayName, report.reporter.person.personId])
      expect(seen).not.toContain(secret)
    const name = report.reporter.person.displayName
    expect((await crew.reviewer.ask(reports.getReport)({ reportId })).reporterName).toBe(name)
    expect((await crew.handler.ask(reports.getReport)({ reportId })).reporterName).toBeUndefined()
    const open = await bring(world, crew, await submit(world, { showsNameToUnit: true }), 'dispatched')
    expect((await crew.handler.ask(reports.getReport)({ reportId: open.reportId })).reporterName).toBe(open.reporter.person.displayName)
    const own = await report.reporter.ask(reports.getReport)({ reportId })
    expect(own.history.every(line => line.actorName === undefined)).toBe(true)
    expect(
      (await crew.reviewer.ask(reports.getReport)({ reportId })).history.some(line => line.actorName === crew.reviewer.person.displayName)
    ).toBe(true)
  })

  test('the duplicate hint shows what is open or was closed within seven days, near enough, and says nothing of anybody', async () => {
    world.at('2026-12-14T09:00:00+08:00')
    crew = await crewOf(world)
    const report = await submit(world, { categoryCode: '6004', point: { longitude: 120.2512, latitude: 30.3091 } }).catch(() => undefined)
    const area = (await world.product.city.read()).places.areaOf('demo-grid-2-1-3')!
    const one = report ?? (await submit(world, { categoryCode: '6004', point: area.centre }))
    const point = report ? { longitude: 120.2512, latitude: 30.3091 } : area.centre
    const similar = async (at = point, categoryCode = '6004') =>
      (await world.nobody.ask(reports.findSimilarReports)({ categoryCode, point: at })).reports
    const [hint, ...more] = await similar()
    expect([hint?.reportId, hint?.distanceMetres, hint?.isMine, more]).toEqual([one.reportId, 25, false, []])
    expect(JSON.stringify(hint)).not.toContain(one.reporter.person.personId)
    expect((await one.reporter.ask(reports.findSimilarReports)({ categoryCode: '6004', point })).reports[0]?.isMine).toBe(true)
    const beside = (north: number, east: number) => ({
      latitude: point.latitude + north / 111_195.08,
      longitude: point.longitude + east / (111_195.08 * Math.cos((point.latitude * Math.PI) / 180))
    })
    const found = async (...at: Parameters<typeof similar>) => (await similar(...at)).length
    // Whoever stands within the radius finds it; the edge lies where the cell says, at most two cell radii farther.
    expect([await found(beside(14.9, 0)), await found(beside(47.1, 0))]).toEqual([1, 0])
    expect([await found(beside(10.5, 10.5)), await found(beside(33.4, 33.4)), await found(point, '6005')]).toEqual([1, 0, 0])
    await bring(world, crew, one, 'closed')
    world.later({ days: 7 })
    expect(await similar()).toHaveLength(1)
    world.later({ minutes: 1 })
    expect(await similar()).toHaveLength(0)
  })

  test('我也遇到 counts each person once, never the reporter, and never what is over', async () => {
    const report = await submit(world)
    const follower = await world.newcomer()
    const followAs = (actor = follower, { reportId } = report) => follow(world, actor, { reportId })
    expect(await followAs()).toEqual({ reportId: report.reportId, followerCount: 1 })
    expect([await refusalOf(followAs()), await refusalOf(followAs(report.reporter))]).toEqual(['already-followed', 'already-followed'])
    const many = await Promise.all(Array.from({ length: 10 }, () => world.newcomer()))
    await Promise.all(many.map(actor => followAs(actor)))
    expect((await follower.ask(reports.getReport)({ reportId: report.reportId })).followerCount).toBe(11)
    const withdrawn = await bring(world, crew, await submit(world), 'withdrawn')
    expect(await refusalOf(followAs(follower, withdrawn))).toBe('not-found')
  })
})

test('what the office wrote about points of somebody goes with the account, and nobody decides about it any more', async () => {
  const [leaving, admin, other] = [await world.newcomer(), await world.as('admin'), await world.staff('admin', { areaId: 'demo-city' })]
  const { personId } = leaving.person
  const { adjustmentId } = await admin.ask(points.proposeAdjustment)({ personId, amount: 3, reason: '补记一次活动，楼下的老李' })
  await leaving.ask(contract.deleteMyAccount)({ confirmation: 'delete' })
  const [row] = await world.database.reading.select().from(pointAdjustments).where(eq(pointAdjustments.adjustmentId, adjustmentId))
  expect(row).toMatchObject({ reason: '', note: null, isOpen: false, state: 'refused' })
  expect(await refusalOf(other.ask(points.approveAdjustment)({ adjustmentId }))).toBe('already-done')
})
