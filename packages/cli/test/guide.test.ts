// Goal: the five-minute guide works as it is written, and each of its three mistakes turns red for its own reason.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { elements, parseXml } from './xml.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const guide = readFileSync(join(root, 'docs/test-your-detections.md'), 'utf8');

/** Code blocks of a paper: what stands behind the three ticks, and the text. */
function blocksOf(paper: string): { language: string; info: string; text: string }[] {
  return [...paper.matchAll(/^```(\w+)(?: ([^\n]+))?\n(.*?)^```$/gms)].map(
    ([, language, info, text]) => ({ language: language!, info: info ?? '', text: text! }),
  );
}

/** An empty repository in which the command is installed. */
function emptyRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
  symlinkSync(join(root, 'packages/cli/bin/dwell.js'), join(folder, 'node_modules/.bin/dwell'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "my-detections", "private": true }\n');
  return folder;
}

test('every step does what the guide says', () => {
  const folder = emptyRepository();
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
  const shown: { output: string; failed: string[] }[] = [];
  for (const { language, info, text } of blocksOf(guide)) {
    if (language === 'yaml' || info === '.gitignore') {
      mkdirSync(dirname(join(folder, info)), { recursive: true });
      writeFileSync(join(folder, info), text);
    } else if (language === 'sh' && info !== 'install') {
      const done = spawnSync('bash', ['-c', text], { cwd: folder, env, encoding: 'utf8' });
      expect([info, done.status], done.stderr).toEqual([info, info === 'exit=1' ? 1 : 0]);
      const junit = parseXml(readFileSync(join(folder, 'junit.xml'), 'utf8'));
      const failed = elements(junit, 'failure').map((one) => one.text.split('\nrepeat')[0]!);
      shown.push({ output: done.stdout, failed });
    } else if (language === 'text') {
      // Times and figures of a machine may differ; everything else is what people will see.
      const same = (line: string) => line.replace(/ in \d+\.\d s.*/, '');
      for (const line of text.split('\n')) expect(shown.at(-1)!.output).toContain(same(line));
    }
  }
  const reasons = shown.map(({ failed }) => failed.join('\n').match(/^\w+(?=: expected)/gm) ?? []);
  expect(reasons).toEqual([
    [],
    ['at_least', 'first_alert_before', 'max_records_lost', 'min_precision'],
    ['min_precision'],
    ['first_alert_before', 'max_records_lost'],
    [],
  ]);
  expect(shown.at(-1)!.output).toContain('2 passed, 0 failed');
}, 180_000);
