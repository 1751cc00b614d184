import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS } from '@dwell/core';
import {
  batchAlerts,
  batchDifference,
  type DetectionRule,
  type Executed,
  executeRun,
} from '@dwell/simulator';
import type { Answer, Ask } from './evaluation.ts';
import type { RuleFacts } from './facts.ts';
import { openRules } from '../open-rules.ts';

const BENIGN_GROUPS_KEPT = 5;

type Options = {
  /** Processes that make records; 0: this one, in one go (one more where they are stored). */
  processes: number;
  /** Folder for records that are stored; the caller removes it. */
  scratch: string;
  signal?: AbortSignal;
  onProgress: (share: number) => void;
};

/** Runs what is asked for with its rules and boils their alerts down. Errors: those of `executeRun` and of the store. */
export async function evaluateAsk(ask: Ask, { scratch, ...options }: Options): Promise<Answer> {
  const { rulePaths, rules: names, batch, ...run } = ask;
  const rules = openRules(rulePaths, ask.scale).rules.filter(({ name }) => names.includes(name));
  const wanted = { ...run, rules, countersOnly: false, ...options };
  const out = batch ? mkdtempSync(join(scratch, 'run-')) : null;
  const executed = await executeRun(
    out === null ? wanted : { ...wanted, processes: Math.max(1, options.processes), out },
  );
  const differences =
    out === null ? new Map<string, null>() : await differencesOf(executed, rules, ask, out);
  return {
    run: { days: Math.ceil(ask.until / DAY_MS), lost: executed.loss.total * ask.scale },
    rules: Object.fromEntries(
      names.map((name) => [
        name,
        { ...factsOf(name, ask, executed), batchDifference: differences.get(name) ?? null },
      ]),
    ),
  };
}

/** By rule: how the stored records, asked in SQL, say something else than the alerts raised as they were made. */
async function differencesOf(
  { watched }: Executed,
  rules: readonly DetectionRule[],
  { scenario }: Ask,
  folder: string,
): Promise<ReadonlyMap<string, string | null>> {
  const answers = await batchAlerts(folder, rules);
  rmSync(folder, { recursive: true, force: true });
  return new Map(
    rules.map(({ name }, i) => {
      const alerts = watched.alerts.filter((alert) => alert.rule === name);
      return [name, batchDifference(alerts, answers[i]!, scenario.calendar)];
    }),
  );
}

function factsOf(
  name: string,
  { scenario, scale }: Ask,
  executed: Executed,
): Omit<RuleFacts, 'batchDifference'> {
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
