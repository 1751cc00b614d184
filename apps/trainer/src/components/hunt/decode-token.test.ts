import { expect, test } from 'vitest';
import { checkStates, decodeToken } from './decode-token.ts';

test('subject and serial come out of the identifier', () => {
  const uid = 12_345_678 * 2 ** 25 + 4321;
  const token = decodeToken({
    token_uid: uid,
    jwt_kid: 'k1',
    jwt_alg: 'EdDSA',
    token_created_time: 5,
  });
  expect(token).toMatchObject({ subject: 12_345_678, serial: 4321 });
  expect(token!.claims).toContainEqual(['jti', String(uid)]);
  expect(decodeToken({ token_uid: null })).toBeNull();
});

test('a refusal stops the walk, a check that is off lets everything by', () => {
  const gates = [
    { check: 'key_known', on: true },
    { check: 'issued', on: false },
    { check: 'rate_limit', on: true },
  ];
  expect(checkStates(gates, null).map((g) => g.state)).toEqual(['passed', 'off', 'passed']);
  expect(checkStates(gates, 'key_known').map((g) => g.state)).toEqual([
    'refused',
    'not-reached',
    'not-reached',
  ]);
});
