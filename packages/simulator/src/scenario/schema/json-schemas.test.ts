import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DAY_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { executeRun } from '../../host/execute-run.ts';
import { loadScenario } from '../load.ts';
import { loadPlaybook } from '../playbook.ts';
import { BundleDocument } from './bundle-schema.ts';
import { jsonSchemas } from './json-schemas.ts';
import { RunSummaryDocument } from './summary-schema.ts';

const folder = fileURLToPath(new URL('../../../schemas/', import.meta.url));

test('the shipped JSON schemas are those the code checks with (else: npm run schemas)', () => {
  const shipped = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(`${folder}${file}`, 'utf8')]),
  );
  expect(shipped).toEqual(jsonSchemas());
});

test('what a run prints and seals is what the schemas say', async () => {
  const scenario = loadScenario('insider-key');
  const playbook = loadPlaybook('prevent', scenario);
  const base = { scenario, seed: 42, scale: 100_000, playbook, rules: [], enrichments: [] };
  const { summary, bundle } = await executeRun({
    ...base,
    countersOnly: true,
    until: 20 * DAY_MS,
  });
  expect(RunSummaryDocument.parse(summary)).toEqual(summary);
  expect(BundleDocument.parse(bundle)).toEqual(bundle);
});
