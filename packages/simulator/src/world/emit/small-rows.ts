import { TICK_MS, below, draw32, mix32, streamKey, type StreamKey } from '@dwell/core';
import {
  agent,
  batchAddress,
  exists,
  NUMBER_SPACE,
  profile,
  staffAddress,
  type PopulationKey,
} from '@dwell/shop';
import type { ApiActivityRow, DatastoreActivityRow, EmailActivityRow } from '@dwell/telemetry';

const DATASETS = [
  'orders',
  'order_items',
  'members',
  'member_addresses',
  'clicks',
  'stock',
  'coupons',
  'deliveries',
];
/** Which of them hold personal data is told by the name; five to eight of thirty jobs a night touch them. */
const JOBS = [
  'daily-revenue',
  'stock-sync',
  'churn-model',
  'delivery-report',
  'coupon-audit',
  'member-export',
  'search-index',
  'ad-segments',
];
const MAIL_TOPICS = [
  ['Where is my parcel', 'My parcel was due yesterday. Could you look where it is?'],
  ['Refund', 'I returned an item last week and the refund has not arrived.'],
  ['Wrong item', 'The colour is not the one I ordered. How do I exchange it?'],
  ['Cannot sign in', 'The app asks me to sign in again and again.'],
  ['Change of address', 'Please send my next order to my new address.'],
  ['Strange message', 'I got a message that looks as if it came from you. Is it real?'],
] as const;

/** Records of the desks and the nightly jobs: pure functions of the tick and the place in it. */
export class SmallRows {
  readonly #lookups: StreamKey;
  readonly #jobs: StreamKey;
  readonly #mails: StreamKey;
  readonly #seed: number;
  readonly #population: PopulationKey;
  readonly #agents: readonly number[];

  constructor(seed: number, population: PopulationKey, agents: readonly number[]) {
    this.#lookups = streamKey(seed, 'expand/lookups');
    this.#jobs = streamKey(seed, 'expand/jobs');
    this.#mails = streamKey(seed, 'expand/mails');
    this.#seed = seed;
    this.#population = population;
    this.#agents = agents;
  }

  /** A support agent looks a customer up; any member may be asked for. */
  lookup(tick: number, i: number, epoch: number): ApiActivityRow {
    const h = draw32(this.#lookups, tick, i);
    const number = this.#agents[h % this.#agents.length]!;
    let target = 1 + Math.floor((mix32(h) / 0x100000000) * NUMBER_SPACE);
    for (let turn = mix32(h + 3); !exists(this.#population, target); turn = mix32(turn + 1)) {
      target = 1 + Math.floor((turn / 0x100000000) * NUMBER_SPACE);
    }
    return {
      time: epoch + (mix32(h ^ 5) % TICK_MS),
      activity_id: 2,
      operation: 'LookupMember',
      actor: agent(this.#seed, number).id,
      role: 'support agent',
      target,
      resource: `member/${target}`,
      status: 'success',
      source: staffAddress(2000 + number),
    };
  }

  job(tick: number, i: number, epoch: number, night: boolean): DatastoreActivityRow {
    const h = draw32(this.#jobs, tick, i);
    const job = JOBS[h % JOBS.length]!;
    return {
      time: epoch + (mix32(h ^ 5) % TICK_MS),
      activity_id: 1,
      job: night ? job : `adhoc-${job}`,
      actor: night ? 'svc-batch' : `analyst-${1 + ((h >>> 5) % 20)}`,
      dataset: DATASETS[(h >>> 3) % DATASETS.length]!,
      rows: 100_000 + below(mix32(h), 1_900_000),
      ticket: night ? null : `BI-${1000 + ((h >>> 9) % 9000)}`,
      source: batchAddress(40 + ((h >>> 13) & 15)),
    };
  }

  mail(tick: number, i: number, epoch: number): EmailActivityRow {
    const h = draw32(this.#mails, tick, i);
    let number = 1 + Math.floor((h / 0x100000000) * NUMBER_SPACE);
    for (let turn = mix32(h + 3); !exists(this.#population, number); turn = mix32(turn + 1)) {
      number = 1 + Math.floor((turn / 0x100000000) * NUMBER_SPACE);
    }
    const [subject, body] = MAIL_TOPICS[mix32(h) % MAIL_TOPICS.length]!;
    return {
      time: epoch + (mix32(h ^ 5) % TICK_MS),
      activity_id: 2,
      direction: 'inbound',
      from: profile(this.#population, number).email,
      to: 'care@shop.example',
      subject,
      body,
    };
  }
}
