import type { SimTime } from '@dwell/core';
import type { Jurisdiction } from './clocks/types.ts';
import type { Role } from '../scenario/roles.ts';
import type { Inject, Text } from '../scenario/types.ts';
import type { Tool } from './tools.ts';

/** What a condition of an exercise may speak of. Times are simulated ms since the run's start. */
export type Condition =
  | { at: SimTime }
  /** An inject has been sent, was first read, was answered (whatever was wanted was done), or was missed. */
  | { inject: string; is: 'sent' | 'read' | 'met' | 'missed' }
  /** An inject was answered with this option. */
  | { answer: string; option?: string }
  /** A decision was taken (and approved, where that is needed). */
  | { decision: string; option?: string }
  /** A response was asked for, or has taken effect; `param` narrows it, as in `mode: hard`. */
  | { response: string; is: 'asked' | 'done'; param?: { name: string; value: string | number } }
  | { declared: true }
  | { filed: string }
  /** A document was issued; with `finding`, one that the checker found this in. */
  | { document: string; finding?: string }
  /** Something of that kind stands in the team's record; `tag` narrows it (a hypothesis's tag). */
  | { recorded: RecordKind; tag?: string }
  | { verdict: 'true' | 'false' | 'benign' }
  | { attacker: 'shut-out' | 'active' }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

/** What follows in the world. A closed list: each is applied by one function. */
export type Effect =
  | { do: 'send'; inject: string; after?: number }
  | { do: 'cancel'; inject: string }
  | { do: 'postpone'; inject: string; by: number }
  /** Support contacts a day, full scale, on top of what the world brings, for a while. */
  | { do: 'contacts'; perDay: number; for: number }
  /** The attacker's pace in per mille of the plan from now on (1500: in a hurry; 500: careful). */
  | { do: 'attacker-pace'; permille: number }
  /** Evidence is destroyed: what lies outside the holds before this many days is gone for good. */
  | { do: 'wipe'; what: 'suspect-device' | 'old-logs' }
  /** People hurt by what others do with their data, full scale. */
  | { do: 'secondary-harm'; people: number }
  | { do: 'cost'; won: number }
  /** The moment from which the team can be shown to have known. */
  | { do: 'aware' }
  /** A sentence that enters the record and the report. */
  | { do: 'note'; text: Text };

export type InjectOption = {
  id: string;
  text: Text;
  /** What is shown of its price before it is chosen. */
  price?: Text;
  effects: readonly Effect[];
};

/** An inject of an exercise: an `Inject` with when, what is wanted, and what follows if nobody does it. */
export type ExerciseInject = Omit<Inject, 'at' | 'to'> & {
  to: readonly Role[];
  /** Null: only by the facilitator's hand. */
  trigger: { when: Condition; after: number } | null;
  /** False: atmosphere; nothing is wanted. Care's thirty-seven other tickets are such. */
  wanted?: Text;
  /** Options to answer with; without any, `met` says what counts. */
  options: readonly InjectOption[];
  met: Condition | null;
  /** Simulated ms after it was sent; then it is missed. Null: never. */
  within: number | null;
  missed: readonly Effect[];
  /** What the facilitator is told will happen. */
  ifMissed?: Text;
  /** Hints in order, each with its price in points of the learning score. */
  hints: readonly { text: Text; price: number }[];
  /** Objectives it gives evidence for: O1 … O7. */
  objectives: readonly string[];
  /** Reading it proves awareness. */
  aware?: boolean;
  /** Ground truth: does this matter, or is it one of the many? Never sent to trainees. */
  matters: boolean;
  /** What a bot in the seat does with it: an option, or words. */
  bot?: {
    option?: string;
    text?: Text;
    afterMs: number;
    act?: { do: string; with?: Readonly<Record<string, string | number>> };
  };
};

