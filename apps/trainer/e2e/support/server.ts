import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const START_MS_MAX = 90_000;

/** A trainer of its own, started as people start it, in a process group of its own. */
export type OwnServer = {
  pid: number;
  url: string;
  /** The one-time link it printed, if it did. */
  link: string | null;
  /** Ends the server and all its children, at once, with nothing put in order. */
  kill(): Promise<void>;
};

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(),
      );
    });
  });
}

function begin(home: string, port: number): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, DWELL_HOME: home, DATABASE_URL: '' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (data: Buffer) => {
    said += data.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { child, said: () => said };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Starts a server on a home folder and waits until it is ready. */
export async function startServer(home: string, port: number): Promise<OwnServer> {
  const { child, said } = begin(home, port);
  await new Promise<void>((resolve, reject) => {
    const give = (problem: string) => {
      killGroup(child);
      reject(new Error(`the server ${problem}\n${said()}`));
    };
    const timer = setTimeout(() => give('did not start in time'), START_MS_MAX);
    const onExit = (code: number | null) => give(`ended with ${code}`);
    child.once('exit', onExit);
    child.stdout!.on('data', () => {
      if (!/Stop with Ctrl/.test(said())) return;
      clearTimeout(timer);
      child.off('exit', onExit);
      resolve();
    });
  });
  return {
    pid: child.pid!,
    url: `http://127.0.0.1:${port}`,
    link: /Sign in:\s+(\S+)/.exec(said())?.[1] ?? null,
    async kill() {
      killGroup(child);
      await ended(child);
    },
  };
}

/** Starts a server that must not come up; what it said and the code it ended with. */
export async function startInVain(
  home: string,
  port: number,
): Promise<{ code: number | null; said: string }> {
  const { child, said } = begin(home, port);
  const timer = setTimeout(() => killGroup(child), START_MS_MAX);
  const code = await ended(child);
  clearTimeout(timer);
  return { code, said: said() };
}
