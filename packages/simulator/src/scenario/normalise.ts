import { NUMBER_SPACE } from '@dwell/shop';
import {
  type Calendar,
  canonicalJson,
  DwellError,
  parseEpoch,
  type SimTime,
  sha256Hex,
  TICK_MS,
} from '@dwell/core';
import { knobComplaint } from './knob-values.ts';
import { defaultKnobs, type Knobs } from './knobs.ts';
import type { Problem } from './problem.ts';
import type { ScenarioFile } from './schema/scenario-schema.ts';
import type { AttackPhase, Scenario } from './types.ts';
import { keyPlace, partAt, type Located } from './yaml/located.ts';

/** SHA-256 of the canonical form of everything in the scenario but the hash itself. */
export function scenarioHash(scenario: Omit<Scenario, 'hash'>): string {
  const { hash: _, ...rest } = scenario as Scenario;
  return sha256Hex(canonicalJson(rest));
}

/** The same scenario with other knobs, and the hash that goes with them. */
export function withKnobs(scenario: Scenario, knobs: Knobs): Scenario {
  const changed = { ...scenario, knobs };
  return { ...changed, hash: scenarioHash(changed) };
}

/** Times become simulated ms, knobs are completed, and what no schema can say is checked. */
export function normalise(
  file: ScenarioFile,
  root: Located,
): { scenario: Scenario | null; problems: Problem[] } {
  const checker = new Checker(root);
  const offsetMinutes = file.utc_offset_minutes;
  const startMs = checker.epoch(file.run.from, offsetMinutes, ['run', 'from']);
  const calendar: Calendar = { startMs, offsetMinutes };
  const time = (text: string, path: PropertyKey[]): SimTime => checker.time(text, calendar, path);
  const knobs = completeKnobs(file.knobs ?? {}, checker);
  const draft: Omit<Scenario, 'hash'> = {
    name: file.name,
    title: file.title,
    summary: file.summary,
    calendar,
    run: { from: 0, to: time(file.run.to, ['run', 'to']) },
    horizon: time(file.horizon, ['horizon']),
    starts: {
      campaign: time(file.starts.campaign, ['starts', 'campaign']),
      crisis: time(file.starts.crisis, ['starts', 'crisis']),
    },
    attack: {
      shape: file.attack.shape,
      live: file.attack.live,
      tests: file.attack.tests.map((test, i) => ({
        ...test,
        at: time(test.at, ['attack', 'tests', i, 'at']),
      })),
      phases: file.attack.phases.map((phase, i) => phaseOf(phase, i, time)),
    },
    techniques: file.techniques,
    injects: file.injects.map((inject, i) => ({
      ...inject,
      at: time(inject.at, ['injects', i, 'at']),
    })),
    knobs,
  };
  if (checker.problems.length === 0) checkSense(draft, checker);
  if (checker.problems.length > 0) return { scenario: null, problems: checker.problems };
  return { scenario: { ...draft, hash: scenarioHash(draft) }, problems: [] };
}

type Phase = ScenarioFile['attack']['phases'][number];

function phaseOf(
  phase: Phase,
  i: number,
  time: (text: string, path: PropertyKey[]) => SimTime,
): AttackPhase {
  const path = ['attack', 'phases', i];
  return {
    name: phase.name,
    from: time(phase.from, [...path, 'from']),
    to: time(phase.to, [...path, 'to']),
    reads: phase.reads,
    subjects: phase.subjects,
    numbers: phase.numbers ?? { from: 1, to: NUMBER_SPACE },
    pace: phase.pace.map((knot, k) => ({
      at: time(knot.at, [...path, 'pace', k, 'at']),
      weight: knot.weight,
    })),
  };
}

function completeKnobs(overrides: Record<string, number>, checker: Checker): Knobs {
  const knobs: Record<string, number> = { ...defaultKnobs() };
  for (const [name, value] of Object.entries(overrides)) {
    const complaint = knobComplaint(name, value);
    if (complaint) checker.add(['knobs'], 'SCENARIO_KNOB', complaint.what, complaint.todo, name);
    else knobs[name] = value;
  }
  return knobs as Knobs;
}

