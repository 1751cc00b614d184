import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { parseScale, parseTime, type SimTime, TICK_MS } from '@dwell/core';
import { didYouMean } from './closest.ts';
import { ENRICHMENTS, type Enrichment } from './enrichments.ts';
import { expectationComplaints } from './expectation-sense.ts';
import { readScenario } from './load.ts';
import { type Playbook, readPlaybook } from './playbook.ts';
import { placeOf, type Problem, throwFirst } from './problem.ts';
import { ExpectationsFile } from './schema/expectations-schema.ts';
import { problemsOf } from './schema/issues.ts';
import { knownKeys } from './schema/known-keys.ts';
import { readSource, readText, type SourceText } from './shipped.ts';
import type { Scenario } from './types.ts';
import { type Located, partAt, type Place, plain } from './yaml/located.ts';
import { parseYaml } from './yaml/parse.ts';

/** What must come out of one rule; the keys are those of the file. */
export type Expectation = ExpectationsFile['expect'][number] & {
  /** `first_alert_before` in simulated time. */
  before: SimTime | null;
  /** Where it stands in the file. */
  place: Place;
  /** Where its rule is named. */
  rulePlace: Place;
};

/** An expectations file with everything it names, ready to be tested. */
export type Expectations = {
  /** As the caller named it. */
  file: string;
  scenario: Scenario;
  playbook: Playbook;
  scale: number;
  seeds: readonly number[];
  until: SimTime;
  enrichments: readonly Enrichment[];
  /** Absolute paths, or `shipped`. */
  rules: readonly string[];
  unexpected: 'fail' | 'warn' | 'ignore';
  /** Are the stored records to be asked for the same alerts, in SQL? */
  batchEqualsStream: boolean;
  expect: readonly Expectation[];
};

type Read = {
  expectations: Expectations | null;
  /** What is wrong with the file itself. */
  problems: Problem[];
  /** What it names but is not there, or is wrong by itself. */
  dangling: Problem[];
};

const keysAt = knownKeys(ExpectationsFile);

/** An expectations file by path. Errors (exit 2): `FILE`, or the first problem with its place. */
export function loadExpectations(path: string): Expectations {
  const { expectations, problems, dangling } = readExpectations({
    file: path,
    ...readText(resolve(path), path),
  });
  throwFirst([...problems, ...dangling]);
  return expectations!;
}

/** Reads an expectations file to the end and gathers every problem; names in it are relative to it. */
export function readExpectations(source: SourceText): Read {
  const { root, problems } = parseYaml(source.text, source.file);
  if (!root || problems.length > 0) return { expectations: null, problems, dangling: [] };
  return expectationsOf(root, source);
}

/** The same of a document that is parsed already. */
export function expectationsOf(root: Located, source: Omit<SourceText, 'text'>): Read {
  const checked = ExpectationsFile.safeParse(plain(root));
  if (!checked.success) {
    const shape = problemsOf(checked.error.issues, root, 'EXPECTATIONS', keysAt);
    return { expectations: null, problems: shape, dangling: [] };
  }
  return new Reader(root, source).read(checked.data);
}

class Reader {
  readonly #problems: Problem[] = [];
  readonly #dangling: Problem[] = [];
  readonly #root: Located;
  readonly #source: Omit<SourceText, 'text'>;

  constructor(root: Located, source: Omit<SourceText, 'text'>) {
    this.#root = root;
    this.#source = source;
  }

