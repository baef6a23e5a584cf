import { reports } from '#contract/reports'
import type { Actor } from '#world/actor'
import { bring, CLUE, type Crew, crewOf, follow, type HeldReport, move, submit } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let crew: Crew
beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
}, 60_000)
afterAll(() => world.close())

const seenBy = async (actor: Actor, { reportId }: HeldReport) => (await actor.ask(reports.getReport)({ reportId })).points

const confirm = ({ reporter, reportId }: HeldReport) => reporter.ask(reports.rateReport)({ reportId, rating: 5, isSolved: true })

/** Closed and confirmed: three lines of the reporter's ledger. */
async function closeClue(reporter: Actor): Promise<void> {
  const clue = await bring(world, crew, await submit(world, { reporter, categoryCode: CLUE }), 'filed')
  await confirm(await move(crew.reviewer, clue, 'closed'))
}

test('a report tells its reporter and its followers what it gave them, and staff nothing', async () => {
  const report = await submit(world)
  const follower = await world.newcomer()
  await follow(world, follower, report)
  expect(await seenBy(report.reporter, report)).toBeUndefined()
  await bring(world, crew, report, 'closed')
  expect(await seenBy(report.reporter, report)).toEqual({ given: 5, pending: 5, clipped: 0 })
  expect(await seenBy(follower, report)).toEqual({ given: 1, pending: 1, clipped: 0 })
  expect(await seenBy(crew.supervisor, report)).toBeUndefined()
  await confirm(report)
  expect(await seenBy(report.reporter, report)).toEqual({ given: 5, pending: 0, clipped: 0 })
})

test('what a report gave stays true however many lines the ledger has grown by since', async () => {
  const report = await bring(world, crew, await submit(world), 'closed')
  await confirm(report)
  // Nine lines a day: the first page of the ledger ends amid the lines of that report, and then before them.
  for (let day = 0; day < 4; day += 1) {
    world.later({ days: 1 })
    for (let count = 0; count < 3; count += 1) await closeClue(report.reporter)
    expect(await seenBy(report.reporter, report)).toEqual({ given: 5, pending: 0, clipped: 0 })
  }
})

test('what an upheld objection took back is taken off, and the next closing gives anew', async () => {
  const report = await bring(world, crew, await submit(world), 'objection')
  await move(crew.supervisor, report, 'handling')
  expect(await seenBy(report.reporter, report)).toEqual({ given: 0, pending: 0, clipped: 0 })
  await bring(world, crew, report, 'closed')
  expect(await seenBy(report.reporter, report)).toEqual({ given: 5, pending: 5, clipped: 0 })
})
