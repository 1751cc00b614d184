import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx';
import type { Language } from '../types.ts';
import { CODE_FONT, COLOURS, FONT } from './theme.ts';

const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: COLOURS.accent },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

/** What is not a heading. */
const PARAGRAPHS: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    run: { font: FONT, size: 28, color: COLOURS.faint },
    paragraph: { spacing: { after: 480 } },
  },
  {
    id: 'Lead',
    name: 'Lead',
    basedOn: 'Normal',
    run: { font: FONT, size: 23 },
    paragraph: { spacing: { after: 240, line: 300, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'Note',
    name: 'Note',
    basedOn: 'Normal',
    run: { font: FONT, size: 18, color: COLOURS.faint },
    paragraph: { spacing: { before: 60, after: 140, line: 252, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    paragraph: {
      spacing: { before: 80, after: 120 },
      indent: { left: 280 },
      border: {
        left: { style: BorderStyle.SINGLE, size: 18, space: 10, color: COLOURS.accent },
      },
    },
  },
  {
    id: 'Code',
    name: 'Code',
    basedOn: 'Normal',
    run: { font: CODE_FONT, size: 17 },
    paragraph: { spacing: { before: 60, after: 160, line: 240, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'Cell',
    name: 'Cell',
    basedOn: 'Normal',
    run: { font: FONT, size: 18 },
    paragraph: { spacing: { before: 0, after: 0, line: 252, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'AfterTable',
    name: 'After table',
    basedOn: 'Normal',
    run: { size: 12 },
    paragraph: { spacing: { before: 0, after: 80, line: 200, lineRule: LineRuleType.AUTO } },
  },
];

/** Styles with names, so that who edits the file can change the look in one place. */
export function styles(language: Language): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: 21,
          color: COLOURS.ink,
          // Latin words are English in either language: named Korean, they would be broken anywhere.
          language: { value: language === 'ko' ? 'en-US' : 'en-GB', eastAsia: 'ko-KR' },
        },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FONT, size: 52, bold: true, color: COLOURS.accent },
        paragraph: {
          spacing: { before: 1200, after: 120, line: 252, lineRule: LineRuleType.AUTO },
        },
      },
      heading1: heading(34, 360, 160),
      heading2: heading(26, 280, 100),
      heading3: heading(22, 200, 80),
      caption: {
        run: { font: FONT, size: 19, bold: true, color: COLOURS.faint },
        paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: PARAGRAPHS,
  };
}
