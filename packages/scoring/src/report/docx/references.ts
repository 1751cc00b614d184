import { Bookmark, InternalHyperlink, type IRunOptions, type ParagraphChild } from 'docx';
import type { Block } from '../types.ts';
import { runs } from './runs.ts';
import { COLOURS } from './theme.ts';

/** Ids that can be looked up in a paper, with the bookmark of each. */
export type Anchors = ReadonlyMap<string, string>;

/** Every id of a column of ids, in order. A bookmark's name has letters and digits only. */
export function anchorsOf(blocks: readonly Block[]): Anchors {
  const ids = blocks.flatMap((block) => {
    if (block.is !== 'table' || block.ids === undefined) return [];
    const column = block.ids;
    return block.rows.map((row) => row[column]!);
  });
  return new Map([...new Set(ids)].map((id, place) => [id, `log${place + 1}`]));
}

/** An id where it can be looked up. */
export function anchored(id: string, anchors: Anchors, look: IRunOptions): ParagraphChild[] {
  const name = anchors.get(id);
  const children = runs(id, look);
  return name === undefined ? children : [new Bookmark({ id: name, children })];
}

/** Ids with commas between them, each leading to where it can be looked up; other text as it is. */
export function linked(text: string, anchors: Anchors, look: IRunOptions): ParagraphChild[] {
  return text.split(/(, | (?=\+\d+$))/).flatMap((part): ParagraphChild[] => {
    const anchor = anchors.get(part);
    if (anchor === undefined) return runs(part, look);
    const children = runs(part, { ...look, color: COLOURS.accent });
    return [new InternalHyperlink({ anchor, children })];
  });
}
