import { eq, inArray, sql, type SQL } from 'drizzle-orm'
import { signUpFacts, type ActivityState, type SignUpState, type Skill } from '#contract/volunteering-states'
import type { Reading, Writing } from '#server/database/database'
import { activities, shifts } from '#server/volunteering/activities/activity-tables'
import type { Joined, JoinerFacts, ShiftFacts } from '#server/volunteering/sign-ups/join-rules'
import { signUps } from '#server/volunteering/sign-ups/sign-up-tables'
import { faultsSince } from '#server/volunteering/volunteers/cool-down-rules'

/** Somebody who wants to join a shift, told apart from the others of the same batch by their place in it. */
export interface Arrival {
  shiftId: string
  personId: string
  now: Date
}

/** Live sign-ups that began earlier than this before the shift cannot reach into it: a shift lasts 8 h at most. */
const REACH_HOURS = 24

async function rowsOf(writing: Writing, query: SQL): Promise<Record<string, unknown>[]> {
  const answer: unknown = await writing.execute(query)
  return (answer as { rows: Record<string, unknown>[] }).rows
}

/** Holds the shifts in one order and says what they are; those that do not exist are missing. */
export async function holdShifts(writing: Writing, shiftIds: readonly string[]): Promise<Map<string, ShiftFacts & { title: string }>> {
  const ids = JSON.stringify([...new Set(shiftIds)])
  const rows = await rowsOf(
    writing,
    sql`select s.shift_id, floor(extract(epoch from s.starts_at) * 1000)::float8 as starts_at, floor(extract(epoch from s.ends_at) * 1000)::float8 as ends_at,
      s.capacity, s.taken, s.waitlisted, s.next_arrival, s.min_age, s.max_age, s.needed_skills, s.is_cancelled, a.longitude, a.latitude, a.state, a.needs_approval, a.title
      from shifts s join activities a on a.activity_id = s.activity_id
      where s.shift_id in (select json_array_elements_text(${ids}::json)) order by s.shift_id for update of s`
  )
  return new Map(
    rows.map(row => [
      row.shift_id as string,
      {
        shiftId: row.shift_id as string,
        startsAt: new Date(row.starts_at as number),
        endsAt: new Date(row.ends_at as number),
        longitude: row.longitude as number,
        latitude: row.latitude as number,
        capacity: row.capacity as number,
        taken: row.taken as number,
        waitlisted: row.waitlisted as number,
        nextArrival: row.next_arrival as number,
        minAge: row.min_age as number | null,
        maxAge: row.max_age as number | null,
        neededSkills: row.needed_skills as Skill[],
        isCancelled: row.is_cancelled as boolean,
        activityState: row.state as ActivityState,
        needsApproval: row.needs_approval as boolean,
        title: row.title as string
      }
    ])
  )
}

interface PackedJoiner {
  place: number
  profile: [birthDate: string | null, skills: Skill[], hasGuardianConsent: boolean, coolDownUntil: number | null] | null
  earlier: [state: SignUpState, arrival: number, waitingBefore: number] | null
  near: [shiftId: string, startsAt: number, endsAt: number, longitude: number, latitude: number][] | null
  live_count: number | null
}

const milliseconds = (column: string) => sql.raw(`floor(extract(epoch from ${column}) * 1000)::float8`)
const liveStates = sql.raw(
  Object.entries(signUpFacts)
    .flatMap(([state, { isLive }]) => (isLive ? [`'${state}'`] : []))
    .join(', ')
)

