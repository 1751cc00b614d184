import type { RunEvent } from '@dwell/simulator/router';
import type { Severity } from '@/components/ui/badge.tsx';
import type { Messages } from './en.ts';
import { fill } from './fill.ts';
import type { Language } from './language.ts';
import { pickText } from './pick-text.ts';

/** An event as a sentence. A code without a sentence shows itself and its values, never nothing. */
export function describeEvent(language: Language, text: Messages, event: RunEvent): string {
  const template = text.world.events[event.kind];
  if (template) {
    const subject = event.inject
      ? pickText(language, event.inject.subject)
      : (event.values['id'] ?? '');
    return fill(language, template, { subject, ...namedValues(text, event.values) });
  }
  const values = Object.entries(event.values).map(([name, value]) => `${name} ${value}`);
  return [event.kind, ...values].join(' · ');
}

/** Codes among the values (a response, a check, a state) by their names in the reader's language. */
function namedValues(text: Messages, values: RunEvent['values']): RunEvent['values'] {
  const { checks, choices, controls, attacker, roles } = text.world;
  const named = { ...values };
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string') continue;
    const known =
      name === 'check'
        ? checks
        : name === 'state'
          ? attacker
          : name === 'role' || name === 'to'
            ? roles
            : choices;
    // `rule/…` and `enrichment/…` say what kind of thing a control is; its sentence does already.
    const plain = name === 'control' ? value.replace(/^(rule|enrichment)\//, '') : value;
    named[name] =
      (name === 'control' ? controls[plain] : undefined) ??
      known[plain] ??
      (plain === '' ? text.common.none : plain);
  }
  return named;
}

/** How loudly an event speaks, by the family of its code. */
export function severityOf(event: RunEvent): Severity {
  const { kind } = event;
  if (/^response\.(effective|done)/.test(kind)) return 'good';
  if (/^(attack|attacker)\.(start|return|extort|threat)/.test(kind)) return 'critical';
  if (/^(attack|attacker)\./.test(kind)) return 'severe';
  if (/(leaver|left|storm|purge|retention|missed|inject|mail)/.test(kind)) return 'attention';
  return 'info';
}
