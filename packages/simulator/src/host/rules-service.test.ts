import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, HOUR_MS, TICK_MS } from '@dwell/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seatTrainees } from '../../test/support/seat-trainees.ts';
import { built, INSTRUCTOR, readyRun, until } from '../../test/support/service-run.ts';
import { createCaller } from '../router/index.ts';
import type { AlertRow } from '../router/types.ts';
import { memoryPorts } from './memory-ports.ts';
import type { HostPorts } from './ports.ts';
import { TRUTH_FIELDS } from './projection.ts';
import type { SimulatorService, Viewer } from './service.ts';
import { createSimulatorService } from './simulator-service.ts';

// Goal: a rule is written, tried over the logs, deployed, alerts, and is judged; a trainee learns no truth by it.

const trainee: Viewer = { id: 't', name: 'Trainee', role: 'trainee' };
const NAME = 'asks-for-nobody';
const RULE = `title: Answers that nobody is there, record by record
name: nobody-there
logsource: { product: dwell, service: http_activity }
detection:
  selection: { status_code: 404 }
  condition: selection
---
title: Somebody asks for customers who are not there
name: ${NAME}
level: high
tags: [attack.t1087]
correlation:
  type: event_count
  rules: [nobody-there]
  group-by: [src_ip]
  timespan: 6h
  condition: { gte: 1 }
`;

let home: string;
let ports: HostPorts;
let service: SimulatorService;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'dwell-rules-'));
  ports = memoryPorts();
  service = createSimulatorService(ports, { home });
});
afterEach(async () => {
  await service.stop();
  rmSync(home, { recursive: true, force: true });
});

const caller = (user: Viewer = INSTRUCTOR) => createCaller({ user, service });

async function jump(runId: string, to: number): Promise<void> {
  await caller().run.clock({ runId, do: 'jump', to });
  await until(service, runId, ({ clock }) => clock.now >= to - TICK_MS);
}

/** Names of every field anywhere in a value. */
function fieldNames(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) fieldNames(each, into);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      into.add(name);
      fieldNames(each, into);
    }
  }
  return into;
}

/** Alerts that a viewer hears of until one of them fits. */
async function heard(
  viewer: Viewer,
  runId: string,
  fits: (row: AlertRow) => boolean,
): Promise<AlertRow[]> {
  const stop = new AbortController();
  for await (const { message } of service.live(viewer, runId, null, stop.signal)) {
    if (message.kind === 'alerts' && message.alerts.some(fits)) return [...message.alerts];
  }
  throw new Error('the stream ended');
}

const cardOf = async (runId: string, name: string) =>
  (await caller().rule.list({ runId })).find((card) => card.name === name)!;

test.runIf(built)('a draft is checked, kept and tried', { timeout: 240_000 }, async () => {
  const api = caller();
  const { id: runId, startAt } = await readyRun(service);
  expect(await api.rule.check({ runId, text: RULE })).toEqual([]);
  expect(await api.rule.save({ runId, text: RULE })).toEqual({ name: NAME });
  expect(await cardOf(runId, NAME)).toMatchObject({
    origin: 'own',
    state: 'library',
    title: 'Somebody asks for customers who are not there',
    level: 'high',
    techniques: ['T1087'],
    needs: [],
  });
  expect(await cardOf(runId, 'token-never-issued')).toMatchObject({
    origin: 'shipped',
    needs: ['token-issued'],
  });

  const tried = await api.rule.backtest({ runId, text: RULE });
  const { from, to } = tried;
  const hunt = { runId, table: 'http_activity', query: 'status_code:404', from, to, limit: 20 };
  const { total, rows } = await api.hunt.search(hunt);
  expect(tried.events).toBe(total);
  expect(tried.samples.rows).toHaveLength(rows.length);
  expect(tried.days.reduce((sum, day) => sum + day.alerts, 0)).toBe(tried.alerts);
  expect(tried.alerts).toBeGreaterThan(0);
  const { truePositives, falsePositives } = tried.truth!;
  expect(truePositives).toBeGreaterThan(0);
  expect(truePositives + falsePositives).toBe(tried.alerts);

  const fork = await api.run.fork({ runId, at: startAt });
  const drafts = await ports.ruleDrafts(fork.id).list();
  expect(drafts.map(({ name }) => name)).toEqual([NAME]);
  await api.rule.remove({ runId, name: NAME });
  expect(await cardOf(runId, NAME)).toBeUndefined();
});

test.runIf(built)('a rule is deployed, alerts and is retired', { timeout: 240_000 }, async () => {
  const api = caller();
  const { id: runId, startAt } = await readyRun(service);
  const preview = await api.rule.preview({ runId, text: RULE });
  expect(preview).toMatchObject({ leadMs: HOUR_MS / 2, replaces: false, needs: [] });
  const deployed = await api.rule.deploy({ runId, text: RULE, as: 'soc-lead' });
  expect(deployed.effectiveAt).toBe(preview.effectiveAt);
  expect(await cardOf(runId, NAME)).toMatchObject({ state: 'deploying', text: RULE });
  const { responses } = await api.run.situation({ runId });
  expect(responses[0]!.params).toEqual({ name: NAME });
  await jump(runId, startAt + 3 * DAY_MS);
  const [first] = await heard(trainee, runId, ({ rule }) => rule === NAME);
  expect(first!.firstAt).toBeGreaterThanOrEqual(deployed.effectiveAt);
  const alerts = (await api.alert.list({ runId })).length;
  expect(await cardOf(runId, NAME)).toMatchObject({ state: 'deployed', alerts });
  expect(await api.rule.preview({ runId, text: RULE })).toMatchObject({ replaces: false });
  const changed = RULE.replace(/^title: .*$/m, 'title: Changed');
  expect(await api.rule.preview({ runId, text: changed })).toMatchObject({ replaces: true });
  await api.rule.retire({ runId, name: NAME, as: 'soc-lead' });
  await jump(runId, startAt + 4 * DAY_MS);
  expect(await cardOf(runId, NAME)).toMatchObject({ state: 'retired' });
});

