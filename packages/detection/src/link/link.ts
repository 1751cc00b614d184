import type {
  Correlation,
  Document,
  Filter,
  Linked,
  LinkedDetection,
  Rule,
} from '../ir/detection.ts';
import type { Problem } from '../ir/problem.ts';
import { didYouMean } from '../parse/closest.ts';
import { placeIn } from '../parse/places.ts';
import { applyFilters } from './apply-filters.ts';
import { Directory } from './directory.ts';
import { resolveFields } from './resolve-fields.ts';

export type LinkOptions = {
  /** How to report a reference to nothing and an id given twice. Default: error. */
  references?: 'error' | 'warning';
};

/**
 * Puts documents of one or many files together: filters narrow the rules they name, correlations find
 * what they refer to by id or name, members come first. A correlation that refers to something missing,
 * to itself (also by way of others), or that cannot have its groups is left out and named in `problems`;
 * so is one that refers to a correlation left out.
 */
export function link(
  documents: readonly Document[],
  options: LinkOptions = {},
): { linked: Linked; problems: Problem[] } {
  const linker = new Linker(documents, options.references ?? 'error');
  return linker.run();
}

type State = 'open' | 'cycle' | number | null;

class Linker {
  readonly #problems: Problem[] = [];
  readonly #detections: LinkedDetection[] = [];
  readonly #documents: readonly Document[];
  readonly #references: 'error' | 'warning';
  readonly #directory: Directory;
  /** Per document: its place in the result, null when it is left out, `open` while at work on it. */
  readonly #states = new Map<Document, State>();
  readonly #reports = new Map<Document, boolean>();

  constructor(documents: readonly Document[], references: 'error' | 'warning') {
    this.#documents = documents;
    this.#references = references;
    this.#directory = new Directory(documents, (document, path, message, hint) =>
      this.#report(document, path, 'DUPLICATE', references, message, hint),
    );
  }

  run(): { linked: Linked; problems: Problem[] } {
    const detections = this.#documents.filter(
      (document): document is Rule | Correlation => document.kind !== 'filter',
    );
    this.#whoReports(detections);
    const filters = this.#documents.filter((each): each is Filter => each.kind === 'filter');
    const narrowed = applyFilters(
      detections,
      filters,
      this.#directory,
      (document, path, message, hint) =>
        this.#report(document, path, 'REFERENCE', this.#references, message, hint),
    );
    for (const each of detections) this.#place(each, narrowed);
    const order = (x: Problem, y: Problem) =>
      (x.file < y.file ? -1 : x.file > y.file ? 1 : 0) || x.line - y.line || x.column - y.column;
    return { linked: { detections: this.#detections }, problems: this.#problems.sort(order) };
  }

  /** What a correlation refers to reports on its own only if one of those says so. */
  #whoReports(detections: readonly (Rule | Correlation)[]): void {
    for (const each of detections) {
      if (each.kind !== 'correlation') continue;
      for (const reference of each.rules) {
        const member = this.#directory.find(reference);
        if (member)
          this.#reports.set(member, (this.#reports.get(member) ?? false) || each.generate);
      }
    }
  }

  #place(document: Rule | Correlation, narrowed: ReadonlyMap<Rule, Rule>): State {
    const known = this.#states.get(document);
    if (known !== undefined) return known === 'open' ? 'cycle' : known;
    this.#states.set(document, 'open');
    const detection =
      document.kind === 'rule'
        ? this.#rule(document, narrowed)
        : this.#correlation(document, narrowed);
    const state = detection && this.#detections.push(detection) - 1;
    this.#states.set(document, state);
    return state;
  }

  #rule(rule: Rule, narrowed: ReadonlyMap<Rule, Rule>): LinkedDetection {
    const reports = this.#reports.get(rule) ?? true;
    return { rule: narrowed.get(rule) ?? rule, correlation: null, members: null, reports };
  }

  #correlation(
    correlation: Correlation,
    narrowed: ReadonlyMap<Rule, Rule>,
  ): LinkedDetection | null {
    const members: number[] = [];
    const documents: (Rule | Correlation)[] = [];
    let wrong = false;
    for (const [i, reference] of correlation.rules.entries()) {
      const member = this.#directory.find(reference);
      const state = member ? this.#place(member, narrowed) : null;
      if (member && typeof state === 'number') {
        members.push(state);
        documents.push(member);
        continue;
      }
      wrong = true;
      this.#missing(correlation, i, reference, member, state);
    }
    if (wrong) return null;
    const resolved = resolveFields(correlation, documents, (path, code, message, hint) =>
      this.#report(correlation, path, code, 'error', message, hint),
    );
    if (!resolved) return null;
    const reports = this.#reports.get(correlation) ?? true;
    return { rule: null, correlation: resolved, members, reports };
  }

  #missing(
    correlation: Correlation,
    i: number,
    reference: string,
    member: Document | null,
    state: State,
  ): void {
    const path = `rules.${i}`;
    if (state === 'cycle') {
      const what = `"${reference}" refers back to this correlation`;
      this.#report(correlation, path, 'CYCLE', 'error', what, 'break the circle');
    } else if (member) {
      const what = `"${reference}" has an error of its own`;
      this.#report(correlation, path, 'REFERENCE', this.#references, what, 'mend that first');
    } else {
      const what = `there is no rule "${reference}"`;
      const hint = didYouMean(
        reference,
        this.#directory.names(),
        'add the rule, or mend its id or name',
      );
      this.#report(correlation, path, 'REFERENCE', this.#references, what, hint);
    }
  }

  #report(
    document: Document,
    path: string,
    code: string,
    severity: Problem['severity'],
    message: string,
    hint: string,
  ): void {
    const { file } = document;
    this.#problems.push({ code, severity, message, hint, file, ...placeIn(document, path) });
  }
}
