import type { SimTime } from '@dwell/core';
import type { History } from '@dwell/scoring';
import type { Condition, ExerciseInject } from '../../exercise/types.ts';
import { plannedInject } from '../../exercise/world/injects.ts';
import { alertId } from '../../detection/live-watch.ts';
import { alertMoment } from '../moments/alert-moments.ts';
import { eventMoment } from '../moments/event-moments.ts';
import type { Mark, Source } from './source.ts';

/** Controls that tell the attack's requests from honest ones, so that they can be counted. */
const TRACING: readonly string[] = ['token-issued', 'page-flow'];

/** `asks`: it wants a number of itself, even where there is none yet. */
type Fact = Mark & { asks: boolean };

/**
 * Moments at which the number had to change, and when it did. A fact is an inject that asks for the
 * number, a control that makes the attack countable, or the first alert of the attack. It counts when an
 * estimate stands that does not hold the truth; an inject or a control also when there is none. It is
 * answered by the next estimate.
 */
export function newFactsOf(source: Source, estimates: History['estimates']): History['newFacts'] {
  return factsOf(source)
    .filter(({ at, asks }) => {
      const standing = estimates.findLast((estimate) => estimate.at <= at);
      if (!standing) return asks;
      const truth = source.lostBy(at);
      return truth < standing.low || truth > standing.high;
    })
    .map(({ at, moment }) => {
      const next = estimates.find((estimate) => estimate.at > at);
      return { at, moment, revised: next ? { at: next.at, moment: next.moment } : null };
    });
}

function factsOf(source: Source): Fact[] {
  const { lived, logged, from, world } = source;
  const facts: Fact[] = [];
  lived.events.forEach(({ kind, at, values }, index) => {
    if (at < from) return;
    const moment = eventMoment(index);
    if (
      kind === 'inject.sent' &&
      asksForNumber(plannedInject(logged.scenario, String(values['id'])))
    )
      facts.push({ at, moment, asks: true });
    if (kind !== 'response.effective' || values['id'] !== 'enrich') return;
    const bought = world.responses.find(
      ({ commandSequence }) => commandSequence === values['sequence'],
    );
    if (TRACING.includes(String(bought?.params['name'])))
      facts.push({ at, moment, asks: source.lostBy(at) > 0 });
  });
  const alert = firstTrueAlert(source);
  if (alert) facts.push({ ...alert, asks: false });
  return facts.sort((x, y) => x.at - y.at);
}

function firstTrueAlert({ lived, logged }: Source): Mark | null {
  const { firstAlertAt } = lived;
  if (firstAlertAt === null) return null;
  const ms = firstAlertAt + logged.scenario.calendar.startMs;
  const alert = lived.alerts.find((each) => each.firstAttackMs === ms);
  const at: SimTime = firstAlertAt;
  return alert ? { at, moment: alertMoment(alertId(alert)) } : null;
}

/** Is the good answer to an inject a number? */
function asksForNumber(inject: ExerciseInject | undefined): boolean {
  if (!inject) return false;
  const { act } = inject.bot ?? {};
  if (act?.do === 'record' && act.with?.['kind'] === 'estimate') return true;
  return inject.met !== null && names(inject.met);
}

function names(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(names);
  if ('any' in condition) return condition.any.some(names);
  return 'recorded' in condition && condition.recorded === 'estimate';
}
