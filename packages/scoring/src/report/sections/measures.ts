import type { Measure } from '../../score.ts';
import type { Section } from '../context.ts';
import { DASH, type Say } from '../say.ts';
import { partTitle } from '../titles.ts';
import type { ReportSource } from '../types.ts';

function rows(source: ReportSource, say: Say, measure: Measure): string[][] {
  const { words } = say;
  const parts = measure.parts ?? [];
  return [
    [
      words.measures.titles[measure.id],
      say.measure(measure),
      measure.objective ?? DASH,
      say.refs(measure.evidence, 8),
    ],
    ...parts.map(({ of, value, evidence }) => [
      `    ${partTitle(source, say, of)}`,
      value === null ? DASH : say.measure({ ...measure, value }),
      '',
      say.refs(evidence, 8),
    ]),
  ];
}

/** Every measure with its value and the moments it rests on. */
export const measures: Section = ({ source, say }) => {
  const { words } = say;
  const { heads } = words;
  return [
    { is: 'break', landscape: false },
    { is: 'heading', level: 1, text: words.sections.measures },
    { is: 'text', tone: 'note', text: words.sentences.evidenceNote },
    {
      is: 'table',
      caption: words.captions.measures,
      head: [heads.measure, heads.value, heads.objective, heads.evidence],
      widths: [40, 23, 12, 25],
      refs: [3],
      rows: source.score.measures.flatMap((measure) => rows(source, say, measure)),
    },
  ];
};
