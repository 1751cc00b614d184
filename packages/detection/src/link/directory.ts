import type { Correlation, Document, Rule } from '../ir/detection.ts';

/** Reports that something stands twice. */
export type ReportTwice = (document: Document, path: string, message: string, hint: string) => void;

/** Finds rules and correlations by id (in any case) or name; of two with one name it has the first. */
export class Directory {
  readonly #byId = new Map<string, Rule | Correlation>();
  readonly #byName = new Map<string, Rule | Correlation>();

  constructor(documents: readonly Document[], twice: ReportTwice) {
    const seen = { id: new Map<string, Document>(), name: new Map<string, Document>() };
    for (const document of documents) {
      for (const key of ['id', 'name'] as const) {
        const text = document[key];
        if (text === null) continue;
        const reference = key === 'id' ? text.toLowerCase() : text;
        const other = seen[key].get(reference);
        if (other) {
          const where = `${other.file}:${other.position.line}`;
          twice(
            document,
            key,
            `the ${key} ${text} stands in ${where} too`,
            `give it its own ${key}`,
          );
          continue;
        }
        seen[key].set(reference, document);
        if (document.kind === 'filter') continue;
        (key === 'id' ? this.#byId : this.#byName).set(reference, document);
      }
    }
  }

  find(reference: string): Rule | Correlation | null {
    return this.#byName.get(reference) ?? this.#byId.get(reference.toLowerCase()) ?? null;
  }

  /** All names and ids, for guesses at what was meant. */
  names(): string[] {
    return [...this.#byName.keys(), ...this.#byId.keys()];
  }
}
