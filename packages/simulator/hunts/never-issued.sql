-- title: Tokens in use that were never issued
-- hypothesis: Every honest token has an issue or renewal on record. One that passes the signature check
--   without such a record was minted by somebody else who holds the signing key. Tokens said to be
--   older than the logs are left out: their record may have aged out.
-- technique: T1606 Forge Web Credentials
with used as (
  select
    token_uid,
    any_value(actor_user_uid) as subject,
    any_value(src_ip) as src_ip,
    min(time) as first_used,
    count(*) as requests
  from http_activity
  where actor_user_type = 'member'
    and status = 'Success'
    and token_created_time >= (select min(time) from authentication)
  group by token_uid
),
issued as (
  select distinct token_uid
  from authentication
  where status = 'Success' and token_uid is not null
)
select
  src_ip,
  count(*) as tokens,
  count(distinct subject) as subjects,
  sum(requests)::bigint as requests,
  min(first_used) as first_used,
  max(first_used) as last_used
from used
anti join issued using (token_uid)
group by src_ip
order by tokens desc, src_ip
