import type { Cell } from './cells.ts';
import type { TelemetryView } from './view.ts';
import type { Narrowing } from './view-sql.ts';

/** What a worker is to look at. Sent when it changes. */
export type Scope = {
  folders: readonly string[];
  view: TelemetryView;
  /** Folders of the labels of each of them, in their order; absent: ground truth is out of reach. */
  labels?: readonly string[];
};

export type Limits = {
  /** Rows returned at most; more are cut off and said to be. */
  rows: number;
  /** Bytes of values returned at most, roughly. */
  bytes: number;
  /** The statement is interrupted after this. */
  deadlineMs: number;
};

/** Statement of a person, checked by the worker before it runs. `tables`: those it may name; absent: all. */
export type PersonJob = {
  kind: 'person';
  text: string;
  tables?: readonly string[];
  limits: Limits;
};

/** Statement of ours: not checked; tables are narrowed as said. */
export type OwnJob = {
  kind: 'own';
  text: string;
  values: readonly string[];
  table: string;
  columns: readonly string[] | 'all';
  narrowing: Narrowing;
  limits: Limits;
};

export type Job = PersonJob | OwnJob;

export type Request = { id: number; scope?: Scope; job: Job };

export type Result = {
  columns: readonly { name: string; type: string }[];
  rows: readonly (readonly Cell[])[];
  /** Rows were cut off at a limit. */
  truncated: boolean;
  elapsedMs: number;
};

export type Reply =
  | { id: number; result: Result }
  | {
      id: number;
      error: { code: string; what: string; where: string; todo: string; exit: 1 | 2 | 3 };
    };
