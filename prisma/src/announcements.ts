import { EventEmitter } from 'node:events';
import pg from 'pg';

/** Which log grew: `command` or `clock` of a run. */
export type LogName = 'command' | 'clock';

export const CHANNEL = 'dwell_log';

/**
 * Tells subscribers that a run's log has grown. Announcements of a log arrive in the order of its
 * sequence: from one emitter in this process, or from PostgreSQL in commit order.
 */
export interface Announcements {
  /** Called after a committed append. PostgreSQL has been told by the append itself. */
  appended(log: LogName, runId: string, sequence: number): void;
  /** `listener(sequence)` for each append; `listener(null)` when some may have been missed. */
  listen(log: LogName, runId: string, listener: (sequence: number | null) => void): () => void;
  close(): Promise<void>;
}

type Listeners = Pick<Announcements, 'listen'> & {
  emit(log: LogName, runId: string, sequence: number): void;
  missed(): void;
};

function listeners(): Listeners {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    emit: (log, runId, sequence) => void emitter.emit(`${log}:${runId}`, sequence),
    missed: () => emitter.eventNames().forEach((name) => emitter.emit(name, null)),
    listen(log, runId, listener) {
      emitter.on(`${log}:${runId}`, listener);
      return () => void emitter.off(`${log}:${runId}`, listener);
    },
  };
}

/** For the embedded database, which one process has to itself. */
export function localAnnouncements(): Announcements {
  const { listen, emit } = listeners();
  return { listen, appended: emit, close: async () => undefined };
}

const RETRY_MS = 1_000;

/** For PostgreSQL: one connection listens for all logs, and comes back when it is cut. */
export function postgresAnnouncements(url: string): Announcements {
  const { listen, emit, missed } = listeners();
  let client: pg.Client | undefined;
  let closed = false;
  let first = true;

  const retry = (): void => {
    if (!closed) setTimeout(() => void connect(), RETRY_MS).unref();
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    let over = false;
    const end = (): void => {
      if (!over) retry();
      over = true;
    };
    next.on('error', end).on('end', end);
    next.on('notification', ({ channel, payload }) => {
      const match = /^(command|clock) (\d+) (.+)$/.exec(payload ?? '');
      if (channel === CHANNEL && match) emit(match[1] as LogName, match[3]!, Number(match[2]));
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      client = next;
      if (!first) missed();
      first = false;
    } catch {
      end();
    }
  };
  const ready = connect();
  return {
    listen,
    appended: () => undefined,
    async close() {
      closed = true;
      await ready;
      await client?.end();
    },
  };
}
