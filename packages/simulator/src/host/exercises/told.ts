import { createHash } from 'node:crypto';
import type { ConsoleSection } from '../../router/exercise-types.ts';

/** Sections of a console, in the order in which they are told. */
export const SECTIONS: readonly ConsoleSection[] = [
  'room',
  'wash',
  'inbox',
  'decisions',
  'record',
  'chat',
  'documents',
  'clocks',
  'standing',
];

const MARK_CHARS = 8;

/** What a browser has been told: a mark of each section's content, '' for none. */
export type Told = Map<ConsoleSection, string>;

/** A mark of a section's content: the same content has the same mark in every process. */
export function markOf(json: string): string {
  return createHash('sha256').update(json).digest('base64url').slice(0, MARK_CHARS);
}

/** The marks as an event's id, 80 characters at most; read back by `parseTold`. */
export function toldId(told: Told): string {
  return SECTIONS.map((section) => told.get(section) ?? '').join('.');
}

/** What an event's id says has been told. Nothing, when the text is no such id. */
export function parseTold(id: string | null): Told {
  const marks = (id ?? '').split('.');
  if (marks.length !== SECTIONS.length || !marks.every((mark) => /^[\w-]{0,8}$/.test(mark)))
    return new Map();
  return new Map(SECTIONS.map((section, i) => [section, marks[i]!]));
}
