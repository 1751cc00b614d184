// The goal: dwell match finds, tells rules with errors apart without stopping, and exits as promised.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fakeIo } from '../../test/fake-io.ts';
import { runCli } from '../cli.ts';
import type { MatchDocument } from '../match/match-document.ts';
import { match } from './match.ts';

const folder = mkdtempSync(join(tmpdir(), 'match-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const rule = (title: string, selection: string, more = '') =>
  `title: ${title}\n${more}logsource: { category: test }\ndetection:\n  sel: { ${selection} }\n  condition: sel\n`;
const events = put(
  'events.ndjson',
  '{"user":"ann","at":"2024-01-01T00:00:00Z"}\n\n{"user":"bob","at":"2024-01-01T00:00:10Z"}\n{"user":"ann","at":"2024-01-01T00:00:20Z"}\n',
);
const good = put(
  'good.yml',
  rule('Ann', 'user: ann', 'id: 11111111-1111-4111-8111-111111111111\n'),
);

async function dwell(...args: string[]) {
  const io = fakeIo();
  const code = await runCli(['match', ...args, '--quiet'], io, [match]);
  const json = io.stdout.startsWith('{') ? (JSON.parse(io.stdout) as MatchDocument) : null;
  return { code, json, out: io.stdout, err: io.stderr };
}

test('rules after --rules, both engines, places without blank lines', async () => {
  const other = put('other.yml', rule('Nobody', 'user: eve'));
  const { code, json, err } = await dwell('--rules', good, other, '--events', events, '--json');
  expect([code, err]).toEqual([0, '']);
  expect(json!.rules).toEqual([
    {
      id: '11111111-1111-4111-8111-111111111111',
      title: 'Ann',
      file: good,
      level: null,
      matches: [0, 2],
    },
    { id: null, title: 'Nobody', file: other, level: null, matches: [] },
  ]);
  expect(json).toMatchObject({ disagreements: [], timing: { events: 3, rules: 2 } });
  expect(json!.timing.stream_events_per_s).toBeGreaterThan(0);
  expect(json!.timing.sql_events_per_s).toBeGreaterThan(0);
});

test('a correlation tells moments and groups, and needs a time', async () => {
  const twice = put(
    'twice.yml',
    `${rule('Anybody', "user|re: '.'", 'name: anybody\n')}---\ntitle: Twice\ncorrelation:\n  type: event_count\n  rules: [anybody]\n  group-by: [user]\n  timespan: 1m\n  condition: { gte: 2 }\n`,
  );
  const { json } = await dwell(
    '--rules',
    twice,
    '--events',
    events,
    '--time-field',
    'at',
    '--json',
  );
  expect(json!.rules).toMatchObject([
    { title: 'Twice', matches: [{ at: 2, group: { user: 'ann' } }] },
  ]);
  const { code, out, err } = await dwell('--rules', twice, '--events', events, '--json');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('--time-field');
});

test('a rule with an error is listed with it, and the others go on', async () => {
  const bad = put(
    'bad.yml',
    rule("'Bad one'", 'user|frob: x', 'id: 22222222-2222-4222-8222-222222222222\n'),
  );
  const twin = put(
    'twin.yml',
    rule('Twin', 'user: bob', 'id: 11111111-1111-4111-8111-111111111111\n'),
  );
  const dangling = put(
    'dangling.yml',
    'title: Dangling\ncorrelation:\n  type: temporal\n  rules: [nowhere]\n  timespan: 1m\n',
  );
  const { code, json } = await dwell(
    '--rules',
    good,
    bad,
    twin,
    dangling,
    '--events',
    events,
    '--json',
  );
  expect(code).toBe(0);
  const errors = json!.rules.map(({ title, matches, error }) => [
    title,
    matches.length,
    error?.code,
  ]);
  expect(errors).toEqual([
    ['Ann', 2, undefined],
    ['Bad one', 0, 'MODIFIER'],
    ['Twin', 0, 'DUPLICATE'],
    ['Dangling', 0, 'REFERENCE'],
  ]);
  expect(json!.rules[1]!.error!.message).toMatch(/bad\.yml:5:\d+: .* · /);
  const alone = await dwell('--rules', bad, '--events', events, '--json');
  expect([alone.code, alone.out]).toEqual([2, '']);
  expect(alone.err).toMatch(/^error: no rule can be used: .* · .*bad\.yml:5:\d+ · /);
});

test('bad input is named', async () => {
  const broken = put('broken.ndjson', '{"user":"ann"}\n{"user":\n');
  for (const [args, text] of [
    [['--rules', good], '--events is missing'],
    [['--events', events], '--rules is missing'],
    [['--rules', join(folder, 'none.yml'), '--events', events], 'no such file'],
    [['--rules', good, '--events', join(folder, 'none.ndjson')], 'no such file'],
    [['--rules', good, '--events', broken], 'broken.ndjson:2'],
    [['--rules', good, '--events', events, '--engine', 'fast'], '--engine'],
    [['--rules', good, '--events', events, '--field-map', 'octa'], 'okta'],
  ] as const) {
    const { code, out, err } = await dwell(...args, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(text);
  }
});

test('a field map says where events have the fields of rules', async () => {
  const mapped = put(
    'map.yml',
    'kind: field-map\nname: mine\ntime: when\nfields: { user: who.name }\n',
  );
  const nested = put('nested.ndjson', '{"who":{"name":"ANN"},"when":1}\n');
  const { json } = await dwell(
    '--rules',
    good,
    '--events',
    nested,
    '--field-map',
    mapped,
    '--json',
  );
  expect(json!.rules[0]!.matches).toEqual([0]);
});

test('text for people', async () => {
  const bad = put('bad.yml', rule('Bad', 'user|frob: x'));
  const { code, out } = await dwell('--rules', good, bad, '--events', events);
  expect(code).toBe(0);
  expect(out).toMatch(/Ann · 2 events\n {2}at 0, 2\n/);
  expect(out).toMatch(/refused: .*bad\.yml:4:\d+: /);
  expect(out).toContain('3 events, 2 rules: 1 matched, 0 did not, 1 refused');
  expect(out).toMatch(/stream [\d,]+ events\/s · SQL [\d,]+ events\/s · they agree\n$/);
});
