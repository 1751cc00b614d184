import { parseArgs } from 'node:util';
import { badInput, DwellError } from '@dwell/core';
import { closest } from '@dwell/simulator';
import { type Args, type Command, COMMON_OPTIONS, type Values } from './command.ts';

/** Parses a command's arguments. Errors (exit 2): `USAGE`. */
export function parseCommand(command: Command, argv: readonly string[]): Args {
  const specs = { ...command.options, ...COMMON_OPTIONS };
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      {
        type: spec.value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: spec.multiple ?? false,
      },
    ]),
  );
  let parsed: { values: Values; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      strict: true,
    }) as typeof parsed;
  } catch (error) {
    throw usage(command, error as Error & { code?: string }, argv, Object.keys(specs));
  }
  if (parsed.values['help'] === true) return parsed;
  const [least, most] = command.count;
  const given = parsed.positionals.length;
  if (given < least) {
    throw badInput(
      'USAGE',
      `${command.positionals || 'an argument'} is missing`,
      `dwell ${command.name}`,
      seeHelp(command),
    );
  }
  if (given > most) {
    const extra = parsed.positionals[most]!.slice(0, 60);
    throw badInput(
      'USAGE',
      `"${extra}" is one argument too many`,
      `dwell ${command.name}`,
      seeHelp(command),
    );
  }
  return parsed;
}

function seeHelp(command: Command): string {
  return `see dwell ${command.name} --help`;
}

function usage(
  command: Command,
  error: Error & { code?: string },
  argv: readonly string[],
  names: string[],
): DwellError {
  const where = `dwell ${command.name}`;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const option =
      /'(-[^']*)'/.exec(error.message)?.[1] ?? argv.find((arg) => arg.startsWith('-')) ?? '';
    const near = closest(option.replace(/^-+/, ''), names);
    return badInput(
      'USAGE',
      `no option ${option}`,
      where,
      near ? `did you mean --${near}? ${seeHelp(command)}` : seeHelp(command),
    );
  }
  const option = /'(?:-\w, )?(--[\w-]+)/.exec(error.message)?.[1];
  if (option && /argument missing|ambiguous/.test(error.message)) {
    return badInput(
      'USAGE',
      `${option} needs a value`,
      where,
      `write ${option}=VALUE; ${seeHelp(command)}`,
    );
  }
  if (option && /does not take an argument/.test(error.message)) {
    return badInput(
      'USAGE',
      `${option} takes no value`,
      where,
      `write ${option} alone; ${seeHelp(command)}`,
    );
  }
  return badInput('USAGE', error.message.split('\n')[0]!, where, seeHelp(command));
}
