import type { Outcome } from '../../history.ts';
import type { Context, Section } from '../context.ts';
import { lossCurve } from '../loss-curve.ts';
import { DASH } from '../say.ts';
import type { Block } from '../types.ts';

function rows({ say }: Context, outcomes: readonly Outcome[]): string[][] {
  const { outcome: words } = say.words;
  const row = (title: string, show: (of: Outcome) => string) => [title, ...outcomes.map(show)];
  return [
    row(words.accountsLost, (of) => say.count(of.accountsLost)),
    row(words.lostBefore, (of) => say.count(of.lostBefore)),
    row(words.detectedAt, (of) => say.at(of.detectedAt)),
    row(words.containedAt, (of) => say.at(of.containedAt)),
    row(words.daysUndetected, (of) =>
      of.daysUndetected === null ? DASH : say.count(of.daysUndetected),
    ),
    row(words.residualForged, (of) => say.count(of.residualForged)),
    row(words.customerHours, (of) => say.count(of.customerHoursLockedOut)),
    row(words.lostOrders, (of) => say.count(of.lostOrders)),
    row(words.contacts, (of) => say.count(of.supportContacts)),
    row(words.harm, (of) => say.count(of.secondaryHarm)),
    row(words.cost, (of) => say.won(of.costWon)),
    row(words.fine, (of) =>
      of.fineWon === null ? DASH : `${say.won(of.fineWon.low)} – ${say.won(of.fineWon.high)}`,
    ),
  ];
}

/** The curve of what was lost with those of the bounds, and what each came to. */
export const loss: Section = (context) => {
  const { source, say } = context;
  const { words } = say;
  const { history } = source;
  const names = [words.bounds.team, ...history.bounds.map(({ name }) => words.bounds[name])];
  const series = [
    { name: words.bounds.team, loss: history.loss, look: 'main' as const },
    ...history.bounds.map((bound) => ({
      name: words.bounds[bound.name],
      loss: bound.loss,
      look: 'bound' as const,
    })),
  ];
  const blocks: Block[] = [
    { is: 'break', landscape: false },
    { is: 'heading', level: 1, text: words.sections.loss },
    lossCurve(words.captions.loss, words.outcome.accountsLost, history, series),
    {
      is: 'text',
      tone: 'note',
      text: history.bounds.length > 0 ? words.sentences.lossNote : words.sentences.boundsPending,
    },
    {
      is: 'table',
      caption: words.captions.bounds,
      head: [words.heads.figure, ...names],
      widths: [26, ...names.map(() => 74 / names.length)],
      right: names.map((_, column) => column + 1),
      rows: rows(context, [history.outcome, ...history.bounds.map(({ outcome }) => outcome)]),
    },
  ];
  return blocks;
};
