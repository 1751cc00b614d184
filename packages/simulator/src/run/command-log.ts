import type { Command } from './command.ts';

/**
 * Where a run's world log is kept. Append first, then apply: a command is acknowledged only after
 * `append` resolved. Implementations: memory, file, and the trainer's database.
 */
export interface CommandLog {
  /** Appends at `command.sequence`; errors with `LOG_CONFLICT` if that place is taken or would leave a gap. */
  append(command: Command): Promise<void>;
  /** Commands with sequence > `after`, in order. */
  read(after?: number): Promise<Command[]>;
  /** Calls back for each later append (of any process that shares the log); returns the unsubscriber. */
  subscribe(listener: (command: Command) => void): () => void;
}
