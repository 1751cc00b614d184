import type { Improvement, WashLine } from '@dwell/scoring';
import type { Finding } from '../exercise/documents/types.ts';
import type {
  AuthorityCard,
  DocumentText,
  ExercisePhase,
  Objective,
  RecordEntry,
  Tool,
} from '../exercise/types.ts';
import type { ProposedAct, Reasons } from '../run/command.ts';
import type { Role } from '../scenario/roles.ts';
import type { Inject, Text } from '../scenario/types.ts';
import type { RunRow } from './types.ts';

/** What a person in an exercise is. A doubled trainee has several roles. */
export type SeatKind = 'trainee' | 'observer' | 'evaluator' | 'facilitator';

/** How the seat of a role is filled. */
export type RoleSeat = {
  role: Role;
  /** Person ids. */
  people: readonly string[];
  /** A bot fills it while nobody sits there; null: it stays empty. */
  bot: 'none' | 'written' | 'expert' | null;
};

export type ExerciseState = 'lobby' | 'running' | 'frozen' | 'ended';

export type PersonCard = {
  id: string;
  name: string;
  kind: SeatKind;
  team: string | null;
  roles: readonly Role[];
  /** Did the comms check. */
  ready: boolean;
  connected: boolean;
  /** Wall ms. */
  lastActWallMs: number | null;
  help: boolean;
};

export type TeamCard = { id: string; name: string; runId: string; seats: readonly RoleSeat[] };

export type ExerciseSettings = {
  name: string;
  /** Name of an exercise file: `crisis`, `campaign`. */
  exercise: string;
  seed: number;
  scale: number;
  length: 'lightning' | 'full' | 'half-day' | 'homework';
  /** Published numbers. Noise: share of the atmosphere's tickets; patience: attacker's pace in per mille;
      gaps: days of logs that are missing; staffing: bots' style in empty seats. */
  difficulty: {
    noise: number;
    attackerPace: number;
    logGapDays: number;
    staffing: 'none' | 'written' | 'expert';
  };
  jurisdictions: readonly string[];
  roles: readonly Role[];
  teams: readonly string[];
  /** One person alone holds every role that is not a bot's. */
  solo: boolean;
};

/** A row of the instructor's list. */
export type ExerciseRow = {
  id: string;
  name: string;
  exercise: string;
  code: string;
  state: ExerciseState;
  solo: boolean;
  teams: number;
  people: number;
  createdAtWallMs: number;
  /** Of the history its teams share. */
  build: {
    state: 'waiting' | 'running' | 'ready' | 'failed' | 'cancelled';
    progress: number;
    secondsLeft: number | null;
  };
};

/** An item of a role's inbox: an inject that was sent to it. */
export type InboxItem = {
  id: string;
  to: readonly Role[];
  channel: Inject['channel'];
  from: string;
  subject: Text;
  body: Text;
  at: number;
  read: { at: number; by: string } | null;
  /** What is wanted is not told in words: only whether an answer is possible, and until when it helps. */
  options: readonly { id: string; text: Text; price?: Text }[];
  answerable: boolean;
  answers: readonly {
    by: string;
    role: string;
    at: number;
    option: string | null;
    text: string | null;
  }[];
  hintsLeft: number;
  /** Price of the next hint, in points of the learning score. */
  hintPrice?: number;
  hints: readonly { text: Text; price: number }[];
};

export type DecisionCard = {
  id: string;
  title: Text;
  question: Text;
  roles: readonly Role[];
  approvers: readonly Role[];
  options: readonly { id: string; text: Text; price?: Text }[];
  taken: { option: string; at: number } | null;
};

/** An act that was proposed: what, by whom, who must agree, who did. */
export type ProposalCard = {
  sequence: number;
  at: number;
  by: string;
  role: string;
  act: ProposedAct;
  reasons: Reasons;
  needs: readonly string[];
  agreed: readonly { by: string; role: string; at: number; note: string | null }[];
  objected: readonly { by: string; role: string; at: number; note: string | null }[];
  /** Simulated ms at which it took effect; null while it waits. */
  effectiveAt: number | null;
  /** Code of the error that stopped it when somebody had agreed; null: nothing did. */
  failed: string | null;
  /** Asked of the viewer: one of the roles needed is theirs, and it is not their own. */
  asksYou: boolean;
};

export type RecordCard = {
  sequence: number;
  at: number;
  by: string;
  role: string;
  entry: RecordEntry;
};

/** A document as issued, with the checker's notes in its margin. */
export type DocumentCard = {
  sequence: number;
  at: number;
  by: string;
  role: string;
  rule: string | null;
  document: DocumentText;
  /** Filled once it is out. */
  findings: readonly Finding[];
};

