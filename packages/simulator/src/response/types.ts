import type { SimTime } from '@dwell/core';

/** What a response touches; the catalogue is grouped by it. */
export type Touches = 'token' | 'key' | 'gateway' | 'source' | 'account' | 'evidence' | 'people';

export type ParamSpec = {
  name: string;
  kind: 'choice' | 'integer' | 'address' | 'text' | 'account';
  choices?: readonly string[];
  min?: number;
  max?: number;
  default?: string | number;
  required?: boolean;
};

export type ResponseParams = { readonly [name: string]: string | number };

/** Shown before a response is confirmed; all figures full scale. */
export type BlastRadius = {
  customersLockedOut: number;
  customersAffected: number;
  verifiersFailing: number;
  expectedContacts: number;
  expectedLostOrders: number;
  latencyPercent: number;
  /** Sentences by stable code, filled with the figures by the reader's language. */
  notes: readonly { code: string; values: { readonly [name: string]: number | string } }[];
};

export type ResponseInfo = {
  id: string;
  touches: Touches;
  title: { en: string; ko: string };
  summary: { en: string; ko: string };
  params: readonly ParamSpec[];
  leadMs: number;
  priceWon: number;
  analystHours: number;
  /** May it be taken back while the lead time runs? */
  undoable: boolean;
};

export type ResponseState = {
  id: string;
  commandSequence: number;
  params: ResponseParams;
  askedAt: SimTime;
  effectiveAt: SimTime;
  state: 'in-flight' | 'done' | 'withdrawn';
};
