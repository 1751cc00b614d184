import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS } from '@dwell/core';
import { type Bundle, loadPlaybook, loadScenario, makeBundle, Run } from '@dwell/simulator';
import { beforeAll, expect, test } from 'vitest';
import { fakeIo } from '../../test/fake-io.ts';
import { runCli } from '../cli.ts';
import { verify } from './verify.ts';

let text: string;

beforeAll(() => {
  const scenario = loadScenario('insider-key');
  const run = new Run(
    { scenario, seed: 42, scale: 100_000 },
    { playbook: loadPlaybook('prevent', scenario) },
  );
  run.advance(25 * DAY_MS);
  text = JSON.stringify(makeBundle(run, 'prevent'));
});

async function verifyEdited(
  edit: (bundle: Bundle & { [key: string]: unknown }) => void,
  json = false,
) {
  const bundle = JSON.parse(text) as Bundle & { [key: string]: unknown };
  edit(bundle);
  return verifyText(JSON.stringify(bundle), json);
}

async function verifyText(content: string, json = false) {
  const path = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'bundle.json');
  writeFileSync(path, content);
  const io = fakeIo();
  const code = await runCli(['verify', path, ...(json ? ['--json'] : [])], io, [verify]);
  return { code, out: io.stdout, err: io.stderr };
}

test('an untouched bundle verifies', async () => {
  expect(await verifyEdited(() => undefined)).toMatchObject({ code: 0, err: '' });
  const json = await verifyEdited(() => undefined, true);
  expect(JSON.parse(json.out)).toMatchObject({ ok: true, seal_broken: false, divergence: null });
});

test('every kind of tampering is exit 1 with one line', async () => {
  const edits: ((bundle: Bundle & { [key: string]: unknown }) => void)[] = [
    (b) => void (b.seed = 44),
    (b) => void (b.commands as unknown[]).pop(),
    (b) => void (b['gone'] = true),
    (b) => void ((b.seed as unknown) = 'x'),
    (b) => void (b.checksum = 'f'.repeat(64)),
    (b) => void (b.scenario.knobs as Record<string, number>)['attacker.sources']!++,
    (b) => void (b.until += DAY_MS),
  ];
  for (const edit of edits) {
    const { code, err } = await verifyEdited(edit);
    expect([code, err.split('\n').length], String(edit)).toEqual([1, 2]);
    expect(err, String(edit)).toMatch(/^error: the seal is broken.* · .* · /);
  }
});

test('content that nests without end is not followed', async () => {
  const deep = `{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)},${text.slice(1)}`;
  expect(await verifyText(deep)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^error: the seal is broken/),
  });
});

test('a divergence names the simulated time and what differs', async () => {
  const { err } = await verifyEdited((b) => void (b.seed = 44));
  expect(err).toMatch(/diverges at 2024-12-\d\dT\d\d:00:00\+09:00: traffic counts of the hour/);
  const json = await verifyEdited((b) => void (b.commands as unknown[]).pop(), true);
  expect(JSON.parse(json.out).divergence).toMatchObject({
    iso: expect.stringMatching(/^2024-12-19/),
  });
});

test('what is no bundle is exit 2', async () => {
  for (const content of ['', '[', '{}', '{"format":"dwell-bundle-2"}', 'null']) {
    const { code, out, err } = await verifyText(content, true);
    expect([code, out], content).toEqual([2, '']);
    expect(err).toMatch(/^error: .* · .* · .*\n$/);
  }
});
