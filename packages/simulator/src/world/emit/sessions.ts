import { TICK_MS, draw32, mix32, streamKey, type StreamKey } from '@dwell/core';
import {
  carrierAddress,
  foreignAddress,
  homeAddress,
  memberStatus,
  officeAddress,
  sampleMembers,
  vpnAddress,
  type PopulationKey,
} from '@dwell/shop';
import { growBatch, type AuthBatch } from '@dwell/telemetry';
import { CH } from '../channels.ts';

const TWO32 = 0x100000000;
const VPN_BELOW = TWO32 * 0.003;
/** A session's first records follow one another within this time, inside its minute. */
const OPENING_MS = 2_000;
/** From opening to the record of the token's issue. */
export const ISSUED_MS = 180;
const LATE_ISSUE_MS = 3 * 3_600_000;

/** Members who shop: sampled, existing, not withdrawn. */
function shoppers(population: PopulationKey, scale: number, residue: number): Uint32Array {
  return sampleMembers(population, scale, residue).filter(
    (n) => memberStatus(population, n) !== 'withdrawn',
  );
}

/**
 * The sessions of the last few minutes, in a ring. A session is a pure function of (tick, place in
 * the tick): account, address, device and token. Requests pick one of the sessions that are open.
 */
export class Sessions {
  account = new Uint32Array(1024);
  token = new Uint32Array(1024);
  source = new Uint32Array(1024);
  agent = new Uint8Array(1024);
  kid = new Uint8Array(1024);
  late = new Uint8Array(1024);
  time = new Float64Array(1024);
  head = 0;
  readonly #key: StreamKey;
  readonly #members: Uint32Array;
  readonly #population: PopulationKey;
  readonly #latePpm: number;

  constructor(input: {
    seed: number;
    scale: number;
    residue: number;
    population: PopulationKey;
    latePpm: number;
  }) {
    this.#key = streamKey(input.seed, 'expand/sessions');
    this.#population = input.population;
    this.#members = shoppers(input.population, input.scale, input.residue);
    this.#latePpm = input.latePpm;
  }

  get mask(): number {
    return this.account.length - 1;
  }

  /** Makes room for the sessions that may be open at once. */
  reserve(open: number): void {
    let size = this.account.length;
    while (size < open * 2) size *= 2;
    if (size === this.account.length) return;
    this.account = new Uint32Array(size);
    this.token = new Uint32Array(size);
    this.source = new Uint32Array(size);
    this.agent = new Uint8Array(size);
    this.kid = new Uint8Array(size);
    this.late = new Uint8Array(size);
    this.time = new Float64Array(size);
  }

  /** Starts the sessions of one tick; `counts[at…]` is its row. `epoch` is the UTC ms of the tick. */
  start(tick: number, epoch: number, counts: Int32Array, at: number, day: number): number {
    const mobile = counts[at + CH.sessionsMobile]!;
    const web = mobile + counts[at + CH.sessionsWeb]!;
    const all = web + counts[at + CH.sessionsForeign]!;
    const kid = counts[at + CH.signingKey]!;
    for (let i = 0; i < all; i++)
      this.#one(tick, epoch, i, i < mobile ? 0 : i < web ? 1 : 2, kid, day);
    return all;
  }

  #one(tick: number, epoch: number, i: number, segment: number, kid: number, day: number): void {
    const slot = this.head++ & this.mask;
    const h = draw32(this.#key, tick, i);
    const g = mix32(h + 0x51ed27);
    const u = h / TWO32;
    const members = this.#members;
    // Half of the sessions come from everybody alike, half lean to the older accounts.
    const account = members[Math.floor((g & 1 ? u * u : u) * members.length)]!;
    this.account[slot] = account;
    this.token[slot] = tick * 16 + (g >>> 28);
    this.kid[slot] = kid;
    this.time[slot] = epoch + ((g >>> 4) % (TICK_MS - OPENING_MS));
    this.late[slot] = mix32(g) % 1_000_000 < this.#latePpm ? 1 : 0;
    const pick = mix32(g ^ 0x9d2c5681);
    this.source[slot] = this.addressOf(segment, account, pick, day);
    const device = (pick >>> 8) % 100;
    this.agent[slot] = segment === 1 ? 4 : device < 62 ? 1 : device < 94 ? 2 : 3;
  }

  /** Where a customer of a segment (0 mobile, 1 web, 2 abroad) comes from on a local day; `pick` draws the network. */
  addressOf(segment: number, account: number, pick: number, day: number): number {
    if (pick < VPN_BELOW) return vpnAddress(this.#population, account, day);
    const share = pick % 100;
    if (segment === 2) return foreignAddress(this.#population, account);
    if (segment === 0)
      return share < 80
        ? carrierAddress(this.#population, account, day)
        : homeAddress(this.#population, account);
    return share < 72
      ? homeAddress(this.#population, account)
      : officeAddress(this.#population, account);
  }

  /** Writes the two authentication records of each of the last `count` sessions. */
  emit(out: AuthBatch, count: number, logins: number, dayEnd: number): void {
    growBatch(out, out.length + count * 2);
    const { mask } = this;
    for (let i = 0; i < count; i++) {
      const slot = (this.head - count + i) & mask;
      const byPassword = i < logins;
      const at = this.time[slot]!;
      const issuedAt = this.late[slot] ? Math.min(at + LATE_ISSUE_MS, dayEnd - 1) : at + ISSUED_MS;
      this.#row(out, slot, at, byPassword ? 1 : 5, byPassword ? 0 : 2, 0);
      this.#row(out, slot, issuedAt, byPassword ? 3 : 5, 0, this.token[slot]!);
    }
  }

  #row(
    out: AuthBatch,
    slot: number,
    time: number,
    activity: number,
    outcome: number,
    token: number,
  ): void {
    const n = out.length++;
    out.time[n] = time;
    out.activity[n] = activity;
    out.outcome[n] = outcome;
    out.account[n] = this.account[slot]!;
    out.token[n] = token;
    out.kid[n] = this.kid[slot]!;
    out.source[n] = this.source[slot]!;
    out.agent[n] = this.agent[slot]!;
    out.label[n] = 0;
  }

  /** A member at random, for failed logins. */
  member(draw: number): number {
    return this.#members[Math.floor((draw / TWO32) * this.#members.length)]!;
  }
}
