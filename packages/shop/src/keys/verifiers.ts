import { below, draw32, HOUR_MS, MINUTE_MS, streamKey, type SimTime } from '@dwell/core';

/** Services that verify tokens. */
export const VERIFIER_COUNT = 200;
/** A caching verifier asks for an unknown `kid` at most this often. */
export const REFETCH_COOLDOWN_MS = 30_000;

/** When a key was in the published key set. A `KeyEntry` is one. */
export type KeyPublication = {
  readonly kid: string;
  readonly publishedAt: SimTime;
  readonly withdrawnAt: SimTime | null;
};

/** How the verifiers are set up; fixed for a run. Plain and serialisable. */
export type FleetPlan = {
  readonly cacheMs: number;
  readonly redeployMs: number;
  /** Phase of each verifier's refresh, 0 ≤ phase < `cacheMs`. */
  readonly phaseMs: readonly number[];
  /** For pinned verifiers how long after being asked they are redeployed; null for caching ones. */
  readonly redeployAfterMs: readonly (number | null)[];
};

/**
 * The fleet with what it depends on: the history of the key set, and whether redeployment was asked
 * for.
 */
export type Fleet = {
  readonly plan: FleetPlan;
  readonly publications: readonly KeyPublication[];
  readonly redeployAskedAt: SimTime | null;
};

/**
 * 200 verifiers under a seed. `pinnedPercent` of them hold the key set they were deployed with; the
 * others cache it for `cacheMinutes`, refreshing at staggered phases (FACTS §4). Asked to, pinned
 * ones are redeployed one after the other, the last after `redeployHours`, and cache like the rest
 * from then on.
 */
export function fleetPlan(
  seed: number,
  knobs: { pinnedPercent: number; cacheMinutes: number; redeployHours: number },
): FleetPlan {
  const cacheMs = knobs.cacheMinutes * MINUTE_MS;
  const redeployMs = knobs.redeployHours * HOUR_MS;
  const phaseKey = streamKey(seed, 'verifiers.phase');
  const orderKey = streamKey(seed, 'verifiers.order');
  const order = Array.from({ length: VERIFIER_COUNT }, (_, verifier) => verifier).sort(
    (x, y) => draw32(orderKey, x) - draw32(orderKey, y) || x - y,
  );
  const pinned = Math.round((VERIFIER_COUNT * knobs.pinnedPercent) / 100);
  const redeployAfterMs: (number | null)[] = Array.from({ length: VERIFIER_COUNT }, () => null);
  for (let rank = 0; rank < pinned; rank++) {
    redeployAfterMs[order[rank]!] = Math.floor((redeployMs * (rank + 1)) / pinned);
  }
  const phaseMs = Array.from(
    { length: VERIFIER_COUNT },
    (_, v) => (below(draw32(phaseKey, v), 1_000_000) * cacheMs) / 1_000_000,
  );
  return { cacheMs, redeployMs, phaseMs: phaseMs.map(Math.floor), redeployAfterMs };
}

/**
 * Does a verifier (0–199) accept tokens signed under `kid` at a time?
 *
 * Caching: a new `kid` is fetched when its first token arrives, unless the verifier fetched within
 * the cooldown; each key is cached by itself, so fetching a new one does not drop an old one, and a
 * withdrawn key is accepted until the verifier's next refresh. Pinned: the keys of its deployment
 * (published by the start of the run) and no others, until it is redeployed.
 */
export function verifierAccepts(
  fleet: Fleet,
  verifier: number,
  kid: string,
  now: SimTime,
): boolean {
  const key = fleet.publications.find((publication) => publication.kid === kid);
  return key !== undefined && accepts(fleet, verifier, key, now);
}

/** How many of the 200 verifiers accept tokens signed under `kid` at a time. */
export function acceptingShare(fleet: Fleet, kid: string, now: SimTime): number {
  const key = fleet.publications.find((publication) => publication.kid === kid);
  if (key === undefined) return 0;
  const { plan, redeployAskedAt } = fleet;
  const everyoneCaches = redeployAskedAt !== null && now >= redeployAskedAt + plan.redeployMs;
  if (everyoneCaches && key.withdrawnAt !== null && now >= key.withdrawnAt + plan.cacheMs) return 0;
  const known =
    key.publishedAt <= 0 || (everyoneCaches && now >= key.publishedAt + REFETCH_COOLDOWN_MS);
  if (known && (key.withdrawnAt === null || now < key.withdrawnAt))
    return now < key.publishedAt ? 0 : VERIFIER_COUNT;
  let count = 0;
  for (let verifier = 0; verifier < VERIFIER_COUNT; verifier++) {
    if (accepts(fleet, verifier, key, now)) count++;
  }
  return count;
}

function accepts(fleet: Fleet, verifier: number, key: KeyPublication, now: SimTime): boolean {
  const after = fleet.plan.redeployAfterMs[verifier]!;
  if (after === null) return cacheAccepts(fleet.plan, verifier, key, now);
  const redeployedAt = fleet.redeployAskedAt === null ? null : fleet.redeployAskedAt + after;
  if (redeployedAt === null || now < redeployedAt)
    return key.publishedAt <= 0 && now >= key.publishedAt;
  // A redeployed verifier starts with the key set of that moment.
  if (key.withdrawnAt !== null && key.withdrawnAt <= redeployedAt) return false;
  return cacheAccepts(fleet.plan, verifier, key, now);
}

function cacheAccepts(
  plan: FleetPlan,
  verifier: number,
  key: KeyPublication,
  now: SimTime,
): boolean {
  if (now < key.publishedAt) return false;
  if (now < key.publishedAt + REFETCH_COOLDOWN_MS) {
    const fetchedAt = refreshAtOrAfter(plan, verifier, key.publishedAt + 1) - plan.cacheMs;
    if (now < fetchedAt + REFETCH_COOLDOWN_MS && fetchedAt < key.publishedAt) return false;
  }
  return key.withdrawnAt === null || now < refreshAtOrAfter(plan, verifier, key.withdrawnAt);
}

/** First refresh of a verifier at or after a time. */
function refreshAtOrAfter({ cacheMs, phaseMs }: FleetPlan, verifier: number, at: SimTime): SimTime {
  const phase = phaseMs[verifier]!;
  return phase + Math.ceil((at - phase) / cacheMs) * cacheMs;
}
