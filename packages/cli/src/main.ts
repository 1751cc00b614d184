import { runCli } from './cli.ts';
import { COMMANDS } from './commands.ts';
import { processIo } from './process-io.ts';

const { io, finish } = processIo(process);
await finish(await runCli(process.argv.slice(2), io, COMMANDS));
