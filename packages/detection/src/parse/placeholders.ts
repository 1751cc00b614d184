import type { ScalarNode } from './node.ts';
import type { Context } from './values.ts';
import { didYouMean } from './closest.ts';

const PLACEHOLDER = /\\%|%([^%\s]+)%/g;
const VARIANTS_MAX = 10_000;

/**
 * A text with `%name%` replaced by each of its values, in every combination; `\%` is a plain percent
 * sign. Null when one has no values: the rule cannot be used.
 */
export function placeholders(text: string, node: ScalarNode, context: Context): string[] | null {
  const { source, options } = context;
  const known = options.placeholders ?? {};
  let all = [''];
  let from = 0;
  let found = 0;
  let missing = false;
  const append = (tails: readonly string[]) => {
    all = all.flatMap((head) => tails.map((tail) => head + tail));
  };
  for (const match of text.matchAll(PLACEHOLDER)) {
    append([text.slice(from, match.index)]);
    from = match.index + match[0].length;
    const name = match[1];
    if (name === undefined) {
      append(['%']);
      continue;
    }
    found += 1;
    const values = Object.hasOwn(known, name) ? known[name]! : [];
    if (values.length === 0) {
      missing = true;
      const at = source.inside(node, String(node.value), match.index);
      const hint = didYouMean(name, Object.keys(known), 'give its values in the placeholders');
      const what = `the placeholder %${name}% has no values, so the rule cannot be used`;
      if (options.unresolved === 'warning') source.warn(at, 'PLACEHOLDER', what, hint);
      else source.error(at, 'PLACEHOLDER', what, hint);
      continue;
    }
    if (all.length * values.length > VARIANTS_MAX) {
      const hint = 'use fewer values or fewer placeholders in one text';
      source.error(node.at, 'EXPANSION', `more than ${VARIANTS_MAX} texts of one value`, hint);
      return null;
    }
    append(values);
  }
  append([text.slice(from)]);
  if (found === 0)
    source.warn(node.at, 'PLACEHOLDER', '"expand" without a %placeholder%', 'take "expand" out');
  return missing ? null : all;
}
