import { randomUUID } from 'node:crypto'
import { demoOrganisations } from '#server/demo/demo-organisations'
import type { Grade, HourEntryState } from '#contract/volunteering-states'
import { insertActivity, insertShifts, type ActivityRow, type ShiftRow } from '#server/volunteering/activities/activity-store'
import { appendEntries } from '#server/volunteering/hours/hour-store'
import type { World } from '#world/world'

const organisation = demoOrganisations.find(({ areaId }) => areaId.includes('community'))!

/** An activity of the first community with one shift, written straight into the tables, as if it had long been run. */
export async function pastShift(world: World, change: Partial<ActivityRow> = {}, ofShift: Partial<ShiftRow> = {}) {
  const { places } = await world.product.city.read()
  const communityId = organisation.areaId
  const streetId = places.areaOf(communityId)!.parentId!
  const [startsAt, endsAt] = [new Date('2026-11-10T09:00:00+08:00'), new Date('2026-11-10T11:00:00+08:00')]
  const activity = {
    activityId: randomUUID(),
    organisationId: organisation.organisationId,
    ...{ communityId, streetId, cityId: places.areaOf(streetId)!.parentId! },
    ...{ state: 'ended' as const, title: '河岸清洁', topic: '环保', riskLevel: 1, riskNote: '岸边路滑', needsApproval: false },
    ...{ longitude: 120.123456, latitude: 30.654321, radiusMetres: 100, meetingPlace: '桂花桥头' },
    ...{ createdAt: new Date('2026-11-01T08:00:00+08:00'), publishedAt: new Date('2026-11-02T08:00:00+08:00'), startsAt, endsAt },
    ...change
  }
  const shift = {
    shiftId: randomUUID(),
    activityId: activity.activityId,
    capacity: 20,
    createdAt: activity.createdAt,
    secret: '00'.repeat(32)
  }
  await world.database.write(async writing => {
    await insertActivity(writing, activity)
    await insertShifts(writing, [{ ...shift, startsAt, endsAt, ...ofShift }])
  })
  return { activity, shiftId: shift.shiftId }
}

export interface Served {
  personId: string
  minutes: number
  grade: Grade
  on: string
  state?: HourEntryState
}

/** Minutes in the ledger, standing where the test wants them. */
export async function serve(world: World, { activity, shiftId }: Awaited<ReturnType<typeof pastShift>>, ...lines: Served[]): Promise<void> {
  const rows = lines.map(({ personId, minutes, grade, on, state = 'final' as const }) => ({
    ...{ entryId: randomUUID(), personId, shiftId, activityId: activity.activityId, organisationId: activity.organisationId },
    ...{ businessDate: on, minutes, grade, source: 'presence' as const, reason: null, authorId: 'presence', approverId: 'somebody' },
    ...{ reversesId: null, at: world.now, standing: { state, noticeUntil: world.now } }
  }))
  await world.database.write(writing => appendEntries(writing, rows))
}
