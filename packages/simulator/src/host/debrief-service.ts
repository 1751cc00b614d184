import type { SimTime } from '@dwell/core';
import type { Improvement, Rating, Template, WashLine } from '@dwell/scoring';
import type { CaseBundle, Change, Debrief, MomentState, WhatIf } from '../debrief/types.ts';
import type { Text } from '../scenario/types.ts';
import type { Viewer } from './service.ts';

/** How far what takes time has got; `what` is a code. */
export type DebriefWork = { what: 'history' | 'bounds' | 'rules' | 'sweep'; done: number } | null;

/** What a debrief screen is told. */
export type DebriefView = {
  exerciseId: string;
  name: string;
  team: { id: string; name: string };
  teams: readonly { id: string; name: string }[];
  state: 'lobby' | 'running' | 'frozen' | 'ended';
  /** Trainees may see it too. */
  shared: boolean;
  /** May the viewer rate, may the viewer lead? */
  rates: boolean;
  leads: boolean;
  /** Run it is about: the team's present one. */
  runId: string;
  pseudonymous: boolean;
  template: Template;
  templates: readonly Template[];
  wash: readonly WashLine[];
  improvements: readonly Improvement[];
  notes: readonly { by: string; at: SimTime | null; objective: string | null; text: string }[];
  /** Null while it is made. */
  debrief: Debrief | null;
  work: DebriefWork;
  /** Code of what stopped it; null: nothing did. */
  failed: string | null;
};

/** What is written into the room log about a debrief. */
export type DebriefAct =
  | { do: 'rate'; team: string; rating: Omit<Rating, 'by'> }
  | { do: 'unrate'; team: string; objective: string }
  | { do: 'wash'; team: string; kind: 'strength' | 'gap'; text: string }
  | { do: 'unwash'; team: string; id: string }
  /** A new one without `id`; an owner, a date, a status later on. */
  | { do: 'improve'; team: string; id?: string; item: Omit<Improvement, 'id' | 'by'> }
  | { do: 'unimprove'; team: string; id: string }
  | { do: 'template'; template: Template }
  | { do: 'pseudonyms'; on: boolean }
  | { do: 'share-debrief'; on: boolean };

/** The single decisions that mattered most, each with the best thing that could have been done about it. */
export type Sweep = { done: number; of: number; best: readonly WhatIf[]; finished: boolean };

/** One exercise in an instructor's history. */
export type ProgressRow = {
  exerciseId: string;
  name: string;
  exercise: string;
  title: Text;
  endedWallMs: number;
  team: string;
  points: number | null;
  official: number | null;
  dwellMs: number | null;
  accountsLost: number;
  accountsLostByNothing: number | null;
  detectedMs: number | null;
  containedMs: number | null;
  letters: readonly { objective: string; letter: 'P' | 'S' | 'M' | 'U' | null }[];
};

export type ReportFormat =
  | 'docx'
  | 'md'
  | 'json'
  | 'csv'
  | 'xapi'
  | 'bundle'
  | 'regression'
  | 'certificate'
  | 'class-docx'
  | 'class-md';
export type ReportFile = { name: string; type: string; bytes: Uint8Array };

/**
 * Everything a door can ask of debriefs. Errors are `DwellError`s: `NO_SUCH_EXERCISE`, `NO_SUCH`,
 * `NOT_ALLOWED`, `NOT_STARTED` before there is anything to tell.
 */
export interface DebriefService {
  /** The debrief of a team, again whenever something of it has changed. */
  live(
    viewer: Viewer,
    exerciseId: string,
    team: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<DebriefView>;
  act(viewer: Viewer, exerciseId: string, act: DebriefAct): Promise<void>;
  whatIf(viewer: Viewer, exerciseId: string, team: string, change: Change): Promise<WhatIf>;
  sweep(
    viewer: Viewer,
    exerciseId: string,
    team: string,
    signal: AbortSignal,
  ): AsyncGenerator<Sweep>;
  /** The world at that moment, simulated again. */
  moment(viewer: Viewer, exerciseId: string, team: string, at: SimTime): Promise<MomentState>;
  /** A run of one's own from that moment on, to play further. */
  fork(viewer: Viewer, exerciseId: string, team: string, at: SimTime): Promise<{ runId: string }>;
  file(
    viewer: Viewer,
    exerciseId: string,
    team: string | null,
    format: ReportFormat,
    language: 'en' | 'ko',
  ): Promise<ReportFile>;
  bundle(viewer: Viewer, exerciseId: string, team: string): Promise<CaseBundle>;
  /** Sends the xAPI statements to the learning record store that the server is configured with. */
  send(viewer: Viewer, exerciseId: string, team: string): Promise<{ statements: number }>;
  progress(viewer: Viewer): Promise<ProgressRow[]>;
  /** Names of trainees are taken out of everything that is kept of this exercise, for good. */
  anonymise(viewer: Viewer, exerciseId: string): Promise<void>;
  retention(viewer: Viewer): Promise<{ keepNamesDays: number | null; lrs: boolean }>;
  setRetention(viewer: Viewer, keepNamesDays: number | null): Promise<void>;
}
