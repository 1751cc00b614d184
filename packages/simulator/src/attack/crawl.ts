import { MINUTE_MS, below, draw32, invariant, streamKey, type StreamKey } from '@dwell/core';
import {
  BLOCK_SIZE,
  NUMBER_SPACE,
  decide,
  exists,
  nonMembersOwned,
  verifierAccepts,
  type Decision,
} from '@dwell/shop';
import { CH } from '../world/channels.ts';
import type { WorldApi } from '../world/world-api.ts';
import type { PlannedPhase } from './plan.ts';
import { FIELDS, READ } from './subject.ts';

const ENDPOINT = { addressList: 1, addressEdit: 2, myInfo: 3, orderList: 4 } as const;
type Page = keyof typeof ENDPOINT;
const SERVED = {
  addressList: CH.attackAddressList,
  addressEdit: CH.attackAddressEdit,
  myInfo: CH.attackMyInfo,
  orderList: CH.attackOrderList,
} as const;

/** How the gateway meets the attack at this tick: worked out once, used for every request. */
export type Front = {
  /** Verifiers (of 200) that take the key the attacker holds. */
  accepting: number;
  /** Requests per thousand that rate limits let through. */
  underLimit: number;
  kid: string;
  issued: boolean;
  /** Is the subject of each token the member it reads? Otherwise it is one client. */
  minted: boolean;
  /** Is that client's token on the deny list? */
  denied: boolean;
};

const CYCLE = 777;

/** Automated collection (T1119): walks the subject numbers lane by lane and reads the pages of each. */
export class Crawler {
  readonly #world: WorldApi;
  readonly #key: StreamKey;
  readonly #first: number;

  constructor(world: WorldApi) {
    this.#world = world;
    this.#key = streamKey(world.seed, 'attack/requests');
    this.#first = world.residue === 0 ? world.scale : world.residue;
  }

  /** Place of a sampled number in per-account arrays. */
  indexOf(number: number): number {
    return (number - this.#first) / this.#world.scale;
  }

  /** Tries the numbers at whole positions [from, to) of a lane. */
  lane(
    lane: number,
    from: number,
    to: number,
    phase: PlannedPhase,
    front: Front,
    blocked: boolean,
  ): void {
    const { scale, residue, knobs } = this.#world;
    const base = phase.numbers.from + lane * phase.laneSize;
    const low = base + from;
    const start = low + ((((residue - low) % scale) + scale) % scale);
    const end = Math.min(base + to, base + phase.laneSize, phase.numbers.to + 1);
    const moves = this.#world.state.attacker.moves[lane] ?? 0;
    for (let number = start; number < end; number += scale) {
      const subject = knobs['attacker.shuffled'] ? this.#shuffled(number) : number;
      const source = this.#world.sources.source(lane, number - base, moves);
      this.visit(subject, phase.reads, phase.subjects, source, front, blocked);
    }
  }

  /** One subject, every page the attacker wants of it. */
  visit(
    number: number,
    reads: PlannedPhase['reads'],
    subjects: PlannedPhase['subjects'],
    source: number,
    front: Front,
    blocked: boolean,
  ): void {
    const world = this.#world;
    const known = exists(world.population, number);
    const index = this.indexOf(number);
    invariant(
      index >= 0 && index < world.read.length,
      `subject ${number} is outside the sample`,
      'attack/crawl',
    );
    const seen = world.read[index]!;
    const minted = world.scenario.attack.shape === 'minted-tokens';
    if (subjects === 'known' && (minted ? (seen & READ.addressList) === 0 : !known)) return;
    if (!known && !world.subjects.triesMissing(number)) return;
    let k = 0;
    const ask = (page: Page) =>
      this.#request(number, index, page, k++, known, source, front, blocked);
    if (!known) {
      ask(reads === 'profile' ? 'myInfo' : 'addressList');
      return;
    }
    if (reads === 'addresses') {
      for (let views = world.subjects.addressViews(number); views > 0; views--) ask('addressList');
      if (world.subjects.readsEdit(number)) ask('addressEdit');
      if (world.subjects.readsOrders(number)) ask('orderList');
    } else {
      if ((seen & READ.myInfo) === 0) ask('myInfo');
      if (reads === 'profile-and-addresses') ask('addressList');
    }
  }

  #request(
    number: number,
    index: number,
    page: Page,
    k: number,
    known: boolean,
    source: number,
    front: Front,
    blocked: boolean,
  ): void {
    const world = this.#world;
    const draw = draw32(this.#key, number, k);
    const decision = decide(
      {
        keyKnown:
          front.accepting === 200 ||
          (front.accepting > 0 &&
            verifierAccepts(world.fleet(), below(draw, 200), front.kid, world.now)),
        signatureValid: true,
        expired: false,
        denied: front.minted ? world.isDenied(number) : front.denied,
        issued: front.issued,
        subjectExists: known,
        overLimit:
          front.underLimit < 1000 && below((draw ^ 0x55555555) >>> 0, 1000) >= front.underLimit,
        blocked,
      },
      world.state.controls,
    );
    this.#count(number, index, page, decision, source);
    world.addAttackRequest(number, ENDPOINT[page], decision, source);
  }

  #count(number: number, index: number, page: Page, decision: Decision, source: number): void {
    const world = this.#world;
    const { row } = world.context;
    const { totals } = world.state;
    row[CH.attackAttempts]!++;
    totals.attackRequests++;
    totals.attackToday++;
    if (totals.sources.at(-1) !== source && !totals.sources.includes(source))
      totals.sources.push(source);
    if (decision.status !== 200) {
      if (decision.status === 404) {
        row[CH.attackNotFound]!++;
        if ((world.read[index]! & READ.tried) === 0) totals.missingTried++;
        world.read[index]! |= READ.tried;
      } else row[CH.attackRefused]!++;
      return;
    }
    row[SERVED[page]]!++;
    totals.views[page]++;
    totals.firstServedAt ??= world.now;
    totals.lastServedAt = world.now;
    this.#lose(number, index, page);
  }

  /** Marks what an account lost by one served page. */
  #lose(number: number, index: number, page: Page): void {
    const world = this.#world;
    const { totals } = world.state;
    const before = world.read[index]!;
    const bit = READ[page];
    if ((before & bit) !== 0) return;
    world.read[index] = before | bit;
    world.touchCanary(number);
    const pages = READ.addressList | READ.addressEdit | READ.myInfo | READ.orderList;
    if ((before & pages) === 0) totals.accountsLost++;
    if (page === 'addressList' || page === 'addressEdit') {
      if ((before & (READ.addressList | READ.addressEdit)) === 0) {
        totals.nonMembersLost += nonMembersOwned(world.population, number);
      }
    }
    for (const field of FIELDS[page]) {
      const had = (Object.keys(FIELDS) as Page[]).some(
        (p) => (before & READ[p]) !== 0 && FIELDS[p].includes(field),
      );
      if (!had) totals.fields[field] = (totals.fields[field] ?? 0) + 1;
    }
  }

  /** Another number of the same column, so that the sample stays the sample. */
  #shuffled(number: number): number {
    const zero = number - 1;
    const column = zero % BLOCK_SIZE;
    const turn = below(draw32(this.#key, column, 99), CYCLE);
    let block = (zero - column) / BLOCK_SIZE;
    do block = (block * 605 + turn) % CYCLE;
    while (block * BLOCK_SIZE + column >= NUMBER_SPACE);
    return block * BLOCK_SIZE + column + 1;
  }
}

export const NOTICE_MS = 30 * MINUTE_MS;
