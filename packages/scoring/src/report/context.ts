import { makeSay, type Say } from './say.ts';
import type { Block, ReportSource } from './types.ts';

/** What a section is written from. */
export type Context = { source: ReportSource; say: Say };

/** A section of a report: its blocks, with its heading; none where there is nothing to say. */
export type Section = (context: Context) => readonly Block[];

export function contextOf(source: ReportSource): Context {
  return { source, say: makeSay(source.history, source.language) };
}
