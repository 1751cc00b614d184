import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  defaultControls,
  GATEWAY_CHECKS,
  withControl,
  type Controls,
  type GatewayCheck,
} from './controls.ts';
import { decide, type Access } from './decide.ts';

const fine: Access = {
  keyKnown: true,
  signatureValid: true,
  expired: false,
  denied: false,
  issued: true,
  subjectExists: true,
  overLimit: false,
  blocked: false,
};
/** Does an access fail a check? Written once more, check by check, to compare with. */
const FAILS: { readonly [check in GatewayCheck]: (access: Access) => boolean } = {
  key_known: (a) => !a.keyKnown,
  signature: (a) => !a.signatureValid,
  expiry: (a) => a.expired,
  deny_list: (a) => a.denied,
  issued: (a) => !a.issued,
  subject_exists: (a) => !a.subjectExists,
  rate_limit: (a) => a.overLimit,
  block: (a) => a.blocked,
};
const bools = <K extends string>(keys: readonly K[]) =>
  fc
    .tuple(...keys.map(() => fc.boolean()))
    .map((on) => Object.fromEntries(keys.map((k, i) => [k, on[i]!])) as Record<K, boolean>);
const anyControls = bools(GATEWAY_CHECKS) as fc.Arbitrary<Controls>;
const anyAccess = bools(Object.keys(fine) as (keyof Access)[]) as fc.Arbitrary<Access>;

test('the first check that is on and fails decides, for any request and any controls', () => {
  fc.assert(
    fc.property(anyAccess, anyControls, (access, controls) => {
      const first = GATEWAY_CHECKS.find((check) => controls[check] && FAILS[check](access)) ?? null;
      const decision = decide(access, controls);
      expect(decision.check).toBe(first);
      expect(decision.allowed).toBe(first === null);
      expect(decision.code).toBe(first === null ? 0 : GATEWAY_CHECKS.indexOf(first) + 1);
      if (first === null) expect(decision.status).toBe(access.subjectExists ? 200 : 404);
      else expect([401, 403, 429]).toContain(decision.status);
    }),
    { numRuns: 2_000 },
  );
});

test('switching a check on never lets more through', () => {
  fc.assert(
    fc.property(
      anyAccess,
      anyControls,
      fc.constantFrom(...GATEWAY_CHECKS),
      (access, controls, check) => {
        const without = decide(access, withControl(controls, check, false));
        const with_ = decide(access, withControl(controls, check, true));
        expect(with_.allowed && !without.allowed).toBe(false);
      },
    ),
  );
});

test('as it was found, the gateway serves forged tokens, but for missing subjects', () => {
  const forged = { ...fine, issued: false };
  expect(decide(forged, defaultControls())).toMatchObject({ allowed: true, status: 200 });
  expect(decide({ ...forged, subjectExists: false }, defaultControls())).toMatchObject({
    allowed: true,
    status: 404,
  });
  expect(decide(forged, withControl(defaultControls(), 'issued', true))).toMatchObject({
    check: 'issued',
    status: 401,
  });
});

test('decisions are shared frozen objects', () => {
  expect(decide(fine, defaultControls())).toBe(decide({ ...fine }, defaultControls()));
  expect(Object.isFrozen(decide({ ...fine, blocked: true }, defaultControls()))).toBe(true);
});
