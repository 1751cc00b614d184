-- title: Days on which a page with personal data takes more than its usual share
-- hypothesis: A crawler is lost in the traffic of the whole shop and plain on the few pages it reads.
--   A promotion lifts every page alike, a crawler only some: compare each page's share of all requests
--   with its median share in the eight weeks before.
-- technique: T1213 Data from Information Repositories
with per_day as (
  select endpoint, day, sum(requests) as requests, sum(errors) as errors
  from endpoint_minute
  group by endpoint, day
),
shares as (
  select endpoint, day, requests, errors, requests / sum(requests) over (partition by day) as share
  from per_day
),
compared as (
  select
    a.day,
    a.endpoint,
    a.requests,
    a.errors,
    a.share,
    median(b.share) as usual_share,
    count(b.day) as days_before
  from shares a
  join shares b
    on b.endpoint = a.endpoint
    and b.day < a.day
    and b.day >= a.day - interval 56 day
  where a.endpoint in ('address_list', 'address_edit', 'my_info', 'order_list')
  group by a.day, a.endpoint, a.requests, a.errors, a.share
)
select
  day,
  endpoint,
  requests,
  errors,
  round(100 * share, 3) as share_percent,
  round(100 * usual_share, 3) as usual_percent,
  round(share / usual_share, 3) as ratio
from compared
where days_before >= 14 and usual_share > 0
order by ratio desc, day, endpoint
