import type { History } from '../history.ts';
import { measures } from '../measures/measures.ts';
import type { Measure, MeasureId } from '../score.ts';

/** One measure of a history. */
export function measureOf(history: History, id: MeasureId): Measure {
  const measure = measures(history).find((each) => each.id === id);
  if (!measure) throw new Error(`there is no measure ${id}`);
  return measure;
}

/** Its value, or the code of the reason why there is none. */
export function valueOf(history: History, id: MeasureId): number | string | null {
  const { value, why } = measureOf(history, id);
  return value ?? why;
}

/** Values of its parts by what they are of. */
export function partsOf(history: History, id: MeasureId): { [of: string]: number | null } {
  const { parts = [] } = measureOf(history, id);
  return Object.fromEntries(parts.map(({ of, value }) => [of, value]));
}
