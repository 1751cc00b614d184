-- title: Days on which a page with personal data is asked for more than usual
-- hypothesis: A crawler is lost in the traffic of the whole shop and plain on the few pages it reads:
--   compare each day of a page with the median of the same weekday in the eight weeks before.
-- technique: T1213 Data from Information Repositories
with per_day as (
  select endpoint, day, sum(requests) as requests, sum(errors) as errors
  from endpoint_minute
  where endpoint in ('address_list', 'address_edit', 'my_info', 'order_list')
  group by endpoint, day
),
usual as (
  select
    a.endpoint,
    a.day,
    a.requests,
    a.errors,
    median(b.requests) as usual_requests,
    count(b.day) as weeks
  from per_day a
  join per_day b
    on b.endpoint = a.endpoint
    and b.day < a.day
    and b.day >= a.day - interval 56 day
    and dayofweek(b.day) = dayofweek(a.day)
  group by a.endpoint, a.day, a.requests, a.errors
)
select
  day,
  endpoint,
  requests,
  cast(usual_requests as bigint) as usual_requests,
  round(requests / nullif(usual_requests, 0), 2) as ratio,
  errors
from usual
where weeks >= 3
order by ratio desc, day, endpoint
