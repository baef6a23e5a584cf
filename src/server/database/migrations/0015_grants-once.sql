-- The same grant given twice becomes one: the first stays in force, so that taking it back takes it back.
update grants later set revoked_at = now()
where later.revoked_at is null and exists (
  select 1 from grants earlier
  where earlier.revoked_at is null and earlier.person_id = later.person_id and earlier.role = later.role
    and earlier.area_id is not distinct from later.area_id and earlier.unit_id is not distinct from later.unit_id
    and (earlier.granted_at, earlier.grant_id) < (later.granted_at, later.grant_id)
);
