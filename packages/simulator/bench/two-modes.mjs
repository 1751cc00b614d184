// Experiment 3: counters only or with records, killed or not: one checksum. An event-driven bot plays along.
// node bench/two-modes.mjs [SEEDS] [KILLS]
import { fork } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { Expander, Run, loadScenario } from '@dwell/simulator';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const KILL_DAY = 200;
const scenario = loadScenario('insider-key-live');
const UNTIL = Math.min(scenario.horizon, 360 * DAY_MS);
const inputOf = (seed) => ({ scenario, seed, scale: 100_000 });
const respond = (response, params = {}) => ({ do: 'respond', response, params });

/** What the bot does when it has seen something and has not done so yet. It knows events and the log, nothing else. */
const POLICY = [
  { seen: () => true, does: respond('canary-accounts', { count: 10_000 }) },
  {
    seen: (event) => event.kind === 'canary.touched',
    does: respond('rotate-key', { mode: 'hard' }),
  },
  { seen: (event) => event.kind === 'key.withdrawn', does: respond('check-issuance') },
  {
    seen: (event) => event.kind === 'inject.sent' && event.values.id === 'first-mail',
    does: respond('notify-people'),
  },
  { seen: (event) => event.kind === 'notice.sent', does: respond('logout', { cohort: '25%' }) },
];

/** Plays a run hour by hour; `append` keeps a command before it is taken in. */
function play(run, until, append, onHour = () => undefined) {
  let looked = 0;
  const seen = POLICY.map(() => false);
  while (run.now < until) {
    run.advance(Math.min(until, run.now + HOUR_MS - (run.now % HOUR_MS)));
    for (; looked < run.events.length; looked++) {
      const event = run.events[looked];
      if (event.visibility === 'shop')
        POLICY.forEach((rule, i) => void (seen[i] ||= rule.seen(event)));
    }
    POLICY.forEach(({ does }, i) => {
      const done = run.commands.some(({ body }) => body.response === does.response);
      if (!seen[i] || done) return;
      const command = run.submit({ by: 'bot', role: 'identity', body: does });
      append(command);
      run.accept(command);
    });
    onHour(run);
  }
  return run.checksum();
}

/** A child that may be killed at any time: log first, a snapshot every day, goes on from what it finds. */
function mortal(seed, folder) {
  const [log, saved] = [join(folder, 'log.ndjson'), join(folder, 'snapshot')];
  const commands = existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
  const found = existsSync(saved) ? deserialize(readFileSync(saved)) : null;
  const run = found
    ? Run.restore(inputOf(seed), found.snapshot, { commands })
    : new Run(inputOf(seed), { commands });
  if (found) run.events.push(...found.events);
  const append = (command) => {
    const file = openSync(log, 'a');
    appendFileSync(file, `${JSON.stringify(command)}\n`);
    fsyncSync(file);
    closeSync(file);
  };
  const from = run.now;
  const checksum = play(run, UNTIL, append, () => {
    if (run.now % DAY_MS !== 0) return;
    writeFileSync(`${saved}.new`, serialize({ snapshot: run.snapshot(), events: run.events }));
    renameSync(`${saved}.new`, saved);
    if (process.connected) process.send({ day: run.now / DAY_MS });
  });
  process.send({ checksum, from: from / DAY_MS, commands: run.commands.length });
}

function child(seed, folder, killAfterMs) {
  return new Promise((resolve) => {
    const it = fork(fileURLToPath(import.meta.url), ['mortal', String(seed), folder]);
    let result = null;
    it.on('message', (message) => {
      if (message.checksum) {
        result = message;
        it.disconnect();
      } else if (message.day === KILL_DAY && killAfterMs !== null)
        setTimeout(() => it.kill('SIGKILL'), killAfterMs);
    });
    it.on('exit', (code, signal) => resolve(result ?? { signal }));
  });
}

async function main() {
  const [seeds, kills] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 20)];
  const sums = new Set();
  let [same, records, commands, countersMs, expandedMs] = [0, 0, 0, 0, 0];
  const checksums = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const a = performance.now();
    const plain = new Run(inputOf(seed));
    const one = play(plain, UNTIL, () => undefined);
    const b = performance.now();
    const expander = new Expander(inputOf(seed));
    const count = (batch) => void (records += batch.length);
    const sink = {
      http: count,
      auth: count,
      minutes() {},
      rows: (_table, rows) => void (records += rows.length),
    };
    const two = play(
      new Run(inputOf(seed), { onDay: (frame) => expander.day(frame, sink) }),
      UNTIL,
      () => undefined,
    );
    const c = performance.now();
    if (one === two) same++;
    sums.add(one);
    commands += plain.commands.length;
    countersMs += b - a;
    expandedMs += c - b;
    checksums.push(one);
  }
  let [killed, resumed, from] = [0, 0, 0];
  for (let seed = 1; seed <= Math.min(kills, seeds); seed++) {
    const folder = mkdtempSync(join(tmpdir(), 'dwell-two-modes-'));
    try {
      const first = await child(seed, folder, seed % 7);
      if (first.signal === 'SIGKILL') killed++;
      const second = await child(seed, folder, null);
      if (second.checksum === checksums[seed - 1]) resumed++;
      from += second.from;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const each = (n) => Math.round(n / seeds);
  process.stdout.write(
    `${JSON.stringify({ seeds, same, distinct: sums.size, recordsEach: each(records), commandsEach: commands / seeds, countersMs: each(countersMs), expandedMs: each(expandedMs), kills: Math.min(kills, seeds), killed, resumed, resumedFromDay: Math.round(from / Math.max(1, Math.min(kills, seeds))) })}\n`,
  );
}

if (process.argv[2] === 'mortal') mortal(Number(process.argv[3]), process.argv[4]);
else await main();
