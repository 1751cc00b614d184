// Goal: the workflow files people copy call commands and options that exist.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { COMMANDS } from '../src/commands.ts';
import { parseCommand } from '../src/parse.ts';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
const files = [
  ...readdirSync(join(docs, 'ci')).map((name) => join(docs, 'ci', name)),
  join(docs, 'test-your-detections.md'),
];

test.each(files)('%s', (file) => {
  const calls = [...readFileSync(file, 'utf8').matchAll(/npx dwell ([^\n`]+)/g)];
  expect(calls.length).toBeGreaterThan(1);
  for (const [, call] of calls) {
    const [name, ...argv] = call!.trim().split(/\s+/);
    if (name === '--version') continue;
    const command = COMMANDS.find((each) => each.name === name);
    expect(command, call).toBeDefined();
    expect(() => parseCommand(command!, argv), call).not.toThrow();
  }
});
