// A full room: a hundred people in one team of the crisis, each at an event stream. Measures how long
// a command takes to show on every stream that may show it, how late the server's event loop is, also
// while a second history is built, and what memory that takes.
// npm run bench:room [-- PEOPLE]
import { readFileSync } from 'node:fs';
import { against, quantile, spread } from './figures.mjs';
import { ownServer } from './own-server.mjs';
import { apiOf, ask, Stream } from './web.mjs';

const PEOPLE = Number(process.argv[2] ?? 100);
const JOINING_AT_ONCE = 10;
const COMMANDS = 120;
const GAP_MS = 150;
const HEALTH_MS = 20;
const SHOWN_GOAL_MS = 300;
const LOOP_GOAL_MS = 50;
const SHOWN_MS_MAX = 10_000;
const ROLES = [
  ...['incident-commander', 'soc-lead', 'identity', 'forensics', 'privacy'],
  ...['legal', 'communications', 'care', 'hr', 'executive'],
];
const SETTINGS = {
  name: 'A full room',
  exercise: 'crisis',
  seed: 42,
  scale: 10_000,
  length: 'full',
  difficulty: { noise: 1, attackerPace: 1_000, logGapDays: 0, staffing: 'none' },
  jurisdictions: ['kr'],
  roles: ROLES,
  teams: ['Team'],
  solo: false,
};
const SECOND_HISTORY = {
  name: 'Beside it',
  scenario: 'insider-key',
  seed: 7,
  scale: 1_000,
  start: 'crisis',
};

const say = (line) => process.stdout.write(`${line}\n`);
const pause = (duration) => new Promise((resolve) => setTimeout(resolve, duration));

async function whenReady(api, runId) {
  for (;;) {
    const { build } = await api.query('run.get', { runId });
    if (build.state === 'ready') return;
    if (build.state === 'failed') throw new Error('the history could not be built');
    await pause(250);
  }
}

async function openRoom(url, token) {
  const signedIn = await ask(`${url}/api/auth/sign-in/link`, { method: 'POST', body: { token } });
  const desk = apiOf(url, signedIn.cookies);
  const { id: exerciseId, code } = await desk.mutate('exercise.create', SETTINGS);
  const { teams } = await desk.query('exercise.desk', { exerciseId });
  await whenReady(desk, teams[0].run.id);
  return { url, desk, exerciseId, code, runId: teams[0].run.id };
}

/** All come by one address, as a class behind one router does. */
async function joinAll({ url, code, exerciseId }) {
  const people = [];
  const times = [];
  const coming = Array.from({ length: PEOPLE }, (_, n) => n);
  const usher = async () => {
    for (let n = coming.shift(); n !== undefined; n = coming.shift()) {
      const role = ROLES[n % ROLES.length];
      const body = { code, name: `Person ${n + 1}`, team: 'team-1', roles: [role] };
      const began = performance.now();
      const { status, cookies } = await ask(`${url}/api/join`, { method: 'POST', body });
      if (status !== 201) throw new Error(`join ${n + 1} of ${PEOPLE}: ${status}`);
      times.push(performance.now() - began);
      const stream = new Stream(url, 'exercise.live', { exerciseId }, cookies);
      await stream.open;
      people.push({ role, stream, api: apiOf(url, cookies) });
    }
  };
  await Promise.all(Array.from({ length: JOINING_AT_ONCE }, usher));
  return { people, times };
}

/** What one command after another says, by whom, and who is to see it. */
function commandOf(n, mark, { people, asked }) {
  const kind = ['chat', 'answer', 'proposal'][n % 3];
  const text = `${mark} We have seen this before; who looks into it?`;
  const of = (role) => people.filter((person) => person.role === role);
  if (kind === 'chat') {
    const by = people[(n * 7) % people.length];
    const act = { do: 'record', entry: { kind: 'chat', text } };
    return { kind, by, act, seen: people };
  }
  if (kind === 'answer') {
    const inject = asked[n % asked.length];
    const seen = people.filter(({ role }) => inject.to.includes(role));
    const act = { do: 'answer', inject: inject.id, text };
    return { kind, by: seen[n % seen.length], act, seen };
  }
  const leads = of('soc-lead');
  const params = { address: `198.51.100.${n % 250}` };
  const act = {
    ...{ do: 'propose', as: 'soc-lead', reasons: { why: text } },
    act: { do: 'respond', response: 'block-address', params },
  };
  return { kind, by: leads[n % leads.length], act, seen: people };
}

/** From sending a command to its acknowledgement, to each stream, and to the last of them. */
async function timeCommand({ by, act, seen }, exerciseId, mark) {
  const began = performance.now();
  const showing = seen.map(({ stream }) => stream.see(mark));
  const late = pause(SHOWN_MS_MAX).then(() => null);
  await by.api.mutate('exercise.play', { exerciseId, act });
  const acknowledged = performance.now() - began;
  const shown = await Promise.race([Promise.all(showing), late]);
  if (!shown) throw new Error(`${mark} did not show on every stream`);
  const times = shown.map((at) => at - began);
  return { acknowledged, each: times, last: Math.max(...times) };
}

