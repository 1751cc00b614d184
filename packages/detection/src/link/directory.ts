import type { Correlation, Document, Rule } from '../ir/detection.ts';

/** Reports that something stands twice. */
export type ReportTwice = (document: Document, path: string, message: string, hint: string) => void;

/** Finds rules and correlations by id (in any case) or name; of two with one name it has the first. */
export class Directory {
  readonly #byReference = new Map<string, Rule | Correlation>();

  constructor(documents: readonly Document[], twice: ReportTwice) {
    const seen = new Map<string, Document>();
    for (const document of documents) {
      for (const key of ['id', 'name'] as const) {
        const text = document[key];
        if (text === null) continue;
        const reference = key === 'id' ? text.toLowerCase() : text;
        const other = seen.get(reference);
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
        seen.set(reference, document);
        if (document.kind !== 'filter') this.#byReference.set(reference, document);
      }
    }
  }

  find(reference: string): Rule | Correlation | null {
    return (
      this.#byReference.get(reference) ?? this.#byReference.get(reference.toLowerCase()) ?? null
    );
  }

  /** All names and ids, for guesses at what was meant. */
  names(): string[] {
    return [...this.#byReference.keys()];
  }
}
