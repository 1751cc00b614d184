import { parseDuration, parseTime, type SimTime } from '@dwell/core';
import type { ResponseParams } from '../response/types.ts';
import type { CommandBody } from '../run/command.ts';
import { DECISIONS, paramComplaints } from './actions.ts';
import { closest, didYouMean } from './closest.ts';
import { type Problem, throwFirst } from './problem.ts';
import { REACTION_MS } from './reaction.ts';
import { RESPONSE_PARAMS } from './response-params.ts';
import type { Role } from './roles.ts';
import { problemsOf } from './schema/issues.ts';
import { knownKeys } from './schema/known-keys.ts';
import { PlaybookFile, type WhenFile } from './schema/playbook-schema.ts';
import { readSource, shippedNames, type SourceText } from './shipped.ts';
import type { Scenario, Text } from './types.ts';
import { keyPlace, type Located, partAt, plain } from './yaml/located.ts';
import { parseYaml } from './yaml/parse.ts';

/** When a step is due; times are resolved against a scenario. */
export type When =
  | { at: SimTime }
  | { inject: string }
  | { alert: string }
  | { event: string }
  | { any: readonly When[] }
  | { all: readonly When[] };

export type PlaybookStep = {
  when: When;
  /** Waited after `when`: the step's `after` plus the role's reaction time. */
  delayMs: number;
  as: Role;
  /** A response id, or declare, verdict, file, withdraw. */
  do: string;
  with: ResponseParams;
  repeat: boolean;
  /** Given as it stands instead of `do`; passed over when it cannot be done then. Not in files. */
  body?: CommandBody;
};

export type Playbook = {
  kind: 'playbook';
  name: string;
  title?: Text;
  summary?: Text;
  steps: readonly PlaybookStep[];
};

const keysAt = knownKeys(PlaybookFile);

/** Names of the playbooks that come with the package. */
export function shippedPlaybooks(): string[] {
  return shippedNames('playbooks');
}

/**
 * A shipped playbook by name, or one of a YAML file by path, resolved against a scenario: `D0` is
 * the time of its first mail. Errors (exit 2): `NO_SUCH`, `FILE`, or the first problem with its place.
 */
export function loadPlaybook(nameOrPath: string, scenario: Scenario): Playbook {
  const { playbook, problems } = readPlaybook(
    readSource(nameOrPath, 'playbooks', 'playbook'),
    scenario,
  );
  throwFirst(problems);
  return playbook!;
}

/** Reads a playbook's text to the end and gathers every problem; without a scenario nothing is resolved. */
export function readPlaybook(
  source: SourceText,
  scenario: Scenario | null,
): { playbook: Playbook | null; problems: Problem[] } {
  const { root, problems } = parseYaml(source.text, source.file);
  if (!root || problems.length > 0) return { playbook: null, problems };
  const checked = PlaybookFile.safeParse(plain(root));
  if (!checked.success)
    return { playbook: null, problems: problemsOf(checked.error.issues, root, 'PLAYBOOK', keysAt) };
  const reader = new StepReader(root, scenario);
  const { steps, ...head } = checked.data;
  const resolved = steps.map((step, i) => reader.step(step, i));
  if (reader.problems.length > 0) return { playbook: null, problems: reader.problems };
  return { playbook: { ...head, steps: resolved }, problems: [] };
}

class StepReader {
  readonly problems: Problem[] = [];
  readonly #root: Located;
  readonly #scenario: Scenario | null;

  constructor(root: Located, scenario: Scenario | null) {
    this.#root = root;
    this.#scenario = scenario;
  }

  step(step: PlaybookFile['steps'][number], i: number): PlaybookStep {
    const path = ['steps', i];
    this.#checkDo(step.do, step.with ?? {}, path);
    const after = step.after === undefined ? 0 : parseDuration(step.after, 'after');
    return {
      when: this.#when(step.when, [...path, 'when']),
      delayMs: after + REACTION_MS[step.as],
      as: step.as,
      do: step.do,
      with: step.with ?? {},
      repeat: step.repeat ?? false,
    };
  }

  #checkDo(action: string, params: ResponseParams, path: PropertyKey[]): void {
    const known = { ...RESPONSE_PARAMS, ...DECISIONS };
    if (!Object.hasOwn(known, action)) {
      const place = partAt(this.#root, [...path, 'do']).place;
      this.#add(
        place,
        'PLAYBOOK_DO',
        `no action "${action}"`,
        didYouMean(action, Object.keys(known)),
      );
      return;
    }
    for (const complaint of paramComplaints(params, known[action]!)) {
      const at = [...path, 'with'];
      const place = complaint.unknown
        ? keyPlace(this.#root, at, complaint.name)
        : partAt(this.#root, [...at, complaint.name]).place;
      this.#add(place, 'PLAYBOOK_PARAM', `${action}: ${complaint.what}`, complaint.todo);
    }
  }

  #when(when: WhenFile, path: PropertyKey[]): When {
    if ('any' in when)
      return { any: when.any.map((each, i) => this.#when(each, [...path, 'any', i])) };
    if ('all' in when)
      return { all: when.all.map((each, i) => this.#when(each, [...path, 'all', i])) };
    if ('at' in when) return { at: this.#moment(when.at, [...path, 'at']) };
    if ('inject' in when) this.#checkInject(when.inject, [...path, 'inject']);
    return when;
  }

  #moment(text: string, path: PropertyKey[]): SimTime {
    const place = partAt(this.#root, path).place;
    const relative = /^D0(?:([+-])(.+))?$/.exec(text);
    if (!this.#scenario) return 0;
    let at: SimTime;
    if (relative) {
      const size = relative[2] === undefined ? 0 : parseDuration(relative[2], 'at');
      at = this.#scenario.starts.crisis + (relative[1] === '-' ? -size : size);
    } else {
      try {
        at = parseTime(text, this.#scenario.calendar, 'at');
      } catch (error) {
        this.#add(
          place,
          'PLAYBOOK_TIME',
          `"${text}" is not a date or time`,
          (error as { todo?: string }).todo ?? '',
        );
        return 0;
      }
    }
    if (at < 0 || at > this.#scenario.horizon) {
      this.#add(
        place,
        'PLAYBOOK_TIME',
        `"${text}" lies outside ${this.#scenario.name}`,
        'choose a time within the run or its horizon',
      );
    }
    return at;
  }

  #checkInject(id: string, path: PropertyKey[]): void {
    if (!this.#scenario) return;
    const ids = this.#scenario.injects.map((inject) => inject.id);
    if (ids.includes(id)) return;
    const near = closest(id, ids);
    const hint = near ? `did you mean "${near}"?` : `there is ${ids.join(', ')}`;
    this.#add(
      partAt(this.#root, path).place,
      'PLAYBOOK_INJECT',
      `${this.#scenario.name} has no inject "${id}"`,
      hint,
    );
  }

  #add(
    place: { file: string; line: number; column: number },
    code: string,
    message: string,
    hint: string,
  ): void {
    this.problems.push({ ...place, code, severity: 'error', message, hint });
  }
}
