// Goal: the command line comes to the score that the library comes to, tells a case that was tampered
// with, and writes the report of one in every format.
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, HOUR_MS } from '@dwell/core';
import { fromJson } from '@dwell/scoring/report';
import { shippedTemplate } from '@dwell/scoring/templates';
import {
  type CaseBundle,
  type CaseRoom,
  exerciseScenario,
  makeBundle,
  makeCase,
  ROLES,
  Run,
  scoreCase,
  signCase,
} from '@dwell/simulator';
import { beforeAll, expect, test, vi } from 'vitest';
import { fakeIo } from '../../test/fake-io.ts';
import { runCli } from '../cli.ts';
import { report } from './report.ts';
import { score } from './score.ts';
import { verify } from './verify.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ROOM: CaseRoom = {
  title: 'A year in a minute\u001b[31m',
  team: 'Red',
  ended: true,
  people: [{ id: 'ann', name: 'Ann', kind: 'trainee', roles: ['incident-commander'] }],
  freezes: [],
  notes: [],
  ratings: [],
  wash: [],
  improvements: [],
  template: shippedTemplate('standard'),
  pseudonymous: false,
};

let good: CaseBundle;

beforeAll(async () => {
  const scenario = exerciseScenario({
    ...{ exercise: 'campaign', length: 'full', jurisdictions: ['kr'], roles: ROLES },
    difficulty: { noise: 1, attackerPace: 1000, logGapDays: 0, staffing: 'none' },
  });
  const run = new Run({ scenario, seed: 42, scale: 100_000 }, { keep: false });
  const begin = scenario.starts.campaign;
  run.advance(begin + HOUR_MS);
  run.accept(
    run.submit({
      ...{ by: 'ann', role: 'incident-commander' },
      body: { do: 'record', entry: { kind: 'estimate', low: 0, high: 1000, confidence: 90 } },
    }),
  );
  run.advance(begin + 2 * DAY_MS);
  const bundle = makeBundle(run, 'people');
  const unscored = makeCase(bundle, ROOM, null);
  const { score: found } = await scoreCase(unscored);
  good = signCase(makeCase(bundle, ROOM, found), generateKeyPairSync('ed25519').privateKey);
});

async function dwell(argv: readonly string[], bundle: unknown = good) {
  const folder = mkdtempSync(join(tmpdir(), 'case-'));
  const path = join(folder, 'case.json');
  writeFileSync(path, JSON.stringify(bundle));
  const io = fakeIo();
  const asked = argv.map((arg) => (arg === 'CASE' ? path : arg.replace('DIR', folder)));
  const code = await runCli([...asked, '--quiet'], io, [score, verify, report]);
  return { code, out: io.stdout, err: io.stderr, folder };
}

test('the command line scores as the library does', async () => {
  const { code, out } = await dwell(['score', 'CASE', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    team: 'Red',
    checksum: good.checksum,
    score: good.score,
  });
  const told = await dwell(['score', 'CASE']);
  expect(told.out).toMatch(/team score +[\d.–]+ of 100/);
  expect(told.out).toContain('interval-hit');
  // What strangers wrote does not reach the terminal as a command.
  expect(told.out).not.toContain('\u001b');
});

test('a case verifies; one with another score, room or signature does not', async () => {
  const told = await dwell(['verify', 'CASE']);
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toMatch(/^ok: .*\nthe score is the same: .*\nsigned with the key /);
  const json = await dwell(['verify', 'CASE', '--json']);
  expect(JSON.parse(json.out)).toMatchObject({
    ...{ ok: true, seal_broken: false, divergence: null },
    ...{ signature: { state: 'good' }, score: { same: true } },
  });
  const resealed = makeCase(good, { ...ROOM, team: 'Blue' }, good.score);
  const forged = { ...resealed, signature: good.signature };
  const { code, err } = await dwell(['verify', 'CASE'], forged);
  expect([code, err.split('\n').length]).toEqual([1, 2]);
  expect(err).toMatch(/^error: the seal is broken.*; the signature does not fit the content · /);
  const lied = makeCase(good, ROOM, { ...good.score!, people: [] });
  expect((await dwell(['verify', 'CASE'], lied)).err).toMatch(/the score is another/);
});

test('what is no case, or none that can be read, is bad input', async () => {
  const { exercise: _, signature: _s, score: _n, ...plain } = good;
  for (const command of ['score', 'report'])
    expect(
      await dwell(
        [command, 'CASE', '--format', 'md', '--out', 'DIR/x'].slice(0, command === 'score' ? 2 : 6),
        plain,
      ),
      command,
    ).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^error: this is a bundle/) });
  const people = 'everybody' as unknown as CaseRoom['people'];
  const odd = makeCase(good, { ...ROOM, people }, null);
  expect(await dwell(['score', 'CASE'], odd)).toMatchObject({
    ...{ code: 2, err: expect.stringMatching(/^error: "exercise.people" is not valid/) },
  });
  const template = { ...ROOM.template, groups: [] };
  expect((await dwell(['score', 'CASE'], makeCase(good, { ...ROOM, template }, null))).code).toBe(
    2,
  );
});

test('the report of a case, in the formats there are', async () => {
  const ask = (format: string, ...more: string[]) =>
    dwell(['report', 'CASE', '--format', format, '--out', `DIR/out.${format}`, '--quick', ...more]);
  const json = await ask('json');
  expect(json.code).toBe(0);
  const read = fromJson(readFileSync(join(json.folder, 'out.json'), 'utf8'), 'out.json');
  expect(read.source.run.checksum).toBe(good.checksum);
  const korean = await ask('md', '--language', 'ko', '--json');
  expect(JSON.parse(korean.out)).toMatchObject({ format: 'md', bytes: expect.any(Number) });
  expect(readFileSync(join(korean.folder, 'out.md'), 'utf8')).toMatch(/[가-힣]{2}/);
  for (const [format, head] of [
    ['docx', 'PK'],
    ['csv', 'PK'],
    ['xapi', '['],
  ] as const) {
    const { folder } = await ask(format);
    expect(readFileSync(join(folder, `out.${format}`), 'latin1').slice(0, head.length)).toBe(head);
  }
});

test('a report overwrites nothing, and needs a place and a format', async () => {
  const taken = await dwell(['report', 'CASE', '--format', 'md', '--out', 'DIR/case.json']);
  expect(taken).toMatchObject({ code: 2, err: expect.stringMatching(/is there already/) });
  const nowhere = await dwell(['report', 'CASE', '--format', 'md', '--out', 'DIR/no/x.md']);
  expect(nowhere).toMatchObject({ code: 2, err: expect.stringMatching(/no such folder/) });
  expect(existsSync(join(nowhere.folder, 'no'))).toBe(false);
  for (const argv of [
    ['report', 'CASE', '--out', 'DIR/x.md'],
    ['report', 'CASE', '--format', 'md'],
    ['report', 'CASE', '--format', 'pdf', '--out', 'DIR/x.pdf'],
  ])
    expect((await dwell(argv)).code, argv.join(' ')).toBe(2);
});
