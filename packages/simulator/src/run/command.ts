import type { SimTime } from '@dwell/core';
import type { DocumentText, RecordEntry } from '../exercise/types.ts';
import type { Inject, Text } from '../scenario/types.ts';

/** Commands are the only input of a run. `do` is a closed list; the world log keeps them for good. */
export type CommandBody =
  | { do: 'respond'; response: string; params: { readonly [name: string]: string | number } }
  | { do: 'withdraw'; sequence: number }
  | { do: 'declare'; severity: 'low' | 'medium' | 'high' | 'critical'; note?: string }
  | {
      do: 'verdict';
      /** `rule/n`. */
      alert: string;
      /** `none` takes an earlier verdict back. */
      verdict: 'true' | 'false' | 'benign' | 'none';
      note?: string;
      /** Ground truth, stamped by the server and never shown: is an attack's record behind the alert? Absent: it is. */
      attack?: boolean;
    }
  | { do: 'assign'; alert: string; to: string }
  /** A report to a regulator; with `document`, as it was written. */
  | { do: 'file'; rule: string; note?: string; document?: DocumentText }
  | ExerciseBody;

/** How a decision came about: kept with it, and read by those who score it. */
export type Reasons = {
  why?: string;
  /** 0–100. */
  confidence?: number;
  /** Sequence numbers of record entries cited. */
  evidence?: readonly number[];
};

/** What people do around a run. The world keeps what its conditions speak of; all of it is in the log. */
export type ExerciseBody =
  /** Somebody opened an inject. */
  | { do: 'read'; inject: string }
  /** An answer to an inject: one of its options, or words, or both. */
  | { do: 'answer'; inject: string; option?: string; text?: string }
  /** `needs`: roles of which somebody else must agree first; stamped by the server, empty when none is needed. */
  | { do: 'propose'; act: ProposedAct; needs: readonly string[]; reasons: Reasons }
  /** Agreement or objection to a proposal. An objection does not stop it: it is dissent, on record. */
  | { do: 'agree' | 'object'; proposal: number; note?: string }
  | { do: 'record'; entry: RecordEntry }
  | { do: 'hint'; inject: string; hint: number }
  /** A document made public or sent, that is no report to a regulator. */
  | { do: 'issue'; document: DocumentText }
  /** The facilitator's hand. `move` changes when it is sent, `edit` its wording, `new` adds one. */
  | {
      do: 'inject';
      inject: string;
      act: 'send' | 'hold' | 'release' | 'withdraw' | 'move' | 'edit' | 'new';
      at?: SimTime;
      wording?: { from: string; subject: Text; body: Text };
      to?: readonly string[];
      channel?: Inject['channel'];
    };

/** What may be proposed: anything a team does to the world or the public. */
export type ProposedAct =
  | { do: 'respond'; response: string; params: { readonly [name: string]: string | number } }
  | { do: 'declare'; severity: 'low' | 'medium' | 'high' | 'critical'; note?: string }
  | { do: 'file'; rule: string; note?: string; document?: DocumentText }
  | { do: 'issue'; document: DocumentText }
  | { do: 'decide'; decision: string; option: string };

/** A command as logged: stamped with the tick at which it takes effect. */
export type Command = {
  /** 1-based place in the run's world log. */
  sequence: number;
  /** Simulated time, a whole tick, at which it takes effect. */
  at: SimTime;
  /** Who: a person's id, or `bot:<playbook>`. */
  by: string;
  /** The exercise role acted for, such as `soc-lead`. */
  role: string;
  body: CommandBody;
};

/** A command before the server stamps it. */
export type CommandRequest = Omit<Command, 'sequence' | 'at'>;
