import type { SimTime } from '@dwell/core';
import { lostIn, type BaseRun } from './base-run.ts';
import { attackReasons } from './because-attack.ts';
import { REASONS, type Pull, type ReasonCode } from './because-words.ts';
import { roomReasons } from './because-room.ts';
import { say, type Value } from './moments/say.ts';
import type { Relived } from './relive.ts';
import { timeWords } from './run-titles.ts';
import type { WhatIf } from './types.ts';

/** A reason before it is put in words. */
export type Found = {
  code: ReasonCode;
  at: SimTime | null;
  values?: { readonly [place: string]: Value };
};

/** Reasons told at most: the rest is in the log. */
const REASONS_MAX = 6;

/**
 * Why a change brought what it brought, where that is not plain: from what happened in both runs, those
 * that pull the way the outcome went first. Never empty.
 */
export function because(base: BaseRun, changed: Relived): WhatIf['because'] {
  if (changed.run.checksum() === base.checksum) return told([{ code: 'nothing', at: null }]);
  const more = lostIn(changed) - lostIn(base.lived);
  const found = [...attackReasons(base, changed), ...roomReasons(base, changed)];
  const pull: Pull = more > 0 ? 'worse' : more < 0 ? 'better' : 'neither';
  if (more > 0 && !found.some(({ code }) => REASONS[code].pull === 'worse'))
    found.unshift(readOn(base, changed));
  if (found.length === 0) found.push({ code: 'no-difference', at: null });
  return told(found.toSorted((a, b) => rank(a, pull) - rank(b, pull)).slice(0, REASONS_MAX));
}

/** When he began to have read more than he did. */
function readOn(base: BaseRun, changed: Relived): Found {
  const was = base.loss;
  const at = base.lossOf(changed).find((point, i) => {
    const before = was[i];
    return !before || before.at !== point.at || before.accounts !== point.accounts;
  })?.at;
  const now = at === undefined ? '' : timeWords(base.logged.scenario, at);
  return { code: 'read-on', at: at ?? null, values: { now } };
}

function rank({ code }: Found, pull: Pull): number {
  const own: Pull = REASONS[code].pull;
  if (pull === 'neither' || own === 'neither') return 1;
  return own === pull ? 0 : 2;
}

function told(found: readonly Found[]): WhatIf['because'] {
  return found.map(({ code, at, values }) => ({
    code,
    at,
    text: say(REASONS[code].words, values),
  }));
}
