// Goal: a case verifies when its run, its score and its signature hold, and says which of them does not.
import { generateKeyPairSync } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { humanCase } from '../../test/support/human-case.ts';
import { makeCase, sealed } from './case.ts';
import { scoreCase } from './replay-case.ts';
import { signCase, verifySignature } from './sign-case.ts';
import type { CaseBundle } from './types.ts';
import { verifyCase } from './verify-case.ts';

vi.setConfig({ testTimeout: 120_000 });

const { privateKey } = generateKeyPairSync('ed25519');
const PEM = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

/** Changed, and sealed again as a forger would. */
const forged = (bundle: CaseBundle, change: Partial<CaseBundle>) =>
  sealed({ ...bundle, ...change });

test('a case that was scored and signed verifies; another score or room does not', async () => {
  const unscored = humanCase();
  const { score } = await scoreCase(unscored);
  const { exercise, score: _none, signature: _nobody, ...bundle } = unscored;
  const good = signCase(makeCase(bundle, exercise, score), PEM);
  const copy = JSON.parse(JSON.stringify(good)) as CaseBundle;
  const done: number[] = [];
  expect(await verifyCase(copy, { onProgress: (share) => done.push(share) })).toEqual({
    ...{ ok: true, sealBroken: false, divergence: null },
    ...{ signature: 'good', publicKey: good.signature!.publicKey },
    score: { same: true, expected: score.team.points, got: score.team.points },
  });
  expect(done.toSorted((x, y) => x - y)).toEqual(done);
  expect(done.at(-1)).toBe(1);

  const better = { ...score, team: { ...score.team, points: 100 } };
  expect(await verifyCase(forged(good, { score: better }))).toMatchObject({
    ...{ ok: false, sealBroken: false, divergence: null, signature: 'broken' },
    score: { same: false, expected: 100, got: score.team.points },
  });
});

test('what was never scored or signed is no lie; a change without the seal is one', async () => {
  const bundle = humanCase();
  expect(await verifyCase(bundle)).toMatchObject({ ok: true, signature: 'none', score: null });
  const changed = { ...bundle, exercise: { ...bundle.exercise, team: 'Blue' } };
  expect(await verifyCase(changed)).toMatchObject({ ok: false, sealBroken: true });
  const signed = signCase(bundle, privateKey);
  const log = { commands: signed.commands.slice(0, 20) };
  const cut = await verifyCase(forged(signed, log));
  expect(cut).toMatchObject({ ok: false, signature: 'broken', score: null });
  expect(cut.divergence?.what).toMatch(/of the/);
});

test('a signature covers everything but the seal, and names its key', () => {
  const signed = signCase(humanCase(), privateKey);
  expect(verifySignature(signed).state).toBe('good');
  expect(verifySignature({ ...signed, seal: 'x' }).state).toBe('good');
  const other = signCase(humanCase(), generateKeyPairSync('ed25519').privateKey);
  const changes: Partial<CaseBundle>[] = [
    { seed: 43 },
    { exercise: { ...signed.exercise, title: 'Friday' } },
    { score: null, signature: { ...signed.signature!, value: other.signature!.value } },
    { signature: { ...signed.signature!, publicKey: other.signature!.publicKey } },
    { signature: { ...signed.signature!, publicKey: 'AAAA' } },
  ];
  for (const change of changes)
    expect(verifySignature({ ...signed, ...change }).state, Object.keys(change).join()).toBe(
      'broken',
    );
});
