import { invariant } from '@dwell/core';
import type { WorldApi } from '../../world/world-api.ts';
import type { ExerciseInject } from '../types.ts';
import { attackerSeen, holds, NEVER, nextTime } from './conditions.ts';
import { applyEffects } from './effects.ts';
import { exerciseOf, injectState, plannedInject, plannedInjects, whatIsMet } from './injects.ts';
import { checkExerciseInvariants } from './invariants.ts';
import { beginsAt, sendExerciseInject } from './send.ts';
import type { InjectState } from './state.ts';

/** More rounds than that at one tick: something calls for itself. */
const ROUNDS_MAX = 1000;

/**
 * The exercise at one tick: sends what is due, finds what is met and what is missed, and lets follow
 * what follows. Looks only when something has happened, or a time has come.
 */
export function stepExercise(world: WorldApi): void {
  const { exercise, attacker } = world.state;
  if (!exercise) return;
  const seen = attackerSeen(attacker);
  if (seen !== exercise.attacker) {
    exercise.attacker = seen;
    exercise.lookAt = 0;
  }
  if (world.now < exercise.lookAt) return;
  for (let round = 0; exercise.lookAt <= world.now; round++) {
    invariant(round < ROUNDS_MAX, 'injects call for each other without end', 'exercise');
    exercise.lookAt = NEVER;
    look(world);
  }
  exercise.lookAt = nextLook(world);
  checkExerciseInvariants(world);
}

function look(world: WorldApi): void {
  begin(world);
  for (const id of Object.keys(exerciseOf(world).injects)) {
    const inject = plannedInject(world.scenario, id);
    const state = injectState(world, id);
    if (state.withdrawnAt !== null) continue;
    if (state.sentAt === null) {
      if (inject) fire(world, inject, state);
      if (isDue(world, state)) sendExerciseInject(world, id);
    }
    if (inject && state.sentAt !== null) judge(world, inject, state);
  }
}

/** The exercise's own time begins: what it opens with takes effect. */
function begin(world: WorldApi): void {
  const exercise = exerciseOf(world);
  if (exercise.beganAt !== null || world.now < beginsAt(world)) return;
  exercise.beganAt = world.now;
  applyEffects(world, world.scenario.exercise!.opening ?? [], 'opening');
}

/** Plans an inject whose trigger has come true. Triggers wait until the exercise has begun. */
function fire(world: WorldApi, { trigger }: ExerciseInject, state: InjectState): void {
  if (state.fired || !trigger || exerciseOf(world).beganAt === null) return;
  if (!holds(world, trigger.when)) return;
  state.fired = true;
  state.plannedAt = world.now + trigger.after + state.postponedMs;
}

function isDue(world: WorldApi, { plannedAt, held }: InjectState): boolean {
  return plannedAt !== null && plannedAt <= world.now && !held;
}

/** Has been done what was wanted, or is it too late? Doing it in the last minute counts. */
function judge(world: WorldApi, inject: ExerciseInject, state: InjectState): void {
  if (state.metAt !== null || state.missedAt !== null || exerciseOf(world).beganAt === null) return;
  const wanted = whatIsMet(inject);
  if (wanted === null) return;
  const { id } = inject;
  if (holds(world, wanted)) {
    state.metAt = world.now;
    world.emit('inject.met', 'truth', { id });
  } else if (state.dueAt !== null && state.dueAt <= world.now) {
    state.missedAt = world.now;
    world.emit('inject.missed', 'truth', { id });
    applyEffects(world, inject.missed, `inject:${id}`);
  }
}

/** The next time at which something may become due by time alone. */
function nextLook(world: WorldApi): number {
  const { now } = world;
  const exercise = exerciseOf(world);
  let next = exercise.beganAt === null ? beginsAt(world) : NEVER;
  const at = (time: number | null) => {
    if (time !== null && time > now) next = Math.min(next, time);
  };
  for (const inject of plannedInjects(world.scenario)) {
    const state = injectState(world, inject.id);
    if (state.withdrawnAt !== null || state.metAt !== null || state.missedAt !== null) continue;
    if (state.sentAt === null) {
      at(state.plannedAt);
      if (!state.fired && inject.trigger) at(nextTime(inject.trigger.when, now));
    } else {
      at(state.dueAt);
      const wanted = whatIsMet(inject);
      if (wanted) at(nextTime(wanted, now));
    }
  }
  for (const { plannedAt, sentAt } of Object.values(exercise.injects))
    if (sentAt === null) at(plannedAt);
  return next;
}
