import { type SimTime, TICK_MS } from '@dwell/core';
import type { RunHost } from './run-host.ts';
import type { HostPorts } from './ports.ts';

/** A playing run whose last beat is older than this is in nobody's hands. */
export const BEAT_STALE_MS = 5_000;

/**
 * Takes up a run that was playing when its host ended, however it ended. While nobody hosted it no
 * time passed: its clock goes on from the last beat, which says every second how far the run had
 * come, but never from before what was acknowledged: the tick of the last logged command, and the
 * target of the last step or jump. A paused clock needs nothing: its log says where it stands.
 */
export async function takeUp(
  host: RunHost,
  ports: HostPorts,
  options: { wallMs: number; soleHost: boolean },
): Promise<boolean> {
  const { clockKeeper, record } = host;
  if (!clockKeeper.state.playing) return false;
  const clockLog = ports.clockLog(record.id);
  const beat = await clockLog.lastBeat();
  if (!options.soleHost && beat && options.wallMs - beat.wallMs < BEAT_STALE_MS) return false;
  const commands = await ports.commandLog(record.id).read();
  const acknowledged: SimTime = Math.max(
    clockKeeper.state.anchorSim,
    clockKeeper.floor,
    beat?.at ?? record.startAt,
    (commands.at(-1)?.at ?? 0) - TICK_MS,
  );
  await clockKeeper.append((state) => (state.playing ? { do: 'resume', at: acknowledged } : null));
  return true;
}
