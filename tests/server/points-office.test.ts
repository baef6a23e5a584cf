import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { points } from '#contract/points'
import { awardForHours, awardForQuiz, awardForReport, reverseForHours } from '#server/points/points-ledger'
import type { Writing } from '#server/database/database'
import { faultOf, refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { expectBooksAreSound, pageOf, purseOf, serve } from '#world/points-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let admin: Actor
let supervisor: Actor
let resident: Actor
beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin')
  supervisor = await world.as('supervisor')
}, 60_000)
beforeEach(async () => {
  world.at('2026-11-23T09:00:00+08:00')
  resident = await world.newcomer()
})
afterEach(() => expectBooksAreSound(world))
afterAll(() => world.close())

const write = <T>(work: (writing: Writing) => Promise<T>) => world.database.write(work)
const quiz = (rightCount: number, businessDate: string) =>
  write(writing =>
    awardForQuiz(writing, { attemptId: randomUUID(), personId: resident.person.personId, rightCount, businessDate, now: world.now })
  )
const propose = (amount: number, by = admin) =>
  by.ask(points.proposeAdjustment)({ personId: resident.person.personId, amount, reason: '补记一次活动' })

test('a rule changes from its day on, for days before it the old version counts, and what was given stays', async () => {
  const said = await admin.ask(points.setRule)({
    rule: 'quizzes',
    value: 2,
    caps: { perDay: 10, perWeek: 12 },
    effectiveFrom: '2026-11-25'
  })
  expect(said).toEqual({ rule: 'quizzes', version: 2, value: 2, caps: { perDay: 10, perWeek: 12 }, effectiveFrom: '2026-11-25' })
  expect([await quiz(4, '2026-11-24'), await quiz(4, '2026-11-25'), await quiz(4, '2026-11-26')]).toEqual([4, 8, 0])
  expect((await pageOf(world, resident)).lines.map(line => [line.clipped, line.clippedBy])).toContainEqual([8, 'week'])
  const { rules } = await world.nobody.ask(points.listRules)({})
  const quizzes = rules.find(({ current }) => current.rule === 'quizzes')
  expect([quizzes?.current.version, quizzes?.coming.map(({ version }) => version)]).toEqual([1, [2]])
  await admin.ask(points.setRule)({ rule: 'quizzes', value: 1, caps: { perDay: 6 }, effectiveFrom: '2026-11-25' })
})

test('only admins of the city set rules, from today on at the earliest, and faults are named', async () => {
  const rule = { rule: 'quizzes' as const, value: 1, caps: {}, effectiveFrom: '2026-11-22' }
  expect(await refusalOf(supervisor.ask(points.setRule)(rule))).toBe('not-found')
  expect((await faultOf(admin.ask(points.setRule)(rule))).body).toMatchObject({
    code: 'rule-faults',
    data: { faults: ['effective-from-past'] }
  })
})

test('a budget is what a rule may give everybody in a year; what is taken back may be given again', async () => {
  world.at('2027-03-01T09:00:00+08:00')
  const boss = await world.as('admin', 'budget')
  const rule = { rule: 'volunteering' as const, value: 10, caps: { perDay: 40 } }
  await boss.ask(points.setRule)({ ...rule, effectiveFrom: '2027-03-01' })
  await write(writing => serve(writing, resident, 60, '2027-03-01', world.now))
  await boss.ask(points.setRule)({ ...rule, budget: 35, effectiveFrom: '2027-03-01' })
  const entryId = randomUUID()
  const entry = { entryId, personId: resident.person.personId, businessDate: '2027-03-02', now: world.now }
  await write(writing => awardForHours(writing, { ...entry, minutes: 120 }))
  await write(writing => serve(writing, resident, 60, '2027-03-03', world.now))
  const { lines } = await pageOf(world, resident)
  expect(lines.map(line => [line.amount, line.clipped, line.clippedBy])).toContainEqual([5, 5, 'budget'])
  await write(writing => reverseForHours(writing, entry))
  await Promise.all(Array.from({ length: 6 }, () => write(writing => serve(writing, resident, 60, '2027-03-04', world.now))))
  const { rules } = await boss.ask(points.listRules)({})
  expect(rules.find(({ current }) => current.rule === 'volunteering')?.givenThisYear).toBe(35)
  await boss.ask(points.setRule)({ ...rule, effectiveFrom: '2027-03-01' })
})

test('everything together gives at most sixty a day, and the tightest limit is named', async () => {
  const { personId } = resident.person
  await write(writing => serve(writing, resident, 300, '2026-11-23', world.now))
  for (let n = 0; n < 3; n += 1)
    await write(writing =>
      awardForReport(writing, { rule: 'report-solved', personId, reportId: randomUUID(), closingRound: 1, now: world.now })
    )
  await quiz(6, '2026-11-23')
  const { lines, available, pending } = await pageOf(world, resident)
  expect(available + pending).toBe(60)
  expect(lines.filter(line => line.clipped).map(line => [line.rule, line.clipped, line.clippedBy])).toEqual(
    expect.arrayContaining([
      ['volunteering', 10, 'day'],
      ['quizzes', 1, 'overall']
    ])
  )
})

