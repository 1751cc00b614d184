import type { Measure } from '@dwell/scoring';
import type { Debrief } from '@dwell/simulator/router';

/** A team whose figures are there. */
export type ToldTeam = { team: { id: string; name: string }; debrief: Debrief };

/** Which of several values of one measure is the best; several where they are equal, none where one says nothing. */
export function bestOf(measures: readonly (Measure | undefined)[]): readonly boolean[] {
  const told = measures.flatMap((measure) =>
    measure === undefined || measure.value === null ? [] : [measure.value],
  );
  const better = measures.find((measure) => measure !== undefined)?.better;
  const best = better === 'lower' ? Math.min(...told) : Math.max(...told);
  const differ = told.some((value) => value !== best);
  return measures.map((measure) => differ && measure?.value === best);
}
