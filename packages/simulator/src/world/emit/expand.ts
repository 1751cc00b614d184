import {
  DAY_MS,
  TICK_MS,
  draw32,
  mix32,
  sampleResidue,
  streamKey,
  type StreamKey,
} from '@dwell/core';
import {
  NUMBER_SPACE,
  PRINCIPAL_BASE,
  hostingAddress,
  populationKey,
  type PopulationKey,
} from '@dwell/shop';
import {
  authBatch,
  growBatch,
  httpBatch,
  minuteBatch,
  type ApiActivityRow,
  type AuthBatch,
  type DatastoreActivityRow,
  type EmailActivityRow,
  type HttpBatch,
} from '@dwell/telemetry';
import { agents } from '../../actors/background.ts';
import { SESSION_TICKS } from '../../actors/customers.ts';
import { BULK_ISSUED_TICK, BULK_PRINCIPAL, BULK_TOKEN } from '../../attack/bulk-token.ts';
import { CH, CHANNEL_COUNT } from '../channels.ts';
import type { DayFrame } from '../day-frame.ts';
import { endpointErrors, endpointRequests } from '../endpoint-channels.ts';
import type { WorldInput } from '../world.ts';
import { AttackRecords } from './attack-records.ts';
import { HOURLY_PRINCIPALS, principalAddress } from './principals.ts';
import { Requests, hourToken } from './requests.ts';
import { Sessions } from './sessions.ts';
import type { RecordSink } from './sink.ts';
import { SmallRows } from './small-rows.ts';

/** Rows gathered before they are handed on. */
const FLUSH_ROWS = 200_000;
const STUFFING_AGENT = 3;
const WEB_AGENT = 4;
/** Customers who mistype their password, of a hundred: from abroad, and from abroad or a mobile. */
const FOREIGN_PERCENT = 2;
const MOBILE_PERCENT = 76;
const LABEL_STUFFING = 6;

/**
 * Turns a day's counts into log records: a pure function of (scenario, seed, scale, frame), so any
 * day may be expanded by itself, in any process, in any order.
 */
export class Expander {
  readonly #input: WorldInput;
  readonly #startMs: number;
  readonly #population: PopulationKey;
  readonly #sessions: Sessions;
  readonly #requests: Requests;
  readonly #attack: AttackRecords;
  readonly #small: SmallRows;
  readonly #failures: StreamKey;
  readonly #http: HttpBatch = httpBatch(4096);
  readonly #auth: AuthBatch = authBatch(4096);

