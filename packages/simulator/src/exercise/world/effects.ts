import { DAY_MS } from '@dwell/core';
import type { WorldApi } from '../../world/world-api.ts';
import type { Effect } from '../types.ts';
import { exerciseOf, under } from './injects.ts';
import type { InjectState } from './state.ts';

/** Days of logs that a wipe leaves. */
export const WIPE_LEAVES_DAYS = 90;

/** What follows from an act, an answer or its absence; `from` names it in the events. */
export function applyEffects(world: WorldApi, effects: readonly Effect[], from: string): void {
  for (const effect of effects) {
    applyEffect(world, effect, from);
    world.emit(`effect.${effect.do}`, 'truth', { from, ...told(effect) });
  }
}

function told(effect: Effect): { [name: string]: string | number } {
  const { do: _, ...rest } = effect.do === 'note' ? { do: '', text: effect.text.en } : effect;
  return rest;
}

function applyEffect(world: WorldApi, effect: Effect, from: string): void {
  switch (effect.do) {
    case 'send':
      return send(world, effect);
    case 'cancel':
      return cancel(world, effect);
    case 'postpone':
      return postpone(world, effect);
    case 'contacts':
      return contacts(world, effect);
    case 'attacker-pace':
      exerciseOf(world).attackerPace = effect.permille;
      return;
    case 'wipe':
      return wipe(world, effect);
    case 'secondary-harm':
      exerciseOf(world).secondaryHarm += effect.people;
      return;
    case 'cost':
      return cost(world, effect);
    case 'aware':
      return provesAwareness(world);
    case 'note':
      exerciseOf(world).notes.push({ at: world.now, from, text: effect.text });
  }
}

type Of<Do extends Effect['do']> = Extract<Effect, { do: Do }>;

/** An inject that may still come; undefined when it has been sent or taken away, or is none. */
function coming(world: WorldApi, id: string): InjectState | undefined {
  const inject = under(exerciseOf(world).injects, id);
  return inject?.sentAt === null && inject.withdrawnAt === null ? inject : undefined;
}

function send(world: WorldApi, { inject: id, after = 0 }: Of<'send'>): void {
  const inject = coming(world, id);
  if (!inject) return;
  inject.fired = true;
  inject.plannedAt = world.now + after + inject.postponedMs;
}

function cancel(world: WorldApi, { inject: id }: Of<'cancel'>): void {
  const inject = coming(world, id);
  if (inject) inject.withdrawnAt = world.now;
}

function postpone(world: WorldApi, { inject: id, by }: Of<'postpone'>): void {
  const inject = coming(world, id);
  if (!inject) return;
  if (inject.plannedAt === null) inject.postponedMs += by;
  else inject.plannedAt += by;
}

function contacts(world: WorldApi, { perDay, for: ms }: Of<'contacts'>): void {
  const exercise = exerciseOf(world);
  const lasting = exercise.contacts.filter(({ to }) => to > world.now);
  exercise.contacts = [...lasting, { perDay, from: world.now, to: world.now + ms }];
}

/** A hold keeps the logs; nothing keeps a device that nobody has secured. */
function wipe(world: WorldApi, { what }: Of<'wipe'>): void {
  const exercise = exerciseOf(world);
  if (what === 'suspect-device') exercise.deviceWipedAt ??= world.now;
  else if (world.state.holds.length === 0) {
    const from = Math.max(0, world.now - WIPE_LEAVES_DAYS * DAY_MS);
    exercise.logsFrom = Math.max(exercise.logsFrom ?? 0, from);
  }
}

function cost(world: WorldApi, { won }: Of<'cost'>): void {
  exerciseOf(world).costWon += won;
  world.state.totals.spentWon += won;
}

/** From now on the team can be shown to have known. */
export function provesAwareness(world: WorldApi): void {
  exerciseOf(world).awareAt ??= world.now;
}
