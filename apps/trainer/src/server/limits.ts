import { Knocks } from './knocks.ts';
import { RateLimit } from './rate-limit.ts';

const MINUTE_MS = 60_000;

/** What one server process counts of people without an account. */
export type Limits = {
  /** Wrong codes and links by address. */
  knocks: Knocks;
  /** People let in by address: a whole class comes by one where the network has one. */
  joins: RateLimit;
  /** Changes by person of an exercise. */
  commands: RateLimit;
  /** Documents by person: each takes seconds of a processor. */
  files: RateLimit;
  /** Lines in the log about what a person was denied. */
  denials: RateLimit;
};

/** Counts that begin at nothing. `wall` and `wait` are for tests. */
export function makeLimits(wall?: () => number, wait?: (ms: number) => Promise<void>): Limits {
  return {
    knocks: new Knocks(wall, wait),
    joins: new RateLimit(120, MINUTE_MS, wall),
    commands: new RateLimit(30, 10_000, wall),
    files: new RateLimit(20, MINUTE_MS, wall),
    denials: new RateLimit(20, MINUTE_MS, wall),
  };
}
