import { canonicalJson, sha256Hex } from '@dwell/core';
import type { LoggedRun } from '../../debrief/logged-run.ts';
import { ENGINE } from '../../run/engine-version.ts';

/** Raised whenever what is kept of a replay changes its form or its sense. */
const FORM = 1;

/** A team's run up to some moment, with the name under which what comes of it is kept. */
export type TakenRun = { run: LoggedRun; key: string };

/** Names a run by everything it is a function of. */
export function takenRun(run: LoggedRun): TakenRun {
  const { scenario, seed, scale, until, commands } = run;
  const all = { form: FORM, engine: ENGINE, scenario: scenario.hash, seed, scale, until, commands };
  return { run, key: sha256Hex(canonicalJson(all)).slice(0, 40) };
}
