-- title: Exports of a signing key that nobody has cleaned up after
-- hypothesis: An exported key lies somewhere until somebody removes it. Lists each export of a signing
--   key with the first search for copies after it; where there is none, the copy may still be there.
-- technique: T1552.004 Unsecured Credentials: Private Keys
with exports as (
  select time, actor, role, src_ip, resource
  from api_activity
  where operation = 'ExportKey' and resource like 'key/%'
),
searches as (
  select time as searched_at
  from entity_management
  where entity_type = 'key' and operation = 'copies-removed'
)
select
  e.time as exported_at,
  e.actor,
  e.role,
  e.src_ip,
  e.resource,
  (select min(s.searched_at) from searches s where s.searched_at > e.time) as searched_at
from exports e
order by exported_at
