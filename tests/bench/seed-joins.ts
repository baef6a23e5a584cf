import { sql } from 'drizzle-orm'
import type { Database } from '#server/database/database'

export const HOT_SHIFT = 'bench-shift-hot'
export const SPREAD_SHIFTS = 200
export const spreadShift = (n: number) => `bench-shift-${n + 1}`
export const volunteerOf = (n: number) => `bench-volunteer-${n + 1}`

/**
 * People who will join, one shift everybody wants, and 200 more, an hour long and an hour apart, so that one person may join all
 * of them. Written by the database itself, since it is not what is measured.
 */
export async function seedJoins(database: Database, volunteerCount: number): Promise<void> {
  await database.write(async writing => {
    await writing.execute(sql`
      insert into people (person_id, display_name, demo_name, consented_policy, created_at)
      select 'bench-volunteer-' || n, '志愿者 ' || n, 'resident:volunteer-' || n, '2026-11-01', now() from generate_series(1, ${volunteerCount}::int) n`)
    await writing.execute(sql`
      insert into activities (activity_id, organisation_id, community_id, street_id, city_id, state, title, topic, risk_level, risk_note, longitude, latitude,
        radius_metres, needs_approval, created_at, starts_at, ends_at)
      select 'bench-activity', o.organisation_id, a.area_id, a.parent_id, 'demo-city', 'published', '河边清洁', '环境清洁', 1, '慢一点走', a.centre_longitude,
        a.centre_latitude, 100, false, now(), now() + interval '10 days', now() + interval '40 days'
      from organisations o join areas a on a.area_id = o.area_id where a.kind = 'community' order by a.area_id limit 1`)
    await writing.execute(sql`
      insert into shifts (shift_id, activity_id, starts_at, ends_at, capacity, created_at, secret)
      select 'bench-shift-' || n, 'bench-activity', at, at + interval '1 hour', 500, now(), repeat('0', 64)
      from generate_series(1, ${SPREAD_SHIFTS}::int) n cross join lateral (select now() + make_interval(days => 10, hours => 2 * n) as at) t
      union all select ${HOT_SHIFT}, 'bench-activity', now() + interval '9 days', now() + interval '9 days 2 hours', 30, now(), repeat('0', 64)`)
    await writing.execute(sql`analyze people, shifts, activities`)
  })
}
