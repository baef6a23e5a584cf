import { volunteering } from '#contract/volunteering'
import type { Actor } from '#world/actor'
import { decide, flagged, flagsOf, inHourWorld, sceneOf, serveWhole, verify, type HourCrew } from '#world/hour-scenes'
import { join, leave, mySignUp, publish } from '#world/volunteer-journeys'
import type { World } from '#world/world'

let world: World
let crew: HourCrew
let resident: Actor
inHourWorld(beginning => ({ world, crew, resident } = beginning))

const cardOf = async (actor: Pick<Actor, 'ask'>, activityId: string) =>
  (await actor.ask(volunteering.listActivities)({})).activities.find(card => card.activityId === activityId)

test('whoever has an attendance taken back reads why, in the words of whoever did', async () => {
  const scene = await sceneOf(world, '23T09:00', '23T11:00')
  await serveWhole(world, scene, resident)
  await verify(crew.organiser, scene, resident, 'reject', { note: '签到后就走了，后面没有见到人' })
  expect(await mySignUp(resident, scene.shift.shiftId)).toMatchObject({ attendance: 'revoked', reason: '签到后就走了，后面没有见到人' })
})

test('an upheld flag is explained to whom it is about, a cleared one says nothing', async () => {
  const scene = await sceneOf(world, '23T09:00', '23T11:00')
  const other = await world.newcomer()
  for (const actor of [resident, other]) {
    await serveWhole(world, scene, actor)
    await flagged(world, scene, actor)
  }
  const [first, second] = await flagsOf(world, scene)
  await decide(crew.office, first!.flagId, 'upheld')
  await decide(crew.office, second!.flagId, 'cleared')
  const told = await Promise.all([resident, other].map(async actor => (await mySignUp(actor, scene.shift.shiftId))?.reason))
  expect(told.filter(Boolean)).toEqual(['到现场问过了'])
})

test('a card of an activity says how one stands with it: a place in line is no seat', async () => {
  const { activityId, shiftIds } = await publish(world, [{ capacity: 1 }])
  const [shiftId] = shiftIds as [string]
  const [one, two] = [await world.newcomer(), await world.newcomer()]
  await join(one, shiftId)
  await join(two, shiftId)
  expect((await cardOf(one, activityId))?.mySignUp).toBe('confirmed')
  expect((await cardOf(two, activityId))?.mySignUp).toBe('waitlisted')
  await leave(one, shiftId)
  expect((await cardOf(one, activityId))?.mySignUp).toBeUndefined()
  expect((await cardOf(two, activityId))?.mySignUp).toBe('offered')
  expect((await cardOf(world.nobody, activityId))?.mySignUp).toBeUndefined()
})

test('of several shifts the card tells the sign-up that asks most, and none that is over', async () => {
  const { activityId, shiftIds } = await publish(world, [{ capacity: 1, inHours: 1 }, { capacity: 1 }, { capacity: 1, inHours: 96 }])
  const [soon, , last] = shiftIds as [string, string, string]
  await join(await world.newcomer(), last)
  await join(resident, last)
  await join(resident, soon)
  expect((await cardOf(resident, activityId))?.mySignUp).toBe('confirmed')
  world.later({ hours: 4 })
  expect((await cardOf(resident, activityId))?.mySignUp).toBe('waitlisted')
})
