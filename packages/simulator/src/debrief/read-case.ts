import { badInput } from '@dwell/core';
import { templateOf } from '@dwell/scoring';
import type { Bundle } from '../run/bundle.ts';
import { readBundle } from '../scenario/read-bundle.ts';
import { CasePart } from '../scenario/schema/case-schema.ts';
import { planOf } from './plan-of.ts';
import type { CaseBundle } from './types.ts';

/** Does a bundle say that it is a case? */
export function isCase(bundle: Bundle): bundle is CaseBundle {
  return Object.hasOwn(bundle, 'exercise');
}

/**
 * Reads a case, which may come from anybody. One that breaks its seal and cannot be replayed either comes
 * back with `replayable` false. Errors (exit 2): as `readBundle`; `CASE` when it is a bundle without an
 * exercise, or one whose exercise is not as it should be.
 */
export function readCase(path: string): { bundle: CaseBundle; replayable: boolean } {
  const { bundle, replayable } = readBundle(path);
  const todo = 'give the case that was downloaded from a debrief';
  if (!isCase(bundle)) throw badInput('CASE', 'this is a bundle without an exercise', path, todo);
  if (!replayable) return { bundle, replayable };
  checkCase(bundle, path);
  return { bundle, replayable };
}

/** Errors: `CASE`, and those of its template. */
export function checkCase(bundle: CaseBundle, path: string): void {
  const checked = CasePart.safeParse(bundle);
  if (!checked.success) {
    const where = checked.error.issues[0]!.path.join('.');
    throw badInput('CASE', `"${where}" is not valid`, path, 'download the case again');
  }
  planOf(bundle.scenario);
  templateOf(bundle.exercise.template, path);
}
