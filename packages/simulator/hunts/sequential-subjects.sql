-- title: Sources that walk through customer numbers in order
-- hypothesis: Customers behind one address come in no order. Who counts upwards asks for one number
--   after the other: nearly every new customer has a higher number than the one before, and the steps
--   are alike. Nightly jobs and partners that work through a list are the usual exceptions.
-- technique: T1087 Account Discovery
with busy as (
  select src_ip, day
  from http_activity
  group by src_ip, day
  having count(*) >= 8 and count(distinct target_uid) >= 6
),
steps as (
  select
    src_ip,
    day,
    actor_user_name,
    target_uid,
    target_uid - lag(target_uid) over (partition by src_ip, day order by time, target_uid) as step
  from http_activity
  semi join busy using (src_ip, day)
)
select
  day,
  src_ip,
  any_value(actor_user_name) as client,
  count(distinct target_uid) as subjects,
  round(100.0 * count(*) filter (where step > 0) / count(*) filter (where step <> 0), 1) as upwards_percent,
  median(abs(step)) filter (where step <> 0) as median_step
from steps
group by day, src_ip
having subjects >= 6 and upwards_percent >= 90
order by subjects desc, day, src_ip
