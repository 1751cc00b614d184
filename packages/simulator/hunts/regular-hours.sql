-- title: Sources that keep no hours
-- hypothesis: Customers sleep: between two and six in the morning the shop is nearly empty. A source
--   whose requests are spread evenly over the day is a program. Compares each source's share of
--   night-time requests with that of all customers; `deviations` says how unlikely the difference is.
--   Monitors, jobs and other time zones look alike.
-- technique: T1029 Scheduled Transfer
with requests as (
  select
    src_ip,
    src_network_kind,
    date_trunc('week', day)::date as week,
    hour(time + interval 9 hour) as local_hour
  from http_activity
),
usual as (
  select 1.0 * count(*) filter (where local_hour between 2 and 5) / count(*) as night
  from requests
),
per_source as (
  select
    week,
    src_ip,
    any_value(src_network_kind) as src_network_kind,
    count(*) as requests,
    count(*) filter (where local_hour between 2 and 5) as at_night,
    bit_count(bit_or(1 << local_hour)) as hours_of_day
  from requests
  group by week, src_ip
  having requests >= 20 and hours_of_day >= 12
)
select
  week,
  src_ip,
  src_network_kind,
  requests,
  hours_of_day,
  round(100.0 * at_night / requests, 1) as night_percent,
  round(100 * night, 1) as usual_percent,
  round((at_night - requests * night) / sqrt(requests * night * (1 - night)), 1) as deviations
from per_source, usual
where (at_night - requests * night) / sqrt(requests * night * (1 - night)) > 4
order by deviations desc, week, src_ip
