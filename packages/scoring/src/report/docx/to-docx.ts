import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { Block, Paper } from '../types.ts';
import { wordsOf } from '../words/words.ts';
import { body, BULLETS } from './body.ts';
import { type Anchors, anchorsOf } from './references.ts';
import { fit } from './runs.ts';
import { styles } from './styles.ts';
import { COLOURS, PAGE, textWidth } from './theme.ts';

type Content = Exclude<Block, { is: 'break' }>;
type Part = { landscape: boolean; pages: Content[][] };

/** Blocks cut at their breaks, and gathered while the pages stay turned the same way. */
function parts(blocks: readonly Block[]): Part[] {
  const all: Part[] = [{ landscape: false, pages: [[]] }];
  for (const block of blocks) {
    const last = all.at(-1)!;
    if (block.is !== 'break') {
      last.pages.at(-1)!.push(block);
      continue;
    }
    const landscape = block.landscape ?? last.landscape;
    if (landscape === last.landscape) last.pages.push([]);
    else all.push({ landscape, pages: [[]] });
  }
  return all.filter(({ pages }) => pages.some((page) => page.length > 0));
}

const BULLET = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 400, hanging: 240 } } },
} as const;

const small = { size: 16, color: COLOURS.faint } as const;

function header(paper: Paper): Header {
  const words = [new TextRun({ ...small, text: fit(paper.title) })];
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: words })],
  });
}

function footer(paper: Paper): Footer {
  const { page, pageOf } = wordsOf(paper.language);
  const words = [
    new TextRun({ ...small, children: [page, PageNumber.CURRENT, pageOf, PageNumber.TOTAL_PAGES] }),
  ];
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: words })],
  });
}

function children({ landscape, pages }: Part, paper: Paper, anchors: Anchors): FileChild[] {
  const { language } = paper;
  const width = textWidth(landscape);
  return pages
    .filter((page) => page.length > 0)
    .flatMap((page, place) => [
      ...(place === 0 ? [] : [new Paragraph({ pageBreakBefore: true, style: 'AfterTable' })]),
      ...page.flatMap((block, index) => {
        const next = page[index + 1]?.is;
        const keepNext = next === 'table' || next === 'chart';
        return body(block, { width, language, keepNext, anchors });
      }),
    ]);
}

/**
 * A paper as a DOCX file (ECMA-376): styles with names, contents, tables whose heads repeat, charts with
 * their data. Fonts name a Korean face beside the Latin one.
 */
export async function toDocx(paper: Paper): Promise<Uint8Array> {
  const anchors = anchorsOf(paper.blocks);
  const sections = parts(paper.blocks).map((part, place): ISectionOptions => {
    const { margin, short, long } = PAGE;
    return {
      properties: {
        titlePage: place === 0,
        type: SectionType.NEXT_PAGE,
        page: {
          // The library itself swaps the sides of a page that lies.
          size: {
            width: short,
            height: long,
            orientation: part.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: { top: margin, right: margin, bottom: margin, left: margin },
        },
      },
      headers: {
        default: header(paper),
        first: new Header({ children: [new Paragraph({ children: [] })] }),
      },
      footers: { default: footer(paper), first: footer(paper) },
      children: children(part, paper, anchors),
    };
  });
  const document = new Document({
    title: fit(paper.title),
    creator: 'Dwell',
    lastModifiedBy: 'Dwell',
    styles: styles(paper.language),
    numbering: { config: [{ reference: BULLETS, levels: [BULLET] }] },
    sections,
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
