import { DAY_MS } from '@dwell/core';
import { type Executed, executeRun } from '@dwell/simulator';
import type { Answer, Ask } from './evaluation.ts';
import type { RuleFacts } from './facts.ts';
import { openRules } from '../open-rules.ts';

const BENIGN_GROUPS_KEPT = 5;

type Options = {
  /** Processes that make records; 0: this one, in one go. */
  processes: number;
  signal?: AbortSignal;
  onProgress: (share: number) => void;
};

/** Runs what is asked for with its rules and boils their alerts down. Errors: those of `executeRun`. */
export async function evaluateAsk(ask: Ask, options: Options): Promise<Answer> {
  const { rulePaths, rules: names, ...run } = ask;
  const rules = openRules(rulePaths, ask.scale).rules.filter(({ name }) => names.includes(name));
  const executed = await executeRun({ ...run, rules, countersOnly: false, ...options });
  return {
    run: { days: Math.ceil(ask.until / DAY_MS), lost: executed.loss.total * ask.scale },
    rules: Object.fromEntries(names.map((name) => [name, factsOf(name, ask, executed)])),
  };
}

function factsOf(name: string, { scenario, scale }: Ask, executed: Executed): RuleFacts {
  const { watched, loss, summary } = executed;
  const alerts = watched.alerts.filter((alert) => alert.rule === name);
  const right = alerts.flatMap((alert) => alert.firstAttackMs ?? []);
  const benign = alerts.filter((alert) => alert.firstAttackMs === null);
  const earliest = (moments: readonly number[]) =>
    moments.length === 0
      ? null
      : moments.reduce((a, b) => Math.min(a, b)) - scenario.calendar.startMs;
  const firstTrueAt = earliest(right);
  const row = summary.alerts.find((each) => each.rule === name);
  return {
    alerts: alerts.length,
    trueAlerts: right.length,
    firstAt: earliest(alerts.map((alert) => alert.firstMs)),
    firstTrueAt,
    lostBefore: firstTrueAt === null ? null : loss.before(firstTrueAt) * scale,
    recall: loss.attackDays.length === 0 ? null : (row?.recall ?? 0),
    benignGroups: benign
      .slice(0, BENIGN_GROUPS_KEPT)
      .map(({ group }) => Object.values(group).join(' ')),
  };
}
