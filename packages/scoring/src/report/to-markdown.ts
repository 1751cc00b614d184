import { toIso } from '@dwell/core/time';
import { count } from './say.ts';
import type { Block, Paper } from './types.ts';
import { wordsOf } from './words/words.ts';

/** Text that stands as it is: nothing in it is read as markup, and it keeps to one line. */
export function escapeMarkdown(text: string): string {
  return text
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]#+!|~>]/g, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/gm, String.raw`$1\$2`)
    .replace(/^([-=])/gm, String.raw`\$1`)
    .replace(/(https?):/gi, '$1&#58;')
    .replace(/\bwww\./gi, 'www&#46;');
}

const line = (text: string) => escapeMarkdown(text).replace(/\s*\r?\n\s*/g, ' ');
const cell = (text: string) => escapeMarkdown(text).replace(/\s*\r?\n\s*/g, '<br>') || ' ';
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

function table(block: Extract<Block, { is: 'table' }>): string {
  const { head, rows, caption, widths, right = [] } = block;
  const heads = head.length > 0 ? head : widths.map(() => '');
  const rule = heads.map((_, column) => (right.includes(column) ? '--:' : '---')).join(' | ');
  const above = caption ? `**${line(caption)}**\n\n` : '';
  return `${above}${[row(heads), `| ${rule} |`, ...rows.map(row)].join('\n')}`;
}

/** About this many points of a curve stand in a table for it. */
const SAMPLES = 12;

/** A chart as a table of some of its points: what was last so far at each time. */
function chart(block: Extract<Block, { is: 'chart' }>): string {
  const { series, from, to, calendar, caption } = block;
  const moments = series.every(({ look }) => look === 'marks')
    ? [...new Set(series.flatMap(({ points }) => points.map(([x]) => x)))].sort((x, y) => x - y)
    : Array.from({ length: SAMPLES }, (_, place) => from + ((to - from) * place) / (SAMPLES - 1));
  const at = (time: number) =>
    calendar ? toIso(calendar, Math.round(time)).slice(0, 16).replace('T', ' ') : count(time);
  const lines = series.filter(({ look }) => look !== 'marks');
  const drawn = lines.length > 0 ? lines : series;
  const rows = moments.map((moment) => [
    at(moment),
    ...drawn.map(({ points }) => {
      const last = points.findLast(([x]) => x <= moment);
      return last ? count(last[1]) : '–';
    }),
  ]);
  return table({
    is: 'table',
    caption,
    head: ['', ...drawn.map(({ name }) => name)],
    widths: ['', ...drawn].map(() => 1),
    right: drawn.map((_, column) => column + 1),
    rows,
  });
}

/** A fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}sql\n${text.trim()}\n${fence}`;
}

function written(of: Block, paper: Paper): string {
  switch (of.is) {
    case 'title':
      return `# ${line(of.text)}\n\n${line(of.sub)}`;
    case 'contents': {
      const heads = paper.blocks.flatMap((each) =>
        each.is === 'heading' && each.level === 1 ? [`- ${line(each.text)}`] : [],
      );
      return `**${wordsOf(paper.language).contents}**\n\n${heads.join('\n')}`;
    }
    case 'heading':
      return `${'#'.repeat(of.level + 1)} ${line(of.text)}`;
    case 'text':
      return of.tone === 'quote' ? `> ${line(of.text)}` : line(of.text);
    case 'code':
      return fenced(of.text);
    case 'list':
      return of.items.map((item) => `- ${line(item)}`).join('\n');
    case 'table':
      return table(of);
    case 'chart':
      return chart(of);
    case 'break':
      return '---';
  }
}

/** A paper as Markdown (CommonMark with tables); whatever people wrote is escaped. */
export function toMarkdown(paper: Paper): string {
  return `${paper.blocks.map((each) => written(each, paper)).join('\n\n')}\n`;
}
