import { invariant } from '@dwell/core';
import type { WorldApi } from '../../world/world-api.ts';
import { exerciseOf } from './injects.ts';

/** Laws of an exercise, held to whenever it has been looked at. */
export function checkExerciseInvariants(world: WorldApi): void {
  const exercise = exerciseOf(world);
  for (const [id, inject] of Object.entries(exercise.injects)) {
    const { sentAt, readAt, answeredAt, metAt, missedAt, withdrawnAt } = inject;
    const touched = readAt ?? answeredAt ?? metAt ?? missedAt;
    invariant(touched === null || sentAt !== null, 'an inject came before it was sent', id);
    invariant(metAt === null || missedAt === null, 'an inject was both met and missed', id);
    invariant(readAt === null || withdrawnAt === null, 'what was read was taken back', id);
  }
  for (const { sequence, effectiveAt, failed } of exercise.proposals)
    invariant(
      effectiveAt === null || failed === null,
      'a proposal both took effect and failed',
      `proposal ${sequence}`,
    );
  const { attackerPace, secondaryHarm, costWon } = exercise;
  invariant(
    attackerPace >= 0 && secondaryHarm >= 0 && costWon >= 0,
    'a figure of the exercise is negative',
    `tick ${world.state.tick}`,
  );
}
