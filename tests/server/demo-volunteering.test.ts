import { points } from '#contract/points'
import { volunteering } from '#contract/volunteering'
import { tick } from '#server/clock'
import { DemoStage } from '#server/demo/demo-stage'
import { eventsOfRewards } from '#server/demo/seed-demo-rewards'
import { eventsOfVolunteering, VOLUNTEERING_BEGAN_DAYS } from '#server/demo/seed-demo-volunteering'
import { brokenShelf } from '#world/reward-scenes'
import { openWorld, type World } from '#world/world'

const DAY = 86_400_000
let world: World | undefined
afterEach(() => world?.close())

/** The demo city's volunteering and shelves up to a moment, as the first start lives them, with the clock coming round every day. */
async function liveUntil(now: Date): Promise<World> {
  const start = new Date(now.getTime() - (VOLUNTEERING_BEGAN_DAYS + 1) * DAY)
  const opened = await openWorld({ at: start })
  const rounds = Array.from({ length: VOLUNTEERING_BEGAN_DAYS + 2 }, (_, n) => new Date(start.getTime() + n * DAY))
  const stage = new DemoStage(opened.product, start)
  const events = [
    ...eventsOfVolunteering(stage, now),
    ...eventsOfRewards(stage, now),
    ...rounds.filter(at => at <= now).map(at => ({ at, happen: () => tick(opened.product, at) }))
  ]
  for (const event of events.sort((a, b) => a.at.getTime() - b.at.getTime())) await event.happen()
  opened.at(now)
  await opened.tick()
  return opened
}

/** What is redeemed was paid by service alone: what reports bring in comes on no fixed day. */
async function expectShelves(living: World): Promise<void> {
  expect(await brokenShelf(living)).toEqual([])
  const [resident, neighbour, keeper] = [await living.as('resident'), await living.as('neighbour'), await living.as('dispatcher')]
  const statesOf = async (actor: typeof resident) => (await actor.ask(points.listMyRedemptions)({})).redemptions.map(one => one.state)
  expect(await statesOf(resident)).toEqual(['reserved', 'ready', 'cancelled', 'fulfilled'])
  expect(await statesOf(neighbour)).toEqual(['confirmed', 'fulfilled'])
  const { rewards } = await keeper.ask(points.listManagedRewards)({})
  expect([rewards.length, new Set(rewards.map(one => one.reward.communityId)).size]).toEqual([15, 4])
  expect(rewards.every(one => one.reward.photo !== undefined)).toBe(true)
  expect(rewards.find(one => one.reward.title === '志愿者纪念杯')?.reward.stockLeft).toBe(0)
  expect((await keeper.ask(points.listRedemptionsToServe)({ state: 'expired' })).redemptions).toHaveLength(1)
  const served = (await keeper.ask(points.listRedemptionsToServe)({ state: 'fulfilled' })).redemptions
  expect(served.filter(one => one.isOnBehalf)).toHaveLength(1)
  const { adjustments } = await (await living.as('supervisor')).ask(points.listAdjustments)({ state: 'proposed' })
  expect(adjustments).toHaveLength(1)
}

// Whatever the hour of the first start, the plan must hold: the running shift crosses midnight, or tomorrow's is near.
test.each(['2026-11-21T00:20:00+08:00', '2026-03-02T07:10:00+08:00', '2026-12-31T23:40:00+08:00'])(
  'the demo city has true volunteering and shelves to show when it is first started at %s',
  async moment => {
    world = await liveUntil(new Date(moment))
    const [resident, neighbour, office] = [await world.as('resident'), await world.as('neighbour'), await world.as('supervisor')]
    const listed = await world.nobody.ask(volunteering.listActivities)({})
    expect(listed.activities.some(activity => activity.state === 'running')).toBe(true)
    const mine = await resident.ask(volunteering.getMyHours)({})
    expect([mine.minutes > 300, mine.byGrade.A > 0, mine.byGrade.C > 0]).toEqual([true, true, true])
    const theirs = (await neighbour.ask(volunteering.listMyShifts)({})).shifts.map(shift => shift.signUp)
    expect(theirs).toContainEqual(expect.objectContaining({ attendance: 'checked_in' }))
    expect(theirs).toContainEqual(expect.objectContaining({ state: 'offered' }))
    const { flags, chain } = await office.ask(volunteering.getIntegrityBoard)({})
    expect(new Set(flags.map(flag => flag.kind))).toEqual(new Set(['shared-device', 'night-entry', 'head-count']))
    expect(chain).toEqual({ length: expect.any(Number) as number, isWhole: true })
    await expectShelves(world)
  },
  120_000
)
