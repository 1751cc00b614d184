import type { PlaybookStep, When } from '../scenario/playbook.ts';
import type { AttackShape } from '../scenario/types.ts';

/** Rules that a shape of attack never sets off (FACTS §2): whoever waits for them waits for false alarms. */
const SILENT: Readonly<Record<AttackShape, readonly string[]>> = {
  'minted-tokens': ['volume-per-token'],
  'bulk-token': ['token-never-issued', 'subject-missing'],
};

/**
 * Steps of a playbook without those that wait for what this attack never sets off: a bound need not make
 * the records of a whole year to look for it.
 */
export function awaitedSteps(steps: readonly PlaybookStep[], shape: AttackShape): PlaybookStep[] {
  return steps.flatMap((step) => {
    const when = withoutSilent(step.when, SILENT[shape]);
    return when ? [{ ...step, when }] : [];
  });
}

/** What is left of a condition; null: it never comes true. */
function withoutSilent(when: When, silent: readonly string[]): When | null {
  if ('alert' in when) return silent.includes(when.alert) ? null : when;
  if ('any' in when) {
    const any = when.any.flatMap((each) => withoutSilent(each, silent) ?? []);
    return any.length === 0 ? null : { any };
  }
  if (!('all' in when)) return when;
  const all = when.all.map((each) => withoutSilent(each, silent));
  return all.every((each) => each !== null) ? { all } : null;
}