  read(file: ExpectationsFile): Read {
    const scenario = this.#named(file.scenario, 'scenario', (source) => {
      const { scenario: value, problems } = readScenario(source);
      return { value, problems };
    });
    const playbook = this.#named(file.playbook ?? 'none', 'playbook', (source) => {
      const { playbook: value, problems } = readPlaybook(source, scenario);
      return { value, problems };
    });
    for (const complaint of expectationComplaints(file.expect)) {
      this.#add(['expect', ...complaint.at], complaint.what, complaint.todo);
    }
    const expect = file.expect.map((one, i) => this.#expectation(one, ['expect', i], scenario));
    const rest = {
      file: this.#source.file,
      scale: this.#scale(file.scale ?? '1:1000'),
      seeds: this.#seeds(file.seeds ?? [42]),
      until: this.#until(file.until, scenario),
      enrichments: this.#enrichments(file.enrichments ?? 'none'),
      rules: [file.rules].flat().map((name, i) => this.#rules(name, i, file)),
      unexpected: file.unexpected ?? ('fail' as const),
      batchEqualsStream: file.batch_equals_stream ?? false,
      expect,
    };
    const [problems, dangling] = [this.#problems, this.#dangling];
    const whole = problems.length === 0 && scenario !== null && playbook !== null;
    return { expectations: whole ? { ...rest, scenario, playbook } : null, problems, dangling };
  }

  #expectation(
    one: ExpectationsFile['expect'][number],
    at: PropertyKey[],
    scenario: Scenario | null,
  ): Expectation {
    const text = one.first_alert_before;
    const path = [...at, 'first_alert_before'];
    const before = text === undefined ? null : this.#moment(text, path, scenario);
    if (before !== null && scenario !== null && before <= 0) {
      this.#add(path, `"${text}" is before ${scenario.name} starts`, 'no alert can come sooner');
    }
    const place = partAt(this.#root, at).place;
    return { ...one, before, place, rulePlace: partAt(this.#root, [...at, 'rule']).place };
  }

  #until(text: string | undefined, scenario: Scenario | null): SimTime {
    const end = scenario?.run.to ?? 0;
    if (text === undefined) return end;
    const at = this.#moment(text, ['until'], scenario);
    if (scenario === null) return end;
    if (at <= 0 || at > scenario.horizon) {
      const todo = 'choose a time within the run or its horizon';
      this.#add(['until'], `"${text}" lies outside ${scenario.name}`, todo);
    }
    return Math.floor(at / TICK_MS) * TICK_MS;
  }

  #moment(text: string, path: PropertyKey[], scenario: Scenario | null): SimTime {
    try {
      return parseTime(text, scenario?.calendar ?? { startMs: 0, offsetMinutes: 0 }, 'time');
    } catch {
      this.#add(path, `"${text}" is not a date or time`, 'write 2025-04-15 or 2025-04-15T09:30');
      return 0;
    }
  }

  #scale(text: string): number {
    try {
      return parseScale(text);
    } catch (error) {
      this.#add(['scale'], `"${text}" is not a scale`, (error as { todo?: string }).todo ?? '');
      return 1000;
    }
  }

  #seeds(seeds: readonly number[]): readonly number[] {
    const twice = seeds.findIndex((seed, i) => seeds.indexOf(seed) < i);
    if (twice >= 0) this.#add(['seeds', twice], `seed ${seeds[twice]} stands twice`, 'keep one');
    return seeds;
  }

  #enrichments(wanted: NonNullable<ExpectationsFile['enrichments']>): Enrichment[] {
    if (wanted === 'none') return [];
    if (wanted === 'all') return [...ENRICHMENTS];
    return wanted.flatMap((name, i) => {
      const found = ENRICHMENTS.find((each) => each === name);
      if (found) return [found];
      const what = `no enrichment "${name}"`;
      this.#add(['enrichments', i], what, `${didYouMean(name, ENRICHMENTS)}; or all, none`);
      return [];
    });
  }

  #rules(name: string, i: number, file: ExpectationsFile): string {
    if (name === 'shipped') return name;
    const path = resolve(dirname(this.#source.path), name);
    const at = Array.isArray(file.rules) ? ['rules', i] : ['rules'];
    const todo = 'paths are relative to this file; shipped means the rules that come along';
    if (!existsSync(path)) this.#miss(at, `no file or folder "${name}"`, todo);
    return path;
  }

  /** A shipped file by name or one by path; null and a problem when there is none or it is wrong. */
  #named<T>(
    name: string,
    kind: 'scenario' | 'playbook',
    read: (source: SourceText) => { value: T | null; problems: Problem[] },
  ): T | null {
    let source: SourceText;
    try {
      const folder = dirname(this.#source.path);
      source = readSource(name, `${kind}s`, kind, folder);
    } catch (error) {
      const { what, todo } = error as { what?: string; todo?: string };
      if (what === undefined) throw error;
      const where = what === 'no such file' ? `no ${kind} "${name}"` : what;
      this.#miss(
        [kind],
        where,
        what === 'no such file' ? 'paths are relative to this file' : todo!,
      );
      return null;
    }
    // Of a file, the path by which it is reached from here.
    const isFile = source.file === name;
    const file = isFile ? relative(process.cwd(), source.path) : source.file;
    const found = read({ ...source, file });
    const first = found.problems.find((problem) => problem.severity === 'error');
    if (first) {
      const todo = `${placeOf(first)}: ${first.hint}`;
      this.#miss([kind], `the ${kind} "${name}" is wrong: ${first.message}`, todo);
    }
    return found.value;
  }

  #add(at: PropertyKey[], message: string, hint: string): void {
    this.#problems.push(this.#problem(at, message, hint));
  }

  #miss(at: PropertyKey[], message: string, hint: string): void {
    this.#dangling.push(this.#problem(at, message, hint));
  }

  #problem(at: PropertyKey[], message: string, hint: string): Problem {
    const { place } = partAt(this.#root, at);
    return { ...place, code: 'EXPECTATIONS_SENSE', severity: 'error', message, hint };
  }
}
