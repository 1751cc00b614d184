-- title: Distinct customers per source address
-- hypothesis: One address that reads the pages of many different customers in a day is a crawler,
--   an office or a partner; nobody at home has thousands of accounts.
-- technique: T1119 Automated Collection
select
  day,
  source,
  count(distinct target) as subjects,
  count(*) as requests,
  count(distinct principal) as principals
from http_activity
group by day, source
order by subjects desc, requests desc, day, source
limit 100
