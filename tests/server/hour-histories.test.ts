import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { people } from '#contract/people'
import { points } from '#contract/points'
import { volunteering } from '#contract/volunteering'
import { finalMinutesOf, verifyChain } from '#server/volunteering/hours/hour-store'
import { tickHours } from '#server/volunteering/hours/tick-hours'
import { Refused, type Actor } from '#world/actor'
import { onThisEngine } from '#world/fresh-database'
import { HourModel, MINUTES, NOTICE_DAYS, steps, type Seen, type Step } from '#world/hour-model'
import {
  at,
  brokenHourRules,
  decide,
  flagged,
  flagsOf,
  hourCrewOf,
  sceneOf,
  second,
  take,
  typeIn,
  verify,
  type HourCrew,
  type HourScene
} from '#world/hour-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let crew: HourCrew
beforeAll(async () => {
  world = await openWorld()
  crew = await hourCrewOf(world)
}, 60_000)
afterAll(() => world.close())

const HISTORIES = onThisEngine(40)
const CERTIFICATES = onThisEngine(4)
const seen: fc.Arbitrary<Seen> = fc.constantFrom('both-ends', 'both-ends', 'one-end', 'not-at-all')
type Steps = readonly (readonly [Step, number])[]
/** What brings most histories to final minutes: of chance alone a run may have hardly any, and would show little. */
const settling: Steps = [
  ['clear', 0],
  ['approve', 0],
  ['second', 0],
  ['wait-out', 0]
]
const history = fc.record({
  seen: fc.tuple(seen, seen),
  steps: fc.array(fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 0, max: 1 })), { minLength: 5, maxLength: 16 }),
  end: fc.constantFrom<Steps>([], settling, settling)
})

/** One history as it is lived: a person, two shifts of one day, and what was proposed and flagged so far. */
interface Life {
  resident: Actor
  scenes: HourScene[]
  proposals: (string | undefined)[]
}

async function begin(seenAt: readonly Seen[]): Promise<Life> {
  world.at(at('23T18:00'))
  const resident = await world.newcomer()
  const times = [
    ['23T09:00', '23T12:00'],
    ['23T13:00', '23T16:00']
  ] as const
  const scenes = []
  for (const [n, [from, to]] of times.entries()) {
    const scene = await sceneOf(world, from, to)
    const { startsAt, endsAt } = scene.shift
    const ends = { 'both-ends': { in: startsAt, out: endsAt }, 'one-end': { in: startsAt }, 'not-at-all': {} }
    await take(world, scene, resident, ends[seenAt[n]!])
    scenes.push(scene)
  }
  return { resident, scenes, proposals: [undefined, undefined] }
}

async function decideOldest(scene: HourScene, decision: 'cleared' | 'upheld') {
  const open = (await flagsOf(world, scene)).find(flag => flag.decision === null)
  return decide(crew.office, open!.flagId, decision)
}

async function reverseLast({ resident }: Life, scene: HourScene) {
  const { entries } = await resident.ask(volunteering.getMyHours)({})
  const entry = entries.find(one => one.shiftId === scene.shift.shiftId && one.state !== 'reversed')
  return crew.supervisor.ask(volunteering.reverseHours)({ entryId: entry!.entryId, reason: '记错了' })
}

/** Only what time does to hours: the whole clock, which other tests wind up, takes ten times as long. */
async function passDay() {
  world.later({ days: 1 })
  await world.database.write(writing => tickHours(writing, world.now))
}

