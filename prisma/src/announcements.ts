import { EventEmitter } from 'node:events';

/** Which log grew: `command` or `clock` of a run, `room` of an exercise. */
export type LogName = 'command' | 'clock' | 'room';

export const CHANNEL = 'dwell_log';

/** Told of what failed in the background and is tried again. */
export type Trouble = (what: string, error: unknown) => void;

/**
 * Tells subscribers that the log of a run or an exercise, `of` its id, has grown. Announcements of a log arrive in the order of its
 * sequence: from one emitter in this process, or from PostgreSQL in commit order.
 */
export interface Announcements {
  onTrouble: Trouble;
  /** Called after a committed append. PostgreSQL has been told by the append itself. */
  appended(log: LogName, of: string, sequence: number): void;
  /** `listener(sequence)` for each append; `listener(null)` when some may have been missed. */
  listen(log: LogName, of: string, listener: (sequence: number | null) => void): () => void;
  close(): Promise<void>;
}

type Listeners = Pick<Announcements, 'listen'> & {
  emit(log: LogName, of: string, sequence: number): void;
  missed(): void;
};

/** In-process listeners by log and run. */
export function listeners(): Listeners {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    emit: (log, of, sequence) => void emitter.emit(`${log}:${of}`, sequence),
    missed: () => emitter.eventNames().forEach((name) => emitter.emit(name, null)),
    listen(log, of, listener) {
      emitter.on(`${log}:${of}`, listener);
      return () => void emitter.off(`${log}:${of}`, listener);
    },
  };
}

/** For the embedded database, which one process has to itself. */
export function localAnnouncements(onTrouble: Trouble): Announcements {
  const { listen, emit } = listeners();
  return { onTrouble, listen, appended: emit, close: async () => undefined };
}
