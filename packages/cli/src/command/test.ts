import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { badInput, DwellError } from '@dwell/core';
import { defaultCacheFolder } from '../cache/cache-folder.ts';
import { ResultCache } from '../cache/result-cache.ts';
import type { Args, Command, Io } from '../command.ts';
import { answerUnits } from '../expect/answer-units.ts';
import { casesOf } from '../expect/cases.ts';
import type { Evaluation } from '../expect/evaluation.ts';
import { formatReport } from '../expect/format-report.ts';
import { junitXml } from '../expect/junit.ts';
import { type Narrow, planFile, type Unit } from '../expect/plan.ts';
import { type Report, reportOf, type Suite } from '../expect/report.ts';
import { openProgress } from '../progress.ts';
import { interrupted } from '../report-error.ts';
import { flagOf, integerOf, listOf, textOf } from '../values.ts';
import { writeFileAtomic } from '../write-file-atomic.ts';

const JOBS_MAX = 64;

/** `dwell test EXPECTATIONS.yml…`: rules × scenarios × playbooks against expectations. */
export function testCommand(evaluation: Evaluation): Command {
  return {
    name: 'test',
    positionals: 'EXPECTATIONS.yml…',
    count: [1, 1000],
    summary: 'Runs rules over scenarios and compares their alerts with expectations.',
    options: {
      junit: { value: 'FILE', help: 'write JUnit XML there, also when something fails' },
      seed: { value: 'N', multiple: true, help: 'only this seed of the files' },
      rule: { value: 'NAME', multiple: true, help: 'only expectations of this rule' },
      jobs: { value: 'N', help: 'runs at once, each a process (default: the cores)' },
      cache: { value: 'DIR', help: `where results are kept (default ${defaultCacheFolder()})` },
      'no-cache': { help: 'keep nothing and take nothing from before' },
    },
    notes: [
      'What a file may say is in docs/cli.md; scenario, scale, seeds, playbook and rules stand in it.',
      'Exit 0 when all hold, 1 when an expectation failed, 2 for bad input, 3 when a run broke.',
    ],
    run: (args, io) => runTest(args, io, evaluation),
  };
}

async function runTest(args: Args, io: Io, evaluation: Evaluation): Promise<0 | 1> {
  const started = process.hrtime.bigint();
  const junit = textOf(args.values, 'junit');
  const quiet = flagOf(args.values, 'quiet');
  const options = optionsOf(args);
  const { cache } = options;
  const plans = planAll(args, options.narrow, evaluation, junit);
  const units = plans.flatMap((plan) => plan.units);
  const progress = openProgress(io, 'test', quiet);
  const outcomes = await answerUnits(units, evaluation, {
    ...options,
    signal: io.signal,
    onProgress: progress.update,
  }).finally(() => progress.end());
  if (io.signal.aborted) throw interrupted();
  cache?.trim();
  const suites = plans.map(({ file, units: own }): Suite => {
    const { scenario, playbook, scale, enrichments } = own[0]!.file;
    const cases = own.flatMap((unit) => casesOf(unit, outcomes.get(unit)!));
    return { file, scenario: scenario.name, playbook: playbook.name, scale, enrichments, cases };
  });
  const report = reportOf(suites, Number(process.hrtime.bigint() - started) / 1e9);
  if (junit !== undefined) writeJunit(junit, report);
  const json = flagOf(args.values, 'json');
  if (!json) io.out(formatReport(report));
  const fault = [...outcomes.values()].find((outcome) => 'error' in outcome);
  if (fault && 'error' in fault) throw fault.error;
  if (json) io.out(`${JSON.stringify(report, null, 2)}\n`);
  tell(io, report, cache, quiet);
  return report.failed > 0 ? 1 : 0;
}

type Plan = { file: string; units: Unit[] };

/** Everything is read and checked before anything runs; the first error ends it, and JUnit says so too. */
function planAll(
  args: Args,
  narrow: Narrow,
  evaluation: Evaluation,
  junit: string | undefined,
): Plan[] {
  const files = [...new Set(args.positionals)];
  const plans: Plan[] = [];
  for (const file of files) {
    try {
      plans.push({ file, units: planFile(file, narrow, evaluation) });
    } catch (error) {
      if (junit !== undefined && error instanceof DwellError)
        writeJunit(junit, broken(file, error));
      throw error;
    }
  }
  const kept = plans.filter(({ units }) => units.some((unit) => unit.expect.length > 0));
  if (kept.length === 0)
    throw badInput('USAGE', 'no expectation is left', 'dwell test', 'check --seed and --rule');
  return kept;
}

/** A report of a file that could not be tested at all. */
function broken(file: string, error: DwellError): Report {
  const line = Number(/:(\d+):\d+$/.exec(error.where)?.[1] ?? 1);
  const one = { name: 'the file can be tested', rule: null, seed: 0, line, seconds: 0 };
  const rest = { cached: false, checks: [], alerts: null, repeat: `dwell lint ${file}` };
  const suite = { file, scenario: null, playbook: null, scale: null, enrichments: [] };
  const cases = [{ ...one, ...rest, status: 'error' as const, message: error.message }];
  return reportOf([{ ...suite, cases }], 0);
}

function writeJunit(path: string, report: Report): void {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  writeFileAtomic(resolve(path), junitXml(report));
}

function optionsOf({ values }: Args) {
  for (const name of ['junit', 'cache']) {
    if (textOf(values, name) === '')
      throw badInput('USAGE', '"" is no path', `--${name}`, 'name a file or folder');
  }
  const seeds = listOf(values, 'seed').map((seed) =>
    integerOf({ seed }, 'seed', 0, 0, Number.MAX_SAFE_INTEGER),
  );
  const folder = textOf(values, 'cache') ?? defaultCacheFolder();
  return {
    narrow: { seeds, rules: listOf(values, 'rule') },
    jobs: integerOf(values, 'jobs', availableParallelism(), 1, JOBS_MAX),
    cache: flagOf(values, 'no-cache') ? null : new ResultCache(resolve(folder)),
  };
}

/** What people must hear on stderr: why it is red, warnings, a cache that cannot be written. */
function tell(io: Io, report: Report, cache: ResultCache | null, quiet: boolean): void {
  const cases = report.suites.flatMap(({ file, cases: own }) =>
    own.map((each) => ({ ...each, place: `${file}:${each.line}` })),
  );
  if (!quiet) {
    for (const one of cases.filter((each) => each.status === 'warned'))
      io.err(
        `warning: ${one.message!.split('\n')[0]!} · ${one.place} · name the rules or mend them\n`,
      );
    if (cache?.complaint)
      io.err(`warning: nothing was kept: ${cache.complaint} · ${cache.folder} · use --no-cache\n`);
  }
  const wrong = cases.filter((each) => each.status === 'failed');
  const first = wrong[0];
  if (!first) return;
  const what = `${wrong.length} of ${cases.length} failed: ${first.message!.split('\n')[0]!}`;
  io.err(`error: ${what} · ${first.place} · ${first.repeat}\n`);
}
