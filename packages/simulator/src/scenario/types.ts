import type { Calendar, SimTime } from '@dwell/core';
import type { ExercisePlan } from '../exercise/types.ts';
import type { Knobs } from './knobs.ts';

/** A text in the two languages of the trainer. */
export type Text = { en: string; ko: string };

export type AttackShape = 'minted-tokens' | 'bulk-token';

/**
 * A stretch of the attack. The attacker walks the subject numbers once; `pace` gives the relative
 * speed at moments in between (linear interpolation), the total being fixed by what is to be read.
 */
export type AttackPhase = {
  name: string;
  from: SimTime;
  to: SimTime;
  /** Which pages this pass reads of each subject it finds. */
  reads: 'addresses' | 'profile' | 'profile-and-addresses';
  /** Does the pass try every number, or only those that answered before? */
  subjects: 'every-number' | 'known';
  /** Subject numbers it walks, both ends included. */
  numbers: { from: number; to: number };
  pace: readonly { at: SimTime; weight: number }[];
};

/** Something sent to a role at a time: the world shows it as mail, ticket or news. */
export type Inject = {
  id: string;
  at: SimTime;
  to: string;
  channel: 'mail' | 'ticket' | 'chat' | 'phone' | 'news' | 'social' | 'regulator';
  from: string;
  subject: Text;
  body: Text;
  /** True for the mail that makes day zero (D0). */
  dayZero?: boolean;
};

export type Technique = { id: string; name: string };

/** A loaded, validated scenario; everything a run needs besides seed, scale and commands. */
export type Scenario = {
  name: string;
  title: Text;
  summary: Text;
  /** SHA-256 of the canonical form (not of the text's white space). */
  hash: string;
  calendar: Calendar;
  /** The span of `dwell run`: simulated time 0 is `run.from`. */
  run: { from: SimTime; to: SimTime };
  /** How far an exercise may go on beyond `run.to`. */
  horizon: SimTime;
  starts: { campaign: SimTime; crisis: SimTime };
  attack: {
    shape: AttackShape;
    /** First tries with the stolen key, before the sustained attack. */
    tests: readonly { at: SimTime; subjects: number }[];
    phases: readonly AttackPhase[];
    /** Does the attack still run when the first mail arrives? */
    live: boolean;
  };
  techniques: readonly Technique[];
  injects: readonly Inject[];
  knobs: Knobs;
  /** The exercise played around the run; absent in runs without one. */
  exercise?: ExercisePlan;
};
