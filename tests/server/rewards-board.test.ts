import { points } from '#contract/points'
import { quizzes } from '#contract/quizzes'
import { people } from '#contract/people'
import {
  awardForHours,
  awardForQuiz,
  awardForReport,
  clawBackPointsOfReport,
  releasePointsOfReport,
  reverseForHours
} from '#server/points/points-ledger'
import { refusalOf, type Actor } from '#world/actor'
import { bring, crewOf, submit } from '#world/report-journeys'
import { hourCrewOf, sceneOf, serveWhole, verify, afterNotice } from '#world/hour-scenes'
import { openWorld, type World } from '#world/world'

const HERE = 'demo-community-1-1'
let world: World
beforeAll(async () => void (world = await openWorld({ at: '2026-11-23T09:00:00+08:00' })), 60_000)
afterAll(() => world.close())

const board = (actor: Actor, month?: string) => actor.ask(points.getCommunityBoard)({ communityId: HERE, ...(month && { month }) })
const shown = (actor: Actor, isShown = true) => actor.ask(points.chooseBoard)({ communityId: HERE, isShown })

/** A report that held, minutes that became final: given straight, for how they come about is tested elsewhere. */
const give = ({ person: { personId } }: Actor, { reports = 0, minutes = 0 }) =>
  world.database.write(async writing => {
    const now = world.now
    for (let n = 0; n < reports; n += 1) {
      const said = { reportId: `${personId}-${n}`, closingRound: 1 }
      await awardForReport(writing, { rule: 'report-solved', personId, ...said, now })
      await releasePointsOfReport(writing, said.reportId, said.closingRound, now)
    }
    if (minutes > 0) await awardForHours(writing, { entryId: `${personId}-h`, personId, businessDate: '2026-11-20', minutes, now })
  })

test('the board shows who chose it, masked, by verified work of the month; ties share a rank', async () => {
  const crowd = await Promise.all(Array.from({ length: 5 }, () => world.newcomer()))
  const [worker, helper, twin, hidden, idle] = crowd as [Actor, Actor, Actor, Actor, Actor]
  for (const [n, one] of crowd.entries()) await one.ask(people.renameMe)({ displayName: `${'甲乙丙丁戊'[n]!}某某` })
  await give(worker, { reports: 2, minutes: 60 })
  await give(helper, { minutes: 60 })
  await give(twin, { reports: 2 })
  await give(hidden, { minutes: 120 })
  // Pending, practice and following are no verified work.
  await world.database.write(async writing => {
    const { personId } = idle.person
    await awardForReport(writing, { rule: 'report-solved', personId, reportId: 'pending', closingRound: 1, now: world.now })
    await awardForReport(writing, { rule: 'report-followed', personId, reportId: 'followed', closingRound: 1, now: world.now })
    await releasePointsOfReport(writing, 'followed', 1, world.now)
    await awardForQuiz(writing, { attemptId: 'a', personId, businessDate: '2026-11-23', rightCount: 5, now: world.now })
  })
  expect(await board(hidden)).toMatchObject({ rows: [], isShown: false })
  for (const one of [worker, helper, twin, idle]) await shown(one)
  const seen = await board(helper)
  expect(seen).toMatchObject({ month: '2026-11', communityName: '桂花社区', isShown: true })
  expect(seen.rows.map(row => [row.rank, row.maskedName, row.contribution, row.isMe])).toEqual([
    [1, '甲**', 20, false],
    [2, '丙**', 10, false],
    [2, '乙**', 10, true]
  ])
  expect(seen.mine).toMatchObject({ rank: 2, contribution: 10, isMe: true })
  expect((await board(idle)).mine).toMatchObject({ rank: 4, contribution: 0 })
  await shown(hidden, false)
  expect(await board(hidden)).toMatchObject({
    isShown: false,
    mine: { rank: 1, contribution: 20 },
    rows: seen.rows.map(row => ({ ...row, isMe: false }))
  })
  expect((await board(helper, '2026-10')).rows).toEqual([])
  await world.database.write(async writing => {
    await clawBackPointsOfReport(writing, `${worker.person.personId}-0`, 1, world.now)
    await reverseForHours(writing, {
      entryId: `${helper.person.personId}-h`,
      personId: helper.person.personId,
      businessDate: '2026-11-20',
      now: world.now
    })
  })
  expect((await board(twin)).rows.map(row => [row.rank, row.maskedName, row.contribution])).toEqual([
    [1, '甲**', 15],
    [2, '丙**', 10]
  ])
  await worker.ask(people.deleteMyAccount)({ confirmation: 'delete' })
  expect((await board(twin)).rows.map(row => row.maskedName)).toEqual(['丙**'])
})

test('a board is of a community, and is chosen of one at a time', async () => {
  const one = await world.newcomer()
  expect(await refusalOf(one.ask(points.getCommunityBoard)({ communityId: 'demo-street-1' }))).toBe('not-found')
  expect(await refusalOf(one.ask(points.chooseBoard)({ isShown: true }))).toBe('not-found')
  expect(await refusalOf(one.ask(points.chooseBoard)({ communityId: 'demo-city', isShown: true }))).toBe('not-found')
  expect(await one.ask(points.chooseBoard)({ isShown: false })).toEqual({ isShown: false })
  await shown(one)
  expect(await one.ask(points.chooseBoard)({ communityId: 'demo-community-2-1', isShown: true })).toEqual({
    ...{ communityId: 'demo-community-2-1', isShown: true }
  })
  expect((await board(one)).isShown).toBe(false)
  expect(await one.ask(points.chooseBoard)({ isShown: false })).toMatchObject({ communityId: 'demo-community-2-1', isShown: false })
})

test('badges come from reports closed as solved, final minutes and practice, not from what is still open', async () => {
  const one = await world.newcomer()
  const of = async (kind: string) => (await one.ask(points.listMyBadges)({})).badges.find(badge => badge.kind === kind)
  const crew = await crewOf(world)
  const report = await submit(world, { reporter: one })
  expect(await of('first-report')).toEqual({ kind: 'first-report', has: 0, needs: 1 })
  await bring(world, crew, report, 'closed')
  expect(await of('first-report')).toMatchObject({ has: 1, earnedOn: expect.stringMatching(/^2026-/) as string })
  const hours = await hourCrewOf(world)
  const scene = await sceneOf(world, '23T20:00', '23T22:00')
  world.at('2026-11-23T23:00:00+08:00')
  await serveWhole(world, scene, one)
  await verify(hours.admin, scene, one)
  expect((await of('first-service'))?.earnedOn).toBeUndefined()
  await afterNotice(world)
  expect(await of('first-service')).toMatchObject({ has: 1, earnedOn: '2026-11-23' })
  expect(await of('hours-10')).toEqual({ kind: 'hours-10', has: 2, needs: 10 })
  expect((await one.ask(quizzes.listTopics)({})).topics).toEqual([])
  expect(await of('all-topics')).toEqual({ kind: 'all-topics', has: 0, needs: 1 })
})