/** What the rules need to know of each arrival, in one query; the people are held, so it stays true. */
export async function readJoiners(
  writing: Writing,
  arrivals: readonly Arrival[],
  held: ReadonlyMap<string, ShiftFacts>
): Promise<JoinerFacts[]> {
  const asked = arrivals.map(({ shiftId, personId, now }, place) => {
    const shift = held.get(shiftId)
    return { place, s: shiftId, p: personId, now: now.toISOString(), f: shift?.startsAt.toISOString(), t: shift?.endsAt.toISOString() }
  })
  const rows = await rowsOf(
    writing,
    sql`select x.place, (select json_build_array(v.birth_date, v.skills, v.has_guardian_consent, ${milliseconds('v.cool_down_until')})
        from volunteer_profiles v where v.person_id = x.p) as profile,
      (select json_build_array(u.state, u.arrival, (select count(*)::int from sign_ups w where w.shift_id = u.shift_id and w.state = 'waitlisted'
        and w.arrival < u.arrival)) from sign_ups u where u.shift_id = x.s and u.person_id = x.p) as earlier,
      (select json_agg(json_build_array(u.shift_id, ${milliseconds('u.starts_at')}, ${milliseconds('u.ends_at')}, a.longitude, a.latitude))
        from sign_ups u join shifts s on s.shift_id = u.shift_id join activities a on a.activity_id = s.activity_id where u.person_id = x.p
        and u.starts_at > x.f - make_interval(hours => ${REACH_HOURS}::int) and u.starts_at < x.t + interval '1 hour' and u.state in (${liveStates})) as near,
      (select count(*)::int from sign_ups u join volunteer_profiles v on v.person_id = u.person_id and v.cool_down_until > x.now
        where u.person_id = x.p and u.ends_at > x.now and u.state in (${liveStates})) as live_count
      from json_to_recordset(${JSON.stringify(asked)}::json) as x (place int, s text, p text, now timestamptz, f timestamptz, t timestamptz)`
  )
  const found: JoinerFacts[] = []
  for (const row of rows as unknown as PackedJoiner[]) {
    const [birthDate = null, skills = [], hasGuardianConsent = false, until = null] = row.profile ?? []
    found[row.place] = {
      profile: row.profile ? { birthDate, skills, hasGuardianConsent, coolDownUntil: until === null ? null : new Date(until) } : undefined,
      earlier: row.earlier ? { state: row.earlier[0], arrival: row.earlier[1], waitingBefore: row.earlier[2] } : undefined,
      near: (row.near ?? []).map(([shiftId, from, to, longitude, latitude]) => ({
        ...{ shiftId, startsAt: new Date(from), endsAt: new Date(to), longitude, latitude }
      })),
      liveCount: row.live_count ?? 0
    }
  }
  return found
}

export interface NewSignUp extends Arrival {
  joined: Joined
}

/** Writes sign-ups, new or taken up again, their history and what the shifts are afterwards, in one statement. */
export async function writeSignUps(writing: Writing, added: readonly NewSignUp[], held: ReadonlyMap<string, ShiftFacts>): Promise<void> {
  if (added.length === 0) return
  const rows = added.map(({ shiftId: s, personId: p, now, joined }) => {
    const shift = held.get(s) as ShiftFacts
    const [f, t] = [shift.startsAt.toISOString(), shift.endsAt.toISOString()]
    return { s, p, at: now.toISOString(), st: joined.state, was: joined.from ?? null, n: joined.arrival, f, t }
  })
  const changed = [...new Set(added.map(row => row.shiftId))].map(id => {
    const { taken, waitlisted, nextArrival } = held.get(id) as ShiftFacts
    return { s: id, taken, waitlisted, n: nextArrival }
  })
  await writing.execute(sql`with x as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as r (s text, p text, at timestamptz, st text, was text, n int, f timestamptz, t timestamptz)),
    added as (insert into sign_ups (shift_id, person_id, state, arrival, joined_at, state_since, starts_at, ends_at) select s, p, st, n, at, at, f, t from x
      on conflict (shift_id, person_id) do update set state = excluded.state, arrival = excluded.arrival, joined_at = excluded.joined_at,
        state_since = excluded.state_since, offer_until = null, reminded_at = null, is_walk_in = false),
    told as (insert into sign_up_history (shift_id, person_id, sequence, at, from_state, to_state, actor_id) select s, p,
      (select coalesce(max(h.sequence), 0) + 1 from sign_up_history h where h.shift_id = s and h.person_id = p), at, was, st, p from x)
    update shifts set taken = c.taken, waitlisted = c.waitlisted, next_arrival = c.n
      from json_to_recordset(${JSON.stringify(changed)}::json) as c (s text, taken int, waitlisted int, n int) where shifts.shift_id = c.s`)
}

/** Titles of shifts, for a refusal that names another one. */
export async function titlesOf(reading: Reading, shiftIds: readonly string[]): Promise<Map<string, string>> {
  if (shiftIds.length === 0) return new Map()
  const rows = await reading
    .select({ shiftId: shifts.shiftId, title: activities.title })
    .from(shifts)
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .where(inArray(shifts.shiftId, [...new Set(shiftIds)]))
  return new Map(rows.map(row => [row.shiftId, row.title]))
}

/** The rate somebody in a cool-down sees: late cancellations and no-shows of 90 days, and sign-ups in the same time. */
export async function countFaults(reading: Reading, personId: string, now: Date): Promise<{ faults: number; signUps: number }> {
  const since = sql`${faultsSince(now).toISOString()}::timestamptz`
  const [row] = await reading
    .select({
      faults: sql<number>`(count(*) filter (where ${signUps.state} in ('cancelled_late', 'no_show') and ${signUps.stateSince} >= ${since}))::int`,
      signUps: sql<number>`(count(*) filter (where ${signUps.joinedAt} >= ${since}))::int`
    })
    .from(signUps)
    .where(eq(signUps.personId, personId))
  return row ?? { faults: 0, signUps: 0 }
}
