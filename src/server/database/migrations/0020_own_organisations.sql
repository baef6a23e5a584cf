-- Every community has an organisation of its own: the first there is, or a new one.
update organisations set is_own = true
where organisation_id in (
  select min(organisations.organisation_id) from organisations join areas using (area_id) where areas.kind = 'community' group by area_id
);
--> statement-breakpoint
insert into organisations (organisation_id, name, area_id, is_verified, is_own)
select gen_random_uuid()::text, areas.name || '志愿服务队', areas.area_id, true, true
from areas where areas.kind = 'community' and not exists (select 1 from organisations where organisations.area_id = areas.area_id);
--> statement-breakpoint
-- Every team has a code to join it by.
update teams set join_code = lpad(numbered.code::text, 8, '0')
from (select team_id, (10000000 + row_number() over (order by random()) * 9973 + floor(random() * 9000))::bigint as code from teams) as numbered
where teams.team_id = numbered.team_id;
