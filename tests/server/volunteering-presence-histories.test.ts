import fc from 'fast-check'
import { volunteering } from '#contract/volunteering'
import { listFacts } from '#server/volunteering/presence/presence-store'
import { saveProfile } from '#server/volunteering/volunteers/volunteer-store'
import type { Actor } from '#world/actor'
import { onThisEngine } from '#world/fresh-database'
import { attendanceOf, codeAt, digitsAt, planShift, signUp, type Scene } from '#world/presence-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let organiser: Actor
beforeAll(async () => {
  world = await openWorld()
  organiser = await world.as('organiser')
}, 60_000)
afterAll(() => world.close())

interface Volunteer {
  actor: Actor
  card: string
}

async function volunteerWithCard(): Promise<Volunteer> {
  const actor = await world.newcomer()
  const { personId } = actor.person
  const profile = { personId, birthDate: '1950-05-01', skills: [], guardianName: null, hasGuardianConsent: false }
  await world.database.write(writing => saveProfile(writing, profile, world.now))
  return { actor, card: (await actor.ask(volunteering.getMyProfile)({})).cardCode! }
}

interface Step {
  phase: 'in' | 'out'
  /** From the start of a shift of two hours. */
  minute: number
  how: 'code' | 'digits' | 'reverse' | 'card'
}
const step: fc.Arbitrary<Step> = fc.record({
  phase: fc.constantFrom('in', 'out'),
  minute: fc.integer({ min: -70, max: 250 }),
  how: fc.constantFrom('code', 'digits', 'reverse', 'card')
})
const LENGTH = 120
const HISTORIES = onThisEngine(40)

/** What a shift of two hours makes of these scans, as somebody would reckon it on paper. */
function reckon(steps: readonly Step[]) {
  let [came, left]: (number | undefined)[] = [undefined, undefined]
  for (const { phase, minute } of steps) {
    if (phase === 'in' && came === undefined && minute >= -60 && minute <= LENGTH) came = minute
    if (phase === 'out' && came !== undefined && left === undefined && minute <= LENGTH + 120) left = minute
  }
  const minutes = came === undefined || left === undefined ? 0 : Math.min(left - came, LENGTH + 15)
  return { came, left, minutes }
}

type Request = [asker: Actor, operation: string, input: unknown]

async function requestOf(scene: Scene, { actor, card }: Volunteer, { phase, how }: Step): Promise<Request> {
  const { shiftId } = scene
  const scanned = (code: string): Request => [organiser, 'volunteering/scanVolunteer', { shiftId, phase, code }]
  if (how === 'card') return scanned(card)
  if (how === 'reverse') return scanned((await actor.ask(volunteering.getMyCode)({})).code)
  const shown = how === 'code' ? { code: codeAt(scene, phase, world.now) } : { digits: digitsAt(scene, phase, world.now) }
  return [actor, phase === 'in' ? 'volunteering/checkIn' : 'volunteering/checkOut', { shiftId, ...shown }]
}

async function stateOf(scene: Scene, actor: Actor) {
  const { people } = await organiser.ask(volunteering.getRoster)({ shiftId: scene.shiftId })
  const facts = await listFacts(world.database.reading, scene.shiftId)
  return { attendance: await attendanceOf(world, scene, actor), facts, credit: people[0]?.creditMinutes }
}

test(`${HISTORIES} random histories of scans come out as reckoned on paper, and replaying every request changes nothing`, async () => {
  const start = new Date('2026-11-24T09:00+08:00')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async drawn => {
      const volunteer = await volunteerWithCard()
      const { actor } = volunteer
      const scene = await planShift(world, { startsAt: start, endsAt: new Date(start.getTime() + LENGTH * 60_000) })
      await signUp(world, scene, [actor])
      const at = (minute: number) => world.at(new Date(start.getTime() + minute * 60_000))
      const steps = [...drawn].sort((one, other) => one.minute - other.minute)
      const sent: Request[] = []
      for (const one of steps) {
        at(one.minute)
        const request = await requestOf(scene, volunteer, one)
        sent.push(request, request)
        for (const [asker, operation, input] of sent.slice(-2)) await asker.send(operation, input)
      }
      const { came, left, minutes } = reckon(steps)
      const before = await stateOf(scene, actor)
      const passed = (moment: Date | null | undefined) => (moment ? (moment.getTime() - start.getTime()) / 60_000 : undefined)
      expect([passed(before.attendance?.checkedInAt), passed(before.attendance?.checkedOutAt)]).toEqual([came, left])
      expect([before.credit, before.facts.length]).toEqual([minutes, Number(came !== undefined) + Number(left !== undefined)])
      at(300)
      for (const [asker, operation, input] of sent) await asker.send(operation, input)
      expect(await stateOf(scene, actor)).toEqual(before)
    }),
    { numRuns: HISTORIES, endOnFailure: true }
  )
}, 180_000)
