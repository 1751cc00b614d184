import { readBundle, type Verification, verifyBundle } from '@dwell/simulator';
import type { Command } from '../command.ts';
import { openProgress } from '../progress.ts';
import { flagOf } from '../values.ts';

/** `dwell verify BUNDLE`: exit 1 when the replay diverges or the bundle's own seal is broken. */
export const verify: Command = {
  name: 'verify',
  positionals: 'BUNDLE',
  count: [1, 1],
  summary: 'Replays the bundle.json of a run; names the first divergence.',
  options: {},
  notes: ['Exit 1 when the replay diverges or the seal is broken, 2 when the file is no bundle.'],
  run(args, io) {
    const path = args.positionals[0]!;
    const { bundle, replayable } = readBundle(path);
    const progress = openProgress(io, 'verify', flagOf(args.values, 'quiet'));
    const days = Math.max(1, bundle.checkpoints?.length ?? 1);
    const broken: Verification = { ok: false, sealBroken: true, divergence: null };
    const result = replayable
      ? verifyBundle(bundle, (day) => progress.update((day + 1) / days, `day ${day + 1}`))
      : broken;
    progress.end();
    const { ok, sealBroken, divergence } = result;
    if (flagOf(args.values, 'json')) {
      io.out(
        `${JSON.stringify({ ok, seal_broken: sealBroken, divergence, checksum: bundle.checksum }, null, 2)}\n`,
      );
    } else if (ok) {
      io.out(`ok: the replay agrees, checksum ${bundle.checksum}\n`);
    }
    if (!ok)
      io.err(`error: ${complaint(result)} · ${path} · do not trust this bundle; run it again\n`);
    return Promise.resolve(ok ? 0 : 1);
  },
};

function complaint({ sealBroken, divergence }: Verification): string {
  const seal = sealBroken ? 'the seal is broken: the content was changed' : '';
  if (divergence === null) return seal;
  const { iso, what, expected, got } = divergence;
  const first = `the replay diverges at ${iso}: ${what}, expected ${expected.slice(0, 16)}, got ${got.slice(0, 16)}`;
  return seal === '' ? first : `${seal}; ${first}`;
}
