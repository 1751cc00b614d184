import { TICK_MS, draw32, mix32, streamKey, type StreamKey } from '@dwell/core';
import {
  batchAddress,
  exists,
  memberStatus,
  partnerAddress,
  staffAddress,
  type PopulationKey,
} from '@dwell/shop';
import { growBatch, type HttpBatch } from '@dwell/telemetry';
import { CH } from '../channels.ts';
import { PARTNERS, PURGE_JOB, QUALITY, TEST_JOB, WAREHOUSES } from './principals.ts';
import { ISSUED_MS, type Sessions } from './sessions.ts';

const LOGGED = [
  { endpoint: 1, served: CH.addressList, refused: CH.addressListRefused },
  { endpoint: 2, served: CH.addressEdit, refused: CH.addressEditRefused },
  { endpoint: 3, served: CH.myInfo, refused: CH.myInfoRefused },
  { endpoint: 4, served: CH.orderList, refused: CH.orderListRefused },
] as const;

const STATUS_OF_CHECK = [200, 401, 401, 401, 401, 401, 401, 429, 403];
const AGENT = { partner: 6, warehouse: 7, batch: 8, quality: 10 } as const;
const LABEL = { benign: 0, partner: 2, job: 3, quality: 4, lateIssue: 5 } as const;
/** Sessions that open a PII page first: deep links from mails, app-to-web hand-over (‰). */
const DEEP_LINKS = 30;

/** Turns the request counts of a tick into records. */
export class Requests {
  readonly #keys: readonly StreamKey[];
  readonly #others: StreamKey;
  readonly #population: PopulationKey;
  readonly #scale: number;
  readonly #first: number;
  readonly #numbers: number;

  constructor(input: {
    seed: number;
    scale: number;
    residue: number;
    population: PopulationKey;
    numbers: number;
  }) {
    this.#keys = LOGGED.map(({ endpoint }) => streamKey(input.seed, `expand/endpoint-${endpoint}`));
    this.#others = streamKey(input.seed, 'expand/principals');
    this.#population = input.population;
    this.#scale = input.scale;
    this.#first = input.residue === 0 ? input.scale : input.residue;
    this.#numbers = Math.floor((input.numbers - this.#first) / input.scale) + 1;
  }

  /** Customers' requests: each belongs to one of the `open` sessions. */
  customers(
    out: HttpBatch,
    sessions: Sessions,
    open: number,
    tick: number,
    epoch: number,
    counts: Int32Array,
    at: number,
  ): void {
    if (open === 0) return;
    const check = counts[at + CH.refusedBy]!;
    for (let e = 0; e < LOGGED.length; e++) {
      const { endpoint, served, refused } = LOGGED[e]!;
      const ok = counts[at + served]!;
      const all = ok + counts[at + refused]!;
      if (all === 0) continue;
      growBatch(out, out.length + all);
      this.#fill(out, sessions, open, tick, epoch, this.#keys[e]!, endpoint, ok, all, check);
    }
  }

