import type { Expression, FieldRefTest, PatternTest, Test } from '../ir/expression.ts';
import type { EventView, Values } from './event-view.ts';
import { textTest, type ValueTest, valueTest } from './value-test.ts';

/** Whether an expression holds for the event that the view shows. */
export type Predicate = () => boolean;

/**
 * Makes predicates over one view. What several expressions have in common is made once, and looked at
 * once an event.
 */
export class PredicateMaker {
  readonly #view: EventView;
  readonly #uses = new Map<string, number>();
  readonly #made = new Map<string, Predicate>();

  /** @param expressions all that predicates will be made of, to see what they share */
  constructor(view: EventView, expressions: readonly Expression[]) {
    this.#view = view;
    for (const expression of expressions) {
      try {
        this.#count(expression);
      } catch {
        // Nested too deeply; `make` will say so.
      }
    }
  }

  /** @throws as `regexMatcher` for a regular expression. */
  make(expression: Expression): Predicate {
    switch (expression.kind) {
      case 'always':
        return () => expression.value;
      case 'not': {
        const of = this.make(expression.of);
        return () => !of();
      }
      case 'and':
        return all(cheapFirst(expression.of).map((part) => this.make(part)));
      case 'or':
        return this.#shared(expression, () => any(this.#alternatives(expression.of)));
      case 'field':
        return this.#shared(expression, () => this.#field(expression.field, expression.test));
      case 'keyword':
        return this.#shared(expression, () =>
          textPredicate(this.#view.everything, [expression.test]),
        );
    }
  }

  #field(field: string, test: Test): Predicate {
    const values = this.#view.field(field);
    switch (test.kind) {
      case 'null':
        return () => !values.present || values.scalars.includes(null);
      case 'exists':
        return () => values.present;
      case 'fieldref':
        return fieldRef(values, this.#view.field(test.field), test);
      case 'compare':
      case 'time-part':
        return scalarPredicate(values, test);
      default:
        return textPredicate(values, [test]);
    }
  }

  /** Patterns of one field as one predicate, the others each as its own. */
  #alternatives(parts: readonly Expression[]): Predicate[] {
    const groups = new Map<string, { values: Values; tests: PatternTest[] }>();
    const others: Expression[] = [];
    for (const part of parts) {
      if ((part.kind !== 'field' && part.kind !== 'keyword') || part.test.kind !== 'pattern') {
        others.push(part);
        continue;
      }
      const everything = part.kind === 'keyword';
      const key = `${everything ? '*' : `.${part.field}`}\n${part.test.cased}`;
      const group = groups.get(key);
      if (group) group.tests.push(part.test);
      else {
        const values = everything ? this.#view.everything : this.#view.field(part.field);
        groups.set(key, { values, tests: [part.test] });
      }
    }
    return [
      ...[...groups.values()].map(({ values, tests }) => textPredicate(values, tests)),
      ...cheapFirst(others).map((part) => this.make(part)),
    ];
  }

  #count(expression: Expression): void {
    if (expression.kind === 'and') for (const part of expression.of) this.#count(part);
    else if (expression.kind === 'not') this.#count(expression.of);
    else if (expression.kind !== 'always') {
      const key = JSON.stringify(expression);
      const uses = this.#uses.get(key) ?? 0;
      this.#uses.set(key, uses + 1);
      if (expression.kind !== 'or' || uses > 0) return;
      // Alternatives that are no plain patterns are made one by one, and may be shared themselves.
      for (const part of expression.of) {
        if (part.kind !== 'field' || part.test.kind !== 'pattern') this.#count(part);
      }
    }
  }

  #shared(expression: Expression, make: () => Predicate): Predicate {
    const key = JSON.stringify(expression);
    if ((this.#uses.get(key) ?? 0) < 2) return make();
    let made = this.#made.get(key);
    if (made === undefined) {
      made = once(this.#view, make());
      this.#made.set(key, made);
    }
    return made;
  }
}

function all(parts: readonly Predicate[]): Predicate {
  const [a, b] = parts;
  if (a === undefined) return () => true;
  if (b === undefined) return a;
  if (parts.length === 2) return () => a() && b();
  return () => {
    for (const part of parts) if (!part()) return false;
    return true;
  };
}

function any(parts: readonly Predicate[]): Predicate {
  const [a, b] = parts;
  if (a === undefined) return () => false;
  if (b === undefined) return a;
  if (parts.length === 2) return () => a() || b();
  return () => {
    for (const part of parts) if (part()) return true;
    return false;
  };
}

/** Looks at most once an event. */
function once(view: EventView, predicate: Predicate): Predicate {
  let generation = -1;
  let holds = false;
  return () => {
    if (generation !== view.generation) {
      holds = predicate();
      generation = view.generation;
    }
    return holds;
  };
}

/** Whether any text of the values passes any of the tests, all folded alike. */
function textPredicate(
  values: Values,
  tests: readonly Exclude<ValueTest, { kind: 'compare' | 'time-part' }>[],
): Predicate {
  const [first] = tests;
  const folds = first?.kind === 'pattern' && !first.cased;
  const whole = new Set(tests.flatMap((test) => wholeText(test) ?? []));
  const matchers = tests.filter((test) => wholeText(test) === null).map(textTest);
  const [matcher] = matchers;
  if (matcher === undefined) {
    const [only = ''] = whole;
    if (whole.size === 1) return () => (folds ? values.folded : values.texts).includes(only);
  }
  if (whole.size === 0 && matcher !== undefined && matchers.length === 1) {
    return () => {
      for (const text of folds ? values.folded : values.texts) if (matcher(text)) return true;
      return false;
    };
  }
  return () => {
    for (const text of folds ? values.folded : values.texts) {
      if (whole.has(text)) return true;
      for (const one of matchers) if (one(text)) return true;
    }
    return false;
  };
}

/** The one text that a pattern without wildcards fits, else null. */
function wholeText(test: ValueTest): string | null {
  if (test.kind !== 'pattern') return null;
  let text = '';
  for (const part of test.parts) {
    if (typeof part === 'string') return null;
    text += part.text;
  }
  return text;
}

function scalarPredicate(values: Values, test: ValueTest): Predicate {
  const holds = valueTest(test);
  return () => {
    for (const scalar of values.scalars) if (holds(scalar)) return true;
    return false;
  };
}

function fieldRef(values: Values, others: Values, { match, cased }: FieldRefTest): Predicate {
  const test = (text: string, other: string) => {
    switch (match) {
      case 'equals':
        return text === other;
      case 'startswith':
        return text.startsWith(other);
      case 'endswith':
        return text.endsWith(other);
      case 'contains':
        return text.includes(other);
    }
  };
  return () => {
    const own = cased ? values.texts : values.folded;
    const theirs = cased ? others.texts : others.folded;
    for (const text of own) for (const other of theirs) if (test(text, other)) return true;
    return false;
  };
}

/** The same parts, those that cost little in front; of equal cost as they were. */
function cheapFirst(parts: readonly Expression[]): Expression[] {
  return parts.toSorted((a, b) => costOf(a) - costOf(b));
}

function costOf(expression: Expression): number {
  switch (expression.kind) {
    case 'always':
      return 0;
    case 'not':
      return costOf(expression.of);
    case 'and':
    case 'or':
      return 1 + Math.max(0, ...expression.of.map(costOf));
    case 'keyword':
      return 20;
    case 'field':
      return expression.test.kind === 'regex' ? 10 : expression.test.kind === 'pattern' ? 1 : 2;
  }
}
