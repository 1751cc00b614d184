// What the streaming evaluator does on one core: a large rule set with its index and without, and a small one.
// Run `npm run build -w @dwell/detection` first, then `node packages/detection/bench/stream.mjs [RULES] [EVENTS]`.
import { benchStream } from '@dwell/detection';

const [rules = 2400, events = 20_000] = process.argv.slice(2).map(Number);
const done = benchStream({ rules, events });
const whole = (value) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
const line = (name, value, note = '') =>
  console.log(`${name.padEnd(34)}${whole(value).padStart(12)}  ${note}`.trimEnd());

line(`read ${whole(done.rules)} rules (YAML), ms`, done.readMs);
line('make them ready, ms', done.compileMs);
line('events/s', done.eventsPerS, `${(done.hits / events).toFixed(2)} hits an event`);
line(
  'events/s without the index',
  done.plainPerS,
  `the index: ${(done.eventsPerS / done.plainPerS).toFixed(1)} ×`,
);
line(
  'JSON.parse of the same, lines/s',
  done.parsePerS,
  `${(done.eventsPerS / done.parsePerS).toFixed(2)} × of it`,
);
line(`events/s, ${done.smallRules} small rules`, done.smallEventsPerS);
line(
  'JSON.parse of the same, lines/s',
  done.smallParsePerS,
  `${(done.smallEventsPerS / done.smallParsePerS).toFixed(2)} × of it`,
);
