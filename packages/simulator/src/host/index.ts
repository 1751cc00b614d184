export type {
  CheckpointRow,
  ClockLog,
  HostPorts,
  RunRecord,
  RunStore,
  ShopStore,
} from './ports.ts';
export type { ClockAction, ClockBeat, ClockEntry, ClockSpan, ClockState } from './clock.ts';
export type { ClockRequest, LiveItem, SimulatorService, Viewer } from './service.ts';
export { buildDays, type BuildDaysOptions } from './build-days.ts';
export type { DayJob, DayProgress } from './day-job.ts';
export {
  EmptyShopStore,
  MemoryClockLog,
  MemoryCommandLog,
  MemoryRunStore,
  memoryPorts,
} from './memory-ports.ts';
export { createSimulatorService } from './simulator-service.ts';
export type { ServiceLimits } from './service-limits.ts';
export { FileClockLog, FileCommandLog, filePorts, FileRunStore } from './file-ports.ts';
