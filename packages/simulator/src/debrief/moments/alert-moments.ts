import type { SimTime } from '@dwell/core';
import type { Moment } from '@dwell/scoring';
import type { Alert } from '../../detection/alert-tracker.ts';
import { alertId } from '../../detection/live-watch.ts';
import { say } from './say.ts';

const RAISED = {
  en: 'Alert {alert}: {group}',
  ko: '경보 {alert}: {group}',
};

/** Id of an alert's moment. */
export const alertMoment = (alert: string) => `a:${alert}`;

/** When an alert was raised. */
export function momentOfAlert(alert: Alert, startMs: number): Moment {
  const id = alertId(alert);
  const group = Object.entries(alert.group)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  const at: SimTime = alert.firstMs - startMs;
  return {
    id: alertMoment(id),
    at,
    lane: 'seen',
    kind: 'alert',
    by: null,
    role: null,
    subject: alert.rule,
    text: say(RAISED, { alert: id, group: group === '' ? alert.rule : group }),
  };
}
