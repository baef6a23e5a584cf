import type { Shift } from '#contract/volunteering-shapes'
import type { PresencePhase } from '#contract/volunteering-states'
import { tick } from '#server/clock'
import {
  demoActivities,
  timesOf,
  type DemoActivity,
  type DemoArrival,
  type DemoShift,
  type DemoVolunteer
} from '#server/demo/demo-activities'
import type { DemoEvent, DemoStage } from '#server/demo/demo-stage'
import { scenesOf } from '#server/demo/demo-pictures'
import { planDemoReports } from '#server/demo/demo-reports'
import { momentOf } from '#server/demo/demo-timeline'

/** The first activity was planned so many days ago. */
export const VOLUNTEERING_BEGAN_DAYS = 33

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SITE_RADIUS_METRES = 150
/** Activities are planned a week ahead, those of today the day before. */
const PLANNED_AHEAD = 7 * DAY

interface Living {
  activityId: string
  shiftIds: string[]
  site: { longitude: number; latitude: number }
}

const plus = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)

/** The activities of the demo city's month, lived through the same operations everybody uses. */
class DemoService {
  private readonly living = new Map<string, Living>()
  private readonly events: DemoEvent[] = []

  constructor(
    private readonly stage: DemoStage,
    private readonly now: Date
  ) {}

  private happens(at: Date, happen: () => Promise<unknown>): void {
    // What the plan puts after this moment has not happened yet.
    if (at <= this.now) this.events.push({ at, happen })
  }

  private of(key: string): Living {
    const living = this.living.get(key)
    if (!living) throw new Error(`the demo plan names ${key} before it was planned`)
    return living
  }

  private async plan(activity: DemoActivity, at: Date): Promise<void> {
    const { places } = await this.stage.product.city.read()
    const centre = places.areaOf(activity.community)?.centre
    if (!centre) throw new Error(`the demo city has no ${activity.community}`)
    const [east = 0, north = 0] = activity.offset ?? []
    const site = { longitude: centre.longitude + east, latitude: centre.latitude + north }
    const { key: _, community: communityId, offset: __, typedIn: ___, isInReview: ____, shifts, ...said } = activity
    const plans = shifts.map(shift => {
      const { startsAt, endsAt } = timesOf(shift, this.now)
      const { capacity, position, minAge } = shift
      return {
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        capacity,
        ...(position && { position }),
        ...(minAge && { minAge })
      }
    })
    const input = { needsApproval: false, ...said, communityId, site: { ...site, radiusMetres: SITE_RADIUS_METRES }, shifts: plans }
    const made = await this.stage.ask('organiser', 'volunteering/createActivity', input, at)
    const shiftIds = (made.shifts as Shift[]).map(shift => shift.shiftId)
    this.living.set(activity.key, { activityId: String(made.activityId), shiftIds, site })
  }

  /** One end of somebody's shift, as it would be proved on site. */
  private async prove(
    activity: DemoActivity,
    n: number,
    volunteer: DemoVolunteer,
    phase: PresencePhase,
    arrival: DemoArrival,
    at: Date
  ): Promise<void> {
    const { shiftIds, site } = this.of(activity.key)
    const shiftId = shiftIds[n]
    if (arrival === 'reverse') {
      const { code } = await this.stage.ask(volunteer.who, 'volunteering/getMyCode', {}, at)
      await this.stage.ask('organiser', 'volunteering/scanVolunteer', { shiftId, phase, code }, at)
      return
    }
    const { code } = await this.stage.ask('organiser', 'volunteering/getShiftCode', { shiftId, phase }, at)
    const position = arrival === 'code' ? { ...site, accuracyMetres: 25 } : undefined
    const operation = phase === 'in' ? 'volunteering/checkIn' : 'volunteering/checkOut'
    const said = { shiftId, code, ...(position && { position }), ...(volunteer.device && { deviceId: volunteer.device }) }
    await this.stage.ask(volunteer.who, operation, said, at)
  }

  private attends(activity: DemoActivity, n: number, shift: DemoShift, volunteer: DemoVolunteer): void {
    const { startsAt, endsAt } = timesOf(shift, this.now)
    const { in: arrival, out: leaving } = volunteer
    if (arrival && arrival !== 'none') {
      const at = plus(startsAt, (volunteer.late ?? 0) * MINUTE)
      this.happens(at, () => this.prove(activity, n, volunteer, 'in', arrival, at))
    }
    if (leaving && leaving !== 'none') {
      const at = plus(endsAt, -(volunteer.early ?? 0) * MINUTE)
      this.happens(at, () => this.prove(activity, n, volunteer, 'out', leaving, at))
    }
  }

  private joins(activity: DemoActivity, n: number, volunteers: readonly DemoVolunteer[], from: Date): void {
    volunteers.forEach(({ who, leaves }, place) => {
      const at = plus(from, place * MINUTE)
      const join = () => ({ shiftId: this.of(activity.key).shiftIds[n], idempotencyKey: this.stage.newKey() })
      this.happens(at, () => this.stage.ask(who, 'volunteering/joinShift', join(), at))
      if (leaves === undefined) return
      // Just now, so that whoever waits first finds the offer open.
      const left = plus(this.now, -10 * MINUTE)
      this.happens(left, () =>
        this.stage.ask(who, 'volunteering/leaveShift', { shiftId: this.of(activity.key).shiftIds[n], reason: '临时出差' }, left)
      )
    })
  }

