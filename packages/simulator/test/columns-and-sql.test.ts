// Goal: a rule says the same whether it looks at columns as records are made or asks the stored logs in SQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, MINUTE_MS } from '@dwell/core';
import {
  ENRICHMENTS,
  openTelemetry,
  readManifest,
  type Telemetry,
  type TelemetryView,
} from '@dwell/telemetry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Alert } from '../src/detection/alert-tracker.ts';
import type { DetectionRule } from '../src/detection/detection-rule.ts';
import { loadRules, readRules, scaleRules } from '../src/detection/rule-set.ts';
import { backtestSql } from '../src/host/backtest-sql.ts';
import { executeRun } from '../src/host/execute-run.ts';
import { foldBacktest } from '../src/host/fold-backtest.ts';
import { loadScenario } from '../src/scenario/load.ts';
import { loadPlaybook } from '../src/scenario/playbook.ts';
import { throwFirst } from '../src/scenario/problem.ts';

const SCALE = 10_000;
const UNTIL = 141 * DAY_MS;
const TIMEOUT_MS = 180_000;
const scenario = loadScenario('insider-key');
const { startMs, offsetMinutes } = scenario.calendar;

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
let telemetry: Telemetry;
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
  const root = join(folder, 'telemetry');
  telemetry = openTelemetry({
    segments: join(root, 'segments'),
    view: { ...(readManifest(root).view as TelemetryView), all: true },
    worker: { memoryMb: 1500, tempMb: 4000 },
  });
}, TIMEOUT_MS);

afterAll(() => {
  telemetry?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function inSql(rule: DetectionRule) {
  const offsetMs = offsetMinutes * MINUTE_MS;
  const window = { fromMs: startMs, toMs: startMs + UNTIL };
  const { sql, groupNames } = backtestSql(rule, window, offsetMs);
  const { rows } = await telemetry.sql(sql, { limit: 10_000, deadlineMs: TIMEOUT_MS });
  return foldBacktest(rows, groupNames, window, { startMs, offsetMs });
}

test('every rule, alert by alert', { timeout: TIMEOUT_MS }, async () => {
  const silent: string[] = [];
  for (const rule of rules) {
    const own = alerts.filter((alert) => alert.rule === rule.name);
    const sql = await inSql(rule);
    const events = own.reduce((sum, alert) => sum + alert.events, 0);
    const firstAt = own.length === 0 ? null : Math.min(...own.map((a) => a.firstMs)) - startMs;
    expect({
      rule: rule.name,
      alerts: sql.alerts,
      events: sql.events,
      firstAt: sql.firstAt,
    }).toEqual({ rule: rule.name, alerts: own.length, events, firstAt });
    for (const { group, alerts: n, events: of } of sql.groups) {
      const same = own.filter((alert) => JSON.stringify(alert.group) === JSON.stringify(group));
      expect([rule.name, group, same.length, same.reduce((sum, a) => sum + a.events, 0)]).toEqual([
        rule.name,
        group,
        n,
        of,
      ]);
    }
    if (own.length === 0) silent.push(rule.name);
  }
  // Nothing is shown by rules that never hold.
  expect(silent.length).toBeLessThan(rules.length / 2);
});
