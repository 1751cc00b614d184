import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pinNewest } from './pin-segments.ts';

// Goal: what a long question reads stays there, and nothing is left of it afterwards.

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dwell-pin-'));
  for (const name of ['0000-0001', '0002-0002']) {
    mkdirSync(join(root, 'segments', name), { recursive: true });
    writeFileSync(join(root, 'segments', name, 'part'), name);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the newest segment can still be read when it has given way to another', () => {
  const segments = ['0000-0001', '0002-0002'].map((name) => join(root, 'segments', name));
  const pinned = pinNewest(segments);
  rmSync(segments[1]!, { recursive: true });
  expect(pinned.segments.map((path) => readFileSync(join(path, 'part'), 'utf8'))).toEqual([
    '0000-0001',
    '0002-0002',
  ]);
  expect(readdirSync(join(root, 'segments'))).toEqual(['0000-0001']);
  pinned.release();
  expect(readdirSync(root)).toEqual(['segments']);
});

test('a segment that is gone already is left to the reader, and no segment is none', () => {
  expect(pinNewest([join(root, 'segments', 'gone')]).segments).toHaveLength(1);
  expect(readdirSync(root)).toEqual(['segments']);
  expect(pinNewest([]).segments).toEqual([]);
});
