import { DAY_MS, HOUR_MS, TICK_MS, type SimTime } from '@dwell/core';
import { earliestAwareness } from '../exercise/world/awareness.ts';
import type { ResponseParams, ResponseState } from '../response/types.ts';
import type { Text } from '../scenario/types.ts';
import type { BaseRun } from './base-run.ts';
import { say } from './moments/say.ts';
import { timeWords, titlesOf } from './run-titles.ts';
import type { Change, WhatIfSuggestion } from './types.ts';

type Added = Extract<Change, { do: 'add' }>;

/** A moment at which something could have been done, and what it is called. */
type Anchor = { at: SimTime; name: Text };

const ANCHORS = {
  begin: { en: 'at the very beginning', ko: '처음부터' },
  alert: { en: 'at the first true alert', ko: '첫 진짜 경보 때' },
  aware: { en: 'when the team knew', ko: '팀이 알게 되었을 때' },
};

const TITLES = {
  twice: {
    en: 'Revoke the key and search for copies at once, and revoke it again when they are gone; {when}, {time}',
    ko: '키 폐기와 사본 수색을 함께 시작하고 사본을 없앤 뒤 다시 폐기: {when}, {time}',
  },
  clean: {
    en: 'Remove the copies first, then revoke the key hard, once; {when}, {time}',
    ko: '사본을 먼저 없애고 키를 한 번 즉시 폐기: {when}, {time}',
  },
  one: { en: '{what}; {when}, {time}', ko: '{what}: {when}, {time}' },
};

const SEARCH_MS = 2 * DAY_MS;

/**
 * What could have been asked for and was not, or was much later: the means taken away for good, evidence
 * held, checks switched on, people told. In order of how much they promise.
 */
export function suggestionsOf(base: BaseRun): WhatIfSuggestion[] {
  const { responses } = base.lived.run.world.state;
  const anchors = anchorsOf(base);
  const [first] = anchors;
  if (!first) return [];
  const known = anchors.find(({ name }) => name === ANCHORS.aware) ?? first;
  return [
    ...anchors.flatMap((anchor) => meansTakenAway(base, anchor)),
    ...MISSING.flatMap(({ response, params, when }): WhatIfSuggestion[] => {
      const anchor = when === 'aware' ? known : first;
      if (wasAsked(responses, response, params, anchor.at)) return [];
      const what = titlesOf(base.logged.scenario, base.lived).response(response, params);
      return suggested(base, say(TITLES.one, { what, ...placed(base, anchor) }), [
        { do: 'add', at: anchor.at, response, params },
      ]);
    }),
  ];
}

const MISSING: readonly { response: string; params: ResponseParams; when: 'begin' | 'aware' }[] = [
  { response: 'legal-hold', params: {}, when: 'aware' },
  { response: 'check-issuance', params: {}, when: 'aware' },
  { response: 'check-subject-exists', params: {}, when: 'begin' },
  { response: 'enrich', params: { name: 'token-issued' }, when: 'begin' },
  { response: 'notify-regulator', params: { rule: 'kr-network-48-3' }, when: 'aware' },
  { response: 'notify-people', params: {}, when: 'aware' },
];

/** Moments within the team's time, in order, each once. */
function anchorsOf(base: BaseRun): Anchor[] {
  const { begin, firstAlertAt, logged } = base;
  const aware = earliestAwareness(base.lived.run.world.state);
  const all: [SimTime | null, Text][] = [
    [begin, ANCHORS.begin],
    [firstAlertAt, ANCHORS.alert],
    [aware, ANCHORS.aware],
  ];
  const anchors: Anchor[] = [];
  for (const [time, name] of all) {
    const at = time === null ? null : time - (time % TICK_MS);
    if (at === null || at < begin || at >= logged.until) continue;
    if (!anchors.some((each) => Math.abs(each.at - at) < HOUR_MS)) anchors.push({ at, name });
  }
  return anchors.toSorted((a, b) => a.at - b.at);
}

/** Had it been asked for by then, or an hour later at most? */
function wasAsked(
  responses: readonly ResponseState[],
  id: string,
  params: ResponseParams,
  at: SimTime,
): boolean {
  return responses.some(
    (each) =>
      each.id === id &&
      each.state !== 'withdrawn' &&
      each.askedAt <= at + HOUR_MS &&
      Object.entries(params).every(([name, value]) => each.params[name] === value),
  );
}

function meansTakenAway(base: BaseRun, anchor: Anchor): WhatIfSuggestion[] {
  if (base.logged.scenario.attack.shape !== 'minted-tokens') return [];
  const { at } = anchor;
  const add = (response: string, when: SimTime, params: ResponseParams = {}): Added => ({
    do: 'add',
    at: when,
    response,
    params,
  });
  const hard = { mode: 'hard' };
  const search = add('remove-key-copies', at);
  const last = add('rotate-key', at + SEARCH_MS, hard);
  const where = placed(base, anchor);
  const twice = [add('rotate-key', at, hard), search, last];
  return [
    ...suggested(base, say(TITLES.twice, where), twice),
    ...suggested(base, say(TITLES.clean, where), [search, last]),
  ];
}

function placed(base: BaseRun, { at, name }: Anchor): { when: Text; time: string } {
  return { when: name, time: timeWords(base.logged.scenario, at) };
}

/** Nothing is suggested that the run would not have reached. */
function suggested(base: BaseRun, title: Text, changes: readonly Added[]): WhatIfSuggestion[] {
  if (changes.some(({ at }) => at >= base.logged.until)) return [];
  const [only] = changes;
  return [{ change: changes.length === 1 ? only! : { do: 'several', changes }, title }];
}
