import { TICK_MS } from '@dwell/core';
import { mustHaveEngine } from '../must-have-engine.ts';
import type { RunHost } from '../run-host.ts';
import { takenRun, type TakenRun } from './run-key.ts';

/** Where a run stands by its logs: cheap to ask, it wakes no world. */
export async function standOf(host: RunHost): Promise<{ until: number; commands: number }> {
  await host.followLog();
  const last = host.log.at(-1)?.at ?? 0;
  const now = host.clockKeeper.time();
  // A command that was logged while the clock stands takes effect at the tick that comes next.
  return { until: Math.max(now - (now % TICK_MS), last), commands: host.log.length };
}

/** The run as it has been logged so far. Errors: `ENGINE_GONE`. */
export async function takeRun(host: RunHost): Promise<TakenRun> {
  const { scenario, record } = host;
  mustHaveEngine(record);
  const { until } = await standOf(host);
  const { seed, scale } = record;
  return takenRun({ scenario, seed, scale, commands: [...host.log], until });
}
