import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { volunteering } from '#contract/volunteering'
import { signUps } from '#server/volunteering/sign-ups/sign-up-tables'
import { tickVolunteering } from '#server/volunteering/tick-volunteering'
import { newKey, type Actor } from '#world/actor'
import { onThisEngine } from '#world/fresh-database'
import { history, onPaper, PEOPLE, SHIFTS, type Standing, type Step } from '#world/sign-up-paper'
import { brokenInvariants, crowdOf, publish } from '#world/volunteer-journeys'
import { openWorld, type World } from '#world/world'

const HISTORIES = onThisEngine(40)
const DAYS_BETWEEN_HISTORIES = 20

let world: World
beforeAll(async () => void (world = await openWorld()), 60_000)
afterAll(() => world.close())

type Told = { state?: string; position?: number; code?: string }
const wordsOf = ({ state, position, code }: Told) => code ?? (position ? `${state} ${position}` : (state ?? 'saved'))

async function takeStep(one: Step, crowd: Pick<Actor, 'send'>[], organiser: Actor, shiftIds: string[]): Promise<string> {
  const ask = async (who: Pick<Actor, 'send'>, operation: string, input: object) =>
    wordsOf((await who.send(`volunteering/${operation}`, input)).body as Told)
  if (one.what === 'pass') {
    world.later({ minutes: one.hours * 60 })
    for (let isDone = false; !isDone;) {
      const round = await world.database.write(writing => tickVolunteering(writing, world.now))
      isDone = Object.values(round).every(count => count === 0)
    }
    return 'passed'
  }
  const shiftId = shiftIds[one.shift] as string
  if (one.what === 'seats') return ask(organiser, 'saveShift', { shiftId, capacity: one.seats, releases: true })
  const who = crowd[one.person] as Pick<Actor, 'send'>
  if (one.what === 'join') return ask(who, 'joinShift', { shiftId, idempotencyKey: newKey() })
  if (one.what === 'leave') return ask(who, 'leaveShift', { shiftId })
  return ask(who, 'respondToOffer', { shiftId, accept: one.what === 'accept' })
}

async function standingOf(shiftIds: readonly string[], personIds: readonly string[]): Promise<Standing> {
  const sheets = []
  for (const shiftId of shiftIds) {
    const rows = await world.database.reading.select().from(signUps).where(eq(signUps.shiftId, shiftId)).orderBy(signUps.arrival)
    const queue = rows.filter(row => row.state === 'waitlisted').map(row => row.personId)
    const words = (personId: string) => {
      const state = rows.find(row => row.personId === personId)?.state ?? 'none'
      return state === 'waitlisted' ? `waitlisted ${queue.indexOf(personId) + 1}` : state
    }
    sheets.push(personIds.map(words))
  }
  return sheets
}

async function live(steps: readonly Step[]): Promise<{ told: string[]; standing: Standing }> {
  world.later({ days: DAYS_BETWEEN_HISTORIES })
  const organiser = await world.as('organiser')
  const { shiftIds } = await publish(
    world,
    SHIFTS.map(({ from, to, seats }) => ({ inHours: from, hours: to - from, capacity: seats }))
  )
  const crowd = await crowdOf(world, PEOPLE, `history-${randomUUID()}`)
  const told: string[] = []
  for (const one of steps) told.push(await takeStep(one, crowd, organiser, shiftIds))
  const people = crowd.map(one => one.personId)
  return { told, standing: await standingOf(shiftIds, people) }
}

test(`${HISTORIES} random histories go through the product as they go on paper`, async () => {
  const start = world.now.getTime()
  await fc.assert(
    fc.asyncProperty(history(25), async steps => {
      expect(await live(steps)).toEqual(onPaper(steps))
    }),
    { numRuns: HISTORIES, endOnFailure: true }
  )
  expect(world.now.getTime()).toBeGreaterThan(start)
  expect((await brokenInvariants(world)).filter(what => !what.startsWith('a seat is free while'))).toEqual([])
  const { activities } = await world.nobody.ask(volunteering.listActivities)({})
  expect(activities.every(card => card.seatsLeft >= 0)).toBe(true)
}, 600_000)
