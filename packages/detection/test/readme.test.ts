// Goal: every example of the README runs and prints what its comment says.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const EXAMPLES = [...README.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);

/** Where packages lie when an example stands in a temporary folder. */
const PLACES: Readonly<Record<string, string>> = {
  '@dwell/detection': fileURLToPath(new URL('../src/index.ts', import.meta.url)),
  '@dwell/detection/duckdb': fileURLToPath(new URL('../src/duckdb/index.ts', import.meta.url)),
  '@duckdb/node-api': fileURLToPath(import.meta.resolve('@duckdb/node-api')),
};

test('there are examples', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(6);
});

test.each(EXAMPLES.map((code, at) => ({ at: at + 1, code })))('example $at', async ({ code }) => {
  const placed = code.replaceAll(/from '([^']+)'/g, (_, name: string) => {
    return `from ${JSON.stringify(PLACES[name])}`;
  });
  const file = join(mkdtempSync(join(tmpdir(), 'readme-')), 'example.ts');
  writeFileSync(file, placed);
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import(pathToFileURL(file).pathname);
  const printed = log.mock.calls.map((values) => JSON.stringify(values).slice(1, -1));
  log.mockRestore();
  const wanted = [...code.matchAll(/^console\.log.*\/\/ (.*)$/gm)].map((match) => match[1]!);
  expect(wanted.length).toBeGreaterThan(0);
  const plain = (text: string) => text.replaceAll(/[\s,]/g, '');
  expect(printed.map(plain)).toEqual(wanted.map(plain));
});
