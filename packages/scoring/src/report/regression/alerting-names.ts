import { parseAllDocuments } from 'yaml';

type Loose = { [key: string]: unknown };

/** Rules of a Sigma text that raise alerts: not its filters, not those that a correlation only counts. */
export function alertingNames(text: string): string[] {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return [];
  const values = documents
    .filter(({ errors }) => errors.length === 0)
    .map((document) => document.toJS() as Loose | null)
    .filter((value) => value !== null && typeof value === 'object');
  const counted = new Set(
    values.flatMap((value) => {
      const correlation = value['correlation'] as
        | { rules?: unknown; generate?: unknown }
        | undefined;
      return correlation && correlation.generate !== true ? [correlation.rules].flat() : [];
    }),
  );
  return values.flatMap((value) => {
    const name = value['name'];
    const plain = 'detection' in value || 'correlation' in value;
    const serves = counted.has(name) || counted.has(value['id']);
    return typeof name === 'string' && plain && !serves ? [name] : [];
  });
}
