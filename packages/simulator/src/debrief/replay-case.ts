import type { Score } from '@dwell/scoring';
import { BaseRun } from './base-run.ts';
import { bounds } from './bounds.ts';
import { debriefOf, NO_REST } from './debrief-of.ts';
import { firstAlertsOf } from './first-alerts.ts';
import { interrupted } from './live-again.ts';
import { offersOf } from './offers.ts';
import { replayRun } from './replay-run.ts';
import type { RunReplay } from './run-replay.ts';
import { suggestionsOf } from './suggestions.ts';
import { sweep } from './sweep.ts';
import type { CaseBundle, Debrief, WhatIf } from './types.ts';

export type CaseWork = 'history' | 'rules' | 'bounds' | 'sweep';

export type CaseOptions = {
  /** How much of it is done, and of what. */
  onProgress?: (done: number, what: CaseWork) => void;
  signal?: AbortSignal;
};

/** A case lived again: its run, and what others would have made of it. */
type Lived = { replay: RunReplay; base: BaseRun; bounds: ReturnType<typeof bounds> };

/** The score of a case, from its content alone, whatever score it says it has. Errors: as `replayCase`. */
export async function scoreCase(
  bundle: CaseBundle,
  options: CaseOptions = {},
): Promise<{ score: Score; checksum: string }> {
  const { replay, bounds: others } = await live(bundle, options);
  const { score } = debriefOf(bundle, replay, bundle.exercise, { ...NO_REST, bounds: others });
  return { score, checksum: replay.checksum };
}

/**
 * The whole debrief of a case, from its content alone: the same anywhere. With `whatIfs`, also the decisions
 * that mattered most, found by trying each, which takes longest. Errors: `CASE` when no exercise was played
 * in the run, `INTERRUPTED`.
 */
export async function replayCase(
  bundle: CaseBundle,
  { whatIfs, ...options }: CaseOptions & { whatIfs: boolean },
): Promise<{ debrief: Debrief; whatIfs: readonly WhatIf[] }> {
  const { replay, base, bounds: others } = await live(bundle, options);
  const rest = {
    bounds: others,
    offers: offersOf(base),
    suggestions: suggestionsOf(base),
    firstAlerts: firstAlertsOf(base),
  };
  return {
    debrief: debriefOf(bundle, replay, bundle.exercise, rest),
    whatIfs: whatIfs ? await mostTelling(base, options) : [],
  };
}

async function live(bundle: CaseBundle, options: CaseOptions): Promise<Lived> {
  const { scenario, seed, scale, commands, until } = bundle;
  const logged = { scenario, seed, scale, commands, until };
  const replay = await replayRun(logged, options);
  const base = new BaseRun(logged, { firstAlertAt: replay.firstAlertAt });
  const others = bounds(base, (done) => options.onProgress?.(done, 'bounds'));
  return { replay, base, bounds: others };
}

async function mostTelling(base: BaseRun, { onProgress, signal }: CaseOptions): Promise<WhatIf[]> {
  let best: WhatIf[] = [];
  for (const step of sweep(base)) {
    if (signal?.aborted) throw interrupted();
    onProgress?.(step.done / Math.max(1, step.of), 'sweep');
    best = step.best;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return best;
}