  #fill(
    out: HttpBatch,
    sessions: Sessions,
    open: number,
    tick: number,
    epoch: number,
    key: StreamKey,
    endpoint: number,
    ok: number,
    all: number,
    check: number,
  ): void {
    const { mask, head } = sessions;
    let n = out.length;
    for (let j = 0; j < all; j++, n++) {
      const h = draw32(key, tick, j);
      const g = mix32(h ^ 0x3c6ef372);
      const slot = (head - 1 - Math.floor((h / 0x100000000) * open)) & mask;
      const opened = sessions.time[slot]!;
      const time = epoch + (g % TICK_MS);
      const passed = j < ok;
      const late = sessions.late[slot]!;
      out.time[n] = time > opened + ISSUED_MS ? time : opened + ISSUED_MS + 1 + (g & 1023);
      out.endpoint[n] = endpoint;
      out.status[n] = passed ? 200 : STATUS_OF_CHECK[check]!;
      out.target[n] = sessions.account[slot]!;
      out.principal[n] = 0;
      out.token[n] = sessions.token[slot]!;
      out.kid[n] = sessions.kid[slot]!;
      out.source[n] = sessions.source[slot]!;
      out.agent[n] = sessions.agent[slot]!;
      out.check[n] = passed ? 0 : check;
      out.issued[n] = 1 - late;
      out.exists[n] = 1;
      out.canary[n] = 0;
      out.pagesBefore[n] = (g >>> 16) % 1000 < DEEP_LINKS ? 0 : 1 + ((g >>> 8) % 24);
      out.label[n] = late ? LABEL.lateIssue : LABEL.benign;
    }
    out.length = n;
  }

  /** Partners, warehouses, purge and test jobs, quality assurance. */
  others(
    out: HttpBatch,
    tick: number,
    epoch: number,
    counts: Int32Array,
    at: number,
    canaries: readonly number[],
  ): void {
    const list = counts[at + CH.partnerAddressList]!;
    const refused = counts[at + CH.partnerRefused]!;
    const orders = counts[at + CH.partnerOrderList]!;
    const missing = counts[at + CH.missingSubjects]!;
    const quality = canaries.length === 0 ? 0 : counts[at + CH.qaCanary]!;
    const kid = counts[at + CH.signingKey]!;
    growBatch(out, out.length + list + refused + orders + missing + quality);
    let k = 0;
    const next = () => draw32(this.#others, tick, k++);
    for (let i = 0; i < list + refused + orders; i++) {
      const turnedAway = i >= list && i < list + refused;
      this.#partner(out, next(), tick, epoch, kid, i < list + refused ? 1 : 4, turnedAway);
    }
    for (let i = 0; i < missing; i++) this.#missing(out, next(), tick, epoch, kid);
    for (let i = 0; i < quality; i++) {
      const h = next();
      const source = staffAddress(900 + (h & 3));
      const target = canaries[h % canaries.length]!;
      this.#row(
        out,
        h,
        epoch,
        3,
        200,
        target,
        QUALITY,
        hourToken(tick, QUALITY),
        kid,
        source,
        AGENT.quality,
        0,
        LABEL.quality,
      );
      out.canary[out.length - 1] = 1;
    }
  }

  #partner(
    out: HttpBatch,
    h: number,
    tick: number,
    epoch: number,
    kid: number,
    endpoint: number,
    refused: boolean,
  ): void {
    const principal = 1 + (h % (PARTNERS + WAREHOUSES));
    const source = partnerAddress(principal, (h >>> 8) & 1);
    const agent = principal <= PARTNERS ? AGENT.partner : AGENT.warehouse;
    const target = this.#member(h);
    this.#row(
      out,
      h,
      epoch,
      endpoint,
      refused ? 429 : 200,
      target,
      principal,
      hourToken(tick, principal),
      kid,
      source,
      agent,
      refused ? 7 : 0,
      LABEL.partner,
    );
  }

  /** A job asks for a number that nobody has (any more). */
  #missing(out: HttpBatch, h: number, tick: number, epoch: number, kid: number): void {
    const principal = (h & 7) < 6 ? PURGE_JOB : TEST_JOB;
    let target = this.#number(h);
    for (let turn = h; exists(this.#population, target); turn = mix32(turn + 1))
      target = this.#number(turn);
    this.#row(
      out,
      h,
      epoch,
      3,
      404,
      target,
      principal,
      hourToken(tick, principal),
      kid,
      batchAddress(principal),
      AGENT.batch,
      0,
      LABEL.job,
    );
    out.exists[out.length - 1] = 0;
  }

  #number(h: number): number {
    return this.#first + Math.floor((mix32(h) / 0x100000000) * this.#numbers) * this.#scale;
  }

  /** Somebody with orders to deliver. */
  #member(h: number): number {
    let number = this.#number(h);
    for (let turn = mix32(h + 7); !this.#orders(number); turn = mix32(turn + 1))
      number = this.#number(turn);
    return number;
  }

  #orders(number: number): boolean {
    return (
      exists(this.#population, number) && memberStatus(this.#population, number) !== 'withdrawn'
    );
  }

  #row(
    out: HttpBatch,
    h: number,
    epoch: number,
    endpoint: number,
    status: number,
    target: number,
    principal: number,
    token: number,
    kid: number,
    source: number,
    agent: number,
    check: number,
    label: number,
  ): void {
    const n = out.length++;
    out.time[n] = epoch + (mix32(h ^ 0x6a09e667) % TICK_MS);
    out.endpoint[n] = endpoint;
    out.status[n] = status;
    out.target[n] = target;
    out.principal[n] = principal;
    out.token[n] = token;
    out.kid[n] = kid;
    out.source[n] = source;
    out.agent[n] = agent;
    out.check[n] = check;
    out.issued[n] = 1;
    out.exists[n] = 1;
    out.canary[n] = 0;
    out.pagesBefore[n] = 0;
    out.label[n] = label;
  }
}

/** Principals take a fresh token on the hour. */
export function hourToken(tick: number, principal: number): number {
  return (tick - (tick % 60)) * 16 + (principal & 15);
}
