import { waitsForDayZero } from '../exercise/world/injects.ts';
import { sendExerciseInject } from '../exercise/world/send.ts';
import { schedule } from '../kernel/timers.ts';
import type { WorldApi } from './world-api.ts';

/** Plans every inject whose time does not hang on the first mail. An exercise keeps its own plan. */
export function scheduleInjects(world: WorldApi): void {
  if (world.scenario.exercise) return;
  for (const inject of world.scenario.injects) {
    if (inject.at >= 0 && !waitsForDayZero(world.scenario, inject)) {
      schedule(world.state.timers, inject.at, 'inject', { id: inject.id });
    }
  }
}

/** The first mail (D0). Comes once, and only when there is something to write about. */
function makeDayZero(world: WorldApi): boolean {
  const { state, scenario, now } = world;
  if (state.dayZeroAt !== null || state.totals.accountsLost === 0) return false;
  state.dayZeroAt = now;
  for (const next of scenario.injects) {
    if (!waitsForDayZero(scenario, next)) continue;
    schedule(state.timers, next.at + now - scenario.starts.crisis, 'inject', { id: next.id });
  }
  return true;
}

/** Sends an inject; mails and tickets are logged too. */
export function sendInject(world: WorldApi, id: string): void {
  if (world.scenario.exercise) return sendExerciseInject(world, id);
  const inject = world.scenario.injects.find((each) => each.id === id)!;
  if (inject.dayZero && !makeDayZero(world)) return;
  world.emit('inject.sent', 'shop', { id, to: inject.to, channel: inject.channel });
  if (inject.channel !== 'mail' && inject.channel !== 'ticket') return;
  world.log('email_activity', {
    activity_id: 2,
    direction: 'inbound',
    from: inject.from,
    to: `${inject.to}@shop.example`,
    subject: inject.subject.en,
    body: inject.body.en,
  });
}
