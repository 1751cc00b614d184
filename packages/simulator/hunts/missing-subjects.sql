-- title: Requests for customers who do not exist
-- hypothesis: Somebody who walks through numbers hits many that belong to nobody; a signed-in customer
--   hits none. A source with a large share of "not found" guesses its subjects.
-- technique: T1087 Account Discovery
select
  day,
  src_ip,
  count(*) as requests,
  count(*) filter (where status_code = 404) as not_found,
  round(100.0 * count(*) filter (where status_code = 404) / count(*), 1) as not_found_percent,
  count(distinct target_uid) filter (where status_code = 404) as missing_subjects
from http_activity
where actor_user_type = 'member'
group by day, src_ip
having not_found > 0
order by not_found desc, day, src_ip
