import { availableParallelism } from 'node:os';
import { type BenchRow, benchSteps } from '../bench-steps.ts';
import type { Command } from '../command.ts';
import { openProgress } from '../progress.ts';
import { flagOf, integerOf } from '../values.ts';

/** `dwell bench`: the performance table, as ratios measured in one run. */
export const bench: Command = {
  name: 'bench',
  positionals: '',
  count: [0, 0],
  summary:
    'Measures this machine: the world, its records, the store, rules; as ratios from one run.',
  options: {
    days: { value: 'N', help: 'simulated days at 1:1000 (default 84)' },
    rows: { value: 'N', help: 'rows for the store by itself (default 4000000)' },
  },
  async run(args, io) {
    const size = {
      days: integerOf(args.values, 'days', 84, 1, 354),
      scale: 1000,
      storeRows: integerOf(args.values, 'rows', 4_000_000, 10_000, 100_000_000),
    };
    const progress = openProgress(io, 'bench', flagOf(args.values, 'quiet'));
    const rows = await benchSteps(
      size,
      (share, step) => progress.update(share, step),
      io.signal,
    ).finally(() => progress.end());
    const machine = { node: process.version, cpus: availableParallelism() };
    io.out(
      flagOf(args.values, 'json')
        ? `${JSON.stringify({ machine, ...size, rows }, null, 2)}\n`
        : table(rows),
    );
    return 0;
  },
};

function table(rows: readonly BenchRow[]): string {
  const width = Math.max(...rows.map((row) => row.name.length));
  const whole = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
  const number = (value: number) => (value < 100 ? value.toFixed(1) : whole(value));
  const lines = rows.map((row) => {
    const ratio =
      row.ratio === null
        ? ''
        : `  ${row.ratio < 100 ? row.ratio.toFixed(2) : whole(row.ratio)} × ${row.against}`;
    return `${row.name.padEnd(width)}  ${number(row.value).padStart(12)} ${row.unit.padEnd(9)}${ratio}`.trimEnd();
  });
  return `${lines.join('\n')}\n`;
}
