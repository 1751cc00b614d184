import { HOUR_MS, TICK_MS, type SimTime } from '@dwell/core';
import type { LossPoint } from '@dwell/scoring';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import type { Run } from '../run/run.ts';

/** Responses that turn requests away: with the first of them containment begins. */
const CONTAINING = new Set([
  'revoke-token',
  'deny-list',
  'rotate-key',
  'check-subject-exists',
  'check-issuance',
  'block-address',
  'rate-limit',
]);

/** One account touched is one event: too many to keep, and nobody asks for them. */
const NOT_KEPT = 'canary.touched';

/** When containment began, and forged requests served until then (simulated). */
type Containing = { at: SimTime; served: number };

/** How far a trace had got; traces only ever grow. */
export type TraceMark = { loss: number; events: number; containing: Containing | null };

/** What is noted of a run while it is lived without records: accounts lost by the hour, and what happened. */
export class RunTrace {
  readonly loss: LossPoint[];
  readonly events: DomainEvent[];
  containing: Containing | null;
  readonly #stops: readonly SimTime[];

  /** `stops`: times at which the loss must be known to the tick. `from`: another trace up to a mark of it. */
  constructor(stops: readonly SimTime[], from?: { trace: RunTrace; mark: TraceMark }) {
    this.#stops = stops.map((at) => at - (at % TICK_MS));
    this.loss = from ? from.trace.loss.slice(0, from.mark.loss) : [];
    this.events = from ? from.trace.events.slice(0, from.mark.events) : [];
    this.containing = from?.mark.containing ?? null;
  }

  mark(): TraceMark {
    return { loss: this.loss.length, events: this.events.length, containing: this.containing };
  }

  /** To be told of each event of the run. */
  onEvent(run: Run, event: DomainEvent): void {
    if (event.kind === NOT_KEPT) return;
    this.events.push(event);
    if (event.kind !== 'response.effective' || this.containing) return;
    if (!CONTAINING.has(String(event.values['id']))) return;
    this.containing = { at: event.at, served: servedSoFar(run) };
  }

  /** Moves a run on by `advance`, noting what is lost by each hour and stop. */
  drive(run: Run, to: SimTime, advance: (to: SimTime) => void): void {
    while (run.now + TICK_MS <= to) {
      const hour = (Math.floor(run.now / HOUR_MS) + 1) * HOUR_MS;
      advance(Math.min(to, hour, this.nextStop(run.now)));
      this.note(run.now, run.world.state.totals.accountsLost * run.input.scale);
    }
  }

  /** The next time after `now` at which the loss must be known to the tick. */
  nextStop(now: SimTime): SimTime {
    return Math.min(Infinity, ...this.#stops.filter((at) => at > now));
  }

  /** To be told of each hour of a run that is not driven from here. */
  onHour({ at, truth }: HourFrame): void {
    if (truth) this.note(at + HOUR_MS, truth.accountsLost);
  }

  note(at: SimTime, accounts: number): void {
    if ((this.loss.at(-1)?.accounts ?? 0) !== accounts) this.loss.push({ at, accounts });
  }
}

/** Forged or stolen requests served so far, simulated. */
export function servedSoFar(run: Run): number {
  const { addressList, addressEdit, myInfo, orderList } = run.world.state.totals.views;
  return addressList + addressEdit + myInfo + orderList;
}

/** A curve of at most `most` points and the last: every so many-th of them. */
export function thinned(loss: readonly LossPoint[], most = 400): LossPoint[] {
  const every = Math.ceil(loss.length / most);
  return loss.filter((_, i) => i % every === 0 || i === loss.length - 1);
}
