import type { SimTime } from '@dwell/core';
import type { Improvement, Template, WashLine } from '@dwell/scoring';
import type {
  CaseBundle,
  CasePerson,
  Change,
  Debrief,
  MomentState,
  WhatIf,
} from '../debrief/types.ts';
import type { DebriefAct, Scored } from '../exercise/debrief-act.ts';
import type { SweepStep } from '../debrief/sweep.ts';
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
  /** The viewer is told as one of the team: no notes, and no debrief before it is shared. */
  trainee: boolean;
  /** Everybody who was in the team, and who looked on; under pseudonyms when they are wanted. */
  people: readonly CasePerson[];
  /** Names have been taken out for good. */
  anonymised: boolean;
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
  /** How far the run had got in what is shown; null: nothing is shown yet. */
  asOf: SimTime | null;
  /** The run has gone on since: `refresh` makes it anew. */
  stale: boolean;
  work: DebriefWork;
  /** Code of what stopped it; null: nothing did. */
  failed: string | null;
};

/** One of the teams of a class, as far as its debrief has been made. */
export type TeamDebriefView = {
  team: { id: string; name: string };
  debrief: Debrief | null;
  work: DebriefWork;
  failed: string | null;
};

/** The single decisions that mattered most, each with the best thing that could have been done about it. */
export type Sweep = SweepStep;

/** One exercise in an instructor's history. */
export type ProgressRow = Omit<Scored, 'runId'> & {
  exerciseId: string;
  name: string;
  exercise: string;
  title: Text;
  endedWallMs: number;
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
  /** All teams side by side, for who leads or evaluates; what is not there yet is begun. */
  teams(viewer: Viewer, exerciseId: string): Promise<TeamDebriefView[]>;
  act(viewer: Viewer, exerciseId: string, act: DebriefAct): Promise<void>;
  /** Makes the debrief of a running exercise anew, as of now. */
  refresh(viewer: Viewer, exerciseId: string, team: string): Promise<void>;
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
  /**
   * Names of people are taken out of the room log and of guests' accounts, for good; what was written
   * in the run itself stays as it is. `NOT_ENDED` while it goes on.
   */
  anonymise(viewer: Viewer, exerciseId: string): Promise<void>;
  retention(viewer: Viewer): Promise<{ keepNamesDays: number | null; lrs: boolean }>;
  setRetention(viewer: Viewer, keepNamesDays: number | null): Promise<void>;
}
