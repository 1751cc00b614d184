// Experiment 2: a whole run at 1:1000 in one pass: counts → records → rules → sealed files, in one child process.
// node bench/one-pass.mjs [SCALE]; the parent only measures its own event loop meanwhile.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Expander, Run, loadScenario } from '@dwell/simulator';
import { openSegmentWriter } from '@dwell/telemetry';

const MINUTE_MS = 60_000;
const SEGMENT_DAYS = 7;

/** Count of events by group over the last `minutes`, in one-minute steps. */
function slidingCount(minutes) {
  const groups = new Map();
  return (group, time) => {
    const minute = Math.floor(time / MINUTE_MS);
    let g = groups.get(group);
    if (!g) groups.set(group, (g = { ring: new Uint32Array(minutes), last: minute, sum: 0 }));
    for (let m = Math.max(g.last + 1, minute - minutes + 1); m <= minute; m++) {
      g.sum -= g.ring[m % minutes];
      g.ring[m % minutes] = 0;
    }
    if (minute > g.last) g.last = minute;
    g.ring[minute % minutes]++;
    return ++g.sum;
  };
}

/** Distinct values by group over the last `minutes`: a value counts again when it was last seen longer ago. */
function slidingDistinct(minutes) {
  const groups = new Map();
  let swept = 0;
  return (group, value, time) => {
    let seen = groups.get(group);
    if (!seen) groups.set(group, (seen = new Map()));
    seen.delete(value);
    seen.set(value, time);
    for (const [old, at] of seen) {
      if (at > time - minutes * MINUTE_MS) break;
      seen.delete(old);
    }
    if (time - swept > 60 * MINUTE_MS) {
      swept = time;
      for (const [name, values] of groups) {
        const [, newest] = [...values].at(-1);
        if (newest < time - minutes * MINUTE_MS) groups.delete(name);
      }
    }
    return seen.size;
  };
}

/** Twelve predicates a row and three sliding correlations, in front of a writer. */
function rules(writer) {
  const hits = new Uint32Array(15);
  const missing = slidingCount(60);
  const unissued = slidingCount(10);
  const subjects = slidingDistinct(60);
  const sink = {
    http(batch) {
      const {
        length,
        status,
        check,
        issued,
        exists,
        canary,
        pagesBefore,
        endpoint,
        agent,
        kid,
        principal,
        source,
        target,
        time,
      } = batch;
      for (let i = 0; i < length; i++) {
        if (status[i] === 404) hits[0]++;
        if (check[i] !== 0) hits[1]++;
        if (issued[i] === 0) hits[2]++;
        if (exists[i] === 0) hits[3]++;
        if (canary[i] === 1) hits[4]++;
        if (pagesBefore[i] === 0) hits[5]++;
        if (endpoint[i] === 2) hits[6]++;
        if (agent[i] === 12) hits[7]++;
        if (kid[i] > 1) hits[8]++;
        if (principal[i] === 40) hits[9]++;
        if (source[i] >= 0xc6120000 && source[i] < 0xc6140000) hits[10]++;
        if (status[i] === 404 && missing(source[i], time[i]) > 5) hits[12]++;
        if (issued[i] === 0 && unissued(source[i], time[i]) > 3) hits[13]++;
        if (endpoint[i] === 1 && subjects(source[i], target[i], time[i]) > 20) hits[14]++;
      }
      writer.http(batch);
    },
    auth(batch) {
      for (let i = 0; i < batch.length; i++) if (batch.outcome[i] === 1) hits[11]++;
      writer.auth(batch);
    },
    minutes: (batch) => writer.minutes(batch),
    rows: (table, rows) => writer.rows(table, rows),
  };
  return { sink, hits };
}

async function pass(scale) {
  const scenario = loadScenario('insider-key');
  const input = { scenario, seed: 42, scale };
  const folder = mkdtempSync(join(tmpdir(), 'dwell-one-pass-'));
  const frames = [];
  const run = new Run(input, { keep: false, onDay: (frame) => frames.push(frame) });
  const expander = new Expander(input);
  const took = { world: 0, expandAndRules: 0, store: 0 };
  const timed = async (what, work) => {
    const from = performance.now();
    const result = await work();
    took[what] += performance.now() - from;
    return result;
  };
  let bytes = 0;
  let writer = null;
  const hits = new Float64Array(15);
  const started = performance.now();
  try {
    const days = scenario.run.to / 86_400_000;
    for (let day = 0; day < days; day++) {
      await timed('world', () => run.advance((day + 1) * 86_400_000));
      const fromDay = day - (day % SEGMENT_DAYS);
      const toDay = Math.min(days - 1, fromDay + SEGMENT_DAYS - 1);
      writer ??= await openSegmentWriter({
        root: join(folder, 'segments'),
        labelsRoot: join(folder, 'labels'),
        fromDay,
        toDay,
        calendar: scenario.calendar,
      });
      const filter = rules(writer);
      for (const frame of frames.splice(0))
        await timed('expandAndRules', () => expander.day(frame, filter.sink));
      filter.hits.forEach((n, i) => void (hits[i] += n));
      await timed('store', () => writer.drained());
      if (day === toDay) {
        bytes += (await timed('store', () => writer.seal())).bytes;
        writer = null;
      }
    }
    const rows = Object.values(run.world.recordCounts()).reduce((a, b) => a + b, 0);
    const ms = performance.now() - started;
    return {
      scale,
      rows,
      seconds: ms / 1000,
      rowsPerS: Math.round((rows / ms) * 1000),
      bytesPerRow: bytes / rows,
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      took,
      hits: [...hits],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.send) {
  process.send(await pass(Number(process.argv[2])));
  process.disconnect();
} else {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const child = fork(fileURLToPath(import.meta.url), [process.argv[2] ?? '1000']);
  child.on('message', (result) => {
    const ms = (n) => Math.round(n / 1e5) / 10;
    process.stdout.write(
      `${JSON.stringify({ ...result, eventLoopMs: { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) } }, null, 1)}\n`,
    );
    delay.disable();
  });
}
