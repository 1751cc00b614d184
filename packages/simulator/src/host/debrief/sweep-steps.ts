import type { Sweep } from '../debrief-service.ts';
import type { DebriefEngine } from './debrief-engine.ts';
import type { TakenRun } from './run-key.ts';

/** What trying every decision has found so far, the latest of it whenever somebody asks. */
export async function* sweepSteps(
  engine: DebriefEngine,
  taken: TakenRun,
  signal: AbortSignal,
): AsyncGenerator<Sweep> {
  const left = new AbortController();
  let latest: Sweep | null = null;
  let over = false;
  let wake: () => void = () => undefined;
  const onStep = (step: Sweep) => {
    latest = step;
    wake();
  };
  const done = engine.sweep(taken, onStep, AbortSignal.any([signal, left.signal]));
  const onEnd = () => {
    over = true;
    wake();
  };
  const ended = done.then(onEnd, onEnd);
  try {
    for (;;) {
      if (!latest && !over) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      const step: Sweep | null = latest;
      latest = null;
      if (step) yield step;
      else if (over) {
        await done;
        return;
      }
    }
  } finally {
    left.abort();
    await ended;
  }
}
