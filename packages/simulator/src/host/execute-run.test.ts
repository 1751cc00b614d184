// Goal: a run comes out the same however many processes share its days, and in one go without any.
import { DAY_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { loadRules, scaleRules } from '../detection/rule-set.ts';
import { ENRICHMENTS } from '../scenario/enrichments.ts';
import { loadScenario } from '../scenario/load.ts';
import { loadPlaybook } from '../scenario/playbook.ts';
import { executeRun } from './execute-run.ts';

test('in one go, in one child, shared by two: the same alerts, records and checksum', async () => {
  const scenario = loadScenario('insider-key');
  const options = {
    scenario,
    seed: 42,
    scale: 10_000,
    playbook: loadPlaybook('prevent', scenario),
    rules: scaleRules(loadRules('shipped'), 10_000).rules,
    enrichments: ENRICHMENTS,
    countersOnly: false,
    until: 40.5 * DAY_MS,
  };
  const [here, one, two] = await Promise.all(
    [0, 1, 2].map((processes) => executeRun({ ...options, processes })),
  );
  const told = ({ watched, summary }: NonNullable<typeof here>) => {
    const { timing: _, memory_mb: __, ...rest } = summary;
    return { watched, ...rest };
  };
  expect(here!.watched.alerts.length).toBeGreaterThan(2);
  expect(told(here!)).toEqual(told(one!));
  expect(told(two!)).toEqual(told(one!));
}, 120_000);
