import type { ScoreSheet } from '../../score.ts';
import type { Context, Section } from '../context.ts';
import { DASH } from '../say.ts';
import { lineTitle } from '../titles.ts';
import type { Block } from '../types.ts';

/** Both sheets side by side: they differ in the letters alone. */
function rows({ source, say }: Context): string[][] {
  const { team, official } = source.score;
  const told = (points: number | null | undefined) =>
    points === null || points === undefined ? DASH : say.decimal(points);
  return official.groups.flatMap((group) => {
    const other = team.groups.find(({ id }) => id === group.id);
    return [
      [
        say.words.groups[group.id] ?? group.id,
        told(group.points),
        told(other?.points),
        say.decimal(group.of),
      ],
      ...group.lines.map((line) => [
        `    ${lineTitle(source, say, line.id)}`,
        told(line.points),
        told(other?.lines.find(({ id }) => id === line.id)?.points),
        say.decimal(line.of),
      ]),
    ];
  });
}

/** `Official score = Outcome 31.2/50 + Process 28/35 = 69.4`, over the parts that could be told. */
function equation({ say }: Context, name: string, sheet: ScoreSheet): Block[] {
  if (sheet.points === null) return [];
  const terms = sheet.groups
    .filter(({ points }) => points !== null)
    .map(({ id, points, of }) => {
      const title = say.words.groups[id] ?? id;
      return `${title} ${say.decimal(points!)}/${say.decimal(of)}`;
    });
  const hints =
    sheet.hintsOff > 0 ? ` − ${say.words.groups['hints']!} ${say.decimal(sheet.hintsOff)}` : '';
  const sum = terms.join(' + ') + hints;
  const text = say.words.sentences.equation(name, sum, say.decimal(sheet.points));
  return [{ is: 'text', tone: 'quote', text }];
}

/** The two sheets with the equation behind each. */
export const score: Section = (context) => {
  const { source, say } = context;
  const { words } = say;
  const { team, official } = source.score;
  return [
    { is: 'heading', level: 1, text: words.sections.score },
    { is: 'text', text: words.sentences.template(official.template) },
    ...equation(context, words.facts.official, official),
    ...equation(context, words.facts.teamScore, team),
    { is: 'text', tone: 'note', text: words.sentences.equationNote },
    {
      is: 'table',
      caption: words.captions.score,
      head: [words.heads.part, words.facts.official, words.facts.teamScore, words.heads.of],
      widths: [52, 18, 18, 12],
      right: [1, 2, 3],
      rows: rows(context),
    },
  ];
};
