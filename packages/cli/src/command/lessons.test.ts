// Goal: the lessons that an exercise hands on are tests that lint and pass as they are, and that can fail.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DAY_MS } from '@dwell/core';
import { type LessonSource, regressionFiles } from '@dwell/scoring/report';
import { expect, test } from 'vitest';
import { fakeIo } from '../../test/fake-io.ts';
import { runCli } from '../cli.ts';
import { simulatorEvaluation } from '../expect/simulator-evaluation.ts';
import { lint } from './lint.ts';
import { testCommand } from './test.ts';

const RULE = `title: Customer not found
name: customer-not-found
logsource: { product: dwell, service: http_activity }
detection:
  missing: { status_code: 404 }
  batch: { src_network_kind: batch }
  condition: missing and not batch
---
title: One address asks for very many customers who do not exist
name: missing-customers
level: high
correlation:
  type: value_count
  rules: [customer-not-found]
  group-by: [src_ip]
  timespan: 7d
  condition: { gte: 30000, field: target_uid }
`;

const PLAYBOOK = `kind: playbook
name: rotate-early
title: { en: Rotate early, ko: 이른 교체 }
summary: { en: Revokes the key on the first mail., ko: 첫 메일에 키를 폐기합니다. }
steps:
  - { when: { inject: first-mail }, after: 1h, as: identity, do: rotate-key, with: { mode: hard } }
`;

const item = (id: string, kind: 'rule' | 'playbook', name: string, text: string) => ({
  ...{ id, text: `Keep <${name}>`, owner: 'Ana', due: '2026-12-24', measure: 'It passes' },
  ...{ status: 'open' as const, objective: null, by: 'ana', carries: { kind, name, text } },
});

/** So many accounts are lost in this world when nobody does anything; first found on this day of the run. */
function lessons(accountsLost: number, firstAt: number): LessonSource {
  return {
    language: 'en',
    improvements: [
      item('i1', 'rule', 'Missing customers', RULE),
      item('i2', 'playbook', 'rotate-early', PLAYBOOK),
    ],
    run: {
      scenario: 'insider-key-live',
      scenarioHash: 'x',
      seed: 42,
      scale: 10_000,
      engine: '1',
      checksum: 'x',
    },
    history: {
      calendar: { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 },
      rules: [{ rule: 'missing-customers', moment: 'c1', holds: true, precision: 1, firstAt }],
      outcome: { accountsLost } as LessonSource['history']['outcome'],
    },
  };
}

function unpack(source: LessonSource): string {
  const folder = mkdtempSync(join(tmpdir(), 'lessons-'));
  for (const [path, text] of Object.entries(regressionFiles(source)!)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function dwell(...argv: string[]) {
  const io = fakeIo();
  const code = await runCli(argv, io, [lint, testCommand(simulatorEvaluation)]);
  return { code, out: io.stdout, err: io.stderr };
}

/** What was run for one test serves the next: results do not depend on what is expected of them. */
const CACHE = mkdtempSync(join(tmpdir(), 'lessons-cache-'));

const expectations = (folder: string) =>
  readdirSync(join(folder, 'expectations')).map((file) => join(folder, 'expectations', file));

test('what an exercise hands on lints and passes as it is', { timeout: 120_000 }, async () => {
  const folder = unpack(lessons(33_700_000, 140 * DAY_MS));
  const workflow = readFileSync(join(folder, '.github/workflows/lessons.yml'), 'utf8');
  const linted = /dwell lint (.*)/.exec(workflow)![1]!.split(' ');
  expect(linted).toEqual(['rules', 'playbooks', 'checks', 'expectations']);
  const linting = await dwell('lint', ...linted.map((each) => join(folder, each)));
  expect([linting.code, linting.err]).toEqual([0, 'no errors, 0 warnings\n']);
  const tested = await dwell('test', ...expectations(folder), '--cache', CACHE, '--jobs', '1');
  expect(tested.out).toContain('4 passed, 0 failed');
  expect(tested.code).toBe(0);
});

test('a rule that alerts later than it did, or a playbook that loses more, turns red', async () => {
  const folder = unpack(lessons(1000, 100 * DAY_MS));
  const { code, out } = await dwell(
    'test',
    ...expectations(folder),
    '--cache',
    CACHE,
    '--jobs',
    '1',
  );
  expect(code).toBe(1);
  expect(out).toContain('first_alert_before: expected before');
  expect(out).toContain('max_records_lost: expected at most 1000 accounts');
}, 120_000);