/** A stretch of the exercise: real minutes from–to are mapped evenly to simulated from–to. */
export type ExercisePhase = {
  id: string;
  title: Text;
  demanded: Text;
  /** Real minutes since the exercise began, at its full length. */
  minutes: { from: number; to: number };
  /** Simulated ms; null for brief and hot wash, where the clock stands. */
  sim: { from: SimTime; to: SimTime } | null;
};

/** Something a team decides: what to do, who may, and what each option brings. */
export type ExerciseDecision = {
  id: string;
  title: Text;
  question: Text;
  /** Roles that may propose it. */
  roles: readonly Role[];
  /** A second person in one of these roles must agree before it takes effect; empty: nobody. */
  approvers: readonly Role[];
  options: readonly InjectOption[];
  /** When it can be taken; null: always. */
  open: Condition | null;
  objectives: readonly string[];
};

export type { Tool };

/** What a role may do alone, and what needs a second person. */
export type AuthorityCard = {
  role: Role;
  title: Text;
  /** Who this person is, in a paragraph. */
  brief: Text;
  /** Where to start, in three lines. */
  start: readonly Text[];
  tools: readonly Tool[];
  /** Tables that its hunts see; empty: all. */
  tables: readonly string[];
  /** Acts: a response's id, `declare`, a document form's id, or a decision's id. */
  alone: readonly string[];
  /** Acts that need somebody else in one of these roles to agree. */
  withSecond: readonly { act: string; roles: readonly Role[] }[];
};

export type Objective = {
  id: string;
  title: Text;
  measure: Text;
  ratings: { p: Text; s: Text; m: Text; u: Text };
};

/** A whole exercise, resolved against its scenario: part of the run's scenario and so of its hash. */
export type ExercisePlan = {
  name: string;
  title: Text;
  summary: Text;
  mode: 'campaign' | 'crisis';
  /** Minutes of the full programme. */
  minutes: number;
  phases: readonly ExercisePhase[];
  injects: readonly ExerciseInject[];
  decisions: readonly ExerciseDecision[];
  cards: readonly AuthorityCard[];
  objectives: readonly Objective[];
  /** Files of `jurisdictions/` whose clocks run. */
  jurisdictions: readonly string[];
  /** Their rules as in force when the exercise begins, so that a replay needs no files. */
  laws?: readonly Jurisdiction[];
  /** The answer by which somebody takes command; absent: the record alone can say so. */
  command?: { inject: string; option: string };
  /** What holds from the exercise's own beginning (its mode's start in the scenario): the difficulty. */
  opening: readonly Effect[];
};

export type RecordKind = 'evidence' | 'hypothesis' | 'estimate' | 'action' | 'note' | 'chat';

/** What people write into the shared record. No effect on the world but for conditions that name its kind. */
export type RecordEntry =
  | {
      kind: 'evidence';
      title: string;
      query?: string;
      table?: string;
      from?: SimTime;
      to?: SimTime;
      alert?: string;
      inject?: string;
      /** Other injects that it belongs together with. */
      links?: readonly string[];
      note?: string;
    }
  | { kind: 'hypothesis'; text: string; tag: HypothesisTag; confidence: number }
  /** An interval that holds the number of accounts lost with the stated confidence (percent). */
  | { kind: 'estimate'; low: number; high: number; confidence: number; note?: string }
  | { kind: 'action'; text: string; owner: string; done?: number; refers?: number }
  | { kind: 'note'; text: string }
  /** `to` a role: a private word between two roles; absent: everybody. */
  | { kind: 'chat'; text: string; to?: Role };

/** What a hypothesis says happened, from a closed list, so that it can be scored. */
export type HypothesisTag =
  | 'forged-tokens'
  | 'stolen-passwords'
  | 'insider-present'
  | 'insider-left'
  | 'partner'
  | 'software-bug'
  | 'pen-test'
  | 'hoax'
  | 'other';

/** A document as written: its form's fields by id. */
export type DocumentText = {
  form: string;
  language: 'en' | 'ko';
  fields: Readonly<Record<string, string>>;
};