  private counts(activity: DemoActivity, n: number, shift: DemoShift): void {
    const present = shift.volunteers.filter(one => one.in && one.in !== 'none').length
    if (present === 0 || shift.counted === 'nobody-counted') return
    const at = plus(timesOf(shift, this.now).endsAt, -5 * MINUTE)
    const count = shift.counted ?? present
    this.happens(at, () =>
      this.stage.ask('organiser', 'volunteering/enterHeadCount', { shiftId: this.of(activity.key).shiftIds[n], count }, at)
    )
  }

  /** Once the clock has seen who did not check out, the organiser confirms what is clean; what a flag froze stays for the city office. */
  private settles(activity: DemoActivity, n: number, shift: DemoShift): void {
    const { endsAt } = timesOf(shift, this.now)
    const seen = plus(endsAt, 3 * HOUR)
    this.happens(seen, () => tick(this.stage.product, seen))
    const at = plus(endsAt, 20 * HOUR)
    this.happens(at, async () => {
      const shiftId = this.of(activity.key).shiftIds[n]
      const roster = await this.stage.ask('organiser', 'volunteering/getRoster', { shiftId }, at)
      const people = roster.people as { personId: string; attendance: string; flags: string[] }[]
      for (const { personId, attendance, flags } of people) {
        if (flags.length > 0) continue
        if (attendance === 'checked_out')
          await this.stage.ask('organiser', 'volunteering/verifyAttendance', { shiftId, personId, decision: 'approve' }, at)
        if (attendance === 'open_checkout') {
          const vouched = {
            decision: 'approve',
            note: '走时忘了扫码，照料室的同事看着离开的',
            leftAt: plus(endsAt, -10 * MINUTE).toISOString()
          }
          await this.stage.ask('organiser', 'volunteering/verifyAttendance', { shiftId, personId, ...vouched }, at)
        }
      }
    })
  }

  private typesIn(activity: DemoActivity): void {
    const { typedIn, shifts } = activity
    const [shift] = shifts
    if (!typedIn || !shift) return
    const at = momentOf({ daysAgo: -shift.day, at: typedIn.at }, this.now)
    const approved = plus(at, 5 * MINUTE)
    for (const who of typedIn.who)
      this.happens(at, async () => {
        const [scene] = scenesOf(planDemoReports(this.now))
        const photoIds = scene ? [await this.stage.keepPicture('organiser', scene, at)] : []
        const personId = await this.stage.personOf(who)
        const { minutes, reason } = typedIn
        const said = {
          shiftId: this.of(activity.key).shiftIds[0],
          personId,
          minutes,
          reason,
          photoIds,
          idempotencyKey: this.stage.newKey()
        }
        const { entryId } = await this.stage.ask('organiser', 'volunteering/enterHours', said, at)
        await this.stage.ask('reviewer', 'volunteering/approveHours', { entryId, decision: 'approve' }, approved)
      })
  }

  /** What nothing is doubtful about is settled two days after its last shift. */
  private closesBooks(activity: DemoActivity): void {
    const isDoubtful =
      activity.typedIn ?? activity.shifts.some(shift => shift.counted !== undefined || shift.volunteers.some(one => one.device))
    if (isDoubtful) return
    const at = plus(new Date(Math.max(...activity.shifts.map(shift => timesOf(shift, this.now).endsAt.getTime()))), 2 * DAY)
    this.happens(at, () => this.stage.ask('organiser', 'volunteering/settleActivity', { activityId: this.of(activity.key).activityId }, at))
  }

  eventsOf(activity: DemoActivity): DemoEvent[] {
    this.events.length = 0
    const starts = activity.shifts.map(shift => timesOf(shift, this.now).startsAt.getTime())
    const earliest = this.now.getTime() - VOLUNTEERING_BEGAN_DAYS * DAY
    const planned = new Date(Math.max(earliest, Math.min(Math.min(...starts), this.now.getTime()) - PLANNED_AHEAD))
    this.happens(planned, () => this.plan(activity, planned))
    if (activity.isInReview) return [...this.events]
    const published = plus(planned, 2 * HOUR)
    this.happens(published, () =>
      this.stage.ask('reviewer', 'volunteering/publishActivity', { activityId: this.of(activity.key).activityId }, published)
    )
    activity.shifts.forEach((shift, n) => {
      this.joins(activity, n, shift.volunteers, plus(published, (1 + n) * HOUR))
      for (const volunteer of shift.volunteers) this.attends(activity, n, shift, volunteer)
      this.counts(activity, n, shift)
      this.settles(activity, n, shift)
    })
    this.typesIn(activity)
    this.closesBooks(activity)
    return [...this.events]
  }

  /** The two residents of the cast fill in their volunteer profiles before anything begins. */
  profiles(): DemoEvent[] {
    const at = plus(this.now, -VOLUNTEERING_BEGAN_DAYS * DAY)
    const profileOf = {
      resident: { birthDate: '1994-05-20', skills: ['photography'] },
      neighbour: { birthDate: '1957-03-08', skills: ['teaching'] }
    }
    return Object.entries(profileOf).map(([who, profile]) => ({
      at,
      happen: () => this.stage.ask(who, 'volunteering/saveMyProfile', profile, at)
    }))
  }
}

/** What happened in the demo city's volunteering up to now. */
export function eventsOfVolunteering(stage: DemoStage, now: Date): DemoEvent[] {
  const service = new DemoService(stage, now)
  return [...service.profiles(), ...demoActivities.flatMap(activity => service.eventsOf(activity))]
}
