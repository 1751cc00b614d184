import { readFileSync } from 'node:fs';
import { badInput, type ExitCode } from '@dwell/core';
import { didYouMean } from '@dwell/simulator';
import type { Command, Io } from './command.ts';
import { commandHelp, mainHelp } from './help.ts';
import { dropOpenFolders } from './out-folder.ts';
import { parseCommand } from './parse.ts';
import { describeError } from './report-error.ts';

/** Runs one command line to its exit code. Never throws: errors become one line on stderr. */
export async function runCli(
  argv: readonly string[],
  io: Io,
  commands: readonly Command[],
): Promise<0 | ExitCode> {
  const debug = argv.includes('--debug');
  let where = 'dwell';
  try {
    const at = argv.findIndex((arg) => !['--json', '--quiet', '--debug'].includes(arg));
    const word = argv[at];
    if (word === '--version' || word === '-v') return say(io, `${version()}\n`);
    if (word === '--help' || word === '-h') return say(io, mainHelp(commands));
    if (word === 'help') {
      const about = argv[at + 1];
      return say(io, about === undefined ? mainHelp(commands) : commandHelp(find(about, commands)));
    }
    if (word === undefined) {
      throw badInput(
        'USAGE',
        'no command',
        'dwell',
        `write one of ${names(commands).join(', ')}; see dwell --help`,
      );
    }
    const command = find(word, commands);
    where = `dwell ${command.name}`;
    const args = parseCommand(command, [...argv.slice(0, at), ...argv.slice(at + 1)]);
    if (args.values['help'] === true) return say(io, commandHelp(command));
    return await command.run(args, io);
  } catch (error) {
    const { text, exit } = describeError(error, where, debug);
    io.err(text);
    return exit;
  } finally {
    dropOpenFolders();
  }
}

function names(commands: readonly Command[]): string[] {
  return commands.map((command) => command.name);
}

function find(word: string, commands: readonly Command[]): Command {
  const found = commands.find((command) => command.name === word);
  if (found) return found;
  throw badInput(
    'USAGE',
    `no command "${word.slice(0, 60)}"`,
    'dwell',
    `${didYouMean(word, names(commands))}; see dwell --help`,
  );
}

function say(io: Io, text: string): 0 {
  io.out(text);
  return 0;
}

function version(): string {
  const manifest = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  return manifest.version;
}
