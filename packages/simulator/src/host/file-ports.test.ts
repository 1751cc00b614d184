import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../run/command.ts';
import { FileClockLog, FileCommandLog } from './file-ports.ts';
import { MemoryCommandLog } from './memory-ports.ts';

// Goal: a log keeps what it acknowledged, takes each place once, and outlives its process.

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dwell-log-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const command = (sequence: number): Command => ({
  sequence,
  at: sequence * 60_000,
  by: 'p',
  role: 'hr',
  body: { do: 'file', rule: 'r' },
});

test.each(['memory', 'file'])(
  'a place is taken once, gaps are refused, subscribers are told (%s)',
  async (kind) => {
    const log = kind === 'memory' ? new MemoryCommandLog() : new FileCommandLog(join(root, 'log'));
    const told: number[] = [];
    const unsubscribe = log.subscribe(({ sequence }) => told.push(sequence));
    await log.append(command(1));
    await log.append(command(2));
    await expect(log.append(command(2))).rejects.toMatchObject({ code: 'LOG_CONFLICT' });
    await expect(log.append(command(4))).rejects.toMatchObject({ code: 'LOG_CONFLICT' });
    unsubscribe();
    await log.append(command(3));
    expect(told).toEqual([1, 2]);
    expect(await log.read(1)).toEqual([command(2), command(3)]);
  },
);

test('a file log is there in the next process; a torn last line is cut off', async () => {
  const path = join(root, 'log');
  await new FileCommandLog(path).append(command(1));
  appendFileSync(path, '{"sequence":2,"at":1');
  const next = new FileCommandLog(path);
  expect(await next.read()).toEqual([command(1)]);
  await next.append(command(2));
  expect(await new FileCommandLog(path).read()).toEqual([command(1), command(2)]);
});

test('a beat is overwritten, and the last one is found again', async () => {
  const path = join(root, 'clock');
  const log = new FileClockLog(path);
  expect(await log.lastBeat()).toBeNull();
  await log.beat({ wallMs: 1, at: 2 });
  await log.beat({ wallMs: 3, at: 4 });
  expect(await new FileClockLog(path).lastBeat()).toEqual({ wallMs: 3, at: 4 });
});
