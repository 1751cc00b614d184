import {
  AlignmentType,
  type FileChild,
  HeadingLevel,
  Paragraph,
  ShadingType,
  TableOfContents,
} from 'docx';
import type { Block, Language } from '../types.ts';
import { wordsOf } from '../words/words.ts';
import { chart } from './chart.ts';
import type { Anchors } from './references.ts';
import { fit, runs } from './runs.ts';
import { table } from './table.ts';
import { COLOURS } from './theme.ts';

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;
/** Name of the one kind of list. */
export const BULLETS = 'bullets';

const TONES = { lead: 'Lead', note: 'Note', quote: 'Quote' } as const;

function text({ text: words, tone }: Extract<Block, { is: 'text' }>, keepNext: boolean): Paragraph {
  if (tone === 'centre')
    return new Paragraph({ alignment: AlignmentType.CENTER, children: runs(words) });
  return new Paragraph({ ...(tone && { style: TONES[tone] }), keepNext, children: runs(words) });
}

/** Where and how a block is drawn. `width`: twips between the margins; `keepNext`: on the page of the next. */
type Place = { width: number; language: Language; keepNext: boolean; anchors: Anchors };

/** What stands on the pages for a block. */
export function body(
  block: Exclude<Block, { is: 'break' }>,
  { width, language, keepNext, anchors }: Place,
): FileChild[] {
  switch (block.is) {
    case 'title':
      return [
        new Paragraph({ heading: HeadingLevel.TITLE, children: runs(block.text) }),
        new Paragraph({ style: 'Subtitle', children: runs(block.sub) }),
      ];
    case 'contents':
      return [
        new Paragraph({
          style: 'Lead',
          children: runs(wordsOf(language).contents, { bold: true }),
        }),
        new TableOfContents(fit(wordsOf(language).contents), {
          hyperlink: true,
          headingStyleRange: '1-2',
          // Pages are not known before somebody draws them, and a field that asks to be updated is a nuisance.
          pageNumbersEntryLevelsRange: '1-2',
          beginDirty: false,
        }),
      ];
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level], children: runs(block.text) })];
    case 'text':
      return [text(block, keepNext)];
    case 'code':
      return [
        new Paragraph({
          style: 'Code',
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: COLOURS.band },
          children: runs(block.text),
        }),
      ];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: runs(item) }),
      );
    case 'table':
      return table(block, width, anchors);
    case 'chart':
      return chart(block, width);
  }
}
