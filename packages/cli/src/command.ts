/** One option of a command, as `--help` shows it. */
export type OptionSpec = {
  /** Shown after the name, such as `N` or `DIR`; absent for a switch. */
  value?: string;
  multiple?: boolean;
  help: string;
};

/** What a command reads and writes; tests hand in their own. */
export type Io = {
  /** Results. Nothing else goes to stdout. */
  out(text: string): void;
  /** Progress, notes and errors. */
  err(text: string): void;
  /** Is stderr a terminal? */
  terminal: boolean;
  /** Aborted by SIGINT or SIGTERM. */
  signal: AbortSignal;
};

export type Values = { readonly [name: string]: string | boolean | readonly string[] | undefined };

/** A command's parsed arguments. */
export type Args = { values: Values; positionals: readonly string[] };

export type Command = {
  name: string;
  /** Positional arguments, as in `SCENARIO`. */
  positionals: string;
  /** How many of them: least and most. */
  count: readonly [number, number];
  summary: string;
  options: { readonly [name: string]: OptionSpec };
  /** Further lines of `--help`. */
  notes?: readonly string[];
  /** Returns the exit code; throws `DwellError` for anything else. */
  run(args: Args, io: Io): Promise<0 | 1 | 2>;
};

/** Options that every command takes. */
export const COMMON_OPTIONS: { readonly [name: string]: OptionSpec } = {
  json: { help: 'print one JSON document on stdout' },
  quiet: { help: 'no progress on stderr' },
  debug: { help: 'show the stack of an error' },
  help: { help: 'this text' },
};
