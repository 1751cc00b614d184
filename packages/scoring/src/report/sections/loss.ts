import type { SimTime } from '@dwell/core';
import type { LossPoint, Outcome } from '../../history.ts';
import { lossAt } from '../../loss-at.ts';
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

/** Since a time: only what was lost after it. */
function since(loss: readonly LossPoint[], from: SimTime): LossPoint[] {
  const before = lossAt(loss, from);
  const after = loss.filter(({ at }) => at > from);
  return [
    { at: from, accounts: 0 },
    ...after.map(({ at, accounts }) => ({ at, accounts: accounts - before })),
  ];
}

/** The whole run, and what was lost since the exercise began where something was lost before. */
function charts({ source: { history }, say }: Context): Block[] {
  const { captions, bounds: names, outcome } = say.words;
  const bounds = history.bounds.map(({ name, loss }) => ({
    name: names[name],
    loss,
    look: 'bound' as const,
  }));
  // Last, so that it lies on top.
  const curves = [...bounds, { name: names.team, loss: history.loss, look: 'main' as const }];
  if (lossAt(history.loss, history.from) === 0)
    return [lossCurve(captions.lossSince, outcome.accountsLost, history, curves)];
  const own = curves.map((each) => ({ ...each, loss: since(each.loss, history.from) }));
  return [
    lossCurve(captions.lossSince, outcome.accountsLost, history, own),
    lossCurve(captions.loss, outcome.accountsLost, history, curves.slice(-1)),
  ];
}

/** The curve of what was lost with those of the bounds, and what each came to. */
export const loss: Section = (context) => {
  const { source, say } = context;
  const { words } = say;
  const { history } = source;
  const names = [words.bounds.team, ...history.bounds.map(({ name }) => words.bounds[name])];
  const drawn = history.loss.length > 0 ? charts(context) : [];
  return [
    { is: 'break', landscape: false },
    { is: 'heading', level: 1, text: words.sections.loss },
    ...drawn,
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
};
