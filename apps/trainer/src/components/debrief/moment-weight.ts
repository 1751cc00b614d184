import type { Moment, MomentKind } from '@dwell/scoring';

/** How much a kind of moment tells: where there is no room for all, the weightiest is drawn. */
const WEIGHT: Record<MomentKind, number> = {
  declare: 10,
  attack: 9,
  decision: 9,
  missed: 8,
  response: 8,
  file: 8,
  issue: 8,
  deploy: 7,
  estimate: 6,
  hypothesis: 6,
  inject: 5,
  verdict: 4,
  alert: 3,
  evidence: 4,
  propose: 3,
  object: 3,
  answer: 3,
  action: 3,
  hint: 3,
  world: 3,
  control: 2,
  agree: 2,
  note: 2,
  assign: 1,
  read: 1,
  chat: 1,
};

/** An alert that told the truth. */
const TRUE_ALERT = 7;

/** How much a moment tells; `falseAlerts` are those with nothing of the attack behind them. */
export const weightOf = (
  { id, kind }: Pick<Moment, 'id' | 'kind'>,
  falseAlerts: ReadonlySet<string>,
): number => (kind === 'alert' && !falseAlerts.has(id) ? TRUE_ALERT : WEIGHT[kind]);
