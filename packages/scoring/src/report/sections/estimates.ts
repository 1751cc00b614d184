import type { HistoryEstimate } from '../../history.ts';
import type { Context, Section } from '../context.ts';
import type { Block } from '../types.ts';

function verdict({ say }: Context, { low, high, truth }: HistoryEstimate): string {
  const { sentences } = say.words;
  if (truth < low) return sentences.above;
  return truth > high ? sentences.below : sentences.inside;
}

/** Ranges drawn over time, in powers of ten, with what was true. */
function chart({ source: { history }, say }: Context): Block {
  const { words } = say;
  const first = history.estimates[0]!;
  const last = history.estimates.at(-1)!;
  const margin = Math.max((last.at - first.at) * 0.08, 1_800_000);
  const from = first.at - margin;
  const to = last.at + margin;
  const within = history.loss.filter(({ at, accounts }) => at > from && at < to && accounts > 0);
  const truth = [
    [from, first.truth],
    ...within.map(({ at, accounts }) => [at, accounts]),
    [to, last.truth],
  ] as [number, number][];
  return {
    is: 'chart',
    caption: words.captions.estimateChart,
    unit: words.outcome.accountsLost,
    calendar: history.calendar,
    from,
    to,
    log: true,
    series: [
      { name: words.heads.truth, look: 'main', points: truth.filter(([, value]) => value > 0) },
      {
        name: words.heads.estimate,
        look: 'marks',
        points: history.estimates.map(({ at, low, high }) => [at, (low + high) / 2] as const),
        ranges: history.estimates.map(({ low, high }) => [low, high] as const),
      },
    ],
  };
}

function alone({ source: { history }, say }: Context): Block[] {
  const { words } = say;
  const rows = history.freezes.flatMap((freeze) =>
    freeze.answers.map((answer) => [
      freeze.question,
      say.person(answer.by),
      `${say.count(answer.low)} – ${say.count(answer.high)}`,
      say.percent(answer.confidence / 100),
      say.count(freeze.truth),
    ]),
  );
  if (rows.length === 0) return [];
  const { heads } = words;
  return [
    {
      is: 'table',
      caption: words.captions.freezes,
      head: [heads.question, heads.who, heads.estimate, heads.confidence, heads.truth],
      widths: [30, 20, 26, 10, 14],
      right: [2, 3, 4],
      rows,
    },
  ];
}

/** What people thought was lost, and what was. */
export const estimates: Section = (context) => {
  const { source, say } = context;
  const { words } = say;
  const { heads } = words;
  const { history } = source;
  const heading: Block = { is: 'heading', level: 1, text: words.sections.estimates };
  if (history.estimates.length === 0)
    return [heading, { is: 'text', text: words.sentences.noEstimates }, ...alone(context)];
  return [
    heading,
    { is: 'text', tone: 'note', text: words.sentences.estimatesNote },
    chart(context),
    {
      is: 'table',
      caption: words.captions.estimates,
      head: [
        heads.time,
        heads.who,
        heads.estimate,
        heads.confidence,
        heads.truth,
        heads.verdict,
        heads.refs,
      ],
      widths: [19, 14, 23, 8, 13, 15, 8],
      refs: [6],
      right: [2, 3, 4],
      rows: history.estimates.map((each) => [
        say.at(each.at),
        say.person(each.by),
        `${say.count(each.low)} – ${say.count(each.high)}`,
        say.percent(each.confidence / 100),
        say.count(each.truth),
        verdict(context, each),
        each.moment,
      ]),
    },
    ...alone(context),
  ];
};
