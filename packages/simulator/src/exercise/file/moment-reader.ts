import { parseDuration, parseTime, type SimTime, TICK_MS } from '@dwell/core';
import type { Scenario } from '../../scenario/types.ts';
import type { ExercisePhase } from '../types.ts';
import type { ExerciseFile } from './exercise-schema.ts';
import type { ProblemList } from './problem-list.ts';
import { programmeTime } from './programme-time.ts';

/** Reads the times of an exercise file: `m9` through its phases, `D0+1h` and dates of the scenario. */
export class MomentReader {
  readonly phases: readonly ExercisePhase[];
  readonly #scenario: Scenario;
  readonly #list: ProblemList;

  constructor(file: ExerciseFile, scenario: Scenario, list: ProblemList) {
    this.#scenario = scenario;
    this.#list = list;
    this.phases = file.phases.map((phase, i) => this.#phase(phase, i));
    this.#checkPhases(file.minutes);
  }

  /** Simulated ms; 0 and a problem when it says none. */
  moment(text: string, path: readonly PropertyKey[]): SimTime {
    const at = /^m\d+$/.test(text) ? this.#minute(text, path) : this.#date(text, path);
    if (at === null) return 0;
    if (at < 0 || at > this.#scenario.horizon) {
      const hint = 'choose a time within the run or its horizon';
      this.#add(path, `"${text}" lies outside ${this.#scenario.name}`, hint);
    }
    if (at % TICK_MS !== 0) this.#add(path, `"${text}" is not on a whole minute`, 'round it');
    return at;
  }

  /** Simulated ms of a duration; whole minutes. */
  duration(text: string, path: readonly PropertyKey[]): number {
    const ms = parseDuration(text, 'duration');
    if (ms % TICK_MS !== 0) this.#add(path, `"${text}" is not in whole minutes`, 'round it');
    return ms;
  }

  #minute(text: string, path: readonly PropertyKey[]): SimTime | null {
    const minute = Number(text.slice(1));
    const end = this.phases.at(-1)!.minutes.to;
    if (minute > end) this.#add(path, `"${text}" is after the programme`, `it ends at m${end}`);
    const at = programmeTime(this.phases, minute);
    if (at === null)
      this.#add(path, `"${text}" has no simulated time`, 'give a phase sim: from, to');
    return at;
  }

  #date(text: string, path: readonly PropertyKey[]): SimTime | null {
    const relative = /^D0(?:([+-])(.+))?$/.exec(text);
    if (relative) {
      const size = relative[2] === undefined ? 0 : parseDuration(relative[2], 'at');
      return this.#scenario.starts.crisis + (relative[1] === '-' ? -size : size);
    }
    try {
      return parseTime(text, this.#scenario.calendar, 'at');
    } catch (error) {
      const hint = (error as { todo?: string }).todo ?? '';
      this.#add(path, `"${text}" is not a date or time`, hint);
      return null;
    }
  }

  #phase(phase: ExerciseFile['phases'][number], i: number): ExercisePhase {
    const { id, title, demanded, minutes } = phase;
    const end = (which: 'from' | 'to', text: string): SimTime => {
      const path = ['phases', i, 'sim', which];
      if (!/^m\d+$/.test(text)) return this.moment(text, path);
      this.#add(path, 'a phase cannot be placed by minutes', 'write D0+10h or a date');
      return 0;
    };
    const sim = phase.sim && {
      from: end('from', phase.sim.from),
      to: end('to', phase.sim.to),
    };
    return { id, title, demanded, minutes, sim: sim ?? null };
  }

  #checkPhases(total: number): void {
    let minute = 0;
    let moved: SimTime | null = null;
    this.phases.forEach(({ minutes, sim }, i) => {
      const path = ['phases', i, 'minutes'];
      if (minutes.from !== minute)
        this.#add(path, `minute ${minute} to ${minutes.from} is in no phase`, 'let phases meet');
      if (minutes.to <= minutes.from)
        this.#add(path, 'the phase takes no time', 'put to after from');
      minute = minutes.to;
      if (!sim) return;
      if (sim.to <= sim.from)
        this.#add(['phases', i, 'sim'], 'its clock does not move', 'put to after from');
      if (moved !== null && sim.from < moved)
        this.#add(['phases', i, 'sim'], 'its clock runs back', 'start where the last one ended');
      moved = sim.to;
    });
    if (minute !== total)
      this.#add(['minutes'], `the phases end at minute ${minute}, not ${total}`, 'make them agree');
  }

  #add(path: readonly PropertyKey[], message: string, hint: string): void {
    this.#list.add(path, message, hint, { code: 'EXERCISE_TIME' });
  }
}
