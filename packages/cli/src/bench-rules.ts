import { benchStream } from '@dwell/detection';
import type { BenchRow } from './bench-steps.ts';

/** What the streaming evaluator of rules does with a large rule set and with a small one. */
export function ruleRows(): BenchRow[] {
  const done = benchStream();
  const many = `${done.rules} rules`;
  const few = `${done.smallRules} rules`;
  const rate = (name: string, value: number, base: number, against: string): BenchRow => ({
    name: `events past ${name}`,
    value,
    unit: 'events/s',
    ratio: value / base,
    against,
  });
  const time = (name: string, value: number): BenchRow => ({
    name: `${many} ${name}`,
    value,
    unit: 'ms',
    ratio: null,
    against: '',
  });
  return [
    time('read from YAML', done.readMs),
    time('made ready', done.compileMs),
    rate(many, done.eventsPerS, done.plainPerS, 'asking every rule'),
    rate(few, done.smallEventsPerS, done.smallParsePerS, 'JSON.parse of the same'),
  ];
}
