-- title: People who left and the keys they had read
-- hypothesis: A key is as safe as the last person who could copy it. Everybody who read or exported a
--   signing key and has left since is listed, unless the key was changed after the departure.
-- technique: T1552.004 Unsecured Credentials: Private Keys
with reads as (
  select
    actor,
    split_part(resource, ' ', 1) as signing_key,
    count(*) as reads,
    count(*) filter (where operation = 'ExportKey') as exports,
    max(time) as last_read
  from api_activity
  where operation in ('ReadKey', 'ExportKey') and resource like 'key/%'
  group by actor, signing_key
),
leavers as (
  select user_uid, any_value(role) as role, max(time) as left_at
  from account_change
  where change = 'left'
  group by user_uid
),
exposed as (
  select l.user_uid, l.role, l.left_at, r.signing_key, r.reads, r.exports, r.last_read
  from leavers l
  join reads r on r.actor = l.user_uid
),
changed as (
  select time as changed_at
  from entity_management
  where entity_type = 'key' and operation in ('withdrawn', 'retiring')
)
select e.*
from exposed e
anti join changed c on c.changed_at >= e.left_at
order by e.left_at
