import type { ExerciseBody } from '../../run/command.ts';
import type { WorldApi } from '../../world/world-api.ts';
import { exerciseOf, under } from './injects.ts';
import { sendExerciseInject } from './send.ts';
import { untouched, type InjectState } from './state.ts';

type Control = Extract<ExerciseBody, { do: 'inject' }>;

/** The facilitator's hand on an inject. Does nothing where it comes too late. */
export function control(world: WorldApi, sequence: number, body: Control): void {
  const exercise = exerciseOf(world);
  if (body.act === 'new' && !under(exercise.injects, body.inject))
    exercise.injects[body.inject] = untouched(body.at ?? world.now, true);
  const state = under(exercise.injects, body.inject);
  if (!state || state.withdrawnAt !== null) return;
  act(world, body, state);
  world.emit('inject.controlled', 'truth', { id: body.inject, act: body.act, sequence });
}

function act(world: WorldApi, body: Control, state: InjectState): void {
  if (body.act === 'withdraw') {
    if (state.readAt === null) state.withdrawnAt = world.now;
    return;
  }
  if (state.sentAt !== null) return;
  switch (body.act) {
    case 'send':
      return sendExerciseInject(world, body.inject);
    case 'hold':
      state.held = true;
      return;
    case 'release':
      state.held = false;
      return;
    case 'move':
      state.fired = true;
      state.plannedAt = body.at ?? world.now;
      return;
    case 'edit':
    case 'new':
      if (body.wording) state.wording = body.wording;
      if (body.to) state.to = [...body.to];
      if (body.channel) state.channel = body.channel;
      if (body.act === 'new' && state.plannedAt! <= world.now)
        sendExerciseInject(world, body.inject);
  }
}
