import type { Section } from '../context.ts';

/** The published case beside the team's, with how sure each figure is. */
export const published: Section = ({ source, say }) => {
  const { words } = say;
  const { heads } = words;
  if (source.published.length === 0) return [];
  return [
    { is: 'heading', level: 1, text: words.sections.published },
    {
      is: 'table',
      caption: words.captions.published,
      head: [heads.fact, heads.publishedValue, heads.grade, heads.here],
      widths: [29, 31, 11, 29],
      rows: source.published.map((row) => [
        say.text(row.title),
        say.text(row.published),
        row.grade,
        say.text(row.team),
      ]),
    },
    { is: 'text', tone: 'note', text: words.sentences.publishedNote },
  ];
};
