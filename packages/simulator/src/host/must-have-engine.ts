import { badInput } from '@dwell/core';
import { ENGINE } from '../run/engine-version.ts';
import type { RunRecord } from './ports.ts';

/** Refuses a run that this version would not live as it was. Errors: `ENGINE_GONE`. */
export function mustHaveEngine({ engine, name }: Pick<RunRecord, 'engine' | 'name'>): void {
  if (engine.split('.')[0] === ENGINE.split('.')[0]) return;
  throw badInput(
    'ENGINE_GONE',
    `this run was made with engine ${engine}, which this version no longer has`,
    name,
    'finish it with the version that made it',
  );
}
