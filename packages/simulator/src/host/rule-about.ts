import { parseAllDocuments } from 'yaml';
import type { RuleCard } from '../router/types.ts';

/** What a rule's text says about itself. */
export type RuleAbout = Pick<
  RuleCard,
  'title' | 'level' | 'techniques' | 'description' | 'falsePositives' | 'teaching'
> & {
  /** Null when the text names none. */
  name: string | null;
};

const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;
const NAME_LINE = /^name:\s*["']?([^"'#\r\n]{1,120}?)["']?\s*(?:#.*)?$/gm;

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : null);
const textsOf = (value: unknown) =>
  (Array.isArray(value) ? value : [value]).flatMap((each) => textOf(each) ?? []);

/** `attack.t1550.001` → `T1550.001`; other tags are none. */
export function techniquesOf(tags: readonly string[]): string[] {
  return tags.flatMap((tag) => {
    const found = /^attack\.(t\d{4}(?:\.\d{3})?)$/i.exec(tag)?.[1];
    return found ? [found.toUpperCase()] : [];
  });
}

/**
 * What a rule's text says about itself, as far as it can be read: a text in the making has faults,
 * and still has a place in the list. Its last document speaks for all of them.
 */
export function ruleAbout(text: string): RuleAbout {
  const last = lastDocument(text);
  const level = LEVELS.find((each) => each === textOf(last['level'])) ?? null;
  const name = textOf(last['name']) ?? [...text.matchAll(NAME_LINE)].at(-1)?.[1]?.trim() ?? null;
  const custom = last['dwell'];
  return {
    name,
    title: textOf(last['title']) ?? name ?? '',
    level,
    techniques: techniquesOf(textsOf(last['tags'])),
    description: textOf(last['description']),
    falsePositives: textsOf(last['falsepositives']),
    teaching: isMap(custom) && custom['teaching'] === true,
  };
}

function lastDocument(text: string): Record<string, unknown> {
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent' });
    const values = [...documents].map((each) => each.toJS({ maxAliasCount: 100 }) as unknown);
    return values.findLast(isMap) ?? {};
  } catch {
    return {};
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
