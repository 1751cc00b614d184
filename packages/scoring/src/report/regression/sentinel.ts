export const SENTINEL_NAME = 'accounts-lost';

/** A rule that never alerts: what is lost before its first true alert is all that a run loses. */
export const SENTINEL = `# Nothing has this status, so this rule never alerts. What was lost "before its first true alert" is then
# everything that a run loses: max_records_lost beside it holds a playbook to that.
title: Accounts lost in the whole run
name: ${SENTINEL_NAME}
status: test
level: informational
logsource: { product: dwell, service: http_activity }
detection:
  never: { status_code: 1 }
  condition: never
`;
