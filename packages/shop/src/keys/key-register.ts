import { DAY_MS, type SimTime } from '@dwell/core';
import { LEAVER_ID } from '../staff/staff.ts';
import { keyId, type KeyPurpose } from './key-id.ts';

export type KeyState = 'active' | 'retiring' | 'withdrawn';

/** A place where a key lies, rightly or not. */
export type KeyCopy = {
  readonly id: string;
  readonly place: string;
  /** Does a rotated key arrive here too, as the place is fed by a build or a sync? */
  readonly followsRotation: boolean;
  /** Can the leaver still get at it? */
  readonly reachableByLeaver: boolean;
  /** Can the shop remove it at all? A copy in private hands it cannot. */
  readonly removable: boolean;
  readonly removed: boolean;
};

export type KeyEntry = {
  readonly kid: string;
  readonly purpose: KeyPurpose;
  /** Version 1, 2, … among the keys of the purpose; `kid` of a log record. */
  readonly version: number;
  readonly alg: 'EdDSA';
  readonly state: KeyState;
  readonly createdAt: SimTime;
  /** When verifiers were first told of it. */
  readonly publishedAt: SimTime;
  /** When a successor took over signing; null while it signs. */
  readonly rotatedAt: SimTime | null;
  /** When it leaves (or left) the published set; null while no end is set. */
  readonly withdrawnAt: SimTime | null;
  /** Staff ids. */
  readonly owner: string;
  readonly custodians: readonly string[];
  readonly readers: readonly string[];
  readonly copies: readonly KeyCopy[];
};

/** Plain, serialisable state. */
export type KeyRegister = { readonly keys: readonly KeyEntry[] };

const copy = (id: string, place: string, options: Partial<KeyCopy> = {}): KeyCopy => ({
  id,
  place,
  followsRotation: false,
  reachableByLeaver: false,
  removable: true,
  removed: false,
  ...options,
});

const VAULT = copy('vault', 'Key-management system', { followsRotation: true, removable: false });

/**
 * The register as it should have been kept, at the start of the run (FACTS §1, key hygiene). The
 * member key was made with the backup authentication system, was never rotated, lies on the
 * leaver's laptop, and is hard-coded in the working copies of present developers. `copyFollows`
 * (knob `key.copy_follows`): does a rotated key reach the hard-coded copies too, until they are
 * removed?
 */
export function initialKeyRegister(options: { seed: number; copyFollows: boolean }): KeyRegister {
  const { seed, copyFollows } = options;
  const hardCoded = { followsRotation: copyFollows, reachableByLeaver: true };
  const member = keyOf(seed, 'member-token', 1, -636 * DAY_MS, {
    owner: 'manager-auth',
    custodians: ['identity-1', 'identity-2', LEAVER_ID],
    readers: [
      LEAVER_ID,
      'backend-1',
      'backend-2',
      'backend-3',
      'identity-1',
      'identity-2',
      'oncall-1',
    ],
    copies: [
      VAULT,
      copy('leaver-laptop', 'Laptop of the developer who built the backup authentication system', {
        reachableByLeaver: true,
        removable: false,
      }),
      copy(
        'developer-config',
        'Hard-coded in the local settings of three back-end developers',
        hardCoded,
      ),
      copy(
        'test-fixture',
        'Test fixture in the repository of the backup authentication system',
        hardCoded,
      ),
      copy('ci-variable', 'Build server variable', { followsRotation: true }),
    ],
  });
  const payment = keyOf(seed, 'payment-token', 1, -410 * DAY_MS, {
    owner: 'manager-payment',
    custodians: ['payment-1'],
    readers: ['payment-1'],
    copies: [VAULT],
  });
  return { keys: [member, payment] };
}

type Custody = Pick<KeyEntry, 'owner' | 'custodians' | 'readers' | 'copies'>;

function keyOf(
  seed: number,
  purpose: KeyPurpose,
  version: number,
  at: SimTime,
  custody: Custody,
): KeyEntry {
  return {
    kid: keyId(seed, purpose, version),
    purpose,
    version,
    alg: 'EdDSA',
    state: 'active',
    createdAt: at,
    publishedAt: at,
    rotatedAt: null,
    withdrawnAt: null,
    ...custody,
  };
}
