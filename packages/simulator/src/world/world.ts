import {
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICK_MS,
  canonicalJson,
  sampleResidue,
  sha256Hex,
  type Canonical,
  type SimTime,
} from '@dwell/core';
import {
  NUMBER_SPACE,
  cidrContains,
  fleetPlan,
  populationKey,
  settleKeys,
  staff,
  type Decision,
  type Fleet,
  type FleetPlan,
  type KeyRegister,
  type PopulationKey,
  type StaffMember,
} from '@dwell/shop';
import { agents, batchJobs, housekeeping, partners, stuffing } from '../actors/background.ts';
import { customers, SESSION_TICKS } from '../actors/customers.ts';
import { mails } from '../actors/mails.ts';
import { scheduleStaff, staffTimer } from '../actors/staff.ts';
import { Insider } from '../attack/insider.ts';
import { planAttack, type AttackPlan } from '../attack/plan.ts';
import { sourcePicker, type SourcePicker } from '../attack/sources.ts';
import { subjectPlan, type SubjectPlan } from '../attack/subject.ts';
import { makesDayZero, plannedInjects } from '../exercise/world/injects.ts';
import { stepExercise } from '../exercise/world/step.ts';
import { chainHour, openChain, type ChainState } from '../kernel/chain.ts';
import { takeDue, type Timer } from '../kernel/timers.ts';
import { responseTimer } from '../response/apply.ts';
import type { DomainEvent } from '../run/frame.ts';
import type { Knobs } from '../scenario/knobs.ts';
import type { Scenario } from '../scenario/types.ts';
import { CHANNEL_COUNT, CH } from './channels.ts';
import { addRequest, openFrame, type DayFrame, type LogRow } from './day-frame.ts';
import { countHarm, incidentContacts, stepStorm } from './harm.ts';
import { customersLockedOut, honestGate } from './honest-gate.ts';
import { initialState } from './initial-state.ts';
import { scheduleInjects, sendInject } from './injects.ts';
import { checkInvariants } from './invariants.ts';
import { rhythm, type Rhythm } from './rhythm.ts';
import { signingVersion } from './signing.ts';
import type { WorldState } from './state.ts';
import { emptyTick, type TickContext } from './tick-context.ts';
import { countRecords } from './tally.ts';
import type { WorldApi } from './world-api.ts';

export type WorldInput = { scenario: Scenario; seed: number; scale: number };

/** Whoever wants to be told as the world moves on. */
export type WorldObserver = {
  /** A local day is complete. The frame is the observer's to keep. */
  day?(frame: DayFrame): void;
  hour?(world: World, rows: Int32Array): void;
  event?(event: DomainEvent): void;
  /** False: no checkpoints are made. Who only asks what came of it need not pay for them. */
  checkpoints?: boolean;
};

/** A day's end: enough to name where two runs part. */
export type Checkpoint = { day: number; at: SimTime; chain: string; state: string; hours: string };

/**
 * The world: one deterministic machine, a tick (60 s) at a time. State is plain data (`state`, `read`,
 * `chain`); everything else here is derived from the input and may be rebuilt.
 */