test('points are given by hand only when two of the office agree, neither of them for themselves, once', async () => {
  const { adjustmentId } = await propose(30)
  expect(await refusalOf(admin.ask(points.approveAdjustment)({ adjustmentId }))).toBe('same-person')
  expect(await refusalOf(resident.ask(points.approveAdjustment)({ adjustmentId }))).toBe('not-found')
  expect(await supervisor.ask(points.approveAdjustment)({ adjustmentId })).toMatchObject({ state: 'approved', amount: 30 })
  expect(await refusalOf(supervisor.ask(points.approveAdjustment)({ adjustmentId }))).toBe('already-done')
  const page = await pageOf(world, resident)
  expect([page.available, page.expiring]).toEqual([30, [{ amount: 30, on: '2027-12-31' }]])
  expect(await refusalOf(admin.ask(points.proposeAdjustment)({ personId: admin.person.personId, amount: 5, reason: '给自己的' }))).toBe(
    'same-person'
  )
  const own = await supervisor.ask(points.proposeAdjustment)({ personId: admin.person.personId, amount: 5, reason: '给同事的' })
  expect(await refusalOf(admin.ask(points.approveAdjustment)({ adjustmentId: own.adjustmentId }))).toBe('same-person')
})

test('taking by hand never makes a debt, a refused proposal moves nothing, and those to decide come first', async () => {
  const [taken, refused] = [await propose(-10), await propose(20)]
  expect(await refusalOf(supervisor.ask(points.approveAdjustment)({ adjustmentId: taken.adjustmentId }))).toBe('not-enough-points')
  await supervisor.ask(points.approveAdjustment)({ adjustmentId: refused.adjustmentId, isApproved: false, note: '没有依据' })
  expect(await purseOf(world, resident)).toEqual({ available: 0, pending: 0, held: 0, debt: 0 })
  const { adjustments } = await supervisor.ask(points.listAdjustments)({})
  expect(adjustments.findIndex(one => one.state !== 'proposed')).toBeGreaterThan(0)
  expect(adjustments.map(one => one.state === 'proposed')).toEqual(
    [...adjustments.map(one => one.state === 'proposed')].sort((a, b) => Number(b) - Number(a))
  )
})

test('frozen points are held and do not expire, what comes meanwhile waits too, and lifting gives the same lots back', async () => {
  // Neither is one's own case to decide: not to freeze, and above all not to lift.
  const mine = { personId: admin.person.personId, reason: '自己的积分' }
  for (const isFrozen of [true, false]) expect(await refusalOf(admin.ask(points.freezePoints)({ ...mine, isFrozen }))).toBe('same-person')
  const freeze = (isFrozen: boolean, by: Actor) =>
    by.ask(points.freezePoints)({ personId: resident.person.personId, isFrozen, reason: '核实一次签到' })
  await write(writing => serve(writing, resident, 180, '2026-11-23', world.now))
  expect(await freeze(true, supervisor)).toEqual({ isFrozen: true, held: 30 })
  expect(await refusalOf(freeze(true, supervisor))).toBe('already-done')
  await write(writing => serve(writing, resident, 60, '2026-11-24', world.now))
  expect(await purseOf(world, resident)).toEqual({ available: 10, pending: 0, held: 30, debt: 0 })
  world.at('2028-01-02T09:00:00+08:00')
  await world.tick()
  expect(await pageOf(world, resident)).toMatchObject({ available: 10, held: 30, isFrozen: true })
  const later = await world.as('supervisor', 'later')
  expect(await freeze(false, later)).toEqual({ isFrozen: false, held: 0 })
  expect(await refusalOf(freeze(false, later))).toBe('already-done')
  await world.tick()
  expect(await purseOf(world, resident)).toEqual({ available: 0, pending: 0, held: 0, debt: 0 })
})

test('the city office reads the whole ledger in a few numbers, finds every transaction, and takes it along as a table', async () => {
  await write(writing => serve(writing, resident, 90, '2026-11-23', world.now))
  const summary = await supervisor.ask(points.getLedgerSummary)({})
  expect(summary.sum).toBe(0)
  expect(summary.issued + summary.adjusted - summary.redeemed - summary.expired).toBe(summary.liability - summary.debt)
  expect(summary.byRule.reduce((sum, one) => sum + one.issued, 0)).toBe(summary.issued)
  expect(summary.byMonth.reduce((sum, one) => sum + one.issued, 0)).toBe(summary.issued)
  const { transactions } = await supervisor.ask(points.searchTransactions)({ personId: resident.person.personId })
  expect(transactions).toMatchObject([
    {
      kind: 'award',
      rule: 'volunteering',
      lines: [
        { account: 'issuer:volunteering', amount: -15 },
        { account: 'person:*:available', amount: 15 }
      ]
    }
  ])
  expect(JSON.stringify(transactions)).not.toContain(resident.person.displayName)
  expect(transactions[0]?.maskedName).toMatch(/^.\*\*$/)
  const pages: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await supervisor.ask(points.searchTransactions)({ kind: 'award', ...(cursor && { cursor }) })
    pages.push(...page.transactions.map(one => one.transactionId))
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  expect(new Set(pages).size).toBe(pages.length)
  const { url } = await supervisor.ask(points.exportLedger)({ from: '2026-11-01', to: '2026-11-30' })
  const file = await (await world.serve()).inject({ url })
  expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})

