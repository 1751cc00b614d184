// Experiment 1, continued: the baseline of PII endpoints, whole runs at several scales.
// node bench/baseline.mjs [SCALE,SCALE,…]
import { dateOfDay, dayOf, parseTime } from '@dwell/core';
import { Run, loadScenario } from '@dwell/simulator';

const DAY_MS = 86_400_000;
const WINDOW = 28;
const scenario = loadScenario('insider-key');
const from = dayOf(scenario.calendar, parseTime('2025-04-14', scenario.calendar, 'bench'));
const peak = dayOf(scenario.calendar, parseTime('2025-05-26', scenario.calendar, 'bench'));

/** Against home pages, so that promotion days and the season drop out; deviations of the four weeks before. */
function scores(hours, endpoint) {
  const days = [];
  for (const hour of hours) {
    const day = Math.floor(hour.at / DAY_MS);
    days[day] ??= { pages: 0, home: 0 };
    days[day].pages += hour.requests[endpoint];
    days[day].home += hour.requests[5];
  }
  const share = days.map(({ pages, home }) => pages / home);
  return share.map((x, day) => {
    if (day < WINDOW) return 0;
    const before = share.slice(day - WINDOW, day);
    const mean = before.reduce((a, b) => a + b, 0) / WINDOW;
    const deviation = Math.sqrt(before.reduce((a, b) => a + (b - mean) ** 2, 0) / WINDOW);
    return (x - mean) / deviation;
  });
}

for (const scale of (process.argv[2] ?? '10000,1000,100').split(',').map(Number)) {
  const run = new Run({ scenario, seed: 42, scale });
  run.advance(scenario.run.to);
  const z = scores(run.hours, 1);
  const quiet = z.slice(WINDOW, from);
  const first = z.findIndex((score, day) => day >= from && score > 4);
  const worst = Math.max(...quiet);
  const lost = run.hours.findLast(({ at }) => at < first * DAY_MS)?.truth.accountsLost ?? 0;
  process.stdout.write(
    `${JSON.stringify({ scale, quietDays: quiet.length, quietWorst: worst.toFixed(1), falseAlarms: quiet.filter((score) => score > 4).length, firstDay: first < 0 ? null : dateOfDay(scenario.calendar, first), dayOfAttack: first < 0 ? null : first - from + 1, lostBefore: lost, peakScore: z[peak].toFixed(1) })}\n`,
  );
}
