import type { SimTime } from '@dwell/core';
import type { ProposedAct, Reasons } from '../../run/command.ts';
import type { Inject, Text } from '../../scenario/types.ts';
import type { Facts } from '../documents/types.ts';
import type { DocumentText } from '../types.ts';

/** What the facilitator has written instead of the plan's words. */
export type Wording = { from: string; subject: Text; body: Text };

/** Where one inject stands. Times are simulated ms; null: not, or not yet. */
export type InjectState = {
  /** When it is going to be sent; stays when it has been. Null: it hangs on a condition, or on somebody's hand. */
  plannedAt: SimTime | null;
  /** Its trigger has come true, or stood for a time from the start: it does not fire again. */
  fired: boolean;
  /** Ms by which it was put off before its trigger came true. */
  postponedMs: number;
  sentAt: SimTime | null;
  /** From when it counts as missed. */
  dueAt: SimTime | null;
  /** First read by anybody, and by whom in order. */
  readAt: SimTime | null;
  readBy: { by: string; role: string; at: SimTime }[];
  /** First answered, by words or by an option. */
  answeredAt: SimTime | null;
  /** The option chosen: once only. */
  option: string | null;
  metAt: SimTime | null;
  missedAt: SimTime | null;
  withdrawnAt: SimTime | null;
  held: boolean;
  /** Hints taken so far. */
  hints: number;
  /** What the facilitator has changed; null: as planned. */
  wording: Wording | null;
  to: string[] | null;
  channel: Inject['channel'] | null;
};

/** Somebody's word on a proposal; `sequence` is that of their command. */
export type Voice = {
  sequence: number;
  at: SimTime;
  by: string;
  role: string;
  note: string | null;
};

export type ProposalState = {
  /** That of the command `propose`; responses and documents that come of it carry the same. */
  sequence: number;
  at: SimTime;
  by: string;
  role: string;
  act: ProposedAct;
  needs: string[];
  reasons: Reasons;
  agreed: Voice[];
  objected: Voice[];
  effectiveAt: SimTime | null;
  /** Code of the error that stopped it when its time came; null: nothing did. */
  failed: string | null;
};

/** A document that is out, with what was true and knowable at that moment. */
export type DocumentState = {
  sequence: number;
  at: SimTime;
  by: string;
  role: string;
  /** The rule it was filed under; null when it was issued. */
  rule: string | null;
  document: DocumentText;
  facts: Facts;
  /** Codes of what the checker found. */
  findings: string[];
};

/** Everything about an exercise that the world keeps. Plain data: saved, restored and hashed with it. */
export type ExerciseState = {
  /** Nothing can have changed before this time: conditions are looked at again from then on. */
  lookAt: SimTime;
  /** When the exercise's own time began; null before. */
  beganAt: SimTime | null;
  injects: { [id: string]: InjectState };
  proposals: ProposalState[];
  decisions: { [id: string]: { option: string; at: SimTime; sequence: number } };
  /** First time something of a kind (`estimate`), or of a kind with a tag (`hypothesis:insider-left`), was recorded. */
  recorded: { [what: string]: SimTime };
  /** The interval recorded last, of accounts. */
  estimate: { low: number; high: number; confidence: number; at: SimTime; sequence: number } | null;
  documents: DocumentState[];
  /** Contacts on top of what the world brings, full scale. */
  contacts: { perDay: number; from: SimTime; to: SimTime }[];
  /** Per mille of the attacker's own pace. */
  attackerPace: number;
  /** What of the attacker conditions saw last. */
  attacker: 'shut-out' | 'active' | 'idle';
  /** Logs from before this time are destroyed; null: none. */
  logsFrom: SimTime | null;
  /** When the suspect's device was wiped. */
  deviceWipedAt: SimTime | null;
  /** People hurt by what others did with their data, full scale. */
  secondaryHarm: number;
  /** Won spent by what followed from acts, besides responses. */
  costWon: number;
  /** The earliest moment at which mails read, or effects, prove that the team knew. */
  awareAt: SimTime | null;
  notes: { at: SimTime; from: string; text: Text }[];
  /** Sampled accounts lost by the end of each local day. */
  lostByDay: number[];
};

/** An inject that nobody has touched. */
export function untouched(plannedAt: SimTime | null, fired: boolean): InjectState {
  return {
    plannedAt,
    fired,
    postponedMs: 0,
    sentAt: null,
    dueAt: null,
    readAt: null,
    readBy: [],
    answeredAt: null,
    option: null,
    metAt: null,
    missedAt: null,
    withdrawnAt: null,
    held: false,
    hints: 0,
    wording: null,
    to: null,
    channel: null,
  };
}
