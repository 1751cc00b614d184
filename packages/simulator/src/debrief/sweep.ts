import { DAY_MS, DwellError } from '@dwell/core';
import type { Command } from '../run/command.ts';
import type { BaseRun } from './base-run.ts';
import { offersOf } from './offers.ts';
import { suggestionsOf } from './suggestions.ts';
import type { Change, WhatIf, WhatIfOffer } from './types.ts';
import { whatIf } from './what-if.ts';

/** Decisions told of in the end. */
const BEST_MAX = 5;

/** Hours that customers may be locked out for each account saved: ten days of one customer. */
const HOURS_AN_ACCOUNT = 240;

/** How far a sweep has got. */
export type SweepStep = {
  done: number;
  of: number;
  /** Of the decisions that mattered most the best that could have been done about each, most saved first. */
  best: WhatIf[];
  /** The decision without which most more would have been lost; null: there is none yet. */
  dearest: WhatIf | null;
  finished: boolean;
};

/** A change to be tried, and the decision that it is about. */
type Try = { about: string; change: Change; title?: WhatIf['title'] };

/**
 * Tries every decision of a run otherwise (earlier, another option, not at all), and what nobody did:
 * what matters is found by trying. Tells after each; may be left at any time.
 */
export function* sweep(base: BaseRun): Generator<SweepStep> {
  const tries = triesOf(base);
  const best = new Map<string, WhatIf>();
  let dearest: WhatIf | null = null;
  for (const [i, { about, change, title }] of tries.entries()) {
    const came = tried(base, change);
    if (came) {
      const told = title ? { ...came, title } : came;
      const known = best.get(about);
      if (saves(told) && (!known || byGain(told, known) < 0)) best.set(about, told);
      if (change.do === 'never' && told.difference.accounts > (dearest?.difference.accounts ?? 0))
        dearest = told;
    }
    const done = i + 1;
    const first = [...best.values()].sort(byGain).slice(0, BEST_MAX);
    yield { done, of: tries.length, best: first, dearest, finished: done === tries.length };
  }
}

/** Most accounts saved first, then most money. */
function byGain(a: WhatIf, b: WhatIf): number {
  return a.difference.accounts - b.difference.accounts || a.difference.won - b.difference.won;
}

/** Whoever shuts the shop saves every account: that is no better decision. */
function saves({ difference: { accounts, customerHours, won } }: WhatIf): boolean {
  if (accounts === 0) return won < 0;
  return accounts < 0 && customerHours <= -accounts * HOURS_AN_ACCOUNT;
}

/** Null: it cannot be tried. */
function tried(base: BaseRun, change: Change): WhatIf | null {
  try {
    return whatIf(base, change);
  } catch (error) {
    if (error instanceof DwellError && error.exit === 2) return null;
    throw error;
  }
}

/** What to try, in order of how much it promises: what nobody did, then acts, then answers. */
function triesOf(base: BaseRun): Try[] {
  const bodies = new Map(base.logged.commands.map(({ sequence, body }) => [sequence, body]));
  const isAnswer = ({ sequence }: WhatIfOffer) => bodies.get(sequence)?.do === 'answer';
  const offers = offersOf(base);
  const ordered = [...offers.filter((offer) => !isAnswer(offer)), ...offers.filter(isAnswer)];
  return [
    ...suggestionsOf(base).map(({ change, title }) => ({ about: title.en, change, title })),
    ...ordered.flatMap((offer) => changesOf(offer, bodies.get(offer.sequence)!)),
  ];
}

function changesOf({ sequence, at, from, instead }: WhatIfOffer, body: Command['body']): Try[] {
  const changes: Change[] = [
    { do: 'never', sequence },
    ...instead.map(({ option, params }) => ({
      do: 'instead' as const,
      sequence,
      ...(option !== undefined && { option }),
      ...(params && { params }),
    })),
  ];
  // When an option is chosen moves nothing in the world but what follows from it.
  if (body.do !== 'answer' && from < at) changes.push({ do: 'at', sequence, at: from });
  if (body.do !== 'answer' && from < at - DAY_MS)
    changes.push({ do: 'shift', sequence, byMs: -DAY_MS });
  return changes.map((change) => ({ about: String(sequence), change }));
}
