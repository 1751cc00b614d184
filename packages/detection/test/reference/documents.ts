import { isObject } from './event.ts';
import { type Ask, type Placeholders } from './field-test.ts';
import { sectionAsk } from './rule.ts';

/** A document of a rule file as `yaml` gives it. */
export type Plain = Record<string, unknown>;
export type Member =
  | { name: string; ask: Ask; correlation: null; document: Plain }
  | { name: string; ask: null; correlation: Plain; document: Plain };

/** Rules (with the filters that apply to them) and correlations, in the order of the file. */
export function members(documents: readonly Plain[], placeholders: Placeholders): Member[] {
  const filters = documents.filter((document) => isObject(document['filter']));
  return documents.flatMap((document): Member[] => {
    const name = String(document['name'] ?? document['id'] ?? document['title']);
    if (isObject(document['correlation'])) {
      return [{ name, ask: null, correlation: document['correlation'], document }];
    }
    if (!isObject(document['detection'])) return [];
    const own = sectionAsk(document['detection'], placeholders);
    const more = filters
      .filter((filter) => applies(filter, document))
      .map((filter) => sectionAsk(filter['filter'] as Plain, placeholders));
    const ask: Ask = (event) => own(event) && more.every((filter) => filter(event));
    return [{ name, ask, correlation: null, document }];
  });
}

/** Whether a document is what a reference names. */
export function isNamed(document: Plain, reference: unknown): boolean {
  return document['id'] === reference || document['name'] === reference;
}

/** A filter applies to the rules it names, of its log source or a narrower one. */
function applies(filter: Plain, rule: Plain): boolean {
  const { rules } = filter['filter'] as Plain;
  const named = Array.isArray(rules) ? rules : [rules];
  if (rules !== 'any' && !named.some((reference) => isNamed(rule, reference))) return false;
  const [wide, narrow] = [filter['logsource'] as Plain, rule['logsource'] as Plain];
  return ['category', 'product', 'service'].every(
    (key) => wide[key] === undefined || wide[key] === narrow[key],
  );
}
