import type { Correlation } from '../ir/detection.ts';
import type { Position } from '../ir/problem.ts';
import { kindText, type MapNode } from './node.ts';
import type { Source } from './source.ts';

/** `aliases:` of a correlation: alias → rule → field. `used`: the names that may be aliases. */
export function readAliases(
  section: MapNode,
  rules: readonly string[],
  used: readonly (string | null)[],
  source: Source,
  places: Map<string, Position>,
): Correlation['aliases'] {
  const node = section.entries.get('aliases')?.value;
  if (!node || (node.kind === 'scalar' && node.value === null)) return {};
  const error = (at: number, message: string, hint: string) =>
    source.error(at, 'ALIAS', message, hint);
  if (node.kind !== 'map') {
    error(node.at, `"aliases" is ${kindText(node)}, not a map`, 'write alias: { rule: field }');
    return {};
  }
  const aliases: [string, { [rule: string]: string }][] = [];
  for (const [alias, { at, value }] of node.entries) {
    places.set(`aliases.${alias}`, source.position(at));
    if (!used.includes(alias))
      source.warn(
        at,
        'ALIAS',
        `nothing uses the alias "${alias}"`,
        'name it in group-by, or take it out',
      );
    if (value.kind !== 'map') {
      error(
        value.at,
        `the alias "${alias}" is ${kindText(value)}, not a map`,
        'write rule: field below it',
      );
      continue;
    }
    const fields: [string, string][] = [];
    for (const [rule, entry] of value.entries) {
      const field = entry.value;
      if (!rules.includes(rule))
        source.warn(
          entry.at,
          'ALIAS',
          `"${rule}" is not among the rules`,
          `there is ${rules.join(', ')}`,
        );
      if (field.kind === 'scalar' && typeof field.value === 'string' && field.value !== '')
        fields.push([rule, field.value]);
      else
        error(field.at, `the field of "${rule}" is ${kindText(field)}, not text`, 'name a field');
    }
    aliases.push([alias, Object.fromEntries(fields)]);
  }
  return Object.fromEntries(aliases);
}
