import type { Knobs } from '../scenario/knobs.ts';
import type { WorldApi } from '../world/world-api.ts';
import type { BlastRadius, ResponseInfo, ResponseParams } from './types.ts';

/** One containment: what it is, what it costs, what it would hit, and what it does when its lead time is over. */
export type Response = Omit<ResponseInfo, 'leadMs' | 'priceWon' | 'params'> & {
  /** Where it is offered, if not in the catalogue. */
  offered?: 'rules';
  /** Lead time, ms of simulated time. */
  leadMs(knobs: Knobs, params: ResponseParams): number;
  /** Direct price besides analyst hours, won. */
  priceWon?(knobs: Knobs, params: ResponseParams): number;
  /** Figures at full scale that differ from nothing; shown before anybody confirms. */
  blast(world: WorldApi, params: ResponseParams): Partial<BlastRadius>;
  /** Throws `badInput` when the parameters make no sense in this world. */
  check?(world: WorldApi, params: ResponseParams): void;
  /** Why it makes no sense just now, as a stable code; null when it does. */
  unavailable?(world: WorldApi): string | null;
  /** Takes effect. `by` is the command's place in the world log. */
  apply(world: WorldApi, params: ResponseParams, by: number): void;
};

export const NO_BLAST: BlastRadius = {
  customersLockedOut: 0,
  customersAffected: 0,
  verifiersFailing: 0,
  expectedContacts: 0,
  expectedLostOrders: 0,
  latencyPercent: 0,
  notes: [],
};

/** A change to a control, as the register of controls logs it. */
export function logControl(
  world: WorldApi,
  entity: string,
  operation: string,
  comment: string,
): void {
  world.emit(`control.${operation}`, 'shop', { control: entity });
  world.log('entity_management', {
    activity_id: 3,
    entity_type: 'control',
    entity_uid: entity,
    operation,
    actor: 'identity-1',
    comment,
  });
}
