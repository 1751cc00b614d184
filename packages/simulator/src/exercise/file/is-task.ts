import type { ExerciseInject } from '../types.ts';

/** Is something wanted of somebody? Else it is atmosphere. */
export function isTask(inject: ExerciseInject): boolean {
  return inject.wanted !== undefined || inject.met !== null || inject.options.length > 0;
}

/** A task that comes by itself: neither from the pocket nor as a consequence of something else. */
export function isScheduledTask(inject: ExerciseInject): boolean {
  return isTask(inject) && inject.trigger !== null;
}