/** Asks the server for its health again and again, 20 ms after each answer: what a request waits for. */
function takePulse(url) {
  const times = [];
  let open = true;
  const beat = async () => {
    while (open) {
      const began = performance.now();
      await ask(`${url}/api/health`);
      times.push(performance.now() - began);
      await pause(HEALTH_MS);
    }
  };
  const over = beat();
  return async () => {
    open = false;
    await over;
    return times;
  };
}

async function measure(name, room, server, { first, until }) {
  const stopPulse = takePulse(room.url);
  const from = Date.now();
  const last = {};
  const every = [];
  const acknowledged = [];
  let n = first;
  for (; n < first + COMMANDS || !(await until()); n++) {
    const mark = `mark-${n}-${from}`;
    const command = commandOf(n, mark, room);
    const took = await timeCommand(command, room.exerciseId, mark);
    (last[command.kind] ??= []).push(took.last);
    every.push(...took.each);
    acknowledged.push(took.acknowledged);
    await pause(GAP_MS);
  }
  // The window in which the last command came by is written when it is over.
  await pause(5_000);
  const health = await stopPulse();
  const windows = server.loop.filter(({ time }) => time > from);
  report(name, {
    last,
    every,
    acknowledged,
    health,
    windows,
    seconds: (Date.now() - from) / 1_000,
  });
  return n;
}

function report(name, { last, every, acknowledged, health, windows, seconds }) {
  const shown = Object.values(last).flat();
  const loopP99 = Math.max(...windows.map(({ p99Ms }) => p99Ms));
  say(`\n${name} (${seconds.toFixed(0)} s)`);
  say(`  acknowledged      ${spread(acknowledged)}`);
  say(`  on each stream    ${spread(every)}`);
  for (const [kind, times] of Object.entries(last))
    say(`  ${kind.padEnd(8)} on all   ${spread(times)}`);
  say(`  /api/health       ${spread(health)} · p99 ${quantile(health, 0.99).toFixed(0)} ms`);
  say(`  loop by window    p99 ${windows.map(({ p99Ms }) => p99Ms.toFixed(0)).join(' ')} ms`);
  const cpu = windows.reduce((sum, window) => sum + window.cpu, 0) / windows.length;
  const each = (1_000 * cpu * seconds) / acknowledged.length;
  say(`  server's processor ${(100 * cpu).toFixed(0)} % of one, ${each.toFixed(0)} ms a command`);
  say(
    `  server's memory   ${Math.max(...windows.map(({ rssMb }) => rssMb)).toFixed(0)} MB at most`,
  );
  say(`  ${against('shown on all, p95', quantile(shown, 0.95), SHOWN_GOAL_MS)}`);
  say(`  ${against('loop, p99 of the worst window', loopP99, LOOP_GOAL_MS)}`);
}

/** Memory of the server and all its children, in MB, where the system tells. */
function memoryOfAll(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    const pages = (id) => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]);
    const ids = [pid, ...children.split(' ').filter(Boolean)];
    return ids.map((id) => Math.round((pages(id) * 4_096) / 1e6));
  } catch {
    return [];
  }
}

async function main(server) {
  const room = await openRoom(server.url, server.token);
  say(`The room is open: ${room.exerciseId}`);
  const { people, times } = await joinAll(room);
  say(`${people.length} people from one address joined: ${spread(times)}`);
  const { desk, exerciseId } = room;
  await desk.mutate('exercise.act', { exerciseId, act: { do: 'start' } });
  await desk.mutate('exercise.act', { exerciseId, act: { do: 'phase', phase: 'notice' } });
  await pause(4_000);
  const { teams } = await desk.query('exercise.desk', { exerciseId });
  const asked = teams[0].injects.filter(({ sentAt }) => sentAt !== null).slice(0, 3);
  const full = { ...room, people, asked };
  const until = () => Promise.resolve(true);
  const n = await measure('A room at work', full, server, { first: 0, until });
  const { id: runId } = await desk.mutate('run.create', SECOND_HISTORY);
  const built = async () =>
    ['ready', 'failed'].includes((await desk.query('run.get', { runId })).build.state);
  const all = await measure('While a second history is built', full, server, {
    first: n,
    until: built,
  });
  const bytes = people.reduce((sum, { stream }) => sum + stream.bytes, 0);
  say(
    `\n${all} commands, ${(bytes / 1e6).toFixed(0)} MB told; streams lost: ${people.filter(({ stream }) => stream.ended).length}`,
  );
  say(`Memory of the server and each child, MB: ${memoryOfAll(server.pid).join(' ')}`);
  for (const { stream } of people) stream.close();
}

const server = await ownServer();
try {
  await main(server);
} finally {
  await server.stop();
}
process.exit(0);
