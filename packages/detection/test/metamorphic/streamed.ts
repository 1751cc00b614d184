import {
  compileStream,
  link,
  type Linked,
  parseRules,
  type StreamOptions,
} from '../../src/index.ts';
import { allReporting, answersOfHits, byStream } from '../agreement/by-stream.ts';
import type { Answers } from '../agreement/outcome.ts';
import { PLACEHOLDERS } from '../generate/field-item.ts';
import { ruleText } from '../generate/rule-text.ts';
import { LATE_MS } from '../generate/timeline.ts';
import type { Plain } from '../reference/documents.ts';
import type { JsonObject } from '../reference/event.ts';

export const STREAM: StreamOptions = { timeField: 'time', lateMs: LATE_MS };

/** Documents ready to run, all of them reporting. */
export function linkedOf(documents: readonly Plain[]): Linked {
  const text = ruleText(documents, 'single');
  const { documents: read } = parseRules(text, 'rules.yml', { placeholders: PLACEHOLDERS });
  return allReporting(link(read).linked);
}

/** What the stream says of these documents and events. */
export function streamed(documents: readonly Plain[], events: readonly JsonObject[]): Answers {
  return byStream(linkedOf(documents), events, STREAM);
}

/** The same, with the stream stopped after some events, saved as JSON text and taken up by another. */
export function interrupted(linked: Linked, events: readonly JsonObject[], after: number): Answers {
  const first = compileStream(linked, STREAM);
  const hits = events.slice(0, after).flatMap((event) => first.push(event));
  const saved = JSON.stringify(first.snapshot());
  const second = compileStream(linked, STREAM);
  second.restore(JSON.parse(saved));
  hits.push(...events.slice(after).flatMap((event) => second.push(event)), ...second.flush());
  return answersOfHits(linked, hits);
}
