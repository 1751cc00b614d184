import pg from 'pg';
import {
  CHANNEL,
  listeners,
  type Announcements,
  type LogName,
  type Trouble,
} from './announcements.ts';

const RETRY_MS = 1_000;

/** For PostgreSQL: one connection listens for all logs, and comes back when it is cut. */
export function postgresAnnouncements(url: string, onTrouble: Trouble): Announcements {
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
    const end = (error?: Error): void => {
      if (error && !closed) onTrouble('listening to PostgreSQL', error);
      if (!over) retry();
      over = true;
    };
    next.on('error', end).on('end', () => end());
    next.on('notification', ({ channel, payload }) => {
      const match = /^(command|clock|room) (\d+) (.+)$/.exec(payload ?? '');
      if (channel === CHANNEL && match) emit(match[1] as LogName, match[3]!, Number(match[2]));
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      client = next;
      if (!first) missed();
      first = false;
    } catch (error) {
      end(error as Error);
    }
  };
  const ready = connect();
  return {
    onTrouble,
    listen,
    appended: () => undefined,
    async close() {
      closed = true;
      await ready;
      await client?.end();
    },
  };
}
