import type { Io } from './command.ts';

const LINE_EVERY_MS = 5000;
const BAR_EVERY_MS = 100;
const BAR_WIDTH = 30;

export type Progress = {
  /** `share` is 0–1. */
  update(share: number, note: string): void;
  /** Takes the bar away. */
  end(): void;
};

/** A bar on a terminal, a line every 5 s otherwise, nothing when quiet. */
export function openProgress(
  io: Io,
  label: string,
  quiet: boolean,
  now: () => number = Date.now,
): Progress {
  if (quiet) return { update: () => undefined, end: () => undefined };
  const every = io.terminal ? BAR_EVERY_MS : LINE_EVERY_MS;
  let last = io.terminal ? Number.NEGATIVE_INFINITY : now();
  let drawn = false;
  return {
    update(share, note) {
      const at = now();
      if (at - last < every) return;
      last = at;
      const percent = `${Math.floor(Math.min(1, Math.max(0, share)) * 100)} %`;
      if (!io.terminal) {
        io.err(`${label}: ${percent} ${note}`.trimEnd() + '\n');
        return;
      }
      const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
      io.err(
        `\r\u001b[K${label} [${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}] ${percent} ${note}`,
      );
      drawn = true;
    },
    end() {
      if (drawn) io.err('\r\u001b[K');
      drawn = false;
    },
  };
}
