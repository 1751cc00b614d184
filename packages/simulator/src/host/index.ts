export { type BatchAlerts, batchAlerts, batchDifference } from './batch-alerts.ts';
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
} from './ports.ts';
export type { ClockAction, ClockBeat, ClockEntry, ClockSpan, ClockState } from './clock.ts';
export type { ClockRequest, LiveItem, SimulatorService, Viewer } from './service.ts';
export { buildDays, type BuildDaysOptions } from './build-days.ts';
export type { DayJob, DayProgress } from './day-job.ts';
export { FileExerciseStore, FileRoomLog } from './file-exercises.ts';
export { MemoryExerciseStore, MemoryRoomLog } from './memory-exercises.ts';
export {
  EmptyShopStore,
  MemoryClockLog,
  MemoryCommandLog,
  MemoryRuleDrafts,
  MemoryRunStore,
  memoryPorts,
} from './memory-ports.ts';
export { lrsConfig } from './debrief/lrs-config.ts';
export { createSimulatorService } from './simulator-service.ts';
export type { ServiceLimits } from './service-limits.ts';
export { FileClockLog, FileCommandLog, filePorts, FileRunStore } from './file-ports.ts';
export { FileRuleDrafts } from './file-rule-drafts.ts';
export type { AlertService, RuleService } from './detection-service.ts';
