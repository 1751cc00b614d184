-- title: Jobs that read more personal data than usual, or without a ticket
-- hypothesis: The nightly jobs read much and always alike. What stands out is a person or a job that
--   reads customer tables by day, without a ticket, or far more in a day than in the month before.
-- technique: T1213 Data from Information Repositories
with per_day as (
  select
    day,
    actor,
    dataset,
    count(*) as jobs,
    sum(row_count)::bigint as row_count,
    count(*) filter (where ticket is null) as without_ticket
  from datastore_activity
  where dataset in ('members', 'member_addresses', 'orders', 'deliveries')
  group by day, actor, dataset
),
compared as (
  select
    *,
    median(row_count) over (
      partition by actor, dataset
      order by day range between interval 28 day preceding and interval 1 day preceding
    ) as usual
  from per_day
)
select
  day,
  actor,
  dataset,
  jobs,
  row_count,
  usual::bigint as usual,
  round(row_count / usual, 1) as times_usual,
  without_ticket
from compared
where (actor <> 'svc-batch' and without_ticket > 0) or row_count > 4 * usual
order by times_usual desc nulls last, day, actor, dataset
