import { alertRouter } from './alert-router.ts';
import { debriefRouter } from './debrief-router.ts';
import { exerciseRouter } from './exercise-router.ts';
import { huntRouter } from './hunt-router.ts';
import { responseRouter } from './response-router.ts';
import { ruleRouter } from './rule-router.ts';
import { runRouter } from './run-router.ts';
import { shopRouter } from './shop-router.ts';
import { t } from './trpc.ts';

/** The whole API of the trainer, hosted at `/api/trpc`. */
export const appRouter = t.router({
  run: runRouter,
  response: responseRouter,
  hunt: huntRouter,
  rule: ruleRouter,
  alert: alertRouter,
  shop: shopRouter,
  exercise: exerciseRouter,
  debrief: debriefRouter,
});

export type AppRouter = typeof appRouter;

/** Calls the router in process, without HTTP: `createCaller({ user, service })`. */
export const createCaller = t.createCallerFactory(appRouter);

export type { RouterContext } from './trpc.ts';
export type { ErrorView } from './errors.ts';
export type * from './types.ts';
export type * from './exercise-types.ts';
export type {
  ControlAct,
  ExerciseCard,
  ExerciseService,
  RoomAct,
  SeatAct,
  TeamAct,
} from '../host/exercise-service.ts';
export type {
  DebriefService,
  DebriefView,
  DebriefWork,
  ProgressRow,
  ReportFile,
  ReportFormat,
  Sweep,
  TeamDebriefView,
} from '../host/debrief-service.ts';
export type * from '../debrief/types.ts';
export type { DebriefAct, Scored } from '../exercise/debrief-act.ts';
export type {
  Actor,
  Bound,
  BoundName,
  Credit,
  History,
  HistoryAlert,
  HistoryClock,
  HistoryDecision,
  HistoryDocument,
  HistoryEstimate,
  HistoryFinding,
  HistoryFreeze,
  HistoryHypothesis,
  HistoryInject,
  HistoryObjective,
  HistoryPhase,
  Improvement,
  Letter,
  LossPoint,
  Measure,
  MeasureId,
  Moment,
  MomentKind,
  ObjectiveRating,
  Outcome,
  Rating,
  Score,
  ScoreLine,
  ScoreSheet,
  Template,
  Unit,
  WashLine,
} from '@dwell/scoring';
export type { PublishedRow, ReportMiss } from '@dwell/scoring/report';
export type { Finding, Form, FormField } from '../exercise/documents/types.ts';
export type * from '../exercise/types.ts';
export type { ProposedAct, Reasons } from '../run/command.ts';
export type { Role } from '../scenario/roles.ts';
export type { Inject, Text } from '../scenario/types.ts';
export type {
  CheckpointRow,
  ClockLog,
  ExerciseDoor,
  HostPorts,
  InstanceSettings,
  RuleDraft,
  RuleDraftStore,
  RunRecord,
  RunStore,
  SettingsStore,
  ShopStore,
} from '../host/ports.ts';
export type { ClockAction, ClockBeat, ClockEntry, ClockState } from '../host/clock.ts';
export type { SimulatorService, Viewer } from '../host/service.ts';
export type {
  ExerciseRecord,
  ExerciseStore,
  RoomBody,
  RoomEntry,
  RoomLog,
} from '../exercise/room.ts';
export type { CommandLog } from '../run/command-log.ts';
export type { Command, CommandBody } from '../run/command.ts';
export type { DomainEvent, HourFrame } from '../run/frame.ts';
export type {
  BlastRadius,
  ParamSpec,
  ResponseInfo,
  ResponseParams,
  ResponseState,
} from '../response/types.ts';
