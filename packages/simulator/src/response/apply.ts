import { schedule, type TimerData } from '../kernel/timers.ts';
import type { WorldApi } from '../world/world-api.ts';
import { responseById, responseInfo } from './catalogue.ts';
import type { ResponseParams } from './types.ts';

/** Starts a response: its lead time runs from now. */
export function beginResponse(
  world: WorldApi,
  sequence: number,
  id: string,
  params: ResponseParams,
): void {
  const response = responseById(id);
  const effectiveAt = world.now + response.leadMs(world.knobs, params);
  world.state.responses = [
    ...world.state.responses,
    { id, commandSequence: sequence, params, askedAt: world.now, effectiveAt, state: 'in-flight' },
  ];
  world.emit('response.asked', 'shop', { id, sequence });
  schedule(world.state.timers, effectiveAt, 'response.effective', { sequence }, 1);
}

/** Takes a response back while its lead time runs; does nothing afterwards. */
export function withdrawResponse(world: WorldApi, sequence: number): void {
  world.state.responses = world.state.responses.map((r) =>
    r.commandSequence === sequence && r.state === 'in-flight' ? { ...r, state: 'withdrawn' } : r,
  );
  world.emit('response.withdrawn', 'shop', { sequence });
}

/** The lead time of a response is over. */
export function responseTimer(world: WorldApi, _name: string, data: TimerData): void {
  const sequence = Number(data['sequence']);
  const running = world.state.responses.find(
    (r) => r.commandSequence === sequence && r.state === 'in-flight',
  );
  if (!running) return;
  const response = responseById(running.id);
  world.state.totals.spentWon += responseInfo(response, world.knobs, running.params).priceWon;
  response.apply(world, running.params, sequence);
  world.state.responses = world.state.responses.map((r) =>
    r.commandSequence === sequence ? { ...r, state: 'done' } : r,
  );
  world.emit('response.effective', 'shop', { id: running.id, sequence });
}
