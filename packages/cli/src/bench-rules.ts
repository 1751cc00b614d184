import { benchStream } from '@dwell/detection';
import {
  batchAlerts,
  ENRICHMENTS,
  executeRun,
  type ExecuteRun,
  loadRules,
  scaleRules,
} from '@dwell/simulator';
import type { BenchRow } from './bench-steps.ts';

/** What the streaming evaluator of rules does with a large rule set and with a small one. */
export function streamRows(): BenchRow[] {
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

/**
 * What the scenario's own rules do with the records of a run as they are made, in one process, with all
 * controls on; against DuckDB asked for the same alerts over the same records, stored in `folder` by a run
 * with these controls.
 */
export async function watchRow(run: ExecuteRun, folder: string): Promise<BenchRow> {
  const { rules } = scaleRules(loadRules('shipped'), run.scale);
  const { summary } = await executeRun({ ...run, rules, enrichments: ENRICHMENTS, processes: 0 });
  const records = summary.log_records.total;
  const detectS = Math.max(1, summary.timing.detect_ms) / 1000;
  const started = process.hrtime.bigint();
  await batchAlerts(folder, rules);
  const askS = Number(process.hrtime.bigint() - started) / 1e9;
  return {
    name: `records past ${rules.length} rules of the scenario`,
    value: records / detectS,
    unit: 'records/s',
    ratio: askS / detectS,
    against: 'DuckDB asked for the same alerts',
  };
}
