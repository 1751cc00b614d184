import {
  type Bundle,
  type CaseBundle,
  type CaseVerification,
  checkCase,
  isCase,
  readBundle,
  verifyBundle,
  verifyCase,
} from '@dwell/simulator';
import type { Command } from '../command.ts';
import { openProgress, type Progress } from '../progress.ts';
import { flagOf } from '../values.ts';

type Verified = Pick<CaseVerification, 'ok' | 'sealBroken' | 'divergence'> &
  Partial<Pick<CaseVerification, 'signature' | 'publicKey' | 'score'>>;

const BROKEN: Verified = { ok: false, sealBroken: true, divergence: null };

/** `dwell verify BUNDLE`: exit 1 when the replay diverges, or a seal, a signature or a score does not hold. */
export const verify: Command = {
  name: 'verify',
  positionals: 'BUNDLE',
  count: [1, 1],
  summary: 'Replays the bundle of a run or the case of an exercise; names the first divergence.',
  options: {},
  notes: [
    'Of a case, the score must come out the same, and its signature must hold.',
    'Exit 1 when the replay diverges or the seal is broken, 2 when the file is no bundle.',
  ],
  async run(args, io) {
    const path = args.positionals[0]!;
    const { bundle, replayable } = readBundle(path);
    if (replayable && isCase(bundle)) checkCase(bundle, path);
    const progress = openProgress(io, 'verify', flagOf(args.values, 'quiet'));
    const result = replayable
      ? await verified(bundle, progress, io.signal).finally(() => progress.end())
      : BROKEN;
    const { ok } = result;
    if (flagOf(args.values, 'json')) io.out(`${JSON.stringify(told(result, bundle), null, 2)}\n`);
    else if (ok) io.out(`ok: the replay agrees, checksum ${bundle.checksum}\n${more(result)}`);
    if (!ok)
      io.err(`error: ${complaint(result)} · ${path} · do not trust this bundle; run it again\n`);
    return ok ? 0 : 1;
  },
};

async function verified(
  bundle: Bundle | CaseBundle,
  progress: Progress,
  signal: AbortSignal,
): Promise<Verified> {
  if (isCase(bundle))
    return verifyCase(bundle, { signal, onProgress: (done) => progress.update(done, '') });
  const days = Math.max(1, bundle.checkpoints?.length ?? 1);
  return verifyBundle(bundle, (day) => progress.update((day + 1) / days, `day ${day + 1}`));
}

function told(
  { ok, sealBroken, divergence, signature, publicKey, score }: Verified,
  bundle: Bundle,
) {
  const plain = { ok, seal_broken: sealBroken, divergence, checksum: bundle.checksum };
  if (signature === undefined) return plain;
  return { ...plain, signature: { state: signature, public_key: publicKey }, score };
}

/** What else is good about a case. */
function more({ signature, publicKey, score }: Verified): string {
  const lines = [
    ...(score ? [`the score is the same: ${score.got ?? '–'} of 100`] : []),
    ...(signature === 'good' ? [`signed with the key ${publicKey}`] : []),
    ...(signature === 'none' ? ['nobody signed it'] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function complaint({ sealBroken, divergence, signature, score }: Verified): string {
  const parts: string[] = [];
  if (sealBroken) parts.push('the seal is broken: the content was changed');
  if (divergence) {
    const { iso, what, expected, got } = divergence;
    parts.push(
      `the replay diverges at ${iso}: ${what}, expected ${expected.slice(0, 16)}, got ${got.slice(0, 16)}`,
    );
  }
  if (signature === 'broken') parts.push('the signature does not fit the content');
  if (score?.same === false)
    parts.push(`the score is another: expected ${score.expected ?? '–'}, got ${score.got ?? '–'}`);
  return parts.join('; ');
}
