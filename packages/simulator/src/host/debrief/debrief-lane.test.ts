// Goal: what takes too long, or is wanted no more, ends with its child, and the next question is answered.
import { tmpdir } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { built } from '../../../test/support/service-run.ts';
import { DebriefLane, type LaneOptions } from './debrief-lane.ts';

function lane(more: Partial<LaneOptions> = {}): DebriefLane {
  const made = new DebriefLane({
    ...{ name: 'a lane', folder: tmpdir(), memoryMb: 200, idleMs: 60_000, limitMs: 60_000 },
    ...more,
  });
  onTestFinished(() => made.close());
  return made;
}

/** A child that is asked for what it does not know answers so: it is there. */
const asked = (of: DebriefLane) => of.ask('nothing', []);
const ANSWERED = { code: 'CHILD_METHOD' };

test.runIf(built)('a job that is wanted no more ends at once; the next one is done', async () => {
  const one = lane();
  const stop = new AbortController();
  const job = one.ask('nothing', [], { signal: stop.signal });
  stop.abort();
  await expect(job).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect(asked(one)).rejects.toMatchObject(ANSWERED);
});

test.runIf(built)('a job that takes too long is ended, and says so', async () => {
  await expect(asked(lane({ limitMs: 1 }))).rejects.toMatchObject({ code: 'TIMEOUT' });
});

test.runIf(built)('after a rest it goes on in a new child; after the end it does not', async () => {
  const one = lane();
  await expect(asked(one)).rejects.toMatchObject(ANSWERED);
  await one.rest();
  await expect(asked(one)).rejects.toMatchObject(ANSWERED);
  await one.close();
  await expect(asked(one)).rejects.toMatchObject({ code: 'CANCELLED' });
});

test.runIf(built)('too many at once are told to come again', async () => {
  const one = lane();
  const jobs = Array.from({ length: 26 }, () => asked(one).catch((error: unknown) => error));
  const codes = (await Promise.all(jobs)).map((error) => (error as { code: string }).code);
  expect(codes.filter((code) => code === 'TOO_MANY')).toHaveLength(2);
  expect(codes.filter((code) => code === ANSWERED.code)).toHaveLength(24);
});
