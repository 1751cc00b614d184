import type { RunRow } from '../router/types.ts';
import type { RunHost } from './run-host.ts';

/** A run as lists and heads of screens show it. */
export function runRow(host: RunHost): RunRow {
  const { record } = host;
  const {
    id,
    name,
    scenario,
    seed,
    scale,
    engine,
    createdAtWallMs,
    startAt,
    endAt,
    calendar,
    build,
    parent,
    checksum,
  } = record;
  return {
    id,
    name,
    scenario,
    scenarioTitle: host.scenario.title,
    seed,
    scale,
    engine,
    createdAtWallMs,
    startAt,
    endAt,
    calendar: { startMs: calendar.startMs, offsetMinutes: calendar.offsetMinutes },
    clock: host.clock(),
    build,
    parent,
    checksum,
  };
}