test('to residents and to staff without the city there is no office', async () => {
  const { adjustmentId } = await propose(5)
  const ofStreet = { areaId: 'demo-street-1' }
  const [street, streetAdmin] = [await world.staff('supervisor', ofStreet), await world.staff('admin', ofStreet)]
  for (const actor of [resident, await world.as('reviewer'), street, streetAdmin]) {
    expect(await refusalOf(propose(5, actor))).toBe('not-found')
    expect(await refusalOf(actor.ask(points.approveAdjustment)({ adjustmentId }))).toBe('not-found')
    expect(await refusalOf(actor.ask(points.getLedgerSummary)({}))).toBe('not-found')
    expect(await refusalOf(actor.ask(points.searchTransactions)({}))).toBe('not-found')
    expect(await refusalOf(actor.ask(points.listAdjustments)({}))).toBe('not-found')
    expect(await refusalOf(actor.ask(points.exportLedger)({ from: '2026-11-01', to: '2026-11-30' }))).toBe('not-found')
    expect(await refusalOf(actor.ask(points.freezePoints)({ personId: admin.person.personId, isFrozen: true, reason: '没有理由' }))).toBe(
      'not-found'
    )
  }
})

describe('whom the office means', () => {
  const named = async (displayName: string) => {
    const actor = await world.newcomer()
    await askDatabase(world.database, sql`update people set display_name = ${displayName} where person_id = ${actor.person.personId}`)
    return { personId: actor.person.personId, maskedName: `${displayName[0]}**`, ending: actor.person.personId.slice(-4) }
  }
  const find = (actor: Pick<Actor, 'ask'>, name: string) => actor.ask(points.findAccountHolders)({ name })

  test('is found by the beginning of a name, told masked with how the number ends, and is who the proposal is for', async () => {
    const [one, two, other] = [await named('欧阳晓'), await named('欧阳晓霞'), await named('欧阴晓')]
    for (const actor of [admin, supervisor]) expect(await find(actor, '欧阳')).toEqual({ people: [one, two], isMore: false })
    expect((await find(supervisor, '欧阳晓霞')).people).toEqual([two])
    expect(JSON.stringify(await find(supervisor, '欧阴'))).not.toContain('欧阴晓')
    expect((await find(supervisor, '%阳')).people).toEqual([])
    const { personId } = (await find(supervisor, '欧阴')).people[0]!
    expect(personId).toBe(other.personId)
    expect(await supervisor.ask(points.proposeAdjustment)({ personId, amount: 5, reason: '补记一次' })).toMatchObject({
      maskedName: '欧**'
    })
  })

  test('takes two characters at least, and no more than ten are told at once', async () => {
    expect(await refusalOf(find(supervisor, '欧'))).toBe('bad-input')
    for (let n = 0; n < 11; n += 1) await named(`司马${n}`)
    const { people, isMore } = await find(supervisor, '司马')
    expect([people.length, isMore]).toEqual([10, true])
  })

  test('is nobody’s business but the office’s of the whole city', async () => {
    const street = { areaId: 'demo-street-1' }
    for (const actor of [resident, await world.staff('supervisor', street), await world.staff('admin', street)])
      expect(await refusalOf(find(actor, '欧阳'))).toBe('not-found')
    for (const persona of ['reviewer', 'handler', 'organiser', 'editor', 'verifier'] as const)
      expect([persona, await refusalOf(find(await world.as(persona), '欧阳'))]).toEqual([persona, 'not-found'])
    expect(await refusalOf(find(world.nobody, '欧阳'))).toBe('not-signed-in')
  })

  test('cannot be read off by trying names: after twenty searches a minute somebody waits, and only they', async () => {
    const [hasty, calm] = [await world.staff('supervisor', { areaId: 'demo-city' }), await world.staff('admin', { areaId: 'demo-city' })]
    for (let n = 0; n < 20; n += 1) await find(hasty, '欧阳')
    expect(await refusalOf(find(hasty, '欧阳'))).toBe('too-many')
    expect((await find(calm, '欧阳')).people).toHaveLength(2)
    world.later({ minutes: 1 })
    expect((await find(hasty, '欧阳')).people).toHaveLength(2)
  })
})
