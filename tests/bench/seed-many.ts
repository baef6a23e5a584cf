import { sql } from 'drizzle-orm'
import type { Database } from '#server/database/database'

/** What the load asks for afterwards. */
export interface Crowd {
  reportCount: number
  personCount: number
}

/**
 * Fills the database with reports of a city that has worked for years: 95 of 100 closed, the rest spread over the open states,
 * 50 a person, each with its history. Written by the database itself, since it is not what is measured.
 */
export async function seedManyReports(database: Database, { reportCount, personCount }: Crowd): Promise<void> {
  await database.write(async writing => {
    await writing.execute(sql`
      insert into people (person_id, display_name, demo_name, consented_policy, created_at)
      select 'bench-person-' || n, '居民 ' || n, 'resident:bench-' || n, '2026-11-01', now() from generate_series(1, ${personCount}::int) n`)
    await writing.execute(sql`
      insert into reports (report_id, number, state, version, mode, category_code, category_version, longitude, latitude, grid_id, community_id,
        street_id, city_id, reporter_id, shows_name_to_unit, is_self_found, submitted_at, observed_at, state_since, sort_at, due_at, kept_clocks,
        escalation, overdue_minutes, unit_id, return_count, rework_count, upheld_count, merged_count, follower_count, closing_round, closed_at,
        cover_file_id)
      select 'bench-report-' || n, 'B' || n, s.state, 3, 'FIX', '1001', 1, a.centre_longitude, a.centre_latitude, a.area_id, c.area_id,
        c.parent_id, st.parent_id, 'bench-person-' || (n % ${personCount}::int + 1), false, false, s.at, s.at, s.at, s.at + interval '2 hours',
        case when s.state = 'closed' then null else s.at + interval '2 hours' end, '{}', 0, 0,
        case when s.state in ('submitted', 'filed') then null else 'demo-unit-centre' end, 0, 0, 0, 0, 0, 1,
        case when s.state = 'closed' then s.at end, 'bench-file-' || n
      from generate_series(1, ${reportCount}::int) n
      cross join lateral (select case when n % 20 <> 0 then 'closed'
          else (array['submitted', 'filed', 'dispatched', 'handling', 'handled'])[(n / 20) % 5 + 1] end as state,
        now() - make_interval(mins => n * 5) as at) s
      join (select *, row_number() over (order by area_id) as i, count(*) over () as total from areas where kind = 'grid') a on a.i = n % a.total + 1
      join areas c on c.area_id = a.parent_id join areas st on st.area_id = c.parent_id`)
    await writing.execute(sql`
      insert into report_people (report_id, person_id, relation, since) select report_id, reporter_id, 'reporter', submitted_at from reports
      where report_id like 'bench-%'`)
    await writing.execute(sql`
      insert into report_history (report_id, version, at, from_state, to_state, role, actor_id, photo_ids)
      select r.report_id, v.version, r.submitted_at + make_interval(mins => v.version), v.from_state, v.to_state, v.role, null, '[]'
      from reports r cross join (values (1, null, 'submitted', 'reporter'), (2, 'submitted', 'filed', 'reviewer'), (3, 'filed', 'closed', 'reviewer'))
        as v (version, from_state, to_state, role) where r.report_id like 'bench-%'`)
    await writing.execute(sql`analyze`)
  })
}
