import { firstTrueMs } from '../detection/alert-summary.ts';
import { deployments, type Deployment } from '../detection/deployments.ts';
import { readRules, scaleRules } from '../detection/rule-set.ts';
import type { DetectionRule } from '../detection/detection-rule.ts';
import type { History } from '@dwell/scoring';
import { executeRun } from '../host/execute-run.ts';
import type { LiveOptions, LivedAgain } from './live-again.ts';
import type { LoggedRun } from './logged-run.ts';
import { commandMoment } from './moments/command-moments.ts';

/** A rule holds when it sees the attack, and is right at least this often. */
const PRECISION = 0.5;
const NOBODY = { kind: 'playbook', name: 'none', steps: [] } as const;

/**
 * The rules that the team put to work, each by its last text, played against the same seed with nobody
 * doing anything, and with the controls that the team had bought: would they have seen the attack, and
 * how often are they right? Makes all records of the run; only where there are rules.
 */
export async function rulesAgain(
  logged: LoggedRun,
  { run }: LivedAgain,
  { onProgress, signal }: LiveOptions = {},
): Promise<History['rules']> {
  const latest = new Map<string, Deployment>();
  for (const each of deployments(run.responses(), logged.commands)) latest.set(each.name, each);
  if (latest.size === 0) return [];
  const { scenario, seed, scale, until } = logged;
  const rules = [...latest.values()].flatMap((each) => ruleOf(each, scale));
  const { watched } = await executeRun({
    ...{ scenario, seed, scale, until, rules },
    playbook: NOBODY,
    enrichments: Object.keys(run.world.state.enrichments),
    countersOnly: false,
    processes: 0,
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  });
  return [...latest.values()].map(({ name, sequence }) => {
    const alerts = watched.alerts.filter(({ rule }) => rule === name);
    const right = alerts.filter(({ firstAttackMs }) => firstAttackMs !== null);
    const firstMs = firstTrueMs(right);
    const precision = alerts.length === 0 ? 0 : right.length / alerts.length;
    return {
      rule: name,
      moment: commandMoment(sequence),
      holds: right.length > 0 && precision >= PRECISION,
      precision,
      firstAt: firstMs === null ? null : firstMs - scenario.calendar.startMs,
    };
  });
}

function ruleOf({ name, text }: Deployment, scale: number): DetectionRule[] {
  const { rules } = readRules([{ file: `${name}.yml`, text }]);
  return scaleRules(rules, scale).rules.filter((rule) => rule.name === name);
}
