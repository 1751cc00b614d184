import { readFieldMap } from '@dwell/detection';
import type { Problem } from '../problem.ts';

/** A map of fields: its keys, its log sources, and that every field has a path. */
export function lintFieldMap(text: string, file: string): Problem[] {
  return readFieldMap(text, file).problems;
}
