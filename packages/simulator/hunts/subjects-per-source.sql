-- title: Distinct customers per source address and day
-- hypothesis: One address that reads the pages of very many different customers in a day is a crawler,
--   an office, a carrier or a partner; nobody at home has thousands of accounts.
-- technique: T1119 Automated Collection
select
  day,
  src_ip,
  src_network_kind,
  count(distinct target_uid) as subjects,
  count(*) as requests,
  count(distinct user_agent_class) as agents
from http_activity
where status = 'Success' and actor_user_type = 'member'
group by day, src_ip, src_network_kind
order by subjects desc, day, src_ip
