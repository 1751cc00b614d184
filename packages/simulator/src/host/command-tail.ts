import { ourFault, type SimTime } from '@dwell/core';
import type { Command } from '../run/command.ts';
import type { CommandLog } from '../run/command-log.ts';
import { isConflict } from './clock-keeper.ts';

const ATTEMPTS = 8;

/** A run's world log as this process has it: read once, then followed. */
export class CommandTail {
  #list: Command[] = [];
  readonly #log: CommandLog;
  readonly #onCommand: (command: Command) => void;
  #unsubscribe: (() => void) | null = null;

  /** `onCommand` is called once for each command that was not there when the log was last read whole. */
  constructor(log: CommandLog, onCommand: (command: Command) => void) {
    this.#log = log;
    this.#onCommand = onCommand;
  }

  get list(): readonly Command[] {
    return this.#list;
  }

  get length(): number {
    return this.#list.length;
  }

  /** Reads the log whole, and follows it from then on. */
  async read(): Promise<void> {
    this.#unsubscribe ??= this.#log.subscribe((command) => this.#follow(command));
    this.#list = await this.#log.read();
  }

  close(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /**
   * Appends a command. `stamp` makes it, given the time of the last one; it is asked again when another
   * host was faster. Errors: those of `stamp`, `LOG_BUSY`.
   */
  async append(
    stamp: (lastAt: SimTime) => Promise<Omit<Command, 'sequence'>>,
    where: string,
  ): Promise<Command> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const stamped = await stamp(this.#list.at(-1)?.at ?? 0);
      const command: Command = { ...stamped, sequence: this.#list.length + 1 };
      try {
        await this.#log.append(command);
        this.#follow(command);
        return command;
      } catch (error) {
        if (!isConflict(error)) throw error;
        await this.#catchUp();
      }
    }
    throw ourFault('LOG_BUSY', `the world log was busy ${ATTEMPTS} times`, where);
  }

  #follow(command: Command): void {
    if (command.sequence === this.#list.length + 1) this.#take(command);
    else if (command.sequence > this.#list.length + 1) void this.#catchUp().catch(() => undefined);
  }

  async #catchUp(): Promise<void> {
    for (const command of await this.#log.read(this.#list.length)) {
      if (command.sequence === this.#list.length + 1) this.#take(command);
    }
  }

  #take(command: Command): void {
    this.#list.push(command);
    this.#onCommand(command);
  }
}
