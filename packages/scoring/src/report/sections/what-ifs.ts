import type { Section } from '../context.ts';
import { DASH } from '../say.ts';
import type { Block } from '../types.ts';

/** Other choices on the same seed, with the differences they make. */
export const whatIfs: Section = ({ source, say }) => {
  const { words } = say;
  const { heads } = words;
  const heading: Block = { is: 'heading', level: 1, text: words.sections.whatIfs };
  if (source.whatIfs.length === 0)
    return [heading, { is: 'text', text: words.sentences.noWhatIfs }];
  return [
    heading,
    { is: 'text', tone: 'note', text: words.sentences.whatIfNote },
    {
      is: 'table',
      caption: words.captions.whatIfs,
      head: [
        heads.change,
        heads.accounts,
        heads.days,
        heads.customerHours,
        heads.won,
        heads.explanation,
      ],
      widths: [24, 14, 8, 13, 14, 27],
      right: [1, 2, 3, 4],
      rows: source.whatIfs.map((each) => [
        say.text(each.title),
        say.signed(each.accounts),
        each.days === null ? DASH : say.signed(each.days),
        say.signed(each.customerHours),
        `${each.won > 0 ? '+' : ''}${say.won(each.won)}`,
        say.text(each.explanation),
      ]),
    },
  ];
};
