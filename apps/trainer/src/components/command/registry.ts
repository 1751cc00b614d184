import { matchKeys, type KeyPress } from './key-sequence.ts';

export type CommandGroup = 'go' | 'clock' | 'list' | 'act' | 'view';

/** Something a person can do: one entry feeds the palette, the help and the shortcut. */
export type Command = {
  id: string;
  title: string;
  group: CommandGroup;
  /** `g s`, `Ctrl+K`, `/`; `Ctrl` also answers to the Mac's command key. */
  keys?: string;
  run: () => void;
  /** Left out of the palette: it only makes sense from the keyboard, such as `j`. */
  keyboardOnly?: boolean;
};

/** Every command of the page as it stands. A later registration of an id or key wins, so a screen may refine one. */
export class CommandRegistry {
  #sets: (readonly Command[])[] = [];
  #listeners = new Set<() => void>();
  #list: readonly Command[] = [];
  #pending: readonly string[] = [];

  /** Adds a set; returns the function that takes it away. */
  register(commands: readonly Command[]): () => void {
    this.#sets.push(commands);
    this.#changed();
    return () => {
      this.#sets = this.#sets.filter((set) => set !== commands);
      this.#changed();
    };
  }

  /** All commands, one an id. The same array until something changes. */
  list = (): readonly Command[] => this.#list;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Feeds one key press; true when it belonged to a command or to the beginning of one. */
  press(key: KeyPress): boolean {
    for (const pending of this.#pending.length > 0 ? [this.#pending, []] : [[]]) {
      const found = matchKeys(this.#list, pending, key);
      if (found.command) {
        this.#pending = [];
        found.command.run();
        return true;
      }
      if (found.prefix) {
        this.#pending = found.prefix;
        return true;
      }
    }
    this.#pending = [];
    return false;
  }

  /** Forgets a half-typed sequence. */
  forget(): void {
    this.#pending = [];
  }

  #changed(): void {
    const byId = new Map<string, Command>();
    for (const command of this.#sets.flat()) {
      byId.delete(command.id);
      byId.set(command.id, command);
    }
    this.#list = [...byId.values()];
    for (const listener of this.#listeners) listener();
  }
}
