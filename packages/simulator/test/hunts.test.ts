// Goal: each shipped hunt runs over a run's records and shows what it says it shows, and no more.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTime } from '@dwell/core';
import { openTelemetry, readManifest, segmentsRoot, type Telemetry } from '@dwell/telemetry';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { executeRun } from '../src/host/execute-run.ts';
import { loadHunt, shippedHunts } from '../src/scenario/hunt-file.ts';
import type { KnobName } from '../src/scenario/knobs.ts';
import { loadPlaybook } from '../src/scenario/playbook.ts';
import { scenarioOf } from './support/scenarios.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

type Row = Readonly<Record<string, unknown>>;
const folder = mkdtempSync(join(tmpdir(), 'dwell-hunts-'));
const runs = new Map<string, Telemetry>();

async function make(name: string, scenarioName: string, set: { [knob in KnobName]?: number } = {}) {
  const scenario = scenarioOf(scenarioName, set);
  const out = join(folder, name);
  await executeRun({
    scenario,
    seed: 42,
    scale: 10_000,
    playbook: loadPlaybook('none', scenario),
    rules: [],
    until: parseTime('2025-06-15', scenario.calendar, 'test'),
    enrichments: [],
    countersOnly: false,
    out,
  });
  const telemetry = join(out, 'telemetry');
  const view = { ...(readManifest(telemetry).view as object), all: true };
  runs.set(name, openTelemetry({ segments: segmentsRoot(telemetry), view: view as never }));
}

/** Rows of a shipped hunt over one of the runs. */
async function hunt(run: string, name: string): Promise<Row[]> {
  const { columns, rows } = await runs.get(run)!.sql(loadHunt(name).sql, {
    limit: 100_000,
    deadlineMs: 120_000,
  });
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column.name, row[i]])));
}

const sources = (rows: readonly Row[]) => new Set(rows.map((row) => row['src_ip']));
const inAttack = (rows: readonly Row[], from = '2025-04-14') =>
  rows.filter((row) => String(row['day'] ?? row['week']) >= from);

beforeAll(async () => {
  await make('minted', 'insider-key');
  await make('shuffled', 'insider-key', { 'attacker.shuffled': 1 });
  await make('bulk', 'insider-bulk-token');
});

afterAll(() => {
  for (const telemetry of runs.values()) telemetry.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(shippedHunts())('%s is answered for every run', async (name) => {
  for (const run of runs.keys()) expect(Array.isArray(await hunt(run, name))).toBe(true);
});

test('sequential subjects show the sixteen sources, and nobody once the walk is shuffled', async () => {
  const minted = await hunt('minted', 'sequential-subjects');
  expect(sources(minted).size).toBe(16);
  expect(inAttack(minted)).toEqual(minted);
  expect(await hunt('shuffled', 'sequential-subjects')).toEqual([]);
  expect(await hunt('bulk', 'sequential-subjects')).toEqual([]);
});

test('the baseline of pages notices both attacks, late, and only on the pages they read', async () => {
  const loud = async (run: string) =>
    (await hunt(run, 'pii-surge')).filter(
      (row) => row['endpoint'] !== 'address_edit' && Number(row['ratio']) >= 1.08,
    );
  const minted = (await loud('minted')).map((row) => String(row['day'])).toSorted();
  expect(minted.length).toBeGreaterThan(10);
  expect(minted[0]! > '2025-04-21').toBe(true);
  expect((await loud('minted')).every((row) => row['endpoint'] === 'address_list')).toBe(true);
  const bulk = (await loud('bulk')).map((row) => String(row['day'])).toSorted();
  expect(bulk[0]).toBe('2025-06-02');
});

test('sources without hours, and unlike their peers, are those of the attack', async () => {
  const minted = inAttack(await hunt('minted', 'regular-hours'));
  expect(minted.filter((row) => row['src_network_kind'] !== 'batch').length).toBeGreaterThan(20);
  const bulk = inAttack(await hunt('bulk', 'regular-hours'), '2025-06-02');
  expect(bulk[0]).toMatchObject({ src_network_kind: 'hosting', hours_of_day: 24 });
  const peers = (await hunt('minted', 'source-peers')).slice(0, 300);
  // A small sample has few rented machines besides his: there one of them is hardly above its peers.
  expect(sources(peers).size).toBeGreaterThanOrEqual(12);
  expect(inAttack(peers)).toEqual(peers);
});

test('tokens never issued and customers not found lead to the same sources', async () => {
  const issued = await hunt('minted', 'never-issued');
  const missing = inAttack(await hunt('minted', 'missing-subjects'));
  const top = sources(issued.slice(0, 16));
  expect(sources(missing)).toEqual(top);
  expect(await hunt('bulk', 'missing-subjects')).toEqual([]);
});

test('the leaver and his keys show where a key was taken; exports stay until copies are searched for', async () => {
  expect((await hunt('minted', 'leavers-with-keys')).map((row) => row['user_uid'])).toEqual([
    'backend-8',
  ]);
  expect(await hunt('bulk', 'leavers-with-keys')).toEqual([]);
  const copies = await hunt('minted', 'key-copies');
  expect(copies[0]).toMatchObject({ actor: 'backend-8', searched_at: null });
  expect(copies.length).toBeGreaterThan((await hunt('bulk', 'key-copies')).length);
});
