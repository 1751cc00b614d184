import { existsSync, linkSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { badInput, dayOf, type SimTime, TICK_MS } from '@dwell/core';
import { segmentName } from '@dwell/telemetry';
import type { HostPorts, RunRecord } from './ports.ts';
import { runFolder } from './run-folder.ts';
import { sealedSegments, segmentRoots } from './segment-folder.ts';

/** Errors: `FORK` when the time is not one that the run has lived through as an exercise. */
export function forkTime(record: RunRecord, now: SimTime, at: SimTime): SimTime {
  if (at < record.startAt || at > now) {
    throw badInput(
      'FORK',
      'a run is forked at a time between its start and now',
      record.name,
      'choose a time that the exercise has lived through',
    );
  }
  return Math.floor(at / TICK_MS) * TICK_MS;
}

/**
 * Gives a fork its logs: the parent's commands up to the fork, and a clock of its own, paused there;
 * and the drafts of rules, which are their authors' and not the run's.
 * What happened later is forgotten, awareness too. Doing it again adds only what is missing, so a
 * fork that was cut short can be completed.
 */
export async function copyLogs(ports: HostPorts, fork: RunRecord): Promise<void> {
  const { runId, at } = fork.parent!;
  const target = ports.commandLog(fork.id);
  const there = (await target.read()).length;
  const prefix = (await ports.commandLog(runId).read()).filter((command) => command.at <= at);
  for (const command of prefix.slice(there)) await target.append(command);
  const drafts = ports.ruleDrafts(fork.id);
  for (const draft of await ports.ruleDrafts(runId).list()) await drafts.save(draft);
  const clock = ports.clockLog(fork.id);
  if ((await clock.read()).length > 0) return;
  await clock.append({ sequence: 1, wallMs: fork.createdAtWallMs, action: { do: 'jump', to: at } });
}

/**
 * Shares the parent's files that are the fork's as well: snapshots up to the fork and whole days
 * before it. Only a short cut: whatever cannot be shared is derived again.
 */
export function shareFiles(home: string, fork: RunRecord): void {
  const { runId, at } = fork.parent!;
  const from = runFolder(home, runId);
  const to = runFolder(home, fork.id);
  try {
    mkdirSync(to.snapshots, { recursive: true });
    for (const file of existsSync(from.snapshots) ? readdirSync(from.snapshots) : []) {
      const time = Number(/^(\d{14})\.world$/.exec(file)?.[1] ?? Number.MAX_SAFE_INTEGER);
      if (time <= at) linkSync(join(from.snapshots, file), join(to.snapshots, file));
    }
    shareSegments(from.live, to.live, dayOf(fork.calendar, at));
  } catch {
    // A file that went away meanwhile, or a file system without links: nothing is lost.
  }
}

function shareSegments(from: string, to: string, beforeDay: number): void {
  const source = segmentRoots(from);
  const target = segmentRoots(to);
  for (const { fromDay, toDay } of sealedSegments(from)) {
    if (toDay >= beforeDay) continue;
    const name = segmentName(fromDay, toDay);
    // Labels first, as in sealing: the records are what makes a segment exist.
    linkFolder(join(source.labelsRoot, name), target.labelsRoot, name);
    linkFolder(join(source.root, name), target.root, name);
  }
}

function linkFolder(from: string, root: string, name: string): void {
  const temporary = join(root, `.linked-${name}`);
  mkdirSync(temporary, { recursive: true });
  for (const file of readdirSync(from)) linkSync(join(from, file), join(temporary, file));
  renameSync(temporary, join(root, name));
}
