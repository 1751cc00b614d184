import { formatProblem, lintPaths, placeOf } from '@dwell/simulator';
import type { Command } from '../command.ts';
import { flagOf } from '../values.ts';

/** `dwell lint PATH…`: exit 2 for any error, 0 with warnings only. */
export const lint: Command = {
  name: 'lint',
  positionals: 'PATH…',
  count: [1, 10_000],
  summary:
    'Checks scenarios, playbooks, exercises, jurisdictions, expectations, field maps, hunts and rules; names every problem with file:line:column.',
  options: {},
  notes: [
    'The kind: key of a YAML file tells what it is; a file with detection:, correlation: or filter: is a rule.',
    'Rules are checked against Sigma 2.1.0, those over the tables of a run also for tables and fields.',
    'A rule that is referred to but not there is a warning. Exit 2 for any error, 0 with warnings.',
  ],
  run(args, io) {
    const problems = lintPaths(args.positionals);
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    const warnings = problems.length - errors;
    if (flagOf(args.values, 'json')) {
      io.out(`${JSON.stringify({ problems, errors, warnings }, null, 2)}\n`);
    } else {
      for (const problem of problems) io.out(`${formatProblem(problem)}\n`);
    }
    const first = problems.find((problem) => problem.severity === 'error');
    if (first) {
      const count = `${errors} error${errors > 1 ? 's' : ''}`;
      io.err(`error: ${count} found · first at ${placeOf(first)} · mend what is listed\n`);
    } else if (!flagOf(args.values, 'quiet')) {
      io.err(`no errors, ${warnings} warning${warnings === 1 ? '' : 's'}\n`);
    }
    return Promise.resolve(errors > 0 ? 2 : 0);
  },
};
