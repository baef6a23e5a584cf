import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { makeShiftCode, makeShiftDigits, stepOf } from '#contract/presence-code'
import { volunteering } from '#contract/volunteering'
import type { ActivityState, PresencePhase, SignUpState } from '#contract/volunteering-states'
import { insertActivity, insertShifts } from '#server/volunteering/activities/activity-store'
import { organisations, shifts } from '#server/volunteering/activities/activity-tables'
import { attendances, flags } from '#server/volunteering/presence/presence-tables'
import { signUps } from '#server/volunteering/sign-ups/sign-up-tables'
import type { Actor } from '#world/actor'
import type { World } from '#world/world'
import { deskKeyOf } from '#server/volunteering/presence/shift-code-check'

/** A published shift as the tests of presence need one: written straight into the tables, so that it may lie anywhere in time. */
export interface Scene {
  shiftId: string
  activityId: string
  secret: string
  startsAt: Date
  endsAt: Date
  site: { longitude: number; latitude: number; radiusMetres: number }
}

interface Plan {
  startsAt: string | Date
  endsAt: string | Date
  capacity?: number
  state?: ActivityState
  site?: Partial<Scene['site']>
}

const ORGANISATION = 'organisation-of-scenes'

export async function planShift(world: World, plan: Plan): Promise<Scene> {
  const { places } = await world.product.city.read()
  const community = places.areas.find(area => area.kind === 'community')!
  const street = places.areaOf(community.parentId!)!
  const scene: Scene = {
    shiftId: randomUUID(),
    activityId: randomUUID(),
    secret: randomBytes(32).toString('hex'),
    startsAt: new Date(plan.startsAt),
    endsAt: new Date(plan.endsAt),
    site: { ...community.centre, radiusMetres: 100, ...plan.site }
  }
  const { shiftId, activityId, secret, startsAt, endsAt, site } = scene
  const createdAt = new Date(startsAt.getTime() - 5 * 86_400_000)
  await world.database.write(async writing => {
    const organisation = { organisationId: ORGANISATION, name: '桂花社区志愿服务队', areaId: community.areaId, isVerified: true }
    await writing.insert(organisations).values(organisation).onConflictDoNothing()
    await insertActivity(writing, {
      ...{ activityId, organisationId: ORGANISATION, communityId: community.areaId, streetId: street.areaId, cityId: street.parentId! },
      ...{ title: '河边清洁', topic: '环境', riskLevel: 1, riskNote: '注意路滑', needsApproval: false, ...site },
      ...{ state: plan.state ?? 'published', authorId: 'somebody', createdAt, publishedAt: createdAt, startsAt, endsAt }
    })
    await insertShifts(writing, [{ shiftId, activityId, startsAt, endsAt, capacity: plan.capacity ?? 30, createdAt, secret }])
  })
  return scene
}

/** Signs people up, days before. */
export async function signUp(world: World, scene: Scene, people: readonly Actor[], state: SignUpState = 'confirmed'): Promise<void> {
  const { shiftId, startsAt, endsAt } = scene
  const joinedAt = new Date(startsAt.getTime() - 3 * 86_400_000)
  await world.database.write(async writing => {
    const [shift] = await writing.select().from(shifts).where(eq(shifts.shiftId, shiftId))
    for (const [number, { person }] of people.entries()) {
      const row = { shiftId, personId: person.personId, state, arrival: shift!.nextArrival + number, joinedAt, stateSince: joinedAt }
      await writing.insert(signUps).values({ ...row, startsAt, endsAt })
    }
    const taken = shift!.taken + (state === 'waitlisted' ? 0 : people.length)
    await writing
      .update(shifts)
      .set({ taken, nextArrival: shift!.nextArrival + people.length })
      .where(eq(shifts.shiftId, shiftId))
  })
}

/** What stands on the desk's screen at a moment. */
export const codeAt = (scene: Scene, phase: PresencePhase, at: Date) =>
  makeShiftCode(deskKeyOf(scene.secret), { shiftId: scene.shiftId, phase, step: stepOf(at) })
export const digitsAt = (scene: Scene, phase: PresencePhase, at: Date) =>
  makeShiftDigits(deskKeyOf(scene.secret), { shiftId: scene.shiftId, phase, step: stepOf(at) })

type More = Partial<{ position: { longitude: number; latitude: number; accuracyMetres: number }; deviceId: string; code: string }>

export const comeIn = (world: World, actor: Actor, scene: Scene, more: More = {}) =>
  actor.ask(volunteering.checkIn)({ shiftId: scene.shiftId, code: codeAt(scene, 'in', world.now), ...more })
export const goOut = (world: World, actor: Actor, scene: Scene, more: More = {}) =>
  actor.ask(volunteering.checkOut)({ shiftId: scene.shiftId, code: codeAt(scene, 'out', world.now), ...more })

/** A position so many metres north of the middle of the site. */
export const northOf = ({ site }: Scene, metres: number, accuracyMetres = 10) => ({
  longitude: site.longitude,
  latitude: site.latitude + metres / 111_195,
  accuracyMetres
})

export async function attendanceOf(world: World, scene: Scene, actor: Actor) {
  const mine = and(eq(attendances.shiftId, scene.shiftId), eq(attendances.personId, actor.person.personId))
  return (await world.database.reading.select().from(attendances).where(mine))[0]
}

/** Kinds of flags of a shift, with whom they touch, in order. */
export async function flagsOf(world: World, scene: Scene): Promise<[string, string | null][]> {
  const rows = await world.database.reading.select().from(flags).where(eq(flags.shiftId, scene.shiftId))
  return rows.map(row => [row.kind, row.personId] as [string, string | null]).sort()
}
