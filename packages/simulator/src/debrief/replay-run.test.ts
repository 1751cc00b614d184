// Goal: a history says what happened, what was seen and what was done, each with what was true then.
import { DAY_MS, HOUR_MS } from '@dwell/core';
import { beforeAll, expect, test, vi } from 'vitest';
import { humanCase } from '../../test/support/human-case.ts';
import { RULE } from '../../test/support/human-crisis.ts';
import type { Command } from '../run/command.ts';
import { BaseRun } from './base-run.ts';
import { debriefOf, historyOf } from './debrief-of.ts';
import { replayRun } from './replay-run.ts';
import type { RunReplay } from './run-replay.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const bundle = humanCase();
const D0 = bundle.scenario.starts.crisis;
let replay: RunReplay;
const moment = (id: string) => replay.history.moments.find((each) => each.id === id)!;

beforeAll(async () => {
  replay = await replayRun(bundle);
});

test('moments have ids of their own, in order of time, worded in both languages', () => {
  const { moments } = replay.history;
  expect(new Set(moments.map(({ id }) => id)).size).toBe(moments.length);
  expect(moments.toSorted((x, y) => x.at - y.at)).toEqual(moments);
  for (const { id, text } of moments) {
    expect(text.en, id).not.toBe('');
    expect(text.ko, id).toMatch(/[가-힣]/);
    expect(`${text.en}${text.ko}`, id).not.toMatch(/[{}]|undefined/);
  }
  const lanes = (lane: string) =>
    new Set(moments.filter((m) => m.lane === lane).map((m) => m.kind));
  expect(lanes('happened')).toEqual(new Set(['attack', 'world', 'missed']));
  expect(lanes('seen')).toEqual(new Set(['inject', 'alert', 'world']));
  expect(lanes('done').size).toBeGreaterThan(14);
  expect(moments.filter((m) => m.lane === 'done').every((m) => m.by !== null)).toBe(true);
});

test('what every figure points to is a moment', () => {
  const { history } = replay;
  const pointed = [
    ...history.alerts.flatMap(({ moment: id, verdict }) => [
      id,
      ...(verdict ? [verdict.moment] : []),
    ]),
    ...history.injects.flatMap(({ moments }) => moments),
    ...history.decisions.flatMap(({ moment: id, moments }) => [id, ...moments]),
    ...history.hypotheses.map((each) => each.moment),
    ...history.estimates.map((each) => each.moment),
    ...history.documents.map((each) => each.moment),
    ...history.clocks.flatMap(({ metAt, moment: id }) => (metAt === null ? [] : [id])),
    ...history.hints.map((each) => each.moment),
    ...history.rules.map((each) => each.moment),
    ...history.newFacts.flatMap(({ moment: id, revised }) => [
      id,
      ...(revised ? [revised.moment] : []),
    ]),
    ...[history.commandedAt, history.heldAt, history.toldAt, history.guidedAt].map(
      (mark) => mark!.moment,
    ),
  ];
  const known = new Set(history.moments.map(({ id }) => id));
  expect(pointed.filter((id) => id === null || !known.has(id))).toEqual([]);
  expect(pointed.length).toBeGreaterThan(100);
});

test('who commanded, held, told and guided, and when', () => {
  const { commandedAt, heldAt, toldAt, guidedAt, awareAt, declaredAt } = replay.history;
  expect(moment(commandedAt!.moment)).toMatchObject({ kind: 'answer', subject: 'who-commands' });
  expect(moment(heldAt!.moment)).toMatchObject({ subject: 'legal-hold', by: 'cy' });
  // The hold was asked for after twelve hours and takes half an hour.
  expect(heldAt!.at - D0).toBe(12.5 * HOUR_MS);
  expect(moment(toldAt!.moment)).toMatchObject({ kind: 'issue', subject: 'people-notice' });
  expect(guidedAt!.at - toldAt!.at).toBe(3 * HOUR_MS);
  expect(awareAt! - D0).toBe(HOUR_MS);
  expect(declaredAt! - D0).toBe(2.5 * HOUR_MS);
});

test('decisions have their reasons, and those who agreed', () => {
  const of = (act: string) => replay.history.decisions.find((each) => each.act === act)!;
  expect(of('declare')).toMatchObject({ why: true, confidence: 70, by: 'ann', agreed: [] });
  expect(of('contain-or-watch')).toMatchObject({
    option: 'contain-now',
    by: 'bo',
    agreed: ['ann'],
  });
  expect(of('enrich')).toMatchObject({ why: false, confidence: null });
  expect(replay.history.decisions.map(({ act }) => act)).not.toContain('deploy-rule');
});