/** A legal clock with its jurisdiction, strictest first. */
export type ExerciseClock = {
  rule: string;
  jurisdiction: string;
  title: Text;
  source: string;
  startsAt: number | null;
  dueAt: number | null;
  metAt: number | null;
  state: 'not_started' | 'open' | 'met' | 'late' | 'missed';
  /** A duty that a new fact added. */
  supplement: boolean;
  /** The law names no figure ("without delay"); this one is the exercise's. */
  assumed?: boolean;
};

/** What a browser in an exercise is told; sections are sent whole when they change. Only what its roles may see. */
export type ConsoleSections = {
  room: {
    exerciseId: string;
    name: string;
    state: ExerciseState;
    team: TeamCard;
    /** The run of the viewer's team: another one after a rewind. */
    runId: string;
    me: PersonCard;
    people: readonly PersonCard[];
    cards: readonly AuthorityCard[];
    tools: readonly Tool[];
    phases: readonly ExercisePhase[];
    phase: string | null;
    objectives: readonly Objective[];
    /** Said aloud on every screen: jumps, rewinds, the facilitator's words. */
    said: readonly {
      id: number;
      wallMs: number;
      kind: 'jump' | 'rewind' | 'say' | 'start' | 'end';
      text: string;
      at: number | null;
    }[];
    freeze: { id: number; question: string; endsWallMs: number; answered: boolean } | null;
    startedAtWallMs: number | null;
  };
  /** What the team makes of it together, while the hot wash is open and after; empty before. */
  wash: {
    open: boolean;
    lines: readonly WashLine[];
    improvements: readonly Improvement[];
    /** The debrief may be looked at. */
    shared: boolean;
  };
  inbox: readonly InboxItem[];
  decisions: { cards: readonly DecisionCard[]; proposals: readonly ProposalCard[] };
  record: readonly RecordCard[];
  chat: readonly RecordCard[];
  documents: readonly DocumentCard[];
  clocks: { declaredAt: number | null; clocks: readonly ExerciseClock[] };
  /** What the public and the customers make of it: figures of the roles that see them. */
  standing: { contactsPerDay: number; secondaryHarm: number | null; costWon: number | null };
};
export type ConsoleSection = keyof ConsoleSections;
export type ConsoleMessage = {
  [Section in ConsoleSection]: { section: Section; value: ConsoleSections[Section] };
}[ConsoleSection];

/** The facilitator's desk: everything, with ground truth. */
export type DeskInject = {
  id: string;
  to: readonly Role[];
  channel: Inject['channel'];
  subject: Text;
  body: Text;
  from: string;
  matters: boolean;
  wanted: Text | null;
  ifMissed: Text | null;
  objectives: readonly string[];
  /** Planned simulated time when it hangs on time alone; null: on a condition, or the pocket. */
  plannedAt: number | null;
  state: 'planned' | 'held' | 'sent' | 'met' | 'missed' | 'withdrawn';
  sentAt: number | null;
  dueAt: number | null;
  metAt: number | null;
  /** Who has read it. */
  read: readonly { by: string; at: number }[];
};

export type DeskTeam = {
  team: TeamCard;
  /** The run it plays now: calendar, clock, build. */
  run: RunRow;
  injects: readonly DeskInject[];
  decisions: ConsoleSections['decisions'];
  record: readonly RecordCard[];
  documents: readonly DocumentCard[];
  clocks: ConsoleSections['clocks'];
  truth: {
    accountsLost: number;
    attackRequests: number;
    attackerState: string;
    containedAt: number | null;
  };
  /** Accounts lost by simulated day since the exercise began, for the sparkline. */
  lossByDay: readonly number[];
  earlierRuns: readonly { runId: string; until: number }[];
};

export type Desk = {
  row: ExerciseRow;
  settings: ExerciseSettings;
  joinUrl: string;
  phases: readonly ExercisePhase[];
  phase: string | null;
  people: readonly PersonCard[];
  teams: readonly DeskTeam[];
  freeze: {
    id: number;
    question: string;
    endsWallMs: number;
    answers: readonly { by: string; low: number; high: number; confidence: number }[];
  } | null;
  notes: readonly {
    id: number;
    wallMs: number;
    by: string;
    team: string | null;
    at: number | null;
    objective: string | null;
    text: string;
  }[];
  audit: readonly { sequence: number; wallMs: number; by: string; what: string }[];
};

/** What a join page shows before anybody has joined. */
export type Door = {
  exerciseId: string;
  name: string;
  state: ExerciseState;
  teams: readonly {
    id: string;
    name: string;
    seats: readonly { role: Role; title: Text; taken: number }[];
  }[];
};
