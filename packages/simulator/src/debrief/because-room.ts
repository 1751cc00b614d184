import { DAY_MS, type SimTime } from '@dwell/core';
import { exerciseClocks } from '../exercise/clocks/exercise-clocks.ts';
import { earliestAwareness } from '../exercise/world/awareness.ts';
import { plannedInject } from '../exercise/world/injects.ts';
import { keptFrom } from '../exercise/world/kept-logs.ts';
import { legalClocks } from '../run/legal-clocks.ts';
import type { BaseRun, Lived } from './base-run.ts';
import type { Found } from './because.ts';
import type { Relived } from './relive.ts';
import { spanWords, timeWords, titlesOf } from './run-titles.ts';

/** Injects and clocks that are named one by one, at most of each. */
const NAMED_MAX = 2;

/** What came otherwise of evidence, mails and clocks. */
export function roomReasons(base: BaseRun, changed: Relived): Found[] {
  return [
    ...evidence(base.lived, changed),
    ...injects(base, changed),
    ...clocks(base.lived, changed),
    ...moments(base, changed),
    ...dropped(changed),
  ];
}

function evidence(was: Lived, now: Lived): Found[] {
  const found: Found[] = [];
  const days = logsLostDays(now) - logsLostDays(was);
  if (days !== 0)
    found.push({
      code: days > 0 ? 'evidence-lost' : 'evidence-kept',
      at: now.run.world.state.holds[0]?.at ?? null,
      values: { days: Math.abs(days) },
    });
  const wiped = now.run.world.state.exercise?.deviceWipedAt ?? null;
  if (wiped !== null && was.run.world.state.exercise?.deviceWipedAt === null)
    found.push({ code: 'device-wiped', at: wiped });
  return found;
}

/** Days of the attack of which no log is left at the end. */
function logsLostDays({ run: { world } }: Lived): number {
  const { firstServedAt } = world.state.totals;
  if (firstServedAt === null) return 0;
  return Math.max(0, Math.floor((keptFrom(world) - firstServedAt) / DAY_MS));
}

function injects(base: BaseRun, changed: Relived): Found[] {
  const { scenario } = base.logged;
  const titles = titlesOf(scenario, changed);
  const was = base.lived.run.world.state.exercise?.injects ?? {};
  const now = changed.run.world.state.exercise?.injects ?? {};
  const turned = (key: 'missedAt' | 'metAt') =>
    Object.entries(now)
      .filter(([id, inject]) => inject[key] !== null && (was[id]?.[key] ?? null) === null)
      .filter(([id]) => plannedInject(scenario, id)?.matters)
      .slice(0, NAMED_MAX)
      .map(([id, inject]) => ({ at: inject[key], values: { inject: titles.inject(id) } }));
  return [
    ...turned('missedAt').map((each) => ({ code: 'inject-missed' as const, ...each })),
    ...turned('metAt').map((each) => ({ code: 'inject-met' as const, ...each })),
  ];
}

type Clock = Pick<ReturnType<typeof legalClocks>[number], 'rule' | 'title' | 'dueAt' | 'state'>;

function clocksOf({ run }: Lived): readonly Clock[] {
  const { scenario, state, now } = run.world;
  const laws = scenario.exercise?.laws;
  if (!laws) return legalClocks(state, now);
  const world = { state, commands: run.commands, now };
  return exerciseClocks(laws, scenario.calendar, world).filter((clock) => !clock.supplement);
}

function clocks(was: Lived, now: Lived): Found[] {
  const overdue = ({ state }: Clock) => state === 'late' || state === 'missed';
  const before = new Map(clocksOf(was).map((clock) => [clock.rule, overdue(clock)]));
  const turned = clocksOf(now).filter((clock) => before.get(clock.rule) === !overdue(clock));
  return turned.slice(0, NAMED_MAX).map((clock) => ({
    code: overdue(clock) ? 'clock-missed' : 'clock-kept',
    at: clock.dueAt,
    values: { clock: clock.title },
  }));
}

/** The first mail, and when the team can be shown to have known. */
function moments(base: BaseRun, changed: Relived): Found[] {
  const found: Found[] = [];
  const [was, now] = [base.lived, changed].map(({ run }) => run.world.state);
  const mail = apart(was!.dayZeroAt, now!.dayZeroAt);
  if (mail)
    found.push({
      code: mail.by > 0 ? 'first-mail-later' : 'first-mail-sooner',
      at: mail.now,
      values: { span: spanWords(mail.by) },
    });
  const knew = apart(earliestAwareness(was!), earliestAwareness(now!));
  if (knew)
    found.push({
      code: knew.by > 0 ? 'clocks-later' : 'clocks-sooner',
      at: knew.now,
      values: { span: spanWords(knew.by), now: timeWords(base.logged.scenario, knew.now) },
    });
  return found;
}

function apart(was: SimTime | null, now: SimTime | null): { by: number; now: SimTime } | null {
  return was === null || now === null || was === now ? null : { by: now - was, now };
}

function dropped({ dropped: all }: Relived): Found[] {
  if (all.length === 0) return [];
  return [{ code: 'could-not', at: null, values: { count: all.length } }];
}
