import { spawn } from 'node:child_process';

/**
 * Runs a program without a terminal to ask at. `quiet` keeps its words, to be shown when it fails.
 * Answers `{ ok, said }`.
 */
export function command(program, args, { cwd, env, quiet = false }) {
  const output = quiet ? 'pipe' : 'inherit';
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', output, output] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => (said = (said + data).slice(-60_000)));
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, said: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, said }));
  });
}

/** A program of a package, run by this Node. */
export function tool(root, path, args, options = {}) {
  return command(process.execPath, [`${root}/node_modules/${path}`, ...args], {
    cwd: root,
    ...options,
  });
}
