// Goal: a run whose records are stored and asked in SQL says the same as one whose rules only look on, and leaves nothing behind.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS } from '@dwell/core';
import { ENRICHMENTS, loadPlaybook, loadScenario } from '@dwell/simulator';
import { expect, test } from 'vitest';
import { evaluateAsk } from './evaluate-ask.ts';

test('with the batch and without it', { timeout: 60_000 }, async () => {
  const scenario = loadScenario('insider-key');
  const ask = {
    scenario,
    playbook: loadPlaybook('none', scenario),
    seed: 42,
    scale: 10_000,
    until: 8 * DAY_MS,
    enrichments: ENRICHMENTS,
    rulePaths: ['shipped'],
    rules: ['key-export', 'key-read-unusual', 'subjects-per-source'],
    batch: false,
  };
  const scratch = mkdtempSync(join(tmpdir(), 'ask-'));
  const options = { processes: 0, scratch, onProgress: () => undefined };
  const alone = await evaluateAsk(ask, options);
  const both = await evaluateAsk({ ...ask, batch: true }, options);
  expect(both).toEqual(alone);
  expect(both.rules['key-read-unusual']).toMatchObject({ alerts: 1, batchDifference: null });
  expect(readdirSync(scratch)).toEqual([]);
});
