// Experiment 1: does a sample still show what the whole would? Days of the attack at several scales.
// node bench/sampling.mjs [SCALE,SCALE,…] [SCENARIO]
import { dayOf, parseTime } from '@dwell/core';
import { Expander, Run, loadScenario } from '@dwell/simulator';
import { detectorSink } from './detectors.mjs';

const DAY_MS = 86_400_000;
const scales = (process.argv[2] ?? '10000,1000,100').split(',').map(Number);
const name = process.argv[3] ?? 'insider-key';
const DAYS = {
  'insider-key': { mean: '2025-04-24', peak: '2025-05-26', slow: '2025-08-15' },
  'insider-bulk-token': { mean: '2025-06-05' },
};
const CANARIES = {
  by: 'bench',
  role: 'soc-lead',
  body: { do: 'respond', response: 'canary-accounts', params: { count: 10_000 } },
};

const scenario = loadScenario(name);
const seconds = (from) => Math.round((performance.now() - from) / 100) / 10;

/** One day of a run as a frame, without keeping the days before. */
function dayFrame(run, day) {
  run.advance(day * DAY_MS);
  let frame = null;
  const watched = Run.restore(run.input, run.snapshot(), {
    commands: run.commands,
    keep: false,
    onDay: (f) => void (frame = f),
  });
  watched.advance((day + 1) * DAY_MS);
  return frame;
}

for (const scale of scales) {
  const input = { scenario, seed: 42, scale };
  const run = new Run(input, { keep: false });
  run.accept(run.submit(CANARIES));
  for (const [which, date] of Object.entries(DAYS[name])) {
    const started = performance.now();
    const day = dayOf(scenario.calendar, parseTime(date, scenario.calendar, 'bench'));
    const frame = dayFrame(run, day);
    const ran = seconds(started);
    const { sink, result } = detectorSink({
      scale,
      requests: Math.ceil(120_000_000 / scale) + 60_000,
    });
    sink.begin(scenario.calendar.startMs + day * DAY_MS);
    const expanded = performance.now();
    new Expander(input).day(frame, sink);
    const found = result();
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    process.stdout.write(
      `${JSON.stringify({ name, scale, which, date, attack: frame.attack.length, ran, expanded: seconds(expanded), memory, ...found })}\n`,
    );
  }
}
