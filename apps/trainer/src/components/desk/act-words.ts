'use client';

import type { ProposedAct, RecordEntry } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';

/** A proposed act in a few words. */
export function useActWords(): (act: ProposedAct) => string {
  const { text } = useReading();
  const name = (code: string) => text.world.choices[code] ?? code;
  return (act) => {
    switch (act.do) {
      case 'respond':
        return [name(act.response), ...Object.values(act.params).map(String).map(name)].join(', ');
      case 'declare':
        return `${text.respond.declare.title}: ${name(act.severity)}`;
      case 'file':
        return name(act.rule);
      case 'issue':
        return name(act.document.form);
      case 'decide':
        return `${act.decision}: ${act.option}`;
    }
  };
}

/** An entry of the record in a line. */
export function useEntryWords(): (entry: RecordEntry) => string {
  const { text } = useReading();
  return (entry) => {
    switch (entry.kind) {
      case 'evidence':
        return [entry.title, entry.note].filter(Boolean).join('\n');
      case 'hypothesis':
        return `${text.hypotheses[entry.tag]}, ${text.desk.sure(`${entry.confidence} %`)}\n${entry.text}`;
      case 'estimate':
        return `${formatCount(entry.low)} – ${formatCount(entry.high)}, ${text.desk.sure(`${entry.confidence} %`)}`;
      case 'action':
        return `${entry.owner}: ${entry.text}`;
      case 'note':
      case 'chat':
        return entry.text;
    }
  };
}
