import { badInput, DwellError, ourFault } from '@dwell/core';
import { TRPCError } from '@trpc/server';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { errorView, toTrpcError } from './errors.ts';

// Goal: people are told what is wrong, where and what to do, and never anything from inside.

test('an error of ours keeps its sentences, its cause and a fitting status', () => {
  const ours = badInput('NO_SUCH_RUN', 'there is no such run', 'run x', 'choose another');
  const wrapped = new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: ours });
  const error = toTrpcError(wrapped);
  expect(error.code).toBe('NOT_FOUND');
  expect(error.cause).toBe(ours);
  expect(errorView(error)).toEqual({
    code: 'NO_SUCH_RUN',
    what: ours.what,
    where: ours.where,
    todo: ours.todo,
  });
  expect(toTrpcError(badInput('PARAM', 'a', 'b', 'c')).code).toBe('BAD_REQUEST');
  expect(toTrpcError(ourFault('INVARIANT', 'a', 'b')).code).toBe('INTERNAL_SERVER_ERROR');
});

test('an input out of bounds names its place', () => {
  const cause = z.object({ scale: z.number().max(3) }).safeParse({ scale: 4 }).error!;
  expect(errorView(new TRPCError({ code: 'BAD_REQUEST', cause }))).toMatchObject({
    code: 'INPUT',
    where: 'scale',
  });
});

test('what nobody foresaw is not shown', () => {
  const secret = new Error('password is hunter2 at /srv/x.ts:3');
  expect(JSON.stringify(errorView(toTrpcError(secret)))).not.toContain('hunter2');
});

test('what a child process stumbled over stays on the server', () => {
  const child = new DwellError('CHILD', {
    what: 'TypeError: x is undefined\n    at run (/srv/x.ts:3:1)',
    where: 'child process',
    todo: 'please report it',
    exit: 3,
  });
  const error = toTrpcError(child);
  expect(error.cause).toBe(child);
  expect(`${error.message} ${JSON.stringify(errorView(error))}`).not.toContain('/srv');
});
