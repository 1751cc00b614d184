import { type Command, COMMON_OPTIONS, type OptionSpec } from './command.ts';

/** The text of `dwell --help`. */
export function mainHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'dwell COMMAND [ARGUMENTS]',
    '',
    'Replays an insider-token breach against a fake shop; practises shrinking the time it stays unseen.',
    '',
    ...lines,
    '',
    'dwell COMMAND --help tells more; dwell --version the version.',
    'Exit codes: 0 good · 1 an expectation or verification failed · 2 bad input · 3 our fault · 130 interrupted.',
    '',
  ].join('\n');
}

/** The text of `dwell COMMAND --help`. */
export function commandHelp(command: Command): string {
  const specs: [string, OptionSpec][] = Object.entries({ ...command.options, ...COMMON_OPTIONS });
  const heads = specs.map(
    ([name, spec]) =>
      `--${name}${spec.value === undefined ? '' : ` ${spec.value}`}${spec.multiple ? ' …' : ''}`,
  );
  const width = Math.max(...heads.map((head) => head.length));
  const lines = specs.map(([, spec], i) => `  ${heads[i]!.padEnd(width)}  ${spec.help}`);
  const positionals = command.positionals ? ` ${command.positionals}` : '';
  const notes = command.notes && command.notes.length > 0 ? ['', ...command.notes] : [];
  return [
    `dwell ${command.name}${positionals} [OPTIONS]`,
    '',
    command.summary,
    '',
    ...lines,
    ...notes,
    '',
  ].join('\n');
}
