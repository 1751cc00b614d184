import type { Calendar, SimTime } from '@dwell/core';
import type { Text } from '../../scenario/types.ts';
import type { DocumentText } from '../types.ts';

export type FormField = {
  id: string;
  label: Text;
  help?: Text;
  kind: 'line' | 'text' | 'number' | 'time' | 'choices';
  choices?: readonly { id: string; label: Text }[];
  required: boolean;
};

/** A form that trainees write: a report to a regulator, a notice, a market filing, a statement. */
export type Form = {
  id: string;
  title: Text;
  /** Rules of legal clocks that filing it meets; empty for a statement. */
  rules: readonly string[];
  /** Where it goes: a regulator's portal, people, the market, the press, staff. */
  audience: 'regulator' | 'people' | 'market' | 'press' | 'staff';
  fields: readonly FormField[];
};

export type FindingKind =
  | 'missing'
  | 'minimising'
  | 'over-claim'
  | 'contradiction'
  | 'early'
  | 'wrong';

/** What the checker says of a document, quoting the words it means. */
export type Finding = {
  /** Stable, such as `missing.door-code`. */
  code: string;
  kind: FindingKind;
  severity: 'minor' | 'major';
  field: string;
  /** The words meant, as written; null when something is missing. */
  quote: { text: string; from: number; to: number } | null;
  explanation: Text;
  /** What would be right, knowing what could be known then. */
  better?: Text;
  /** Sequence number of the earlier document it contradicts. */
  against?: number;
};

/** What was true, and what of it could be known, at a simulated time. Counts are full scale. */
export type Facts = {
  at: SimTime;
  /** Accounts whose data was served to the attacker so far: truth. */
  accountsLost: number;
  nonMembersLost: number;
  /** Bounds that the team could have known from what it had bought and recorded; null: nothing yet. */
  known: { low: number; high: number } | null;
  /** Data items really served: `name`, `email`, `phone`, `address`, `door-code`, `orders`. */
  items: readonly string[];
  knowableItems: readonly string[];
  /** Items that could be excluded by then, such as `payment`; absent: none could. */
  ruledOutItems?: readonly string[];
  firstAttackAt: SimTime | null;
  awareAt: SimTime | null;
  declaredAt: SimTime | null;
  /** No forged request can succeed any more. */
  containedAt: SimTime | null;
  holdAt: SimTime | null;
  /** Days of logs lost for good so far. */
  logsLostDays: number;
  /** When a notice went out to people. */
  peopleToldAt?: SimTime | null;
  /** Ties times written in a document to simulated time; without it they are only compared among documents. */
  calendar?: Calendar;
};

export type IssuedDocument = { sequence: number; at: SimTime; document: DocumentText };
