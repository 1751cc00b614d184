import type { SimTime } from '@dwell/core';
import type { Controls, KeyRegister } from '@dwell/shop';
import type { ExerciseState } from '../exercise/world/state.ts';
import type { TimerQueue } from '../kernel/timers.ts';
import type { ResponseState } from '../response/types.ts';

/** An address (as /32) or a network that the gateway turns away. */
export type Block = { base: number; bits: number; by: number };
/** Requests a minute, full scale, that the gateway lets through per source, token or endpoint. */
export type RateLimit = { per: 'source' | 'token' | 'endpoint'; limit: number; by: number };
/** Subject numbers whose tokens are refused. */
export type Denied = { from: number; to: number; by: number };
/** Evidence kept from deletion, from then on. */
export type Hold = { at: SimTime };

/** Customers thrown out of their sessions; shares are ppm of daily users. */
export type Storm = { at: SimTime; size: number; remaining: number };

export type AttackerMode = 'waiting' | 'testing' | 'crawling' | 'shut-out' | 'gone' | 'finished';

export type AttackerState = {
  mode: AttackerMode;
  /** Index of the phase being walked. */
  phase: number;
  /** Thousandths of a subject walked by each lane in this phase. */
  progress: number[];
  testsDone: number;
  testSubjects: number;
  /** Version of the signing key held; for a bulk token 0. */
  key: number;
  /** How often each lane has moved to a fresh address. */
  moves: number[];
  /** Per mille of the planned pace. */
  pace: number;
  /** When the pace was last halved, so that lanes that move together slow down once. */
  slowedAt: SimTime | null;
  /** When the last forged or stolen token could not succeed any more; null while one can. */
  closedAt: SimTime | null;
  shutOutAt: SimTime | null;
  /** Is an adaptation to a rate limit already planned? */
  planning: boolean;
  /** Lanes whose present address is blocked, and since when. */
  blockedLanes: { lane: number; since: SimTime }[];
};

/** Counted since the start, in simulated units unless the name says scaled or won. */
export type Totals = {
  accountsLost: number;
  nonMembersLost: number;
  missingTried: number;
  views: { addressList: number; addressEdit: number; myInfo: number; orderList: number };
  fields: { [field: string]: number };
  attackRequests: number;
  attackToday: number;
  attackPeakDay: number;
  firstServedAt: SimTime | null;
  lastServedAt: SimTime | null;
  sustainedAt: SimTime | null;
  attackEndedAt: SimTime | null;
  sources: number[];
  /** Full-scale figures from here on. */
  lockedOutMilliHours: number;
  lostMilliOrders: number;
  extraMilliContacts: number;
  spentWon: number;
  records: { [classUid: string]: number };
};

/** A verdict as it stands; `attack` is ground truth. */
export type Judged = { verdict: 'true' | 'false' | 'benign'; attack: boolean; at: SimTime };

/** What the team has told the world about what it knows. */
export type Awareness = {
  declaredAt: SimTime | null;
  /** The earliest verdict of true on an alert of the attack that still stands. */
  trueVerdictAt: SimTime | null;
  /** When an alert of the attack was first put away as nothing: the team had it in its hands. */
  buriedAt: SimTime | null;
  /** The latest verdict on each alert. */
  verdicts: { [alert: string]: Judged };
  filed: { [rule: string]: SimTime };
  peopleToldAt: SimTime | null;
};

/** Everything that moves. Plain data: saved, restored and hashed as it stands. */
export type WorldState = {
  tick: number;
  /** Session starts of the last 60 ticks, all segments; index = tick % 60. */
  recentSessions: number[];
  /** Version of the key that signed the tokens of those ticks. */
  recentKeys: number[];
  timers: TimerQueue;
  keys: KeyRegister;
  /** When the owners of pinned verifiers were asked to redeploy; null before. */
  redeployAskedAt: SimTime | null;
  controls: Controls;
  blocks: Block[];
  limits: RateLimit[];
  denied: Denied[];
  holds: Hold[];
  enrichments: { [name: string]: SimTime };
  canaries: number[];
  storm: Storm | null;
  /** Contacts still to come from a notice: full-scale people and when it went out. */
  notice: { at: SimTime; people: number } | null;
  /** When the first mail arrived (D0). */
  dayZeroAt: SimTime | null;
  attacker: AttackerState;
  responses: ResponseState[];
  awareness: Awareness;
  /** Null in a run without an exercise. */
  exercise: ExerciseState | null;
  totals: Totals;
};
