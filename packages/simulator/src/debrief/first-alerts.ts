import { DAY_MS, type SimTime } from '@dwell/core';
import { localDay } from '../detection/days-watch.ts';
import { loadRules, scaleRules } from '../detection/rule-set.ts';
import { RuleWatch } from '../detection/rule-watch.ts';
import { watchingSink } from '../detection/sinks.ts';
import { telemetryView } from '../host/telemetry-view.ts';
import { Run } from '../run/run.ts';
import { ENRICHMENTS } from '../scenario/enrichments.ts';
import { Expander } from '../world/emit/expand.ts';
import type { DayFrame } from '../world/day-frame.ts';
import type { BaseRun } from './base-run.ts';
import { HUNT_OF_RULE } from './miss-links.ts';

/** When each shipped rule would first have alerted with the attack behind it; null: not while it was looked for. */
export type FirstAlerts = Readonly<Record<string, SimTime | null>>;

/** Whoever has not seen it by then, of rules that look at requests, has missed it. */
const LOOKED_DAYS = 30;

/**
 * When the shipped rules, with every control that they need, would first have alerted rightly in this very
 * run. Makes the records of the attack's first days: the slow part of a debrief, and a function of the run.
 */
export function firstAlertsOf(base: BaseRun): FirstAlerts {
  const { scenario, seed, scale, commands, until } = base.logged;
  const { calendar, attack } = scenario;
  const rules = scaleRules(loadRules('shipped'), scale).rules.filter(
    // Volume by token says nothing where every subject has a token of its own.
    ({ name, teaching }) =>
      HUNT_OF_RULE[name] !== undefined && (!teaching || attack.shape === 'bulk-token'),
  );
  const first: Record<string, SimTime | null> = Object.fromEntries(
    rules.map(({ name }) => [name, null]),
  );
  const { sustainedAt, firstServedAt } = base.lived.run.world.state.totals;
  if (firstServedAt === null) return first;
  const dayOf = (at: SimTime) => localDay(calendar)(calendar.startMs + at);
  const last = dayOf(Math.min(until, (sustainedAt ?? firstServedAt) + LOOKED_DAYS * DAY_MS));
  const busy = busyDays(base, dayOf, last);
  const run: Run = new Run(
    { scenario, seed, scale },
    { commands, keep: false, onDay: (frame) => look(frame) },
  );
  const expander = new Expander({ scenario, seed, scale });
  let watches = rules.map((rule) => new RuleWatch(rule, localDay(calendar)));
  function look(frame: DayFrame): void {
    const view = telemetryView(run.world.state, scenario, run.now, ENRICHMENTS);
    const sink = watchingSink(watches, view, scenario, () => ALWAYS);
    if (busy.has(frame.day)) expander.day(frame, sink);
    else expander.smallRows(frame, sink);
    for (const watch of watches) {
      const right = watch
        .end(calendar.startMs + run.now)
        .flatMap((each) => each.firstAttackMs ?? []);
      if (right.length > 0) first[watch.rule.name] = Math.min(...right) - calendar.startMs;
    }
    watches = watches.filter(({ rule }) => first[rule.name] === null);
  }
  while (run.world.frame.day <= last && run.now < until && watches.length > 0)
    run.advance(Math.min(until, run.now + DAY_MS));
  return first;
}

const ALWAYS = { fromMs: -Infinity, toMs: Infinity };

/** Days of which all records are made: those of the attack, and those before that windows reach back to. */
function busyDays(base: BaseRun, dayOf: (at: SimTime) => number, last: number): Set<number> {
  const { events } = base.lived.trace;
  const { sustainedAt } = base.lived.run.world.state.totals;
  const days = events.filter(({ kind }) => kind === 'attacker.tests').map(({ at }) => dayOf(at));
  if (sustainedAt !== null) for (let day = dayOf(sustainedAt); day <= last; day++) days.push(day);
  const busy = new Set<number>();
  for (const day of days) for (let back = 0; back <= WINDOW_DAYS; back++) busy.add(day - back);
  return busy;
}
const WINDOW_DAYS = 8;
