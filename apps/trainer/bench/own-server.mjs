import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const START_MS_MAX = 180_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** What the server says of itself for a window of time: `{ time, p50Ms, p99Ms, maxMs, cpu, rssMb }`. */
function readLoop(line) {
  try {
    const entry = JSON.parse(line);
    return entry.msg === 'loop' ? entry : null;
  } catch {
    return null;
  }
}

/**
 * The built server with a home and a port of its own, watching its event loop. `loop` grows while it
 * runs; `stop` ends it and removes its home.
 */
export async function ownServer() {
  const home = mkdtempSync(join(tmpdir(), 'dwell-bench-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, DWELL_HOME: home, DATABASE_URL: '', DWELL_LOOP_LOG: '1' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const loop = [];
  let said = '';
  child.stderr.on('data', (data) => {
    for (const line of String(data).split('\n')) {
      const entry = readLoop(line);
      if (entry) loop.push(entry);
      else if (line.trim() !== '') process.stderr.write(`  server: ${line.slice(0, 400)}\n`);
    }
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  const ready = new Promise((resolve) => {
    child.stdout.on('data', (data) => {
      said += data;
      if (/Stop with Ctrl/.test(said)) resolve(true);
    });
  });
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(false), START_MS_MAX);
  });
  const up = await Promise.race([ready, late, ended.then(() => false)]);
  clearTimeout(timer);
  if (up !== true) {
    await stop();
    throw new Error(`the server did not start\n${said}`);
  }
  const link = new URL(/Sign in:\s+(\S+)/.exec(said)[1]);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    token: link.searchParams.get('token'),
    loop,
    stop,
  };
}