test.runIf(built)(
  'alerts are looked behind, judged and reopened',
  { timeout: 240_000 },
  async () => {
    const api = caller();
    const { id: runId, startAt } = await readyRun(service);
    await api.rule.deploy({ runId, text: RULE, as: 'soc-lead' });
    await jump(runId, startAt + 3 * DAY_MS);
    await heard(trainee, runId, () => true);
    const rows = await api.alert.list({ runId });
    const records = await api.alert.records({ runId, id: rows[0]!.id });
    expect(records.rows.rows.length).toBeGreaterThan(0);
    expect(records.query).toContain(`src_ip:${rows[0]!.group['src_ip']}`);

    const as = 'soc-lead' as const;
    const ids = rows.slice(0, 2).map((row) => row.id);
    const alertOf = async () => (await api.alert.list({ runId })).find(({ id }) => id === ids[0])!;
    const { sequences } = await api.alert.judge({
      runId,
      ids,
      verdict: 'benign',
      note: 'ours',
      as,
    });
    expect(sequences).toHaveLength(ids.length);
    await api.alert.assign({ runId, ids: [ids[0]!], to: 'Mina', as });
    const judged = { verdict: 'benign', verdictNote: 'ours', verdictBy: as, assignedTo: 'Mina' };
    expect(await alertOf()).toMatchObject(judged);
    await api.alert.reopen({ runId, ids: [ids[0]!], as });
    expect(await alertOf()).toMatchObject({ verdict: null, quietUntil: null, assignedTo: 'Mina' });
    const log = await ports.commandLog(runId).read();
    const verdicts = log.flatMap(({ body }) => (body.do === 'verdict' ? [body] : []));
    expect(verdicts.every(({ attack }) => typeof attack === 'boolean')).toBe(true);
    const unknown = { runId, ids: [ids[0]!, 'asks-for-nobody/999'], verdict: 'true' as const, as };
    await expect(api.alert.judge(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await ports.commandLog(runId).read()).toHaveLength(log.length);
  },
);

test.runIf(built)(
  'nothing that a trainee is told about rules and alerts carries the truth',
  { timeout: 240_000 },
  async () => {
    seatTrainees(service);
    const api = caller(trainee);
    const { id: runId, startAt } = await readyRun(service);
    await api.rule.deploy({ runId, text: RULE, as: 'soc-lead' });
    await jump(runId, startAt + 3 * DAY_MS);
    const told = await heard(trainee, runId, () => true);
    const ids = [told[0]!.id];
    await api.alert.judge({ runId, ids, verdict: 'true', as: 'soc-lead' });
    const answers: unknown[] = [
      told,
      await api.alert.list({ runId }),
      await api.alert.records({ runId, id: ids[0]! }),
      await api.rule.list({ runId }),
      await api.rule.check({ runId, text: RULE }),
      await api.rule.backtest({ runId, text: RULE }),
      await api.rule.preview({ runId, text: RULE }),
      await api.run.situation({ runId }),
      await api.run.events({ runId }),
    ];
    const names = fieldNames(answers);
    expect(TRUTH_FIELDS.filter((name) => names.has(name))).toEqual([]);
    expect(fieldNames(await caller().alert.list({ runId })).has('truth')).toBe(true);
    // Labels lie where no rule can read them.
    const label = RULE.replace('status_code: 404', 'label: 1');
    expect((await api.rule.check({ runId, text: label })).map(({ code }) => code)).toContain(
      'RULE_FIELD',
    );
    await expect(api.rule.backtest({ runId, text: label })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  },
);

test.runIf(built)(
  'a backtest sees what hunts see, scales thresholds, and ends when it is told to',
  { timeout: 240_000 },
  async () => {
    const api = caller();
    const { id: runId } = await readyRun(service);
    const unissued = RULE.replace('status_code: 404', 'token_issued: false');
    expect(await api.rule.backtest({ runId, text: unissued })).toMatchObject({ events: 0 });
    const many = RULE.replace('gte: 1', 'gte: 100000');
    await expect(api.rule.backtest({ runId, text: many })).rejects.toMatchObject({
      message: expect.stringContaining('1:100000'),
    });
    const stop = new AbortController();
    const running = service.rules.backtest(INSTRUCTOR, { runId, text: RULE }, stop.signal);
    stop.abort();
    await expect(running).rejects.toMatchObject({ code: 'BACKTEST_CANCELLED' });
    const first = service.rules.backtest(INSTRUCTOR, { runId, text: RULE });
    const second = service.rules.backtest(INSTRUCTOR, { runId, text: RULE });
    await expect(first).rejects.toMatchObject({ code: 'BACKTEST_CANCELLED' });
    expect((await second).events).toBeGreaterThan(0);
  },
);
