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
import { fit, runs } from './runs.ts';
import { table } from './table.ts';
import { COLOURS } from './theme.ts';

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;
const TONES = { lead: 'Lead', note: 'Note', quote: 'Quote' } as const;

function text({ text: words, tone }: Extract<Block, { is: 'text' }>): Paragraph {
  if (tone === 'centre')
    return new Paragraph({ alignment: AlignmentType.CENTER, children: runs(words) });
  return new Paragraph({ ...(tone && { style: TONES[tone] }), children: runs(words) });
}

/** What stands on the pages for a block. `width`: twips between the margins. */
export function body(
  block: Exclude<Block, { is: 'break' }>,
  width: number,
  language: Language,
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
          beginDirty: false,
        }),
      ];
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level], children: runs(block.text) })];
    case 'text':
      return [text(block)];
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
        (item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }),
      );
    case 'table':
      return table(block, width);
    case 'chart':
      return chart(block, width);
  }
}
