import { readSource, shippedNames } from './shipped.ts';

/** A named hunt: SQL with a head of comments that says what it looks for. */
export type HuntFile = {
  title: string | null;
  hypothesis: string | null;
  technique: string | null;
  /** 1-based lines, for messages. */
  techniqueLine: number;
  sqlLine: number;
  /** The query without its head and without a last semicolon. */
  sql: string;
};

/** Splits `-- key: value` lines at the top from the query below. */
export function parseHunt(text: string): HuntFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const head = new Map<string, { value: string; line: number }>();
  let last: string | null = null;
  let at = 0;
  for (; at < lines.length && /^\s*(--.*)?$/.test(lines[at]!); at++) {
    const pair = /^\s*--\s*(title|hypothesis|technique):\s*(.+?)\s*$/.exec(lines[at]!);
    const more = /^\s*--\s+(.+?)\s*$/.exec(lines[at]!);
    if (pair) head.set((last = pair[1]!), { value: pair[2]!, line: at + 1 });
    else if (more && last) head.get(last)!.value += ` ${more[1]}`;
  }
  return {
    title: head.get('title')?.value ?? null,
    hypothesis: head.get('hypothesis')?.value ?? null,
    technique: head.get('technique')?.value ?? null,
    techniqueLine: head.get('technique')?.line ?? 1,
    sqlLine: Math.min(at + 1, lines.length),
    sql: lines.slice(at).join('\n').trim().replace(/;\s*$/, ''),
  };
}

/** Names of the hunts that come with the package. */
export function shippedHunts(): string[] {
  return shippedNames('hunts');
}

/** A shipped hunt by name. Errors: `NO_SUCH`. */
export function loadHunt(name: string): HuntFile & { name: string } {
  return { name, ...parseHunt(readSource(name, 'hunts', 'hunt').text) };
}
