import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../start/build.mjs';
import { install } from '../start/install.mjs';
import { ensureChromium } from './chromium.mjs';
import { tool } from './command.mjs';
import { readOptions } from './options.mjs';
import { browserCounts, lastLine, sum, unitCounts } from './results.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const FAILED = { passed: 0, failed: 1, skipped: 0 };
const GOOD = { passed: 0, failed: 0, skipped: 0 };

/** Runs a stage under its name and says how long it took. A stage answers counts. */
async function stage(name, run) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const result = await run();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${result.failed === 0 ? 'good' : 'FAILED'} in ${seconds} s`);
  return result;
}

/** A stage of tools that all have to end well; their words are shown when they do not. */
async function check(...tools) {
  let result = GOOD;
  for (const [path, ...args] of tools) {
    const { ok, said } = await tool(root, path, args, { quiet: true });
    if (ok) continue;
    console.log(said.trimEnd());
    result = FAILED;
  }
  return result;
}

async function buildAll() {
  const built = await check(['turbo/bin/turbo', 'run', 'build', '--output-logs=errors-only']);
  // Stamps the build, so that `npm start` knows that it is there.
  if (built.failed === 0) await build(root);
  return built;
}

const CHECKS = [
  [
    'types',
    ['turbo/bin/turbo', 'run', 'typecheck', '--output-logs=errors-only'],
    ['typescript/bin/tsc', '-p', 'apps/trainer/e2e'],
  ],
  ['lint', ['oxlint/bin/oxlint'], ['turbo/bin/turbo', 'boundaries'], ['knip/bin/knip.js']],
  ['format', ['oxfmt/bin/oxfmt', '--check', '.']],
];

async function unitTests(folder, patterns) {
  const report = join(folder, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const some = patterns.length > 0 ? ['--passWithNoTests', ...patterns] : [];
  const { ok } = await tool(root, 'vitest/vitest.mjs', ['run', ...reporters, ...some]);
  return unitCounts(report, ok);
}

async function browserTests(folder, patterns) {
  const missing = await ensureChromium(root);
  if (missing) {
    console.error(missing);
    return FAILED;
  }
  const report = join(folder, 'browser.json');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const some = patterns.length > 0 ? ['--pass-with-no-tests', ...patterns] : [];
  const args = ['test', '--reporter=list,json', ...some];
  const { ok } = await tool(root, '@playwright/test/cli.js', args, { env });
  return browserCounts(report, ok);
}

async function runStages({ checks, unit, e2e, patterns }, folder) {
  const built = await stage('build', buildAll);
  // Nothing else says anything about sources that do not build.
  if (built.failed > 0) return [built];
  const results = [];
  for (const [name, ...tools] of checks ? CHECKS : []) {
    results.push(await stage(name, () => check(...tools)));
  }
  if (unit) results.push(await stage('unit tests', () => unitTests(folder, patterns)));
  if (e2e) results.push(await stage('browser tests', () => browserTests(folder, patterns)));
  return results;
}

/** Runs what is asked for; the exit code. */
export async function main(args) {
  const options = readOptions(args);
  if (options.say) {
    (options.exit === 0 ? console.log : console.error)(options.say);
    return options.exit;
  }
  // Whatever ends this process early, the last line is there.
  let line = lastLine(FAILED);
  process.once('exit', () => console.log(`\n${line}`));
  const folder = mkdtempSync(join(tmpdir(), 'dwell-test-'));
  try {
    await install(root);
    const total = sum(await runStages(options, folder));
    const found = total.passed + total.failed + total.skipped > 0;
    if (!found)
      console.error(`error: no test file has this in its path · ${options.patterns.join(' ')}`);
    line = lastLine(total);
    return total.failed === 0 && found ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
