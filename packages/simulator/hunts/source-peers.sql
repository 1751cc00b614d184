-- title: Sources unlike others of their network
-- hypothesis: What is much for a home is little for a carrier. Compared with the other addresses of the
--   same kind of network on the same day, a crawler asks for many times more customers than the one in
--   a thousand that asks for most.
-- technique: T1119 Automated Collection
with per_source as (
  select day, src_network_kind, src_ip, count(distinct target_uid) as subjects, count(*) as requests
  from http_activity
  where actor_user_type = 'member'
  group by day, src_network_kind, src_ip
),
peers as (
  select
    day,
    src_network_kind,
    count(*) as sources,
    median(subjects) as usual,
    quantile_disc(subjects, 0.999) as high
  from per_source
  group by day, src_network_kind
)
select
  s.day,
  s.src_ip,
  s.src_network_kind,
  s.subjects,
  s.requests,
  p.usual,
  p.high,
  p.sources as peers,
  round(s.subjects / p.usual, 1) as times_usual
from per_source s
join peers p using (day, src_network_kind)
where s.subjects >= 5 and s.subjects >= 5 * p.usual and s.subjects >= p.high
order by times_usual desc, s.subjects desc, s.day, s.src_ip
