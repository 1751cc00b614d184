import { canonicalJson, type Canonical } from '@dwell/core';
import { type Divergence, verifyBundle } from '../run/verify.ts';
import { scoreCase, type CaseOptions } from './replay-case.ts';
import { verifySignature } from './sign-case.ts';
import type { CaseBundle } from './types.ts';

/** What of a case holds. `score`: does the replay come to the score it says it has; null: it has none. */
export type CaseVerification = {
  ok: boolean;
  sealBroken: boolean;
  divergence: Divergence | null;
  signature: 'none' | 'good' | 'broken';
  /** Of the key that signed it, base64; null: nobody did. */
  publicKey: string | null;
  score: { same: boolean; expected: number | null; got: number | null } | null;
};

export type VerifyOptions = Omit<CaseOptions, 'onProgress'> & {
  onProgress?: (done: number) => void;
};

/** Share of the work that the comparison day by day takes. */
const CHAIN_SHARE = 0.3;

/**
 * Verifies a case: its run as `verifyBundle` does, then its score by replaying it, then its signature. A
 * case without a score or a signature is good when the rest is. Errors (exit 2): as `verifyBundle`, `CASE`.
 */
export async function verifyCase(
  bundle: CaseBundle,
  { onProgress, signal }: VerifyOptions = {},
): Promise<CaseVerification> {
  const days = Math.max(1, bundle.checkpoints.length);
  const chain = verifyBundle(bundle, (day) => onProgress?.((CHAIN_SHARE * (day + 1)) / days));
  const signed = verifySignature(bundle);
  const score =
    bundle.score === null || chain.divergence !== null
      ? null
      : await compare(bundle, {
          onProgress: (done, what) =>
            onProgress?.(CHAIN_SHARE + (1 - CHAIN_SHARE) * share(done, what)),
          ...(signal && { signal }),
        });
  return {
    ok: chain.ok && signed.state !== 'broken' && score?.same !== false,
    ...{ sealBroken: chain.sealBroken, divergence: chain.divergence },
    signature: signed.state,
    publicKey: signed.state === 'none' ? null : signed.publicKey,
    score,
  };
}

async function compare(
  bundle: CaseBundle,
  options: CaseOptions,
): Promise<NonNullable<CaseVerification['score']>> {
  const { score } = await scoreCase(bundle, options);
  const plain = (value: unknown) => canonicalJson(JSON.parse(JSON.stringify(value)) as Canonical);
  return {
    same: plain(score) === plain(bundle.score),
    expected: bundle.score!.team.points,
    got: score.team.points,
  };
}

const PARTS = { history: [0, 0.4], rules: [0.4, 0.7], bounds: [0.7, 1], sweep: [1, 1] } as const;

/** How far all of it has got when a part of it has. */
function share(done: number, what: keyof typeof PARTS): number {
  const [from, to] = PARTS[what];
  return from + (to - from) * done;
}
