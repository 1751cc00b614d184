import { spawn } from 'node:child_process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and keeps the last of what it says. It is stopped with this process.
 * `code` is -1 when it could not be started.
 */
export async function runChild(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const keep = (data) => (said = (said + data).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const stop = (signal) => {
    child.kill(signal);
    child.once('close', () => process.exit(130));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(-1)).once('close', resolve);
  });
  for (const signal of SIGNALS) process.off(signal, stop);
  return { code, said };
}
