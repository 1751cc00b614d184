// Goal: every error says what, where and what to do, and carries a code and an exit status.
import { expect, test } from 'vitest';
import { badInput, DwellError, invariant, ourFault } from './errors.ts';

test('bad input is the caller’s: exit 2, three sentences in one line', () => {
  const error = badInput('SCALE', '"x" is not a scale', '--scale', 'write 1:1000');
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('DwellError');
  expect(error.message).toBe('"x" is not a scale · --scale · write 1:1000');
  expect(error).toMatchObject({ code: 'SCALE', exit: 2, where: '--scale', todo: 'write 1:1000' });
});

test('our fault exits 3 and asks for a report', () => {
  const error = ourFault('CANONICAL', 'NaN has no canonical form', 'canonicalJson');
  expect(error.exit).toBe(3);
  expect(error.todo).toContain('report');
});

test('the cause and another exit code are kept', () => {
  const cause = new Error('disk');
  const error = new DwellError('X', { what: 'a', where: 'b', todo: 'c', exit: 130, cause });
  expect(error.cause).toBe(cause);
  expect(error.exit).toBe(130);
});

test('an invariant is silent while it holds and names itself when it does not', () => {
  invariant(true, 'never', 'nowhere');
  expect(() => invariant(false, 'more served than asked', 'world.tick')).toThrow(
    /^more served than asked · world\.tick · /,
  );
});
