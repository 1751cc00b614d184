import { parseAllDocuments } from 'yaml';
import type { Plain } from '../reference/documents.ts';
import { evaluate, type Options } from '../reference/evaluate.ts';
import type { JsonObject } from '../reference/event.ts';
import { type Answers, answersOf, matchText, momentText } from './outcome.ts';

/** What the reference says of the rules in a text. */
export function byReference(
  text: string,
  events: readonly JsonObject[],
  options: Options,
): { answers: Answers; reports: Readonly<Record<string, boolean>> } {
  const documents = parseAllDocuments(text).map((document) => document.toJS() as Plain);
  const outcomes = evaluate(documents, events, options);
  const texts = outcomes.map(({ name, matches, holds }): [string, string[]] => [
    name,
    matches?.map(matchText) ?? holds!.map(({ at, group }) => momentText(at, group)),
  ]);
  const names = outcomes.map(({ name }) => name);
  const reports = outcomes.map(({ name, reports: alone }): [string, boolean] => [name, alone]);
  return { answers: answersOf(names, texts), reports: Object.fromEntries(reports) };
}