async function act(life: Life, step: Step, n: number): Promise<unknown> {
  const { resident, scenes, proposals } = life
  const scene = scenes[n]!
  const leftAt = new Date(scene.shift.startsAt.getTime() + MINUTES.word * 60_000).toISOString()
  switch (step) {
    case 'approve':
      return verify(crew.organiser, scene, resident)
    case 'approve-by-word':
      return verify(crew.organiser, scene, resident, 'approve', { note: '看着他走的', leftAt })
    case 'reject':
      return verify(crew.organiser, scene, resident, 'reject')
    case 'type-in':
      proposals[n] = (await typeIn(world, crew.organiser, scene, resident, MINUTES.typed)).entryId
      return
    case 'second':
      return second(crew.reviewer, proposals[n]!)
    case 'dispute':
      return resident.ask(volunteering.disputeHours)({ shiftId: scene.shift.shiftId, note: '不对' })
    case 'reverse':
      return reverseLast(life, scene)
    case 'raise':
      return flagged(world, scene, resident, 'teleport', randomUUID())
    case 'clear':
      return decideOldest(scene, 'cleared')
    case 'uphold':
      return decideOldest(scene, 'upheld')
    case 'wait':
      return passDay()
    case 'wait-out':
      for (let day = 0; day < NOTICE_DAYS; day += 1) await passDay()
  }
}

/** Whether it went through; a refusal by name is a no, anything else fails the test. */
const isAllowed = (acting: Promise<unknown>) =>
  acting.then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof Refused) return false
      throw fault
    }
  )

async function booksOf(resident: Actor) {
  const { minutes, onNotice, byGrade } = await resident.ask(volunteering.getMyHours)({})
  const { available, debt, pending } = await resident.ask(points.getMyPoints)({})
  expect(byGrade.A + byGrade.B + byGrade.C + byGrade.D).toBe(minutes)
  expect([debt, pending]).toEqual([0, 0])
  return { minutes, onNotice, points: available }
}

/** The four places minutes are read from say the same: the profile, the ledger, the export, the certificate. */
async function expectOneTruth({ resident }: Life, minutes: number, onNotice: number, isCertified: boolean): Promise<void> {
  const { minutes: counted } = await finalMinutesOf(world.database.reading, resident.person.personId, '2026-11-23', '2026-11-23')
  const { document } = await resident.ask(people.exportMyData)({})
  const { entries } = document.service as { entries: { minutes: number; state: string }[] }
  const sum = (lines: typeof entries) => lines.reduce((total, line) => total + line.minutes, 0)
  expect([counted, sum(entries.filter(line => line.state === 'final')), sum(entries)]).toEqual([minutes, minutes, minutes + onNotice])
  if (!isCertified || minutes === 0) return
  const { code } = await resident.ask(volunteering.issueCertificate)({ from: '2026-11-23', to: '2026-11-23' })
  expect(await resident.ask(volunteering.verifyCertificate)({ code })).toMatchObject({ minutes, isAuthentic: true })
}

test(`${HISTORIES} random histories of approvals, typed hours, disputes, flags and reversals come out as on paper`, async () => {
  let certified = 0
  await fc.assert(
    fc.asyncProperty(history, async ({ seen: seenAt, steps: taken, end }) => {
      const [life, model] = [await begin(seenAt), new HourModel(seenAt)]
      for (const [step, shift] of [...taken, ...end]) {
        const expected = model.do(step, shift)
        if (expected === undefined) continue
        expect([step, await isAllowed(act(life, step, shift))]).toEqual([step, expected])
        // What was refused was rolled back as a whole; the books at the end would show what was not.
        if (!expected) continue
        expect(await booksOf(life.resident)).toEqual({ minutes: model.minutes, onNotice: model.onNotice, points: model.points })
      }
      expect(await booksOf(life.resident)).toEqual({ minutes: model.minutes, onNotice: model.onNotice, points: model.points })
      const isCertified = model.minutes > 0 && certified < CERTIFICATES
      await expectOneTruth(life, model.minutes, model.onNotice, isCertified)
      if (isCertified) certified += 1
    }),
    { numRuns: HISTORIES, endOnFailure: true, examples: [[{ seen: ['both-ends', 'both-ends'], steps: [], end: settling }]] }
  )
  expect(certified).toBe(CERTIFICATES)
  expect(await brokenHourRules(world)).toEqual([])
  expect(await verifyChain(world.database.reading)).toMatchObject({ isWhole: true })
}, 900_000)
