import type { ScoreSheet } from '../../score.ts';
import type { Context, Section } from '../context.ts';
import { DASH } from '../say.ts';
import { lineTitle } from '../titles.ts';
import type { Block } from '../types.ts';

function rows({ source, say }: Context, sheet: ScoreSheet): string[][] {
  const told = (points: number | null) => (points === null ? DASH : say.decimal(points));
  return sheet.groups.flatMap((group) => [
    [say.words.groups[group.id] ?? group.id, told(group.points), say.decimal(group.of), ''],
    ...group.lines.map((line) => [
      `    ${lineTitle(source, say, line.id)}`,
      told(line.points),
      say.decimal(line.of),
      line.from.map((id) => lineTitle(source, say, id)).join(', '),
    ]),
  ]);
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
  const text = say.words.sentences.equation(name, terms.join(' + '), say.decimal(sheet.points));
  return [{ is: 'text', tone: 'quote', text }];
}

/** The two sheets with the equation behind each. */
export const score: Section = (context) => {
  const { source, say } = context;
  const { words } = say;
  const { team, official } = source.score;
  const table = (name: string, sheet: ScoreSheet): Block => ({
    is: 'table',
    caption: `${name}: ${words.captions.score}`,
    head: [words.heads.part, words.heads.points, words.heads.of, words.heads.from],
    widths: [42, 11, 9, 38],
    right: [1, 2],
    rows: rows(context, sheet),
  });
  return [
    { is: 'heading', level: 1, text: words.sections.score },
    { is: 'text', text: words.sentences.template(official.template) },
    ...equation(context, words.facts.official, official),
    ...equation(context, words.facts.teamScore, team),
    { is: 'text', tone: 'note', text: words.sentences.equationNote },
    table(words.facts.official, official),
    table(words.facts.teamScore, team),
  ];
};
