import type { SimTime } from '@dwell/core';
import type { Decision, Fleet, PopulationKey, StaffMember } from '@dwell/shop';
import type { AttackPlan } from '../attack/plan.ts';
import type { SourcePicker } from '../attack/sources.ts';
import type { SubjectPlan } from '../attack/subject.ts';
import type { DomainEvent } from '../run/frame.ts';
import type { Knobs } from '../scenario/knobs.ts';
import type { Scenario } from '../scenario/types.ts';
import type { DayFrame, LogRow } from './day-frame.ts';
import type { WorldState } from './state.ts';
import type { TickContext } from './tick-context.ts';

/** What actors, the attacker and responses may see and do: the world from inside. `World` is the one that has it. */
export interface WorldApi {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly scale: number;
  readonly knobs: Knobs;
  /** Accounts ≡ this (mod scale) are simulated. */
  readonly residue: number;
  readonly population: PopulationKey;
  readonly plan: AttackPlan;
  readonly subjects: SubjectPlan;
  readonly sources: SourcePicker;
  readonly staff: readonly StaffMember[];
  readonly context: TickContext;
  readonly state: WorldState;
  /** Pages read, a byte of bits for each sampled number. */
  readonly read: Uint8Array;
  readonly frame: DayFrame;
  /** Simulated time of the tick about to run. */
  readonly now: SimTime;
  fleet(): Fleet;
  isBlocked(source: number): boolean;
  isDenied(subject: number): boolean;
  /** Records a domain event: it enters the checksum and is told to whoever watches. */
  emit(kind: string, visibility: DomainEvent['visibility'], values: DomainEvent['values']): void;
  /** Writes a row to one of the small log tables. */
  log(table: LogRow['table'], row: LogRow['row']): void;
  addAttackRequest(subject: number, endpoint: number, decision: Decision, source: number): void;
  touchCanary(number: number): void;
  /** The first mail: makes D0. Does nothing when it has come already. */
  sendDayZero(): void;
}
