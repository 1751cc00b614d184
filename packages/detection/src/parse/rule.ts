import type { Rule } from '../ir/detection.ts';
import { aboutPlaces, readAbout, readTexts } from './about.ts';
import { readDetection } from './detection-section.ts';
import { readLogSource } from './log-source.ts';
import { kindText, type MapNode } from './node.ts';
import type { ParseOptions } from './options.ts';
import { rememberPlaces } from './places.ts';
import type { Source } from './source.ts';
import { newContext } from './values.ts';

/** A document with `detection:`; null after an error. */
export function readRule(root: MapNode, source: Source, options: ParseOptions): Rule | null {
  const errors = source.errors;
  const about = readAbout(root, source, ['detection', 'logsource', 'fields']);
  const logSource = readLogSource(root, source);
  const { value, at } = root.entries.get('detection')!;
  if (value.kind !== 'map') {
    const what = `"detection" is ${kindText(value)}, not a map`;
    source.error(value.at, 'DETECTION', what, 'write selections and a condition below it');
    return null;
  }
  const condition = readDetection(value, at, 'detection', [], newContext(source, options));
  const fields = readTexts(root, 'fields', source);
  if (source.errors > errors || !condition || !logSource) return null;
  const rule: Rule = { ...about, kind: 'rule', logSource, condition, fields };
  rememberPlaces(rule, aboutPlaces(root, source));
  return rule;
}
