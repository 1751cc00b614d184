import { parseArgs } from 'node:util';

export const HELP = `npm test [-- options] [-- part of a path …]

Builds, checks types, lint, formatting and dead files, runs the unit tests and then the browser tests.
The last line says how many passed; the exit code is 0 when nothing failed.

  --unit     only build and run the unit tests
  --e2e      only build and run the browser tests
  PATH       run only tests whose file has this in its path: npm test -- --unit packages/core
  --help     this text`;

/** `{ unit, e2e, checks, patterns }`, or `{ say, exit }` when there is nothing to run. */
export function readOptions(args) {
  const options = {
    unit: { type: 'boolean' },
    e2e: { type: 'boolean' },
    help: { type: 'boolean' },
  };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return { say: HELP, exit: 0 };
    const all = !values.unit && !values.e2e;
    return {
      checks: all && positionals.length === 0,
      unit: all || values.unit === true,
      e2e: all || values.e2e === true,
      patterns: positionals,
    };
  } catch (error) {
    return {
      say: `error: ${error.message.split('\n')[0]} · npm test · see npm test -- --help`,
      exit: 2,
    };
  }
}
