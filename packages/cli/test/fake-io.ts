import type { Io } from '../src/command.ts';

/** An io that keeps what is written. */
export function fakeIo(
  options: { terminal?: boolean; signal?: AbortSignal } = {},
): Io & { stdout: string; stderr: string } {
  return {
    stdout: '',
    stderr: '',
    out(text) {
      this.stdout += text;
    },
    err(text) {
      this.stderr += text;
    },
    terminal: options.terminal ?? false,
    signal: options.signal ?? new AbortController().signal,
  };
}
