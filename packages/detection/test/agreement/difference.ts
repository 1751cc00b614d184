import { DuckDBInstance } from '@duckdb/node-api';
import { link, parseRules, problemText } from '../../src/index.ts';
import { PLACEHOLDERS } from '../generate/field-item.ts';
import { LATE_MS } from '../generate/timeline.ts';
import type { JsonObject } from '../reference/event.ts';
import { byReference } from './by-reference.ts';
import { bySql } from './by-sql.ts';
import { allReporting, byStream } from './by-stream.ts';
import { type Answers, nameAt } from './outcome.ts';

export const OPTIONS = { timeField: 'time', lateMs: LATE_MS, placeholders: PLACEHOLDERS };
export const connection = await (
  await DuckDBInstance.create(':memory:', { threads: '1' })
).connect();

/** Who disagrees with the reference, and in what. */
export type Difference = { between: string; says: string };

/** The first engine that does not say what the reference says of a rule file and events, or null. */
export async function difference(
  text: string,
  events: readonly JsonObject[],
): Promise<Difference | null> {
  const parsed = parseRules(text, 'rules.yml', { placeholders: PLACEHOLDERS });
  const { linked, problems } = link(parsed.documents);
  const errors = [...parsed.problems, ...problems].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { between: 'parser', says: errors.map(problemText).join('\n') };
  const { answers, reports } = byReference(text, events, OPTIONS);
  for (const [index, { reports: alone }] of linked.detections.entries()) {
    const name = nameAt(linked, index);
    if (alone === reports[name]) continue;
    return { between: 'link', says: `${name} reports: ${alone}, not ${reports[name]}` };
  }
  const all = allReporting(linked);
  for (const index of [false, true]) {
    const streamed = byStream(all, events, { timeField: 'time', lateMs: LATE_MS, index });
    const found = differing(index ? 'indexed stream' : 'stream', streamed, answers);
    if (found) return found;
  }
  return differing('sql', await bySql(all, events, OPTIONS, connection), answers);
}

function differing(between: string, given: Answers, wanted: Answers): Difference | null {
  for (const [name, texts] of Object.entries(wanted)) {
    const [got, want] = [given[name]?.join(', '), texts.join(', ')];
    if (got === want) continue;
    return { between, says: `${name}\n  by ${between}: ${got}\n  by the reference: ${want}` };
  }
  return null;
}
