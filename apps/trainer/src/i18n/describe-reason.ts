import { HOUR_MS } from '@dwell/core/time';
import type { AlertRow } from '@dwell/simulator/router';
import type { Messages } from './en.ts';
import { fill } from './fill.ts';
import type { Language } from './language.ts';

/** Why an alert was raised, as a sentence; one without words for its code is told by its records. */
export function describeReason(language: Language, text: Messages, alert: AlertRow): string {
  const { reasons } = text.alerts;
  const { hours, field, ...rest } = alert.reason.values;
  const values = {
    ...rest,
    events: alert.events,
    ...(typeof hours === 'number' ? { span: hours * HOUR_MS } : {}),
    ...(typeof field === 'string' ? { field: text.alerts.fields[field] ?? field } : {}),
  };
  const some = 'threshold' in rest && rest['threshold'] !== rest['rules'];
  const { code: told } = alert.reason;
  const code = told === 'rule-together' && some ? 'rule-some' : told;
  const said = fill(language, reasons[code] ?? reasons['any']!, values);
  return said.includes('{') ? fill(language, reasons['any']!, values) : said;
}
