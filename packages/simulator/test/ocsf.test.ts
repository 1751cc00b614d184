// Goal: what the world writes leaves the store as OCSF records of the right shape, as many as were counted.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, HOUR_MS } from '@dwell/core';
import { checkRecord, exportOcsf, openSegmentWriter, type OcsfObject } from '@dwell/telemetry';
import { expect, test } from 'vitest';
import { telemetryView } from '../src/host/telemetry-view.ts';
import { Expander } from '../src/world/emit/expand.ts';
import { order, record } from './support/runs.ts';
import { shortScenario } from './support/scenarios.ts';

const scenario = shortScenario();
const input = { scenario, seed: 42, scale: 50_000 };
const { run, frames } = record(input, 4 * DAY_MS, [
  order(0, 'canary-accounts', { count: 10_000 }),
  order(DAY_MS, 'remove-key-copies'),
  order(2 * DAY_MS + HOUR_MS, 'rotate-key', { mode: 'hard' }),
  order(2 * DAY_MS, 'block-address', { address: '100.64.0.0/12' }),
]);

test('every record of four days passes the class table, and none is lost on the way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dwell-ocsf-'));
  try {
    const [root, labelsRoot] = [join(folder, 'segments'), join(folder, 'labels')];
    const { calendar } = scenario;
    const writer = await openSegmentWriter({ root, labelsRoot, fromDay: 0, toDay: 3, calendar });
    const expander = new Expander(input);
    for (const frame of frames) expander.day(frame, writer);
    await writer.seal();
    const out = join(folder, 'out.ndjson');
    const view = { ...telemetryView(run.world.state, scenario, run.now), all: true };
    await exportOcsf(out, { segments: root, labelsRoot, view });
    const records = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as OcsfObject);
    const problems = records.flatMap((each) =>
      checkRecord(each).map(({ path, what }) => `${String(each['class_uid'])} ${path}: ${what}`),
    );
    expect([...new Set(problems)]).toEqual([]);
    const byClass: { [uid: string]: number } = {};
    for (const each of records)
      byClass[String(each['class_uid'])] = (byClass[String(each['class_uid'])] ?? 0) + 1;
    expect(byClass).toEqual(run.world.recordCounts());
    expect(Object.keys(byClass)).toEqual(
      expect.arrayContaining(['3002', '3004', '4002', '6003', '6005', '4009']),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
