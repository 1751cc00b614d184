import { didYouMean } from '../../scenario/closest.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { ExerciseFile } from './exercise-schema.ts';
import type { ProblemList } from './problem-list.ts';

type Kind = 'inject' | 'decision' | 'objective';

/** What a file may refer to, by kind; for injects and decisions, their options. */
export class Names {
  readonly #known: { readonly [kind in Kind]: ReadonlyMap<string, readonly string[]> };
  readonly #list: ProblemList;

  constructor(file: ExerciseFile, scenario: Scenario, list: ProblemList) {
    const optionsOf = (one: { id: string; options?: readonly { id: string }[] | undefined }) =>
      [one.id, (one.options ?? []).map((option) => option.id)] as const;
    this.#list = list;
    this.#known = {
      inject: new Map([
        ...scenario.injects.filter((inject) => inject.at <= scenario.starts.crisis).map(optionsOf),
        ...(file.injects ?? []).map(optionsOf),
      ]),
      decision: new Map((file.decisions ?? []).map(optionsOf)),
      objective: new Map((file.objectives ?? []).map(optionsOf)),
    };
    this.#unique(
      'injects',
      file.injects?.map((one) => one.id),
      'id',
    );
    this.#unique(
      'decisions',
      file.decisions?.map((one) => one.id),
      'id',
    );
    this.#unique(
      'objectives',
      file.objectives?.map((one) => one.id),
      'id',
    );
    this.#unique(
      'cards',
      file.cards?.map((one) => one.role),
      'role',
    );
    this.#unique(
      'phases',
      file.phases.map((one) => one.id),
      'id',
    );
  }

  /** Ids of the decisions. */
  get decisions(): string[] {
    return [...this.#known.decision.keys()];
  }

  /** A problem unless there is one of that name, and of that option if one is named. */
  check(kind: Kind, name: string, path: readonly PropertyKey[], option?: string): void {
    const options = this.#known[kind].get(name);
    if (!options) {
      const hint = didYouMean(name, [...this.#known[kind].keys()]);
      this.#list.add(path, `no ${kind} "${name}"`, hint, { code: 'EXERCISE_REFERENCE' });
    } else if (option !== undefined && !options.includes(option)) {
      const hint = options.length > 0 ? didYouMean(option, options) : 'it has no options';
      const message = `${kind} "${name}" has no option "${option}"`;
      this.#list.add(path, message, hint, { code: 'EXERCISE_REFERENCE' });
    }
  }

  /** A problem for each option that stands twice in one list. */
  uniqueOptions(options: readonly { id: string }[], path: readonly PropertyKey[]): void {
    options.forEach(({ id }, i) => {
      if (options.findIndex((each) => each.id === id) < i)
        this.#list.add([...path, i, 'id'], `"${id}" stands twice`, 'give each its own id');
    });
  }

  #unique(list: string, names: readonly string[] = [], key: string): void {
    names.forEach((name, i) => {
      if (names.indexOf(name) < i)
        this.#list.add([list, i, key], `"${name}" stands twice`, 'give each its own name');
    });
  }
}