  constructor(input: WorldInput) {
    const { seed, scale, scenario } = input;
    const residue = sampleResidue(seed, scale);
    const population = populationKey(seed);
    const latePpm = scenario.knobs['world.late_issuer_lines'];
    this.#input = input;
    this.#startMs = scenario.calendar.startMs;
    this.#population = population;
    this.#sessions = new Sessions({ seed, scale, residue, population, latePpm });
    this.#requests = new Requests({ seed, scale, residue, population, numbers: NUMBER_SPACE });
    this.#attack = new AttackRecords(seed, scale, population, scenario.attack.shape);
    this.#small = new SmallRows(
      seed,
      population,
      agents({ seed, scale, knobs: scenario.knobs }).sampled,
    );
    this.#failures = streamKey(seed, 'expand/failures');
  }

  /** Writes every record of a day (or of the part of it that the frame has) to the sink. */
  day(frame: DayFrame, sink: RecordSink): void {
    this.#begin(frame);
    const dayEnd = this.#startMs + frame.firstTick * TICK_MS + DAY_MS;
    this.#attack.emit(this.#http, frame, this.#startMs);
    const small: Small = { lookups: [], jobs: [], mails: [] };
    for (let k = 0; k < frame.ticks; k++) {
      this.#tick(frame, k, dayEnd, small);
      if (this.#http.length > FLUSH_ROWS) this.#flushHttp(sink);
      if (this.#auth.length > FLUSH_ROWS) this.#flushAuth(sink);
    }
    this.#flushHttp(sink);
    this.#flushAuth(sink);
    this.#minutes(frame, sink);
    this.#rows(frame, sink, small);
  }

  /** Sessions of the last minutes of the day before, which this day's first requests may belong to. */
  #begin(frame: DayFrame): void {
    const { before, counts } = frame;
    let most = 0;
    for (let k = 0; k < frame.ticks; k++)
      most = Math.max(most, sessionsOf(counts, k * CHANNEL_COUNT));
    this.#sessions.reserve((most + 64) * (SESSION_TICKS + 1));
    this.#sessions.head = 0;
    const ticks = before.length / CHANNEL_COUNT;
    for (let k = 0; k < ticks; k++) {
      const tick = frame.firstTick - ticks + k;
      if (tick >= 0)
        this.#sessions.start(
          tick,
          this.#startMs + tick * TICK_MS,
          before,
          k * CHANNEL_COUNT,
          frame.day - 1,
        );
    }
  }

  #tick(frame: DayFrame, k: number, dayEnd: number, small: Small): void {
    const { counts } = frame;
    const at = k * CHANNEL_COUNT;
    const tick = frame.firstTick + k;
    const epoch = this.#startMs + tick * TICK_MS;
    const started = this.#sessions.start(tick, epoch, counts, at, frame.day);
    this.#sessions.emit(this.#auth, started, counts[at + CH.logins]!, dayEnd);
    const open = this.#open(frame, k);
    this.#requests.customers(this.#http, this.#sessions, open, tick, epoch, counts, at);
    this.#requests.others(this.#http, tick, epoch, counts, at, frame.canaries);
    this.#failedLogins(
      tick,
      epoch,
      counts[at + CH.loginFailures]!,
      counts[at + CH.hostileLogins]!,
      counts[at + CH.signingKey]!,
      frame.day,
    );
    if (tick % 60 === 0) this.#principalTokens(tick, epoch, counts[at + CH.signingKey]!);
    this.#desks(tick, epoch, counts, at, small);
  }

  /** Writes only the records of the small tables: a day of them costs next to nothing. */
  smallRows(frame: DayFrame, sink: RecordSink): void {
    const small: Small = { lookups: [], jobs: [], mails: [] };
    for (let k = 0; k < frame.ticks; k++) {
      const tick = frame.firstTick + k;
      this.#desks(tick, this.#startMs + tick * TICK_MS, frame.counts, k * CHANNEL_COUNT, small);
    }
    this.#rows(frame, sink, small);
  }

  /** Look-ups, jobs and mails of a tick. */
  #desks(tick: number, epoch: number, counts: Int32Array, at: number, small: Small): void {
    for (let i = 0; i < counts[at + CH.lookups]!; i++)
      small.lookups.push(this.#small.lookup(tick, i, epoch));
    const night = tick % 1440 >= 60 && tick % 1440 < 300;
    for (let i = 0; i < counts[at + CH.jobs]!; i++)
      small.jobs.push(this.#small.job(tick, i, epoch, night));
    for (let i = 0; i < counts[at + CH.mails]!; i++)
      small.mails.push(this.#small.mail(tick, i, epoch));
  }

  /** Sessions open at tick k of the frame: those started in it and in the ticks just before. */
  #open(frame: DayFrame, k: number): number {
    let open = 0;
    for (let age = 0; age < SESSION_TICKS; age++) {
      const row = k - age;
      if (row >= 0) open += sessionsOf(frame.counts, row * CHANNEL_COUNT);
      else open += sessionsOf(frame.before, frame.before.length + row * CHANNEL_COUNT);
    }
    return open;
  }

  #failedLogins(
    tick: number,
    epoch: number,
    honest: number,
    hostile: number,
    kid: number,
    day: number,
  ): void {
    const out = this.#auth;
    growBatch(out, out.length + honest + hostile);
    for (let i = 0; i < honest + hostile; i++) {
      const h = draw32(this.#failures, tick, i);
      const g = mix32(h ^ 0x1f123bb5);
      const kind = (g >>> 8) % 100;
      const segment = kind < FOREIGN_PERCENT ? 2 : kind < MOBILE_PERCENT ? 0 : 1;
      const account = this.#sessions.member(h);
      const n = out.length++;
      out.time[n] = epoch + (mix32(h) % TICK_MS);
      out.activity[n] = 1;
      out.outcome[n] = 1;
      out.account[n] = account;
      out.token[n] = 0;
      out.kid[n] = kid;
      // Customers mistype where they shop; stuffing comes from a few thousand rented addresses.
      out.source[n] =
        i < honest
          ? this.#sessions.addressOf(segment, account, g, day)
          : hostingAddress(this.#population, 30_000 + (h % 3000));
      out.agent[n] = i >= honest ? STUFFING_AGENT : segment === 1 ? WEB_AGENT : 1;
      out.label[n] = i < honest ? 0 : LABEL_STUFFING;
    }
  }

  /** Principals take a token on the hour; the back-office client took its long one once. */
  #principalTokens(tick: number, epoch: number, kid: number): void {
    for (const p of HOURLY_PRINCIPALS)
      this.#issue(epoch, p, hourToken(tick, p), kid, principalAddress(p));
    if (tick === BULK_ISSUED_TICK && this.#input.scenario.attack.shape === 'bulk-token') {
      this.#issue(epoch, BULK_PRINCIPAL, BULK_TOKEN, kid, principalAddress(BULK_PRINCIPAL));
    }
  }

  #issue(time: number, principal: number, token: number, kid: number, source: number): void {
    const out = this.#auth;
    growBatch(out, out.length + 1);
    const n = out.length++;
    out.time[n] = time;
    out.activity[n] = 3;
    out.outcome[n] = 0;
    out.account[n] = PRINCIPAL_BASE + principal;
    out.token[n] = token;
    out.kid[n] = kid;
    out.source[n] = source;
    out.agent[n] = 6;
    out.label[n] = 0;
  }

  #minutes(frame: DayFrame, sink: RecordSink): void {
    const batch = minuteBatch(frame.ticks);
    batch.length = frame.ticks;
    for (let k = 0; k < frame.ticks; k++) {
      batch.time[k] = this.#startMs + (frame.firstTick + k) * TICK_MS;
      for (let e = 1; e <= 9; e++) {
        const errors = endpointErrors(frame.counts, k * CHANNEL_COUNT, e);
        batch.errors[e]![k] = errors;
        batch.requests[e]![k] = errors + endpointRequests(frame.counts, k * CHANNEL_COUNT, e);
      }
    }
    for (let i = 0; i < frame.attack.length; i++) {
      if (frame.attack.status[i] === 200) continue;
      const k = frame.attack.tick[i]! - frame.firstTick;
      batch.requests[frame.attack.endpoint[i]!]![k]!++;
      batch.errors[frame.attack.endpoint[i]!]![k]!++;
    }
    sink.minutes(batch);
  }

  #rows(frame: DayFrame, sink: RecordSink, small: Small): void {
    const of = <T>(table: string) =>
      frame.rows.filter((r) => r.table === table).map((r) => r.row as unknown as T);
    sink.rows('account_change', of('account_change'));
    sink.rows('entity_management', of('entity_management'));
    sink.rows('api_activity', [...of<ApiActivityRow>('api_activity'), ...small.lookups]);
    sink.rows('datastore_activity', small.jobs);
    sink.rows('email_activity', [...of<EmailActivityRow>('email_activity'), ...small.mails]);
  }

  #flushHttp(sink: RecordSink): void {
    if (this.#http.length > 0) sink.http(this.#http);
    this.#http.length = 0;
  }

  #flushAuth(sink: RecordSink): void {
    if (this.#auth.length > 0) sink.auth(this.#auth);
    this.#auth.length = 0;
  }
}

type Small = { lookups: ApiActivityRow[]; jobs: DatastoreActivityRow[]; mails: EmailActivityRow[] };

function sessionsOf(counts: Int32Array, at: number): number {
  return at < 0
    ? 0
    : counts[at + CH.sessionsMobile]! +
        counts[at + CH.sessionsWeb]! +
        counts[at + CH.sessionsForeign]!;
}
