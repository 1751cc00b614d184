import type { SimTime } from '@dwell/core';
import { survivingCopies } from '@dwell/shop';
import type { DomainEvent } from '../run/frame.ts';
import { lostIn, type BaseRun, type Lived } from './base-run.ts';
import type { Found } from './because.ts';
import { spanWords, timeWords } from './run-titles.ts';
import type { Relived } from './relive.ts';

/** What the attacker did otherwise. */
export function attackReasons(base: BaseRun, changed: Relived): Found[] {
  return [
    ...returned(base, changed),
    ...shutOut(base, changed),
    ...pace(base.lived, changed),
    ...patience(base, changed),
    ...copies(base.lived, changed),
    ...over(base, changed),
  ];
}

const eventsOf = (lived: Lived, kind: string) =>
  lived.trace.events.filter((event) => event.kind === kind);

const attackerOf = ({ run }: Lived) => run.world.state.attacker;

function returned(base: BaseRun, changed: Relived): Found[] {
  const [was, now] = [base.lived, changed].map((lived) => eventsOf(lived, 'attacker.returned'));
  if (now!.length < was!.length)
    return [{ code: 'stayed-out', at: was![now!.length]!.at, values: {} }];
  const back = now![was!.length];
  if (!back) return [];
  const out = eventsOf(changed, 'attacker.shut-out').findLast(({ at }) => at <= back.at);
  const held = Number(now![was!.length - 1]?.values['key'] ?? 1);
  const key = Number(back.values['key']);
  if (key === held || !out) return [{ code: 'attacker-reopened', at: back.at }];
  return [
    { code: 'attacker-returned', at: back.at, values: { span: spanWords(back.at - out.at), key } },
  ];
}

/** Was the door shut for good, and when did he last get something out? */
function shutOut(base: BaseRun, changed: Relived): Found[] {
  const on = (at: SimTime) => timeWords(base.logged.scenario, at);
  const found: Found[] = [];
  const [was, now] = [base.lived, changed].map((lived) => attackerOf(lived).closedAt);
  if (was !== null && now === null)
    found.push({ code: 'never-shut-out', at: was!, values: { before: on(was!) } });
  if (was === null && now !== null)
    found.push({ code: 'shut-out-at-all', at: now!, values: { now: on(now!) } });
  const [last, since] = [base.lived, changed].map(({ run }) => run.world.state.totals.lastServedAt);
  if (!last || !since || last === since) return found;
  const code = since > last ? 'served-longer' : 'served-less-long';
  return [...found, { code, at: since, values: { span: spanWords(since - last), now: on(since) } }];
}

function pace(was: Lived, now: Relived): Found[] {
  const found: Found[] = [];
  const [before, moves] = [was, now].map((lived) => eventsOf(lived, 'attacker.moved'));
  const last = (events: readonly DomainEvent[]) => Number(events.at(-1)?.values['pace']);
  if (moves!.length > before!.length) {
    const values = { moves: moves!.length, before: before!.length, pace: last(moves!) };
    found.push({ code: 'attacker-moved', at: moves![before!.length]!.at, values });
  }
  const [felt, slowed] = [was, now].map((lived) => eventsOf(lived, 'attacker.slowed'));
  if (slowed!.length > felt!.length)
    found.push({
      code: 'attacker-slowed',
      at: slowed!.at(-1)!.at,
      values: { pace: last(slowed!) },
    });
  const [then, since] = [attackerOf(was).pace, attackerOf(now).pace];
  if (since > then)
    found.push({ code: 'kept-his-pace', at: null, values: { now: since, before: then } });
  return [...hurry(was, now), ...found];
}

/** Somebody's word made him hurry, or kept him from it. */
function hurry(was: Lived, now: Lived): Found[] {
  const [before, after] = [was, now].map((lived) => lived.run.world.state.exercise?.attackerPace);
  if (before === undefined || after === undefined || before === after) return [];
  if (after < before) return [{ code: 'not-hurried', at: null }];
  const at = eventsOf(now, 'effect.attacker-pace').at(-1)?.at ?? null;
  return [{ code: 'attacker-hurried', at, values: { permille: after } }];
}

function patience(base: BaseRun, changed: Relived): Found[] {
  const [was, now] = [base.lived, changed].map((lived) => eventsOf(lived, 'attacker.gone')[0]?.at);
  const { scenario } = base.logged;
  if (was !== undefined && now === undefined)
    return [{ code: 'did-not-give-up', at: was, values: { before: timeWords(scenario, was) } }];
  if (was === undefined && now !== undefined)
    return [{ code: 'gave-up', at: now, values: { now: timeWords(scenario, now) } }];
  return [];
}

/** Copies of the key within his reach that nobody removed. */
function copies(was: Lived, now: Lived): Found[] {
  const left = ({ run }: Lived) =>
    survivingCopies(run.world.state.keys).filter((copy) => copy.reachableByLeaver).length;
  const places = left(now);
  return places > left(was) ? [{ code: 'copies-left', at: null, values: { places } }] : [];
}

function over(base: BaseRun, changed: Relived): Found[] {
  const { lastServedAt } = base.lived.run.world.state.totals;
  const { partsAt } = changed;
  if (partsAt === null || lastServedAt === null || lastServedAt >= partsAt) return [];
  if (lostIn(changed) !== lostIn(base.lived)) return [];
  const before = timeWords(base.logged.scenario, lastServedAt);
  return [{ code: 'attack-over', at: lastServedAt, values: { before } }];
}
