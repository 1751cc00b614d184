// Goal: a rule says the same whether it looks at columns as records are made or asks the stored logs in SQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS } from '@dwell/core';
import { ENRICHMENTS } from '@dwell/telemetry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Alert } from '../src/detection/alert-tracker.ts';
import type { DetectionRule } from '../src/detection/detection-rule.ts';
import { loadRules, readRules, scaleRules } from '../src/detection/rule-set.ts';
import { batchAlerts, batchDifference } from '../src/host/batch-alerts.ts';
import { executeRun } from '../src/host/execute-run.ts';
import { loadScenario } from '../src/scenario/load.ts';
import { loadPlaybook } from '../src/scenario/playbook.ts';
import { throwFirst } from '../src/scenario/problem.ts';

const SCALE = 10_000;
const UNTIL = 141 * DAY_MS;
const TIMEOUT_MS = 180_000;
const scenario = loadScenario('insider-key');

/** Besides the shipped rules: kinds of test and correlation that these do not use. */
const MORE = `
title: Failed sign-ins, to sum and order
name: failed
logsource: { product: dwell, service: authentication }
detection:
  failed: { status: Failure, activity_id: 1 }
  night: { time|hour|lt: 3 }
  condition: failed and not night
---
title: Renewals from abroad or a carrier
name: renewed
logsource: { product: dwell, service: authentication }
detection:
  renewed: { activity_id: 5 }
  where:
    src_ip|cidr: 248.0.0.0/6
  agent:
    user_agent|re: 'Dwell[A-Z]'
    user_agent_class|endswith: _app
  condition: renewed and (where or agent)
---
title: Failure, then renewal, by one customer
name: failed-then-renewed
correlation:
  type: temporal_ordered
  rules: [failed, renewed]
  group-by: [user_uid]
  timespan: 4h
---
title: Look-ups of an agent
name: looked-up
logsource: { product: dwell, service: api_activity }
detection:
  s: { operation|contains: lookup, actor|startswith: agent }
  condition: s
---
title: Busy agent
name: busy-agent
correlation:
  type: value_count
  rules: [looked-up]
  group-by: [actor]
  timespan: 1d
  condition: { gte: 60, field: target_uid }
---
title: Jobs over much
name: much
logsource: { product: dwell, service: datastore_activity }
detection:
  s: { row_count|gte: 100000, ticket: null }
  condition: s
---
title: Jobs by median
name: median-job
correlation:
  type: value_median
  rules: [much]
  group-by: [dataset]
  timespan: 5d
  condition: { gt: 1200000, field: row_count }
`;

let folder: string;
let rules: readonly DetectionRule[];
let alerts: readonly Alert[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dwell-engines-'));
  const more = readRules([{ file: 'more.yml', text: MORE }]);
  throwFirst(more.problems);
  rules = scaleRules([...loadRules('shipped'), ...more.rules], SCALE).rules;
  const { watched } = await executeRun({
    scenario,
    seed: 42,
    scale: SCALE,
    playbook: loadPlaybook('none', scenario),
    rules,
    enrichments: ENRICHMENTS,
    countersOnly: false,
    until: UNTIL,
    out: folder,
  });
  alerts = watched.alerts;
}, TIMEOUT_MS);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('every rule, alert by alert', { timeout: TIMEOUT_MS }, async () => {
  const answers = await batchAlerts(folder, rules);
  const differences = rules.flatMap(({ name }, i) => {
    const own = alerts.filter((alert) => alert.rule === name);
    return batchDifference(own, answers[i]!, scenario.calendar) ?? [];
  });
  expect(differences).toEqual([]);
  const silent = answers.filter((answer) => answer.alerts === 0);
  // Nothing is shown by rules that never hold.
  expect(silent.length).toBeLessThan(rules.length / 2);
});

test('what differs is named', { timeout: TIMEOUT_MS }, async () => {
  const i = rules.findIndex(({ name }) => name === 'busy-agent');
  const own = alerts.filter((alert) => alert.rule === 'busy-agent');
  const [answer] = await batchAlerts(folder, [rules[i]!]);
  const differs = (changed: readonly Alert[]) =>
    batchDifference(changed, answer!, scenario.calendar);
  const [first, ...others] = own;
  expect(differs(others)).toBe(`alerts: ${own.length - 1} in the stream, ${own.length} in SQL`);
  expect(differs([{ ...first!, events: first!.events + 1 }, ...others])).toMatch(/^moments: /);
  expect(differs([{ ...first!, group: { actor: 'nobody' } }, ...others])).toMatch(
    /^alerts of \{"actor":/,
  );
  const later = { ...own.at(-1)!, firstMs: own.at(-1)!.firstMs + DAY_MS };
  expect(differs([...own.slice(0, -1), later])).toMatch(/^alerts of 20\d\d-/);
});
