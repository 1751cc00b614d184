import type { WorldApi } from '../../world/world-api.ts';
import {
  exerciseOf,
  injectAsItStands,
  injectState,
  makesDayZero,
  sentByScenario,
  waitsForDayZero,
} from './injects.ts';

/** Sends an inject of an exercise, once; mails and tickets are logged too. */
export function sendExerciseInject(world: WorldApi, id: string): void {
  const { scenario, now } = world;
  const exercise = exerciseOf(world);
  const state = injectState(world, id);
  if (state.sentAt !== null || state.withdrawnAt !== null) return;
  if (makesDayZero(scenario, id) && !makeDayZero(world)) {
    // Nothing to write about: it comes by itself should the attacker give up later, or not at all.
    state.plannedAt = null;
    return;
  }
  const inject = injectAsItStands(scenario, exercise, id)!;
  state.fired = true;
  state.held = false;
  state.plannedAt = now;
  state.sentAt = now;
  // Nobody is there to answer what came before the exercise.
  if (inject.within !== null) state.dueAt = Math.max(now, beginsAt(world)) + inject.within;
  world.emit('inject.sent', 'shop', { id, to: inject.to.join(','), channel: inject.channel });
  if (inject.channel !== 'mail' && inject.channel !== 'ticket') return;
  world.log('email_activity', {
    activity_id: 2,
    direction: 'inbound',
    from: inject.from,
    to: inject.to.map((role) => `${role}@shop.example`).join(', '),
    subject: inject.subject.en,
    body: inject.body.en,
  });
}

/** When the exercise's own time begins. */
export function beginsAt({ scenario }: WorldApi): number {
  return scenario.starts[scenario.exercise!.mode];
}

/** The first mail (D0): what the scenario sends after it comes as long after it as planned. */
function makeDayZero(world: WorldApi): boolean {
  const { state, scenario, now } = world;
  if (state.dayZeroAt !== null || state.totals.accountsLost === 0) return false;
  state.dayZeroAt = now;
  for (const next of scenario.injects) {
    if (!waitsForDayZero(scenario, next) || !sentByScenario(scenario, next.id)) continue;
    const inject = injectState(world, next.id);
    inject.plannedAt = next.at + now - scenario.starts.crisis + inject.postponedMs;
  }
  return true;
}
