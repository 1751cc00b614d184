import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './run-child.mjs';
import { fail, step } from './say.mjs';

function versionAt(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

/** Is every package of the lockfile in its place, in its version? Other systems' packages may be absent. */
export function isInstalled(root) {
  if (!existsSync(join(root, 'node_modules'))) return false;
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true;
    if (wanted.link) return existsSync(join(root, path));
    const version = versionAt(join(root, path));
    if (version === undefined)
      return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return version === wanted.version;
  });
}

/** The npm that runs this script, else the one on the path. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli]];
  return process.platform === 'win32' ? ['npm.cmd', []] : ['npm', []];
}

/** Runs npm ci, unless everything is there already. */
export async function install(root) {
  if (isInstalled(root)) return;
  const done = step('Installing packages (once, a minute or two)');
  const [command, first] = npmCommand();
  // Development packages build the trainer, so they are needed although it will run in production.
  const { NODE_ENV: _, ...env } = process.env;
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--include=dev'];
  const { code, said } = await runChild(command, args, {
    cwd: root,
    env,
    shell: command === 'npm.cmd',
  });
  if (code === 0) return done();
  const reason = said
    .split('\n')
    .filter((line) => /error .{20}/i.test(line) && !/Usage|log of this run/.test(line))
    .slice(0, 3)
    .join('\n    ');
  const full = /ENOSPC/.test(said);
  const offline = /ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN|network/.test(said);
  fail(
    full ? 'the disk is full' : `the packages could not be installed\n    ${reason}`,
    root,
    full
      ? 'free about 2 GB and run npm start again'
      : offline
        ? 'check the network (only this first step needs one) and run npm start again'
        : 'run npm ci by hand to see all it says',
    full ? 2 : 3,
  );
}
