import { SHIFT_LENGTH_MAX } from '#contract/volunteering-states'
import { demoActivities, RUNNING, timesOf } from '#server/demo/demo-activities'
import { demoAreas } from '#server/demo/demo-areas'
import { DEMO_CROWD_SIZE } from '#server/demo/demo-cast'

const now = new Date('2026-11-21T10:00:00+08:00')
const shifts = demoActivities.flatMap(activity => activity.shifts.map(shift => ({ activity, shift, ...timesOf(shift, now) })))
const DAY = 86_400_000

describe('the volunteer activities of the demo city', () => {
  it('are twelve, over the past and the next thirty days, one of them running now', () => {
    expect(demoActivities).toHaveLength(12)
    for (const { startsAt } of shifts) expect(Math.abs(startsAt.getTime() - now.getTime())).toBeLessThanOrEqual(30 * DAY)
    const running = shifts.filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now)
    expect(running.map(({ activity }) => activity.key)).toEqual([RUNNING])
  })

  it('could be published: in a community of the city, short enough, insured where there is a risk', () => {
    const communities = demoAreas.filter(area => area.properties.kind === 'community').map(area => area.properties.areaId)
    for (const { activity, startsAt, endsAt } of shifts) {
      expect(communities).toContain(activity.community)
      expect((endsAt.getTime() - startsAt.getTime()) / 60_000).toBeLessThanOrEqual(SHIFT_LENGTH_MAX)
      expect(activity.riskLevel < 2 || activity.insuranceNumber).toBeTruthy()
    }
  })

  it('has shifts that are full with people waiting, and one where a seat was given back', () => {
    const waiting = shifts.filter(({ shift }) => shift.volunteers.length > shift.capacity).map(({ activity }) => activity.key)
    expect(waiting).toEqual(expect.arrayContaining(['family-trees', 'winter-visits']))
    expect(shifts.some(({ shift }) => shift.volunteers.some(one => one.leaves !== undefined))).toBe(true)
  })

  it('asks nobody to be at two places at once', () => {
    const byPerson = new Map<string, { from: number; to: number }[]>()
    for (const { shift, startsAt, endsAt } of shifts)
      for (const { who } of shift.volunteers) {
        const taken = byPerson.get(who) ?? []
        const overlapping = taken.filter(one => one.from < endsAt.getTime() && one.to > startsAt.getTime())
        expect({ who, overlapping }).toEqual({ who, overlapping: [] })
        byPerson.set(who, [...taken, { from: startsAt.getTime(), to: endsAt.getTime() }])
      }
  })

  it('is played by the cast and the crowd there is', () => {
    for (const { shift } of shifts)
      for (const { who } of shift.volunteers) {
        const n = /^crowd-(\d+)$/.exec(who)?.[1]
        expect(n === undefined ? ['resident', 'neighbour'].includes(who) : Number(n) <= DEMO_CROWD_SIZE).toBe(true)
      }
  })

  it('holds three stories the integrity board is for', () => {
    const typed = demoActivities.filter(activity => activity.typedIn)
    const shared = shifts.filter(
      ({ shift }) => new Set(shift.volunteers.flatMap(one => one.device ?? [])).size < shift.volunteers.filter(one => one.device).length
    )
    const miscounted = shifts.filter(({ shift }) => typeof shift.counted === 'number' && shift.counted < shift.volunteers.length - 1)
    expect([typed.length, shared.length, miscounted.length]).toEqual([1, 1, 1])
  })
})
