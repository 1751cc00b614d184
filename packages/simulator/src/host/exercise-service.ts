import type { SimTime } from '@dwell/core';
import type { RecordEntry } from '../exercise/types.ts';
import type { Form } from '../exercise/documents/types.ts';
import type {
  ConsoleMessage,
  Desk,
  Door,
  ExerciseRow,
  ExerciseSettings,
  SeatKind,
} from '../router/exercise-types.ts';
import type { CommandBody, ProposedAct, Reasons } from '../run/command.ts';
import type { Role } from '../scenario/roles.ts';
import type { Text } from '../scenario/types.ts';
import type { ClockRequest, Viewer } from './service.ts';

/** An exercise file as the wizard's shelf shows it, and the printable pack prints it. */
export type ExerciseCard = {
  name: string;
  scenario: string;
  title: Text;
  summary: Text;
  mode: 'campaign' | 'crisis';
  minutes: number;
  plan: import('../exercise/types.ts').ExercisePlan;
  jurisdictions: readonly { id: string; title: Text; source: string }[];
};

/** What an instructor does to people and the room; appended to the room log. */
export type RoomAct =
  | { do: 'seat'; person: string; team: string; roles: readonly Role[] }
  | { do: 'bot'; team: string; role: Role; style: 'none' | 'written' | 'expert' | null }
  | { do: 'rename'; person: string; name: string }
  | { do: 'remove'; person: string }
  | { do: 'start' }
  | { do: 'end' }
  | { do: 'phase'; phase: string }
  | { do: 'say'; text: string }
  | { do: 'freeze'; question: string; seconds: number }
  | { do: 'unfreeze' }
  | { do: 'note'; team: string | null; objective: string | null; text: string };

/** What a person in a seat does to the room. */
export type SeatAct =
  | { do: 'ready' }
  | { do: 'help'; on: boolean }
  | { do: 'choose'; team: string; roles: readonly Role[] }
  | { do: 'freeze-answer'; low: number; high: number; confidence: number };

/** What a trainee does to the run; stamped and logged as commands. */
export type TeamAct =
  | { do: 'read'; inject: string }
  | { do: 'answer'; inject: string; option?: string; text?: string }
  | { do: 'propose'; act: ProposedAct; reasons: Reasons; as: Role }
  | { do: 'agree' | 'object'; proposal: number; note?: string }
  | { do: 'record'; entry: RecordEntry; as?: Role }
  | { do: 'hint'; inject: string };

/** Somebody let in by a link of their own: an evaluator, or who leads with the instructor. */
export type Invitation = { name: string; kind: SeatKind; team: string | null };

export type ControlAct = Extract<CommandBody, { do: 'inject' }>;

/** Everything a door can ask of exercises. Errors are `DwellError`s; `NOT_ALLOWED` when the seat may not. */
export interface ExerciseService {
  shelf(): Promise<ExerciseCard[]>;
  /** The file that an exercise was made from, its plan as it is played; for everybody who sees the desk. */
  card(viewer: Viewer, id: string): Promise<ExerciseCard>;
  forms(): Promise<Form[]>;
  create(viewer: Viewer, settings: ExerciseSettings): Promise<{ id: string; code: string }>;
  list(viewer: Viewer): Promise<ExerciseRow[]>;
  desk(viewer: Viewer, id: string): Promise<Desk>;
  /** Signals that the desk has changed, with the time; the desk is asked for again. At most four a second. */
  deskLive(
    viewer: Viewer,
    id: string,
    signal: AbortSignal,
  ): AsyncGenerator<{ id: string; desk: Desk }>;
  act(viewer: Viewer, id: string, act: RoomAct): Promise<void>;
  clock(
    viewer: Viewer,
    id: string,
    request: ClockRequest | { do: 'step'; by: 'inject' | 'alert' },
  ): Promise<void>;
  control(viewer: Viewer, id: string, team: string, act: ControlAct): Promise<void>;
  /** The team goes on in a fork of its run at that time. */
  rewind(viewer: Viewer, id: string, team: string, at: SimTime): Promise<{ runId: string }>;
  /** Begins again in fresh runs; people keep their seats. `dry` runs go the same way. */
  reset(viewer: Viewer, id: string): Promise<void>;
  remove(viewer: Viewer, id: string): Promise<void>;
  /** A sign-in link for somebody who lost theirs. */
  seatLink(viewer: Viewer, id: string, person: string): Promise<{ url: string }>;
  /** Makes somebody who does not come in by the class code, and their sign-in link. */
  invite(viewer: Viewer, id: string, ask: Invitation): Promise<{ person: string; url: string }>;
  /** Over a shoulder: the console of a person, read-only; noted in the room log. */
  shoulder(
    viewer: Viewer,
    id: string,
    person: string,
    lastEventId: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<{ id: string; message: ConsoleMessage }>;
  disk(viewer: Viewer): Promise<{
    bytes: number;
    limitBytes: number;
    runs: readonly { runId: string; name: string; bytes: number }[];
  }>;

  door(code: string): Promise<Door>;
  /** Makes the person; the web door gives it a session of its own. */
  join(
    code: string,
    ask: { name: string; kind: SeatKind; team?: string; roles?: readonly Role[]; person: string },
  ): Promise<{ exerciseId: string }>;
  /** Of the run that the viewer's team plays; null outside exercises. */
  seatOf(
    viewer: Viewer,
    runId: string,
  ): Promise<{ exerciseId: string; roles: readonly Role[] } | null>;
  sit(viewer: Viewer, id: string, act: SeatAct): Promise<void>;
  play(viewer: Viewer, id: string, act: TeamAct): Promise<{ sequence: number; at: SimTime }>;
  live(
    viewer: Viewer,
    id: string,
    lastEventId: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<{ id: string; message: ConsoleMessage }>;
}
