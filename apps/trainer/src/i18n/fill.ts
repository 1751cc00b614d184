import type { Language } from './language.ts';
import { formatCompact, formatCount } from './format-number.ts';
import { formatSpan } from './format-time.ts';

type Values = { readonly [name: string]: string | number };

/**
 * Fills `{name}` places of a text with values: whole counts in full, `{name:compact}` short,
 * `{name:span}` as a duration of ms. A place without a value stays as it is, so that it is noticed.
 */
export function fill(language: Language, template: string, values: Values): string {
  return template.replace(/\{(\w+)(?::(\w+))?\}/g, (place, name: string, form?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    if (typeof value === 'string') return value;
    if (form === 'compact') return formatCompact(language, value);
    if (form === 'span') return formatSpan(language, value);
    return formatCount(value);
  });
}
