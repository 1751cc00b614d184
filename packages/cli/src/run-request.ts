import { resolve } from 'node:path';
import { badInput, DAY_MS, parseScale, parseTime, type SimTime, TICK_MS } from '@dwell/core';
import {
  type DetectionRule,
  didYouMean,
  ENRICHMENTS,
  type Enrichment,
  loadPlaybook,
  loadScenario,
  type Playbook,
  type Problem,
  type Scenario,
} from '@dwell/simulator';
import type { Args } from './command.ts';
import { type OpenedRules, openRules } from './open-rules.ts';
import { flagOf, integerOf, pairsOf, textOf } from './values.ts';

/** What `dwell run` is asked to do, checked. */
export type RunRequest = {
  scenario: Scenario;
  playbook: Playbook;
  seed: number;
  scale: number;
  from?: SimTime;
  until?: SimTime;
  enrichments: readonly Enrichment[];
  rules: readonly DetectionRule[];
  /** Rules that say nothing at this scale, and why. */
  refused: readonly Problem[];
  countersOnly: boolean;
  out?: string;
};

/** Checks the arguments of `dwell run`. Errors (exit 2): those of the scenario, the playbook, the rules, `USAGE`, `SCALE`, `TIME`. */
export function runRequest(args: Args): RunRequest {
  const { values } = args;
  const seed = integerOf(values, 'seed', 42, 0, Number.MAX_SAFE_INTEGER);
  const scale = parseScale(textOf(values, 'scale') ?? '1:1000', '--scale');
  const enrichments = enrichmentsOf(textOf(values, 'enrichments') ?? 'none');
  const scenario = loadScenario(args.positionals[0]!, { set: pairsOf(values, 'set') });
  const playbook = loadPlaybook(textOf(values, 'playbook') ?? 'none', scenario);
  const from = momentOf(textOf(values, 'from'), '--from', scenario);
  const until = momentOf(textOf(values, 'until'), '--until', scenario);
  const end = until ?? scenario.run.to;
  if (end <= (from ?? 0))
    throw badInput('TIME', 'the run ends before it starts', '--until', 'put --until after --from');
  const out = textOf(values, 'out');
  if (out === '') throw badInput('USAGE', '"" is no folder', '--out', 'name a folder');
  return {
    scenario,
    playbook,
    seed,
    scale,
    enrichments,
    ...rulesOf(textOf(values, 'rules') ?? 'shipped', scale),
    countersOnly: flagOf(values, 'counters-only'),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(out === undefined ? {} : { out }),
  };
}

/** Simulated days whose records the request asks for. */
export function daysOf(request: RunRequest): number {
  return ((request.until ?? request.scenario.run.to) - (request.from ?? 0)) / DAY_MS;
}

function rulesOf(text: string, scale: number): OpenedRules {
  if (text === 'none') return { rules: [], refused: [] };
  if (text === '')
    throw badInput('USAGE', '"" is no folder', '--rules', 'name a folder, or write none');
  return openRules([text === 'shipped' ? text : resolve(text)], scale);
}

function enrichmentsOf(text: string): readonly Enrichment[] {
  if (text === 'none') return [];
  if (text === 'all') return ENRICHMENTS;
  return text.split(',').map((word) => {
    const name = word.trim();
    const found = ENRICHMENTS.find((each) => each === name);
    if (found === undefined) {
      throw badInput(
        'USAGE',
        `no enrichment "${name.slice(0, 60)}"`,
        '--enrichments',
        `${didYouMean(name, ENRICHMENTS)}; or all, none`,
      );
    }
    return found;
  });
}

function momentOf(
  text: string | undefined,
  option: string,
  scenario: Scenario,
): SimTime | undefined {
  if (text === undefined) return undefined;
  const at = parseTime(text, scenario.calendar, option);
  if (at < 0 || at > scenario.horizon) {
    throw badInput(
      'TIME',
      `"${text.slice(0, 40)}" lies outside ${scenario.name}`,
      option,
      'choose a time within the run or its horizon',
    );
  }
  return Math.floor(at / TICK_MS) * TICK_MS;
}
