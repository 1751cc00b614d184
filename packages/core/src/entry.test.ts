// Goal: a child process starts from built JavaScript, whether its parent runs from source or not.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { builtEntry } from './entry.ts';

const url = (path: string) => pathToFileURL(resolve(path)).href;

test('from source it is the same place under dist', () => {
  expect(builtEntry(url('/w/packages/x/src/host/parent.ts'), './worker.js')).toBe(
    resolve('/w/packages/x/dist/host/worker.js'),
  );
});

test('only the last src of the path is the source folder', () => {
  expect(builtEntry(url('/src/dwell/packages/x/src/a.ts'), './b/worker.js')).toBe(
    resolve('/src/dwell/packages/x/dist/b/worker.js'),
  );
});

test('built code stays where it is', () => {
  expect(builtEntry(url('/w/src/packages/x/dist/host/parent.js'), './worker.js')).toBe(
    resolve('/w/src/packages/x/dist/host/worker.js'),
  );
});
