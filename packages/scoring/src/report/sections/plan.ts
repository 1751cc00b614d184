import { isComplete } from '../../improvement.ts';
import type { Section } from '../context.ts';
import { DASH } from '../say.ts';
import { objectiveTitle } from '../titles.ts';
import type { Block } from '../types.ts';

/** What will be different: who, by when, how one will know, and how far it has come. */
export const plan: Section = ({ source, say }) => {
  const { words } = say;
  const { heads, sentences } = words;
  const { improvements } = source;
  const heading: Block = { is: 'heading', level: 1, text: words.sections.plan };
  if (improvements.length === 0) return [heading, { is: 'text', text: sentences.planEmpty }];
  const complete = improvements.filter(isComplete).length;
  const carries = improvements.some((each) => each.carries !== null);
  return [
    heading,
    {
      is: 'text',
      text: sentences.planNote(say.count(complete), say.count(improvements.length)),
    },
    ...(carries ? [{ is: 'text', tone: 'note', text: sentences.carriesNote } as const] : []),
    {
      is: 'table',
      caption: words.captions.plan,
      head: [
        '#',
        heads.what,
        heads.objective,
        heads.owner,
        heads.dueDay,
        heads.howKnown,
        heads.status,
        heads.carries,
      ],
      widths: [4, 27, 14, 12, 10, 19, 8, 12],
      rows: improvements.map((each, place) => [
        String(place + 1),
        each.text,
        each.objective === null ? DASH : objectiveTitle(source, say, each.objective),
        each.owner || words.nobody,
        each.due ?? words.noDay,
        each.measure || DASH,
        words.statuses[each.status],
        each.carries ? `${words.carried[each.carries.kind]}: ${each.carries.name}` : DASH,
      ]),
    },
  ];
};
