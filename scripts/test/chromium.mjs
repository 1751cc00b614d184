import { existsSync } from 'node:fs';
import { command, tool } from './command.mjs';

const SYSTEM = '/usr/bin/chromium';

/** The system's Chromium, or undefined: then Playwright takes its own. */
export function systemChromium() {
  return existsSync(SYSTEM) ? SYSTEM : undefined;
}

async function isPresent() {
  if (systemChromium()) return true;
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

async function installFromDebian() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => command('/usr/bin/apt-get', args, { env, quiet: true });
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium');
  if ((await install()).ok) return true;
  await apt('update');
  return (await install()).ok;
}

/** Makes sure there is a browser: the system's, Playwright's, or one installed now. Null or why not. */
export async function ensureChromium(root) {
  if (await isPresent()) return null;
  console.log('  No Chromium yet: installing one');
  if (await installFromDebian()) return null;
  await tool(root, '@playwright/test/cli.js', ['install', 'chromium'], { quiet: true });
  if (await isPresent()) return null;
  return [
    'error: there is no Chromium for the browser tests · /usr/bin/chromium ·',
    'install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium)',
    'or leave them out: npm test -- --unit',
  ].join(' ');
}
