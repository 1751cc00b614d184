import type { LiveWatch } from '../detection/live-watch.ts';
import { ENGINE } from '../run/engine-version.ts';
import type { Run } from '../run/run.ts';
import { saveWorld, snapshotKey } from './snapshot-file.ts';

/** Saves a run that keeps its hours and events, as it stands with the rules deployed in it, so that a world can go on from there. */
export function saveRun(folder: string, run: Run, watch: LiveWatch | null): void {
  const { input, commands, now, hours, events } = run;
  const { scenario, seed, scale } = input;
  const key = snapshotKey({
    engine: ENGINE,
    scenarioHash: scenario.hash,
    seed,
    scale,
    commands,
    at: now,
  });
  saveWorld(folder, {
    key,
    at: now,
    snapshot: run.snapshot(),
    hours,
    events,
    watch: watch?.snapshot() ?? null,
  });
}
