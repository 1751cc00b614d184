import {
  AlignmentType,
  BorderStyle,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Block } from '../types.ts';
import { type Anchors, anchored, linked } from './references.ts';
import { runs } from './runs.ts';
import { COLOURS } from './theme.ts';

type TableBlock = Extract<Block, { is: 'table' }>;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line };
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Twips that a cell keeps free. */
const PADDING = { top: 50, bottom: 50, left: 90, right: 90 };
/** A table of more columns than this has smaller letters, in half points. */
const MANY = 9;
const SMALL = 16;
/** A row of more characters than this may break over pages; a shorter one stays whole. */
const WHOLE = 1200;

/** Twips of each column, exactly as wide as the text together. */
function columns({ widths }: TableBlock, total: number): number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  const twips = widths.map((width) => Math.floor((width / sum) * total));
  const left = total - twips.reduce((all, width) => all + width, 0);
  return twips.map((width, place) => (place === twips.length - 1 ? width + left : width));
}

function cell(
  text: string,
  width: number,
  look: { bold?: boolean; fill?: string; right?: boolean; small?: boolean },
  write: (text: string, run: IRunOptions) => readonly ParagraphChild[] = runs,
): TableCell {
  const indent = /^ {4}/.test(text) ? { left: 200 } : undefined;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: PADDING,
    ...(look.fill && {
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: look.fill },
    }),
    children: [
      new Paragraph({
        style: 'Cell',
        ...(look.right && { alignment: AlignmentType.RIGHT }),
        ...(indent && { indent }),
        children: write(text.replace(/^ {4}/, ''), {
          ...(look.bold && { bold: true }),
          ...(look.small && { size: SMALL }),
        }),
      }),
    ],
  });
}

/** A table as wide as the text, its head on every page, its caption kept with it. */
export function table(block: TableBlock, total: number, anchors: Anchors): (Paragraph | Table)[] {
  const { head, rows, caption, right = [] } = block;
  const widths = columns(block, total);
  const facts = head.length === 0;
  const small = widths.length > MANY;
  const rightOf = (column: number) => right.includes(column);
  const writeOf = (column: number) => {
    if (column === block.ids) return (id: string, look: IRunOptions) => anchored(id, anchors, look);
    return block.refs?.includes(column)
      ? (text: string, look: IRunOptions) => linked(text, anchors, look)
      : runs;
  };
  const headRow = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, column) =>
      cell(text, widths[column]!, {
        bold: true,
        fill: COLOURS.head,
        right: rightOf(column),
        small,
      }),
    ),
  });
  const body = rows.map(
    (row, place) =>
      new TableRow({
        cantSplit: row.join('').length <= WHOLE,
        children: row.map((text, column) =>
          cell(
            text,
            widths[column]!,
            {
              bold: facts && column === 0,
              ...(facts
                ? column === 0 && { fill: COLOURS.head }
                : place % 2 === 1 && { fill: COLOURS.band }),
              right: rightOf(column),
              small,
            },
            writeOf(column),
          ),
        ),
      }),
  );
  const above = caption
    ? [new Paragraph({ style: 'Caption', keepNext: true, children: runs(caption) })]
    : [];
  // Word needs a row, and a paragraph between two tables.
  if (rows.length === 0 && facts) return above;
  return [
    ...above,
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: total, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: LINE,
        bottom: LINE,
        left: NO_LINE,
        right: NO_LINE,
        insideHorizontal: LINE,
        insideVertical: NO_LINE,
      },
      rows: facts ? body : [headRow, ...body],
    }),
    new Paragraph({ style: 'AfterTable', children: [] }),
  ];
}
