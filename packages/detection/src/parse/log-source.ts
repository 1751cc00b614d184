import type { LogSource } from '../ir/detection.ts';
import { closest } from './closest.ts';
import { kindText, type MapNode } from './node.ts';
import type { Source } from './source.ts';

const KEYS = ['category', 'product', 'service'] as const;

/** The log source of a rule or filter; null after an error. */
export function readLogSource(root: MapNode, source: Source): LogSource | null {
  const entry = root.entries.get('logsource');
  const error = (at: number, message: string, hint: string) => {
    source.error(at, 'LOGSOURCE', message, hint);
    return null;
  };
  if (!entry)
    return error(root.at, '"logsource" is missing', 'add one with category, product or service');
  const { value } = entry;
  if (value.kind !== 'map')
    return error(
      value.at,
      `"logsource" is ${kindText(value)}, not a map`,
      'write category, product or service below it',
    );
  const logSource: LogSource = {};
  let wrong = false;
  for (const key of KEYS) {
    const node = value.entries.get(key)?.value;
    if (!node || (node.kind === 'scalar' && node.value === null)) continue;
    if (node.kind !== 'scalar') {
      wrong = true;
      error(node.at, `"${key}" is ${kindText(node)}, not text`, 'write one word');
      continue;
    }
    const text = String(node.value);
    logSource[key] = text.toLowerCase();
    if (/[^a-z0-9_.-]/.test(text))
      source.warn(
        node.at,
        'LOGSOURCE',
        `"${text.slice(0, 60)}" is not in the usual form`,
        'write lower case, and "_" for spaces',
      );
  }
  for (const [key, { at }] of value.entries) {
    const near = closest(key, [...KEYS, 'definition']);
    if (near !== null && near !== key)
      source.warn(at, 'LOGSOURCE', `unknown key "${key}"`, `did you mean "${near}"?`);
  }
  if (wrong) return null;
  if (Object.keys(logSource).length === 0)
    return error(entry.at, '"logsource" names none', 'write category, product or service below it');
  return logSource;
}
