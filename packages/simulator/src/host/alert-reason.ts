import { HOUR_MS } from '@dwell/core';
import type { Alert } from '../detection/alert-tracker.ts';
import type { DetectionRule } from '../detection/detection-rule.ts';
import type { AlertRow } from '../router/types.ts';

const CODES = {
  event_count: 'rule-count',
  value_count: 'rule-distinct',
  value_sum: 'rule-sum',
  value_avg: 'rule-average',
  value_median: 'rule-median',
  value_percentile: 'rule-percentile',
  temporal: 'rule-together',
  temporal_ordered: 'rule-sequence',
} as const;

/**
 * Why an alert was raised, as the code of a sentence with its values: `count` records lay in a window of
 * `hours` when it was raised, `threshold` (of different values of `field`, of its sum, …) was passed.
 * `rule` is scaled to the run; thresholds are then those of what is simulated.
 */
export function alertReason(
  rule: DetectionRule | null,
  { raisedAt, events }: Pick<Alert, 'raisedAt' | 'events'>,
): AlertRow['reason'] {
  const correlation = rule?.linked.detections.at(-1)?.correlation;
  if (!rule || !correlation) return { code: 'rule-single', values: { count: events } };
  const { type, bounds, timespanMs, field, rules } = correlation;
  const bound = bounds.find(({ op }) => op === 'gte' || op === 'gt') ?? bounds[0];
  return {
    code: CODES[type],
    values: {
      count: raisedAt,
      hours: timespanMs / HOUR_MS,
      ...(bound ? { threshold: round(bound.value) } : {}),
      ...(field === null ? {} : { field }),
      ...(type.startsWith('temporal') ? { rules: rules.length } : {}),
    },
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