test('estimates and what was written alone stand beside what was true', () => {
  const { estimates, hypotheses, newFacts, outcome } = replay.history;
  expect(hypotheses.map(({ tag, correct }) => [tag, correct])).toEqual([
    ['stolen-passwords', false],
    ['forged-tokens', true],
    ['insider-left', true],
  ]);
  for (const { at, truth } of estimates) {
    const point = replay.lost.findLast((each) => each.at <= at)!;
    expect(truth).toBe(point.accounts);
  }
  expect(replay.lost.at(-1)!.accounts).toBe(outcome.accountsLost);
  const { freezes, ended, improvements } = historyOf(bundle, replay, bundle.exercise, []);
  expect(freezes[0]!.truth).toBeGreaterThanOrEqual(estimates[0]!.truth);
  expect(ended).toBe(true);
  expect(improvements).toEqual([{ id: 'i1', complete: true, regression: false }]);
  // The first number was ten thousand: the data team's question shows it to be wrong.
  expect(moment(newFacts[0]!.moment)).toMatchObject({ kind: 'inject' });
  expect(newFacts[0]!.revised).toMatchObject({ moment: estimates[1]!.moment });
});

test('alerts join their verdicts, and a deployed rule is played again on the same seed', () => {
  const { alerts, rules, outcome } = replay.history;
  expect(alerts[0]).toMatchObject({
    ...{ moment: `a:${RULE}/1`, attack: true },
    verdict: { verdict: 'true' },
  });
  expect(replay.firstAlertAt).toBe(outcome.firstTrueAlertAt);
  expect(rules).toMatchObject([{ rule: RULE, holds: true }]);
  // It would have seen the attack long before there was anything to tell of it.
  expect(rules[0]!.firstAt!).toBeLessThan(outcome.attackStartedAt! + 7 * DAY_MS);
});

test('documents are checked with what was known then', () => {
  const { documents, clocks } = replay.history;
  expect(documents.map(({ form }) => form)).toEqual([
    'kr-early-report',
    'kr-full-report',
    'people-notice',
    'care-script',
  ]);
  const [, , notice] = documents;
  expect(notice!.findings.map(({ code }) => code)).toContain('missing.door-code');
  expect(notice!.fields.find(({ id }) => id === 'items')!.text).toContain('Delivery address');
  const first = clocks.filter(({ rule }) => rule === 'kr-network-48-3').find(({ metAt }) => metAt)!;
  expect(moment(first.moment!)).toMatchObject({ kind: 'file', subject: 'kr-early-report' });
});

test('what was lost, by the replay and by the run that what-ifs go out from, is one', () => {
  const base = new BaseRun(bundle, { firstAlertAt: replay.firstAlertAt });
  expect(base.outcome).toEqual(replay.history.outcome);
  expect(base.loss).toEqual(replay.history.loss);
  expect(base.checksum).toBe(replay.checksum);
});

test('the published case stands beside the team’s figures, row by row', () => {
  const { published } = debriefOf(bundle, replay, bundle.exercise);
  expect(published.map(({ id }) => id)).toContain('accounts-lost');
  for (const row of published) {
    for (const text of [row.title, row.published, row.team]) {
      expect(text.en, row.id).not.toMatch(/^$|undefined|NaN|[{}]/);
      expect(text.ko, row.id).not.toMatch(/^$|undefined|NaN|[{}]/);
    }
  }
});

test('what is done while the clock stands at the end is in the history too', async () => {
  const { until: at, commands } = bundle;
  const head = { at, by: 'ann', role: 'incident-commander' };
  const note = { kind: 'action', text: 'name an owner', owner: 'identity' } as const;
  const act = { do: 'respond', response: 'check-subject-exists', params: {} } as const;
  const more: Command[] = [
    { ...head, sequence: commands.length + 1, body: { do: 'record', entry: note } },
    {
      ...{ ...head, sequence: commands.length + 2 },
      body: { do: 'propose', act, needs: [], reasons: { why: 'late' } },
    },
  ];
  const { history, checksum } = await replayRun({ ...bundle, commands: [...commands, ...more] });
  expect(checksum).toBe(replay.checksum);
  expect(history.moments.slice(-2).map(({ kind }) => kind)).toEqual(['action', 'response']);
  expect(history.decisions.at(-1)).toMatchObject({ act: act.response, effectiveAt: at });
});
