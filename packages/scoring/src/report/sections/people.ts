import type { Credit } from '../../score.ts';
import type { Section } from '../context.ts';
import { DASH } from '../say.ts';
import type { ReportSource } from '../types.ts';

/** Those whose credit is told: people, not bots. */
export function credited({ score }: ReportSource): readonly Credit[] {
  return score.people.filter(({ points }) => points !== null);
}

/** What each person did, by the log alone. */
export const people: Section = ({ source, say }) => {
  const { words } = say;
  const { heads } = words;
  const all = credited(source);
  if (all.length === 0) return [];
  const share = (value: number | null) => (value === null ? DASH : say.percent(value));
  return [
    { is: 'break', landscape: true },
    { is: 'heading', level: 1, text: words.sections.people },
    { is: 'text', tone: 'note', text: words.sentences.peopleNote },
    {
      is: 'table',
      caption: words.captions.people,
      head: [
        heads.person,
        heads.queried,
        heads.proposed,
        heads.approved,
        heads.objected,
        heads.recorded,
        heads.answered,
        heads.verdicts,
        heads.credit,
        heads.alignment,
        heads.calibration,
        heads.refs,
      ],
      widths: [17, 6.4, 7.6, 7.6, 7.6, 7.8, 8, 6.5, 6.5, 8.3, 9, 7.7],
      right: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      refs: [11],
      rows: all.map((each) => [
        [say.person(each.by), each.roles.map(say.role).join(', ')].filter(Boolean).join('\n'),
        say.count(each.queried),
        say.count(each.proposed),
        say.count(each.approved),
        say.count(each.objected),
        say.count(each.recorded),
        say.count(each.answered),
        say.count(each.verdicts),
        say.count(each.points!),
        share(each.alignment),
        share(each.calibration),
        say.refs(each.evidence, 3),
      ]),
    },
  ];
};