export class World implements WorldApi {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly scale: number;
  readonly knobs: Knobs;
  readonly residue: number;
  readonly population: PopulationKey;
  readonly plan: AttackPlan;
  readonly subjects: SubjectPlan;
  readonly sources: SourcePicker;
  readonly staff: readonly StaffMember[];
  readonly context: TickContext;
  readonly checkpoints: Checkpoint[] = [];
  state: WorldState;
  /** Pages read, a byte of bits for each sampled number. */
  read: Uint8Array;
  chain: ChainState;
  frame: DayFrame;
  /** Events of the open hour, for the chain. */
  hourEvents: Canonical[] = [];
  readonly #observer: WorldObserver;
  readonly #rhythm: Rhythm;
  readonly #fleetPlan: FleetPlan;
  readonly #actors: readonly { step(t: TickContext): void }[];
  readonly #insider: Insider;
  #fleetOf: KeyRegister | null = null;
  #fleet: Fleet | null = null;
  #canaries: { of: WorldState['canaries'] | null; set: ReadonlySet<number> } = {
    of: null,
    set: new Set(),
  };
  #lockedOut: { blocks: WorldState['blocks']; denied: WorldState['denied']; customers: number };

  constructor(input: WorldInput, observer: WorldObserver = {}) {
    const { scenario, seed, scale } = input;
    const { knobs } = scenario;
    this.scenario = scenario;
    this.seed = seed;
    this.scale = scale;
    this.knobs = knobs;
    this.#observer = observer;
    this.residue = sampleResidue(seed, scale);
    this.population = populationKey(seed);
    this.plan = planAttack(scenario);
    this.subjects = subjectPlan(seed, knobs);
    this.sources = sourcePicker(this.population, knobs, this.plan.lanes);
    this.staff = staff(seed, scenario.calendar);
    this.#rhythm = rhythm(seed, scenario.calendar, knobs['world.promotion_factor']);
    this.#fleetPlan = fleetPlan(seed, {
      pinnedPercent: knobs['verifier.pinned_percent'],
      cacheMinutes: knobs['verifier.cache_minutes'],
      redeployHours: knobs['verifier.redeploy_hours'],
    });
    const actor = { seed, scale, knobs };
    this.#actors = [customers, partners, agents, batchJobs, housekeeping, stuffing, mails].map(
      (make) => make(actor),
    );
    this.#insider = new Insider(this);
    this.state = initialState(scenario, seed, this.plan);
    this.read = new Uint8Array(Math.floor(NUMBER_SPACE / scale) + 2);
    this.chain = openChain({ scenario: scenario.hash, seed, scale });
    this.frame = openFrame(0, 0, new Int32Array((SESSION_TICKS - 1) * CHANNEL_COUNT), []);
    this.#lockedOut = { blocks: this.state.blocks, denied: this.state.denied, customers: 0 };
    this.context = emptyTick(
      knobs,
      (age) => this.state.recentSessions[(this.state.tick - age + 60) % 60]!,
    );
    scheduleInjects(this);
    scheduleStaff(this);
  }

  /** Simulated time of the tick about to run. */
  get now(): SimTime {
    return this.state.tick * TICK_MS;
  }

  /** Local 0-based day of the tick about to run. */
  get day(): number {
    return Math.floor((this.state.tick + this.#rhythm.startMinute) / TICKS_PER_DAY);
  }

  /** The verifiers as they stand; rebuilt when a key or the redeployment changes. */
  fleet(): Fleet {
    const { keys, redeployAskedAt } = this.state;
    if (this.#fleetOf !== keys || this.#fleet!.redeployAskedAt !== redeployAskedAt) {
      this.#fleetOf = keys;
      const publications = keys.keys.filter((key) => key.purpose === 'member-token');
      this.#fleet = { plan: this.#fleetPlan, publications, redeployAskedAt };
    }
    return this.#fleet!;
  }

  isBlocked(source: number): boolean {
    const { blocks } = this.state;
    return blocks.some((b) => cidrContains({ base: b.base, prefix: b.bits }, source));
  }

  isDenied(subject: number): boolean {
    const { denied } = this.state;
    return denied.some((d) => subject >= d.from && subject <= d.to);
  }

  /** Records a domain event: it enters the checksum and is told to whoever watches. */
  emit(kind: string, visibility: DomainEvent['visibility'], values: DomainEvent['values']): void {
    const event: DomainEvent = { at: this.now, kind, visibility, values };
    this.hourEvents.push(event);
    if (this.state.exercise) this.state.exercise.lookAt = 0;
    this.#observer.event?.(event);
  }

  /** Writes a row to one of the small log tables. */
  log(table: LogRow['table'], row: LogRow['row']): void {
    const time = this.scenario.calendar.startMs + this.now;
    this.frame.rows.push({ table, row: { time, ...row } });
    countRecords(this.state.totals, table, 1);
  }

  addAttackRequest(subject: number, endpoint: number, decision: Decision, source: number): void {
    if (!this.#observer.day) return;
    addRequest(this.frame.attack, {
      tick: this.state.tick,
      subject,
      endpoint,
      status: decision.status,
      check: decision.code,
      source,
      key: this.state.attacker.key,
    });
  }

  /** The canaries for looking up; made again when more are planted. */
  #canarySet(): ReadonlySet<number> {
    if (this.#canaries.of !== this.state.canaries) {
      this.#canaries = { of: this.state.canaries, set: new Set(this.state.canaries) };
    }
    return this.#canaries.set;
  }

  touchCanary(number: number): void {
    if (this.state.canaries.length > 0 && this.#canarySet().has(number)) {
      this.emit('canary.touched', 'shop', { account: number });
    }
  }

  /** The first mail: makes D0. Does nothing when it has come already. */
  sendDayZero(): void {
    const injects = this.scenario.exercise ? plannedInjects(this.scenario) : this.scenario.injects;
    const first = injects.find(({ id }) => makesDayZero(this.scenario, id));
    if (first) sendInject(this, first.id);
  }

  /** Runs one tick. */
  step(): void {
    this.#runTimers();
    stepExercise(this);
    const t = this.#prepare();
    for (const actor of this.#actors) actor.step(t);
    this.#insider.step();
    this.#account(t);
    this.state.tick += 1;
    this.frame.ticks += 1;
    if (this.state.tick % TICKS_PER_HOUR === 0) this.#closeHour();
    if ((this.state.tick + this.#rhythm.startMinute) % TICKS_PER_DAY === 0) this.#closeDay();
  }

  #runTimers(): void {
    for (
      let timer = takeDue(this.state.timers, this.now);
      timer;
      timer = takeDue(this.state.timers, this.now)
    ) {
      this.#onTimer(timer);
    }
  }

  #onTimer(timer: Timer): void {
    const { name, data } = timer;
    if (name === 'inject') sendInject(this, String(data['id']));
    else if (name.startsWith('attacker.')) this.#insider.onTimer(name, data);
    else if (name.startsWith('response.')) responseTimer(this, name, data);
    else if (name.startsWith('staff.')) staffTimer(this, name, data);
  }

  #prepare(): TickContext {
    const { state, knobs } = this;
    const t = this.context;
    const local = state.tick + this.#rhythm.startMinute;
    t.tick = state.tick;
    t.at = this.now;
    t.minute = local % TICKS_PER_DAY;
    t.day = Math.floor(local / TICKS_PER_DAY);
    t.activity = (this.#rhythm.minute[t.minute]! * this.#rhythm.day(t.day)) / 1e9;
    t.promotion = this.#rhythm.isPromotion(t.day);
    t.row.fill(0);
    t.canariesOut = state.canaries.length > 0;
    state.keys = settleKeys(state.keys, this.now);
    // This tick's sessions are not drawn yet: as many as just before, under the key that signs now.
    const slot = state.tick % 60;
    state.recentSessions[slot] = state.recentSessions[(slot + 59) % 60]!;
    state.recentKeys[slot] = signingVersion(state.keys, this.now, knobs);
    const gate = honestGate(state, this.fleet(), this.now);
    t.refusedPpm = gate.refusedPpm;
    t.refusedBy = gate.refusedBy;
    t.partnerRefusedPpm = gate.partnerRefusedPpm;
    stepStorm(state, this.now, knobs);
    t.loggedOutPpm = state.storm?.remaining ?? 0;
    t.loginSuccessPpm = state.storm ? knobs['storm.login_success'] : knobs['world.login_success'];
    t.incidentContacts = incidentContacts(state, this.now, knobs);
    return t;
  }

  #account(t: TickContext): void {
    const { state } = this;
    const { row } = t;
    const version = signingVersion(state.keys, this.now, this.knobs);
    row[CH.signingKey] = version;
    row[CH.refusedBy] = t.refusedBy;
    const slot = state.tick % 60;
    state.recentSessions[slot] =
      row[CH.sessionsMobile]! + row[CH.sessionsWeb]! + row[CH.sessionsForeign]!;
    state.recentKeys[slot] = version;
    if (this.#lockedOut.blocks !== state.blocks || this.#lockedOut.denied !== state.denied) {
      this.#lockedOut = {
        blocks: state.blocks,
        denied: state.denied,
        customers: customersLockedOut(state),
      };
    }
    countHarm(state, t, this.#lockedOut.customers);
    checkInvariants(this, row);
    this.frame.counts.set(row, this.frame.ticks * CHANNEL_COUNT);
  }

  #closeHour(): void {
    const { frame, state } = this;
    const rows = frame.counts.subarray(
      (frame.ticks - TICKS_PER_HOUR) * CHANNEL_COUNT,
      frame.ticks * CHANNEL_COUNT,
    );
    chainHour(this.chain, rows, this.hourEvents);
    this.hourEvents = [];
    countRecords(state.totals, rows);
    this.#observer.hour?.(this, rows);
  }

  #closeDay(): void {
    const { frame, state } = this;
    const { totals } = state;
    totals.attackPeakDay = Math.max(totals.attackPeakDay, totals.attackToday);
    totals.attackToday = 0;
    state.exercise?.lostByDay.push(totals.accountsLost);
    if (this.#observer.checkpoints !== false) this.checkpoints.push(this.#checkpoint());
    this.chain.hours = [];
    const tail = frame.counts.slice(
      (frame.ticks - SESSION_TICKS + 1) * CHANNEL_COUNT,
      frame.ticks * CHANNEL_COUNT,
    );
    this.frame = openFrame(frame.day + 1, state.tick, tail, state.canaries);
    this.#observer.day?.(frame);
  }

  #checkpoint(): Checkpoint {
    return {
      day: this.frame.day,
      at: this.now,
      chain: this.chain.head,
      state: this.stateHash(),
      hours: this.chain.hours.join(''),
    };
  }

  /** Hex SHA-256 of the whole state; a run without an exercise hashes as if there were none to speak of. */
  stateHash(): string {
    const { exercise, ...rest } = this.state;
    return sha256Hex(canonicalJson({ ...rest, exercise: exercise ?? undefined }), this.read);
  }

  /** Log records so far by OCSF class, the open hour included. */
  recordCounts(): { [classUid: string]: number } {
    const open = this.#openHour();
    const totals = { ...this.state.totals, records: { ...this.state.totals.records } };
    if (open.length > 0) countRecords(totals, open);
    return totals.records;
  }

  #openHour(): Int32Array {
    const { ticks, counts } = this.frame;
    return counts.subarray(
      (ticks - (ticks % TICKS_PER_HOUR)) * CHANNEL_COUNT,
      ticks * CHANNEL_COUNT,
    );
  }

  /** Promise of byte-identical runs: chain of events plus final state; an open hour is closed into it. */
  checksum(): string {
    const counts = new Uint8Array(this.#openHour().slice().buffer);
    return sha256Hex(this.chain.head, counts, canonicalJson(this.hourEvents), this.stateHash());
  }
}
