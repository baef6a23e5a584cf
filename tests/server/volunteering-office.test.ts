import { eq } from 'drizzle-orm'
import { volunteering } from '#contract/volunteering'
import { hourStandings } from '#server/volunteering/hours/hour-tables'
import { refusalOf, type Actor } from '#world/actor'
import { decide, flagged, flagsOf, inHourWorld, sceneOf, second, take, typeIn, type HourCrew } from '#world/hour-scenes'
import type { World } from '#world/world'

let world: World
let crew: HourCrew
let resident: Actor
inHourWorld(beginning => ({ world, crew, resident } = beginning))

const audit = (actor: Actor, entryId: string) => actor.ask(volunteering.decideAudit)({ entryId, outcome: 'right', note: '查了照片' })

/** Puts an entry into the audit's sample, whatever its id. */
const draw = (entryId: string) =>
  world.database.write(writing => writing.update(hourStandings).set({ auditDrawnAt: world.now }).where(eq(hourStandings.entryId, entryId)))

describe('somebody of the city office who typed hours in', () => {
  test('does not audit them, and neither does whoever served them', async () => {
    const scene = await sceneOf(world, '23T09:00', '23T11:00')
    await take(world, scene, crew.office)
    const { entryId } = await typeIn(world, crew.admin, scene, crew.office, 30)
    await second(crew.reviewer, entryId)
    await draw(entryId)
    for (const involved of [crew.admin, crew.office]) expect(await refusalOf(audit(involved, entryId))).toBe('same-person')
    expect(await audit(await world.as('supervisor', 'who-was-not-there'), entryId)).toEqual({ outcome: 'right' })
  })

  test('does not clear what was noticed about them, neither while they wait for a second person nor once they stand', async () => {
    const [waiting, standing] = [await sceneOf(world, '23T09:00', '23T11:00'), await sceneOf(world, '22T09:00', '22T11:00')]
    for (const scene of [waiting, standing]) await take(world, scene, resident)
    // Typed in by its office at night: the machine notices by itself, of the proposal.
    world.at('2026-11-23T23:00:00+08:00')
    await typeIn(world, crew.admin, waiting, resident, 30)
    world.at('2026-11-24T10:00:00+08:00')
    await second(crew.reviewer, (await typeIn(world, crew.admin, standing, resident, 30)).entryId)
    await flagged(world, standing, resident)
    for (const scene of [waiting, standing]) {
      const [flag] = await flagsOf(world, scene)
      expect(await refusalOf(decide(crew.admin, flag!.flagId, 'cleared'))).toBe('same-person')
      expect(await decide(crew.office, flag!.flagId, 'cleared')).toEqual({ decision: 'cleared' })
    }
  })
})

test('hours a second person declined leave their room in the month of the organisation', async () => {
  const organisation = 'organisation-that-was-declined'
  const scenes = await Promise.all(Array.from({ length: 7 }, () => sceneOf(world, '20T08:00', '20T16:00', { organisation })))
  const people = await Promise.all(scenes.map(() => world.newcomer()))
  for (const [n, person] of people.entries()) await take(world, scenes[n]!, person)
  const typed = []
  for (const n of [0, 1, 2, 3, 4, 5]) typed.push(await typeIn(world, crew.organiser, scenes[n]!, people[n]!, 480))
  expect(await refusalOf(typeIn(world, crew.organiser, scenes[6]!, people[6]!, 480))).toBe('over-limit')
  await second(crew.reviewer, typed[0]!.entryId, 'decline')
  expect(await typeIn(world, crew.organiser, scenes[6]!, people[6]!, 480)).toMatchObject({ state: 'proposed' })
})