function checkSense(draft: Omit<Scenario, 'hash'>, checker: Checker): void {
  const { run, horizon, starts, attack, injects } = draft;
  const add = (path: PropertyKey[], what: string, todo: string) =>
    checker.add(path, 'SCENARIO_SENSE', what, todo);
  if (run.to <= 0) add(['run', 'to'], 'the run ends before it starts', 'put run.to after run.from');
  if (run.to > 3660 * 86_400_000)
    add(['run', 'to'], 'the run is longer than ten years', 'put run.to nearer');
  if (horizon < run.to)
    add(['horizon'], 'the horizon lies before the end of the run', 'put it at or after run.to');
  for (const name of ['campaign', 'crisis'] as const) {
    if (starts[name] < 0 || starts[name] >= run.to) {
      add(
        ['starts', name],
        `the ${name} start lies outside the run`,
        'put it between run.from and run.to',
      );
    }
  }
  attack.tests.forEach((test, i) => {
    const first = attack.phases[0]!.from;
    if (test.at < 0 || test.at >= first) {
      add(
        ['attack', 'tests', i, 'at'],
        'a test session lies outside the time before the attack',
        'put it after run.from and before the first phase',
      );
    }
  });
  attack.phases.forEach((phase, i) => checkPhase(phase, attack.phases[i - 1], i, horizon, add));
  unique(
    attack.phases.map((phase) => phase.name),
    ['attack', 'phases'],
    'name',
    add,
  );
  unique(
    injects.map((inject) => inject.id),
    ['injects'],
    'id',
    add,
  );
  injects.forEach((inject, i) => {
    if (inject.at < 0 || inject.at > horizon)
      add(['injects', i, 'at'], 'the inject lies outside the run and its horizon', 'move it');
  });
  const zeros = injects.filter((inject) => inject.dayZero);
  if (zeros.length !== 1) {
    add(
      ['injects'],
      `${zeros.length} injects are marked dayZero`,
      'mark exactly one: the mail that makes day zero',
    );
  } else if (zeros[0]!.at !== starts.crisis) {
    add(
      ['starts', 'crisis'],
      'the crisis start is not the time of the dayZero inject',
      'give both the same time',
    );
  }
}

type Add = (path: PropertyKey[], what: string, todo: string) => void;

function checkPhase(
  phase: AttackPhase,
  before: AttackPhase | undefined,
  i: number,
  horizon: SimTime,
  add: Add,
): void {
  const path = ['attack', 'phases', i];
  if (phase.to <= phase.from)
    add([...path, 'to'], `phase "${phase.name}" ends before it starts`, 'put to after from');
  if (phase.from < 0 || phase.to > horizon) {
    add([...path, 'from'], `phase "${phase.name}" lies outside the run and its horizon`, 'move it');
  }
  if (phase.numbers.from > phase.numbers.to)
    add([...path, 'numbers'], `phase "${phase.name}" walks no numbers`, 'put from at or below to');
  if (before && phase.from < before.to) {
    add(
      [...path, 'from'],
      `phase "${phase.name}" starts before "${before.name}" ends`,
      'phases follow one another',
    );
  }
  if (phase.pace[0]!.at !== phase.from) {
    add(
      [...path, 'pace', 0, 'at'],
      'the first pace knot is not at the start of the phase',
      'put it at from',
    );
  }
  if (phase.pace.at(-1)!.at !== phase.to) {
    add(
      [...path, 'pace', phase.pace.length - 1, 'at'],
      'the last pace knot is not at the end of the phase',
      'put it at to',
    );
  }
  phase.pace.forEach((knot, k) => {
    if (k > 0 && knot.at <= phase.pace[k - 1]!.at) {
      add(
        [...path, 'pace', k, 'at'],
        'pace knots are not in order of time',
        'sort them; no two at one time',
      );
    }
  });
  if (phase.pace.every((knot) => knot.weight === 0)) {
    add([...path, 'pace'], 'the pace is zero throughout', 'give a knot a weight above 0');
  }
}

function unique(names: string[], path: PropertyKey[], key: string, add: Add): void {
  names.forEach((name, i) => {
    if (names.indexOf(name) < i)
      add([...path, i, key], `"${name}" stands twice`, 'give each its own name');
  });
}

/** Gathers problems with their places. */
class Checker {
  readonly problems: Problem[] = [];
  readonly #root: Located;

  constructor(root: Located) {
    this.#root = root;
  }

  add(path: PropertyKey[], code: string, message: string, hint: string, key?: string): void {
    const place =
      key === undefined ? partAt(this.#root, path).place : keyPlace(this.#root, path, key);
    this.problems.push({ ...place, code, severity: 'error', message, hint });
  }

  epoch(text: string, offsetMinutes: number, path: PropertyKey[]): number {
    try {
      return parseEpoch(text, offsetMinutes, path.join('.'));
    } catch (error) {
      if (!(error instanceof DwellError)) throw error;
      this.add(path, 'SCENARIO_TIME', error.what, error.todo);
      return 0;
    }
  }

  time(text: string, calendar: Calendar, path: PropertyKey[]): SimTime {
    const at = this.epoch(text, calendar.offsetMinutes, path) - calendar.startMs;
    if (at % TICK_MS !== 0)
      this.add(
        path,
        'SCENARIO_TIME',
        `"${text}" is not on a whole minute`,
        'leave out the seconds',
      );
    return at;
  }
}
