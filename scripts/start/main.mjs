import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { networkWords } from './network-words.mjs';
import { readOptions } from './options.mjs';
import { announce, askForToken, findRunning, withdraw } from './running-server.mjs';
import { fail } from './say.mjs';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

function openBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}

const linkOf = (url, token) => `${url}/sign-in?token=${token}`;
const NOTE = '(works once, for 24 hours)';

async function printLinkOfRunning(home) {
  const url = await findRunning(home);
  if (!url) return false;
  try {
    console.log(`Sign in: ${linkOf(url, await askForToken(home, url))}  ${NOTE}`);
  } catch (error) {
    fail(
      error.message,
      home,
      'run this as the user who started the server, with the same DWELL_HOME',
    );
  }
  return true;
}

/** Ctrl+C once ends everything in order; twice, at once. */
function stopOnSignals(stop) {
  let stopping = false;
  let since = 0;
  const onSignal = () => {
    // One Ctrl+C arrives twice: from the terminal and from npm.
    if (stopping && Date.now() - since > 500) process.exit(130);
    if (stopping) return;
    stopping = true;
    since = Date.now();
    console.log('\nStopping …');
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(3);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
}

export async function main(args) {
  const started = Date.now();
  const options = readOptions(args);
  const home = resolve(process.env.DWELL_HOME || join(root, '.dwell'));
  process.env.DWELL_HOME = home;
  if (options.newLink && (await printLinkOfRunning(home))) return;

  console.log('Dwell');
  await install(root);
  await build(root);
  process.env.DWELL_URL = options.url;
  process.env.DWELL_HOSTS = options.names.join(',');
  const { running, close } = await serve(root, options);
  announce(home, options.url);
  stopOnSignals(async () => {
    withdraw(home);
    await close();
  });

  const { createSignInToken, isUnclaimed } = await import(
    new URL('../../prisma/dist/index.js', import.meta.url)
  );
  const { prisma } = running.database;
  const link =
    options.newLink || (await isUnclaimed(prisma))
      ? linkOf(options.url, await createSignInToken(prisma))
      : null;
  console.log(`\n  Ready at ${options.url}  (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (link) console.log(`  Sign in:  ${link}\n            ${NOTE}`);
  for (const line of networkWords(options, process.env)) console.log(`  ${line}`);
  console.log('  Stop with Ctrl+C.\n');
  if (options.open) openBrowser(link ?? options.url);
}
