import type { History, HistoryAlert } from '../history.ts';
import { type Figure, type Part, unknown } from './figure.ts';

const DAY_MS = 86_400_000;

const judged = ({ verdict }: HistoryAlert) => (verdict ? [verdict.moment] : []);
const raised = ({ moment }: HistoryAlert) => moment;
const calledTrue = ({ verdict }: HistoryAlert) => verdict?.verdict === 'true';

/** A share of the alerts that a measure is about. */
const part = (of: string, alerts: readonly HistoryAlert[], all: readonly HistoryAlert[]): Part => ({
  of,
  value: alerts.length / all.length,
  evidence: alerts.flatMap((alert) => [raised(alert), ...judged(alert)]),
});

/** Triage precision: of the alerts whose standing verdict is `true`, the share with an attack behind them. */
export function triagePrecision({ alerts }: History): Figure {
  if (alerts.length === 0) return unknown('no-alerts');
  const called = alerts.filter(calledTrue);
  if (called.length === 0) {
    return unknown(alerts.some(({ verdict }) => verdict) ? 'none-called-true' : 'no-verdicts');
  }
  const right = called.filter(({ attack }) => attack);
  const wrong = called.filter(({ attack }) => !attack);
  return {
    value: right.length / called.length,
    evidence: called.flatMap(judged),
    parts: [part('right', right, called), part('wrong', wrong, called)],
  };
}

/**
 * Triage recall: of the alerts with an attack behind them, the share whose standing verdict is `true`.
 * Those dismissed and those nobody judged count as missed.
 */
export function triageRecall({ alerts }: History): Figure {
  if (alerts.length === 0) return unknown('no-alerts');
  const attack = alerts.filter((alert) => alert.attack);
  if (attack.length === 0) return unknown('no-true-alerts');
  const found = attack.filter(calledTrue);
  const dismissed = attack.filter(({ verdict }) => verdict && verdict.verdict !== 'true');
  const unjudged = attack.filter(({ verdict }) => !verdict);
  return {
    value: found.length / attack.length,
    evidence: attack.flatMap((alert) => [raised(alert), ...judged(alert)]),
    parts: [
      part('found', found, attack),
      part('dismissed', dismissed, attack),
      part('unjudged', unjudged, attack),
    ],
  };
}

/** Alert load: alerts raised a simulated day of the exercise's own time. Parts: the same for each rule. */
export function alertLoad({ alerts, from, to }: History): Figure {
  const days = (to - from) / DAY_MS;
  if (days <= 0) return unknown('no-time');
  const own = alerts.filter(({ at }) => from <= at && at <= to);
  const rules = [...new Set(own.map(({ rule }) => rule))].toSorted();
  return {
    value: own.length / days,
    evidence: own.map(raised),
    parts: rules.map((rule) => {
      const of = own.filter((alert) => alert.rule === rule);
      return { of: rule, value: of.length / days, evidence: of.map(raised) };
    }),
  };
}
