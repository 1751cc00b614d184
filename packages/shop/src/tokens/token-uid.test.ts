import { DwellError, MINUTE_MS } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NUMBER_SPACE } from '../population/population-key.ts';
import {
  PRINCIPAL_BASE,
  principalSubject,
  splitTokenUid,
  tokenIssuedAt,
  tokenNumber,
  tokenUid,
} from './token-uid.ts';

const minute = fc.integer({ min: 0, max: 2_097_151 });
const slot = fc.integer({ min: 0, max: 15 });

test('packing and unpacking gives subject, token and minute back, below 2^53', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: principalSubject(65_535) }),
      minute,
      slot,
      (subject, m, s) => {
        const n = tokenNumber(m, s);
        const uid = tokenUid(subject, n);
        expect(Number.isSafeInteger(uid)).toBe(true);
        expect(splitTokenUid(uid)).toEqual({ subject, n });
        expect(tokenIssuedAt(n)).toBe(m * MINUTE_MS);
      },
    ),
  );
});

test('principals lie above every member number; impossible minutes and slots are refused', () => {
  expect(PRINCIPAL_BASE).toBeGreaterThan(NUMBER_SPACE);
  for (const [m, s] of [
    [2_097_152, 0],
    [0, 16],
    [-1, 0],
    [0, -1],
  ]) {
    expect(() => tokenNumber(m!, s!)).toThrow(DwellError);
  }
});
