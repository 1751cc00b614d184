-- title: Support agents who look up more customers than their peers
-- hypothesis: An agent looks up the customers who call. One who looks up far more than the others of
--   the shift, or the same customers as nobody who called, is collecting.
-- technique: T1213 Data from Information Repositories
with per_agent as (
  select
    day,
    actor,
    count(*) as lookups,
    count(distinct target_uid) as customers,
    count(*) filter (where hour(time + interval 9 hour) not between 9 and 20) as at_night
  from api_activity
  where operation = 'LookupMember'
  group by day, actor
),
peers as (
  select median(customers) as usual, mad(customers) as spread
  from per_agent
)
select
  a.day,
  a.actor,
  a.lookups,
  a.customers,
  a.at_night,
  p.usual,
  round((a.customers - p.usual) / greatest(p.spread, 1), 1) as spreads_above
from per_agent a, peers p
order by spreads_above desc, a.day, a.actor
