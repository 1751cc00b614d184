import type { SimTime } from '@dwell/core';
import type { Knobs } from '../scenario/knobs.ts';
import { CHANNEL_COUNT } from './channels.ts';

/** What an actor sees of the world at one tick, and the row it writes its counts to. */
export type TickContext = {
  tick: number;
  at: SimTime;
  /** 0-based local day, and local minute of that day. */
  day: number;
  minute: number;
  knobs: Knobs;
  /** Traffic against a mean minute: time of day × weekday × promotion. */
  activity: number;
  promotion: boolean;
  /** Counts of this tick by channel. */
  row: Int32Array;
  /** Share of honest requests that the gateway turns away now, and by which check (index + 1, 0 none). */
  refusedPpm: number;
  refusedBy: number;
  /** Share of partners' calls that rate limits turn away. */
  partnerRefusedPpm: number;
  /** Are canary accounts in place? */
  canariesOut: boolean;
  /** Share of daily users without a session after a mass logout. */
  loggedOutPpm: number;
  loginSuccessPpm: number;
  /** Support contacts a minute, full scale, that the incident causes. */
  incidentContacts: number;
  /** Sessions started within the last `ticks` ticks, this one (`started`) included. */
  openSessions(started: number, ticks: number): number;
};

/** A context to be filled anew each tick; `startedBefore(age)` is the count of sessions started `age` ticks ago. */
export function emptyTick(knobs: Knobs, startedBefore: (age: number) => number): TickContext {
  return {
    tick: 0,
    at: 0,
    day: 0,
    minute: 0,
    knobs,
    activity: 0,
    promotion: false,
    row: new Int32Array(CHANNEL_COUNT),
    refusedPpm: 0,
    refusedBy: 0,
    partnerRefusedPpm: 0,
    canariesOut: false,
    loggedOutPpm: 0,
    loginSuccessPpm: knobs['world.login_success'],
    incidentContacts: 0,
    openSessions: (started, ticks) => {
      let open = started;
      for (let age = 1; age < ticks; age++) open += startedBefore(age);
      return open;
    },
  };
}
