import type { SimTime } from '@dwell/core';
import type { ResponseParams } from '../response/types.ts';
import type {
  CatalogueCard,
  ClockView,
  CreateRun,
  CustomerCard,
  CustomerPage,
  Estimate,
  Facet,
  GateView,
  Histogram,
  HoursView,
  HuntQuery,
  HuntRows,
  HuntTable,
  KeyCard,
  LiveMessage,
  ResponseCard,
  ResponsePreview,
  RunRow,
  RunStart,
  RunEvent,
  SavedHunt,
  ScenarioCard,
  Situation,
  StaffCard,
} from '../router/types.ts';
import type { AlertService, RuleService } from './detection-service.ts';
import type { DebriefService } from './debrief-service.ts';
import type { ExerciseService } from './exercise-service.ts';
import type { SeatSight } from './seat-sight.ts';

/** Who asks. Ground truth goes to instructors only. */
export type Viewer = {
  id: string;
  name: string;
  role: 'instructor' | 'trainee';
  /** The one exercise and person that a guest's session is bound to. */
  seat?: { exerciseId: string; person: string };
  /** What the viewer's seat sees of the run that is asked about; set by `seated`. */
  sight?: SeatSight;
};

export type ClockRequest =
  | { do: 'play' | 'pause' }
  | { do: 'speed'; speed: number }
  | { do: 'step'; by: 'hour' | 'day' | 'event' }
  | { do: 'jump'; to: SimTime };

export type LiveItem = { id: string; message: LiveMessage };

/** Questions to a run's records as of its simulated time. */
export interface HuntService {
  tables(runId: string): Promise<HuntTable[]>;
  search(ask: HuntQuery & { cursor?: string; limit?: number }): Promise<HuntRows>;
  histogram(ask: HuntQuery & { bins?: number }): Promise<Histogram>;
  facets(ask: HuntQuery & { fields: readonly string[] }): Promise<Facet[]>;
  /** `tables`: those that may be named; absent: all. */
  sql(ask: {
    runId: string;
    sql: string;
    limit?: number;
    tables?: readonly string[];
  }): Promise<HuntRows>;
}

/**
 * Everything a door can ask of the simulator: one object a server process. It owns the children
 * (worlds, history builders, query workers). Errors are `DwellError`s.
 */
export interface SimulatorService {
  /**
   * The viewer with the sight of their seat in a run; an instructor without one as they are.
   * Errors: `NOT_ALLOWED` for anybody else, whether there is such a run or not.
   */
  seated(viewer: Viewer, runId: string): Promise<Viewer>;
  readonly exercises: ExerciseService;
  readonly debriefs: DebriefService;

  scenarios(viewer: Viewer): Promise<ScenarioCard[]>;
  estimate(ask: { scenario: string; scale: number; start: RunStart }): Promise<Estimate>;
  createRun(viewer: Viewer, ask: CreateRun): Promise<{ id: string }>;
  listRuns(): Promise<RunRow[]>;
  getRun(runId: string): Promise<RunRow>;
  clock(runId: string, request: ClockRequest): Promise<ClockView>;
  fork(viewer: Viewer, runId: string, at: SimTime): Promise<{ id: string }>;
  removeRun(runId: string): Promise<void>;
  cancelBuild(runId: string): Promise<void>;
  retryBuild(runId: string): Promise<void>;

  situation(viewer: Viewer, runId: string): Promise<Situation>;
  hours(viewer: Viewer, runId: string, span: { from?: SimTime; to?: SimTime }): Promise<HoursView>;
  events(viewer: Viewer, runId: string, after: SimTime | null): Promise<RunEvent[]>;
  live(
    viewer: Viewer,
    runId: string,
    lastEventId: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<LiveItem>;

  responseCatalogue(runId: string): Promise<ResponseCard[]>;
  responsePreview(
    runId: string,
    response: string,
    params: ResponseParams,
  ): Promise<ResponsePreview>;
  act(
    viewer: Viewer,
    runId: string,
    ask: { response: string; params: ResponseParams; as: string },
  ): Promise<{ sequence: number; effectiveAt: SimTime }>;
  withdraw(viewer: Viewer, runId: string, sequence: number): Promise<{ sequence: number }>;

  /** Declares an incident: the team says it is aware, and legal clocks start. */
  declare(
    viewer: Viewer,
    runId: string,
    ask: { severity: 'low' | 'medium' | 'high' | 'critical'; note?: string; as: string },
  ): Promise<{ sequence: number; effectiveAt: SimTime }>;

  /** The hunts that ship with the simulator. */
  savedHunts(): Promise<SavedHunt[]>;
  readonly hunts: HuntService;
  readonly rules: RuleService;
  readonly alerts: AlertService;

  organisation(runId: string): Promise<StaffCard[]>;
  keys(runId: string): Promise<KeyCard[]>;
  gates(runId: string): Promise<GateView[]>;
  customers(query: { search?: string; page?: number }): Promise<CustomerPage>;
  customer(ask: { runId?: string; number: number }): Promise<CustomerCard | null>;
  catalogue(): Promise<CatalogueCard[]>;

  /** Takes up the runs that were playing when the last process ended. Call once after the start. */
  start(): Promise<void>;
  /** Ends every child; what is not on disk yet is derived again next time. */
  stop(): Promise<void>;
}
