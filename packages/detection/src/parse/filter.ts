import type { Filter } from '../ir/detection.ts';
import { aboutPlaces, readAbout } from './about.ts';
import { readDetection } from './detection-section.ts';
import { readLogSource } from './log-source.ts';
import { kindText, type MapNode } from './node.ts';
import type { ParseOptions } from './options.ts';
import { rememberPlaces } from './places.ts';
import { readReferences } from './references.ts';
import type { Source } from './source.ts';
import { newContext } from './values.ts';

/** A document with `filter:`; null after an error. */
export function readFilter(root: MapNode, source: Source, options: ParseOptions): Filter | null {
  const errors = source.errors;
  const about = readAbout(root, source, ['filter', 'logsource']);
  const logSource = readLogSource(root, source);
  const { value, at } = root.entries.get('filter')!;
  if (value.kind !== 'map') {
    const what = `"filter" is ${kindText(value)}, not a map`;
    source.error(value.at, 'FILTER', what, 'write rules, a selection and a condition below it');
    return null;
  }
  const places = aboutPlaces(root, source);
  const rules = value.entries.get('rules')?.value;
  const any = rules?.kind === 'scalar' && String(rules.value).toLowerCase() === 'any';
  const named = any
    ? null
    : readReferences(value, at, 'FILTER', 'any, or ids and names of rules', source, places);
  const condition = readDetection(value, at, 'filter', ['rules'], newContext(source, options));
  if (source.errors > errors || !condition || !logSource) return null;
  const filter: Filter = { ...about, kind: 'filter', logSource, rules: named ?? 'any', condition };
  rememberPlaces(filter, places);
  return filter;
}
