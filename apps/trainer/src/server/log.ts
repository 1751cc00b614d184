import pino, { type Logger } from 'pino';

const KEY = Symbol.for('dwell.log');
const shared = globalThis as { [KEY]?: Logger };

/** The server's log: one JSON line each on standard error. DWELL_LOG sets the level (default `warn`). */
export function log(): Logger {
  return (shared[KEY] ??= pino({ level: process.env.DWELL_LOG || 'warn' }, pino.destination(2)));
}

/** Something failed that should not have; the people concerned have been told in other words. */
export function logFailure(where: string, error: unknown): void {
  log().error({ err: error, where }, 'failed');
}
