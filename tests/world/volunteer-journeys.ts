import { sql } from 'drizzle-orm'
import { POLICY_VERSION } from '#contract/people'
import { volunteering } from '#contract/volunteering'
import { askThrough, newKey, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import type { World } from '#world/world'

export const COMMUNITY = 'demo-community-1-1'
const HOUR_MILLISECONDS = 3_600_000

export interface ShiftWish {
  /** Hours from the world's now. */
  inHours?: number
  hours?: number
  capacity?: number
  minAge?: number
  maxAge?: number
  neededSkills?: ('first-aid' | 'law')[]
}

export interface ActivityWish {
  title?: string
  communityId?: string
  riskLevel?: number
  riskNote?: string
  insuranceNumber?: string
  needsApproval?: boolean
  isDraft?: boolean
  topic?: string
  site?: { longitude: number; latitude: number; radiusMetres: number }
}

export function planOf(world: World, { inHours = 48, hours = 2, capacity = 3, ...gates }: ShiftWish = {}) {
  const startsAt = new Date(world.now.getTime() + inHours * HOUR_MILLISECONDS)
  return {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + hours * HOUR_MILLISECONDS).toISOString(),
    capacity,
    ...gates
  }
}

/** What an organiser says of an activity that meets every gate. */
export const wordsOf = (wish: ActivityWish = {}) => ({
  title: '河边清洁',
  communityId: COMMUNITY,
  topic: '环境清洁',
  riskLevel: 1,
  riskNote: '台阶湿滑，慢一点走',
  site: { longitude: 116.4, latitude: 31.9, radiusMetres: 100 },
  needsApproval: false,
  ...wish
})

/** Plans an activity; it waits for its review. */
export async function plan(world: World, shifts: readonly ShiftWish[] = [{}], wish: ActivityWish = {}) {
  const organiser = await world.as('organiser')
  return organiser.ask(volunteering.createActivity)({ ...wordsOf(wish), shifts: shifts.map(shift => planOf(world, shift)) })
}

/** Plans and publishes: the organiser writes it, a reviewer lets it out. */
export async function publish(world: World, shifts: readonly ShiftWish[] = [{}], wish: ActivityWish = {}) {
  const planned = await plan(world, shifts, wish)
  await (await world.as('reviewer')).ask(volunteering.publishActivity)({ activityId: planned.activityId })
  return { activityId: planned.activityId, shiftIds: planned.shifts.map(shift => shift.shiftId), shifts: planned.shifts }
}

/** Publishes one shift. */
export async function publishShift(world: World, shift: ShiftWish = {}, wish: ActivityWish = {}): Promise<string> {
  const { shiftIds } = await publish(world, [shift], wish)
  return shiftIds[0] as string
}

export const join = (actor: Pick<Actor, 'ask'>, shiftId: string, idempotencyKey = newKey()) =>
  actor.ask(volunteering.joinShift)({ shiftId, idempotencyKey })

export const leave = (actor: Pick<Actor, 'ask'>, shiftId: string) => actor.ask(volunteering.leaveShift)({ shiftId })

export async function seatsOf(world: World, activityId: string, shiftId: string) {
  const activity = await world.nobody.ask(volunteering.getActivity)({ activityId })
  const shift = activity.shifts.find(one => one.shiftId === shiftId)
  if (!shift) throw new Error('the shift is not there')
  return shift
}

export const mySignUp = async (actor: Actor, shiftId: string) =>
  (await actor.ask(volunteering.listMyShifts)({})).shifts.find(one => one.shift.shiftId === shiftId)?.signUp

/** Residents by the thousand, written by the database itself: who they are is not what is tested. */
export async function crowdOf(world: World, size: number, name: string) {
  await askDatabase(
    world.database,
    sql`insert into people (person_id, display_name, consented_policy, created_at)
      select ${name} || '-' || n, '居民 ' || n, ${POLICY_VERSION}, now() from generate_series(1, ${size}::int) n on conflict do nothing`
  )
  return Array.from({ length: size }, (_, n) => {
    const personId = `${name}-${n + 1}`
    const caller = { personId, displayName: `居民 ${n + 1}`, grants: [], consentedPolicy: POLICY_VERSION }
    const send = async (operation: string, input: unknown) => {
      const asked = { operation, input, identify: async () => caller, requestId: personId, log: world.product.log, now: world.now }
      const replied = await world.product.dispatch(asked)
      if (replied.status === 500) throw new Error(`${operation} failed: ${world.logLines.at(-1)}`)
      return replied
    }
    return { personId, send, ask: askThrough(send) }
  })
}

/** Everything that must hold of seats at every moment, asked of the database: broken rules by name, none where all is well. */
export async function brokenInvariants(world: World): Promise<string[]> {
  const live = sql`('pending', 'confirmed', 'waitlisted', 'offered', 'present')`
  const found = await askDatabase(
    world.database,
    sql`with counted as (select shift_id,
        count(*) filter (where state in ('pending', 'confirmed', 'offered', 'present', 'attended', 'no_show'))::int as taken,
        count(*) filter (where state = 'waitlisted')::int as waitlisted from sign_ups group by shift_id)
    select 'counts differ from sign-ups ' || s.shift_id as what from shifts s left join counted c using (shift_id)
      where s.taken <> coalesce(c.taken, 0) or s.waitlisted <> coalesce(c.waitlisted, 0)
    union all select 'more taken than seats ' || shift_id from shifts where taken > capacity
    union all select 'a seat is free while somebody waits ' || shift_id from shifts where taken < capacity and waitlisted > 0 and not is_cancelled
    union all select 'two live shifts overlap ' || a.person_id from sign_ups a join sign_ups b on a.person_id = b.person_id and a.shift_id < b.shift_id
      join shifts sa on sa.shift_id = a.shift_id join activities aa on aa.activity_id = sa.activity_id
      join shifts sb on sb.shift_id = b.shift_id join activities ab on ab.activity_id = sb.activity_id
      cross join lateral (select make_interval(mins => case when abs(aa.longitude - ab.longitude) <= 0.001
        and abs(aa.latitude - ab.latitude) <= 0.001 then 0 else 15 end) as way) between_sites
      where a.starts_at < b.ends_at + way and b.starts_at < a.ends_at + way and a.state in ${live} and b.state in ${live}
    union all select 'offered before who came earlier ' || a.shift_id from sign_ups a join sign_ups b on a.shift_id = b.shift_id and b.arrival < a.arrival
      where a.state = 'offered' and b.state = 'waitlisted' and b.joined_at < a.state_since
    union all select 'history does not end where the sign-up stands ' || u.shift_id from sign_ups u
      where u.state <> (select h.to_state from sign_up_history h where h.shift_id = u.shift_id and h.person_id = u.person_id order by sequence desc limit 1)`
  )
  return found.map(row => String(row.what))
}
