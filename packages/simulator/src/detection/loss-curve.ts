import { TICK_MS, type SimTime } from '@dwell/core';
import type { DayFrame } from '../world/day-frame.ts';

const OK = 200;
const REDIRECT = 300;

/** When accounts were lost: one entry each time a member is first served to the attacker. */
export class LossCurve {
  readonly #ticks: number[] = [];
  readonly #seen = new Set<number>();
  /** Local days on which the attacker asked for anything. */
  readonly attackDays: number[] = [];

  day({ day, attack }: DayFrame): void {
    if (attack.length > 0) this.attackDays.push(day);
    for (let i = 0; i < attack.length; i++) {
      const status = attack.status[i]!;
      const subject = attack.subject[i]!;
      if (status < OK || status >= REDIRECT || this.#seen.has(subject)) continue;
      this.#seen.add(subject);
      this.#ticks.push(attack.tick[i]!);
    }
  }

  /** Ticks in which accounts were lost, one for each account, in order. */
  get ticks(): readonly number[] {
    return this.#ticks;
  }

  /** Accounts lost so far, simulated. */
  get total(): number {
    return this.#ticks.length;
  }

  /** Simulated accounts lost in the ticks before the one of `at`. */
  before(at: SimTime): number {
    const tick = Math.floor(at / TICK_MS);
    let low = 0;
    let high = this.#ticks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ticks[middle]! < tick) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
