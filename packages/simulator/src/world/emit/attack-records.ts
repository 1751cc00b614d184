import { TICK_MS, draw32, streamKey, type StreamKey } from '@dwell/core';
import { exists, type PopulationKey } from '@dwell/shop';
import { growBatch, type HttpBatch } from '@dwell/telemetry';
import { BULK_PRINCIPAL, BULK_TOKEN } from '../../attack/bulk-token.ts';
import type { AttackShape } from '../../scenario/types.ts';
import type { AttackRequests, DayFrame } from '../day-frame.ts';

const CRAWLER_LIKE_THE_APP = 12;
const LABEL_ATTACK = 1;

/**
 * Writes the attack's requests, one forged token a subject and minute. Each worker spaces its
 * requests evenly within the minute; a sample shows every so manieth of them, whichever it is.
 */
export class AttackRecords {
  readonly #key: StreamKey;
  readonly #population: PopulationKey;
  readonly #minted: boolean;
  readonly #scale: number;

  constructor(seed: number, scale: number, population: PopulationKey, shape: AttackShape) {
    this.#scale = scale;
    this.#key = streamKey(seed, 'expand/attack');
    this.#population = population;
    this.#minted = shape === 'minted-tokens';
  }

  emit(out: HttpBatch, frame: DayFrame, startMs: number): void {
    const { attack } = frame;
    const canaries = new Set(frame.canaries);
    growBatch(out, out.length + attack.length);
    for (let from = 0; from < attack.length;) {
      let to = from;
      while (
        to < attack.length &&
        attack.tick[to] === attack.tick[from] &&
        attack.source[to] === attack.source[from]
      )
        to++;
      const steps = (to - from) * this.#scale;
      for (let i = from; i < to; i++) {
        const step =
          (i - from) * this.#scale + (draw32(this.#key, attack.tick[i]!, i) % this.#scale);
        const offset = Math.floor(((step + 0.5) * TICK_MS) / steps);
        this.#row(out, attack, i, startMs + attack.tick[i]! * TICK_MS + offset, canaries);
      }
      from = to;
    }
  }

  #row(
    out: HttpBatch,
    attack: AttackRequests,
    i: number,
    time: number,
    canaries: ReadonlySet<number>,
  ): void {
    const n = out.length++;
    const subject = attack.subject[i]!;
    const tick = attack.tick[i]!;
    out.time[n] = time;
    out.endpoint[n] = attack.endpoint[i]!;
    out.status[n] = attack.status[i]!;
    out.target[n] = subject;
    out.principal[n] = this.#minted ? 0 : BULK_PRINCIPAL;
    out.token[n] = this.#minted ? tick * 16 + (draw32(this.#key, subject) & 15) : BULK_TOKEN;
    out.kid[n] = attack.key[i]!;
    out.source[n] = attack.source[i]!;
    out.agent[n] = CRAWLER_LIKE_THE_APP;
    out.check[n] = attack.check[i]!;
    out.issued[n] = this.#minted ? 0 : 1;
    out.exists[n] = exists(this.#population, subject) ? 1 : 0;
    out.canary[n] = canaries.has(subject) ? 1 : 0;
    out.pagesBefore[n] = 0;
    out.label[n] = LABEL_ATTACK;
  }
}
