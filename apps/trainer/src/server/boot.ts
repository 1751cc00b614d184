import type { Database, Home } from '@dwell/prisma';
import type { SimulatorService } from '@dwell/simulator';
import type { Auth } from './auth.ts';
import type { GuestBook } from './guest-book.ts';
import type { Limits } from './limits.ts';

/** What one server process has one of. */
export type Server = {
  home: Home;
  database: Database;
  service: SimulatorService;
  auth: Auth;
  guests: GuestBook;
  limits: Limits;
  close(): Promise<void>;
};

const KEY = Symbol.for('dwell.server');
const shared = globalThis as { [KEY]?: Promise<Server> };

/**
 * The server of this process, started when first asked for. It hangs on `globalThis` because a
 * module-level variable exists once in each bundle: page, route handler and instrumentation.
 */
export function server(): Promise<Server> {
  return (shared[KEY] ??= import('./start-server.ts').then(({ startServer }) => startServer()));
}
