import type { Decision, Fleet } from '@dwell/shop';
import { sendInject } from '../world/injects.ts';
import type { WorldState } from '../world/state.ts';
import type { WorldApi } from '../world/world-api.ts';
import type { World } from '../world/world.ts';
import { applyCommand } from './apply-command.ts';
import type { Command } from './command.ts';

/**
 * A world as it will stand when what is in the log has been applied: while the clock is paused people
 * see, and build upon, what they have done. Nothing of it reaches the world itself.
 */
export class Ahead implements WorldApi {
  readonly #world: World;
  readonly now: number;
  readonly state: WorldState;
  #applied = 0;

  constructor(world: World) {
    this.#world = world;
    this.now = world.now;
    this.state = structuredClone(world.state);
  }

  /** Applies the commands that this view has not seen yet; `waiting` must only ever grow. */
  take(waiting: readonly Command[]): void {
    while (this.#applied < waiting.length) applyCommand(this, waiting[this.#applied++]!);
  }

  get scenario() {
    return this.#world.scenario;
  }
  get seed() {
    return this.#world.seed;
  }
  get scale() {
    return this.#world.scale;
  }
  get knobs() {
    return this.#world.knobs;
  }
  get residue() {
    return this.#world.residue;
  }
  get population() {
    return this.#world.population;
  }
  get plan() {
    return this.#world.plan;
  }
  get subjects() {
    return this.#world.subjects;
  }
  get sources() {
    return this.#world.sources;
  }
  get staff() {
    return this.#world.staff;
  }
  get context() {
    return this.#world.context;
  }
  get read() {
    return this.#world.read;
  }
  get frame() {
    return this.#world.frame;
  }
  fleet(): Fleet {
    return this.#world.fleet();
  }
  isBlocked(source: number): boolean {
    return this.#world.isBlocked(source);
  }
  isDenied(subject: number): boolean {
    return this.#world.isDenied(subject);
  }
  sendDayZero(): void {
    const first = this.scenario.injects.find((inject) => inject.dayZero);
    if (first) sendInject(this, first.id);
  }
  /** Nobody is told of what has not happened. */
  emit(): void {}
  log(): void {}
  addAttackRequest(_subject: number, _endpoint: number, _decision: Decision): void {}
  touchCanary(): void {}
}
