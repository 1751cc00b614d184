/** A correlation with the rule that it counts, as a team would write it. */
export const SAMPLE_RULE = `title: Customer not found
name: customer-not-found
logsource: { product: dwell, service: http_activity }
detection:
  missing: { status_code: 404 }
  batch: { src_network_kind: batch }
  condition: missing and not batch
---
title: One address asks for very many customers who do not exist
name: missing-customers
level: high
tags: [attack.t1087]
correlation:
  type: value_count
  rules: [customer-not-found]
  group-by: [src_ip]
  timespan: 7d
  condition: { gte: 30000, field: target_uid }
`;
