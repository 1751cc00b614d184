export type { CheckpointRow, ClockLog, HostPorts, RunRecord, RunStore, ShopStore } from './ports.ts';
export type { ClockAction, ClockBeat, ClockEntry, ClockSpan, ClockState } from './clock.ts';
export type { ClockRequest, LiveItem, SimulatorService, Viewer } from './service.ts';
