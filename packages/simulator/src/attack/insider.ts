import { DAY_MS, HOUR_MS, TICK_MS } from '@dwell/core';
import { acceptingShare, keysWithinReach, principalSubject } from '@dwell/shop';
import { schedule } from '../kernel/timers.ts';
import type { WorldApi } from '../world/world-api.ts';
import { BULK_PRINCIPAL } from './bulk-token.ts';
import { Crawler, NOTICE_MS, type Front } from './crawl.ts';
import type { AttackPlan, PlannedPhase } from './plan.ts';

/** A lane shut out by a block, and since when. */
type Blocked = { lane: number; since: number };

/**
 * The insider's policy: tests the stolen key, walks the numbers to plan, and reacts to what he can
 * see (refusals, never the shop's intentions): moves to fresh addresses after a lag and goes slower,
 * stays under a rate limit once he has felt it, fetches a fresh key when a copy survives, and gives
 * up when his patience is out. Depends on shares, not on sampled draws, so it is the same at any scale.
 */
export class Insider {
  readonly #world: WorldApi;
  readonly #crawler: Crawler;
  readonly #plan: AttackPlan;

  constructor(world: WorldApi) {
    this.#world = world;
    this.#crawler = new Crawler(world);
    this.#plan = world.plan;
  }

  get crawler(): Crawler {
    return this.#crawler;
  }

  /** One tick. */
  step(): void {
    const world = this.#world;
    const a = world.state.attacker;
    const phase = this.#plan.phases[a.phase]!;
    if (a.mode === 'gone' || a.mode === 'finished') return this.#watchDoor(phase);
    const sustained = world.now >= this.#plan.phases[0]!.from;
    if (a.mode !== 'crawling' && !sustained && !this.#testDue()) return;
    const front = this.#front(phase);
    this.#notice(front);
    if (!sustained) return this.#test(front);
    if (world.now >= this.#plan.endsAt && !world.scenario.attack.live) return this.#finish();
    if (a.mode === 'shut-out') return;
    if (a.mode !== 'crawling') this.#start();
    this.#crawl(phase, front);
  }

  /** After the attack: could the stolen key still open the door? */
  #watchDoor(phase: PlannedPhase): void {
    const { state, now } = this.#world;
    const changed =
      this.#world.fleet().publications.length > 1 ||
      state.controls.issued ||
      state.denied.length > 0;
    if (!changed && state.attacker.closedAt === null) return;
    if (!this.#isClosed(this.#front(phase))) state.attacker.closedAt = null;
    else state.attacker.closedAt ??= now;
  }

  #isClosed(front: Front): boolean {
    const { scenario, state } = this.#world;
    const minted = scenario.attack.shape === 'minted-tokens';
    return front.accepting === 0 || front.denied || (minted && state.controls.issued);
  }

  #testDue(): boolean {
    const next = this.#world.scenario.attack.tests[this.#world.state.attacker.testsDone];
    return next !== undefined && next.at <= this.#world.now;
  }

  #front(phase: PlannedPhase): Front {
    const { state, scenario } = this.#world;
    const minted = scenario.attack.shape === 'minted-tokens';
    const key = state.keys.keys.find(
      (k) => k.purpose === 'member-token' && k.version === state.attacker.key,
    )!;
    return {
      accepting: acceptingShare(this.#world.fleet(), key.kid, this.#world.now),
      underLimit: this.#underLimit(phase, minted),
      kid: key.kid,
      issued: !minted,
      minted,
      denied: !minted && this.#world.isDenied(principalSubject(BULK_PRINCIPAL)),
    };
  }

  /** Requests of a thousand that the tightest rate limit lets through at today's pace. */
  #underLimit(phase: PlannedPhase, minted: boolean): number {
    const { state, knobs } = this.#world;
    let under = 1000;
    for (const { per, limit } of state.limits) {
      const all = this.requestsPerMinute(phase);
      const rate =
        per === 'endpoint'
          ? all + 17_000
          : per === 'token'
            ? minted
              ? 1
              : all
            : all / knobs['attacker.sources'];
      if (rate > limit) under = Math.min(under, Math.floor((limit * 1000) / rate));
    }
    return under;
  }

  /** Full-scale requests a minute at the present pace. */
  requestsPerMinute(
    phase: PlannedPhase = this.#plan.phases[this.#world.state.attacker.phase]!,
  ): number {
    const subjects = (this.#planned(phase) * this.#plan.lanes * this.#pace()) / 1_000_000;
    return (
      subjects * (phase.reads === 'addresses' ? 2.475 : phase.reads === 'profile' ? 0.4335 : 0.867)
    );
  }

  /** Per mille of the planned pace; an exercise may hurry or slow him. */
  #pace(): number {
    const { attacker, exercise } = this.#world.state;
    return exercise ? Math.floor((attacker.pace * exercise.attackerPace) / 1000) : attacker.pace;
  }

  #planned(phase: PlannedPhase): number {
    const { now } = this.#world;
    if (now >= phase.to) return phase.meanPerTick;
    return phase.walkedBy(now + TICK_MS) - phase.walkedBy(now);
  }

  /** What the attacker sees of the gateway, and what he resolves to do. */
  #notice(front: Front): void {
    const world = this.#world;
    const a = world.state.attacker;
    if (!this.#isClosed(front)) {
      if (a.closedAt !== null) world.emit('attacker.reopened', 'truth', { key: a.key });
      a.closedAt = null;
    } else if (a.closedAt === null) {
      a.closedAt = world.now;
      world.emit('attacker.closed', 'truth', { key: a.key });
      schedule(world.state.timers, world.now + NOTICE_MS, 'attacker.shut-out');
    }
    if (front.underLimit < 900 && !a.planning) {
      a.planning = true;
      schedule(
        world.state.timers,
        world.now + world.knobs['attacker.adapt_lag_hours'] * HOUR_MS,
        'attacker.adapts',
      );
    }
  }

  #start(): void {
    const world = this.#world;
    const a = world.state.attacker;
    a.mode = 'crawling';
    world.state.totals.sustainedAt ??= world.now;
    world.emit('attacker.crawls', 'truth', { phase: this.#plan.phases[a.phase]!.name });
  }

  #finish(): void {
    const world = this.#world;
    world.state.attacker.mode = 'finished';
    if (world.state.totals.sustainedAt !== null) world.state.totals.attackEndedAt = world.now;
    world.emit('attacker.finished', 'truth', {});
  }

  /** Tests the key on a few thousand numbers, in one go. */
  #test(front: Front): void {
    const world = this.#world;
    const a = world.state.attacker;
    const test = world.scenario.attack.tests[a.testsDone]!;
    const from = a.testSubjects;
    a.mode = a.mode === 'shut-out' ? a.mode : 'testing';
    a.testsDone += 1;
    a.testSubjects += test.subjects;
    this.#crawler.lane(
      0,
      from,
      a.testSubjects,
      { ...this.#plan.phases[0]!, reads: 'addresses' },
      front,
      world.isBlocked(this.#sourceOf(0)),
    );
    world.emit('attacker.tests', 'truth', { subjects: test.subjects, accepted: front.accepting });
  }

  #sourceOf(lane: number): number {
    const a = this.#world.state.attacker;
    return this.#world.sources.source(
      lane,
      Math.floor((a.progress[lane] ?? 0) / 1000),
      a.moves[lane] ?? 0,
    );
  }

  #crawl(phase: PlannedPhase, front: Front): void {
    const world = this.#world;
    const a = world.state.attacker;
    const step = Math.floor((this.#planned(phase) * this.#pace()) / 1000);
    let done = true;
    for (let lane = 0; lane < this.#plan.lanes; lane++) {
      const from = a.progress[lane]!;
      const to = Math.min(phase.total, from + step);
      const blockedSince = world.state.blocks.length === 0 ? null : this.#blockedSince(lane);
      if (blockedSince === null || world.now < blockedSince + NOTICE_MS) {
        const first = Math.floor(from / 1000);
        const last = Math.floor(to / 1000);
        if (last > first)
          this.#crawler.lane(lane, first, last, phase, front, blockedSince !== null);
        // Refused numbers are tried again from the next address.
        if (blockedSince === null) a.progress[lane] = to;
      }
      if (a.progress[lane]! < phase.total) done = false;
    }
    if (done && world.now + TICK_MS >= phase.to) this.#next();
  }

  /** Since when this lane's present address is blocked; plans the move when it is news. */
  #blockedSince(lane: number): number | null {
    const world = this.#world;
    const a = world.state.attacker;
    if (!world.isBlocked(this.#sourceOf(lane))) {
      a.blockedLanes = a.blockedLanes.filter((b: Blocked) => b.lane !== lane);
      return null;
    }
    const known = a.blockedLanes.find((b: Blocked) => b.lane === lane);
    if (known) return known.since;
    a.blockedLanes.push({ lane, since: world.now });
    schedule(
      world.state.timers,
      world.now + world.knobs['attacker.move_lag_hours'] * HOUR_MS,
      'attacker.moves',
      { lane },
    );
    return world.now;
  }

  #next(): void {
    const world = this.#world;
    const a = world.state.attacker;
    if (a.phase + 1 >= this.#plan.phases.length) return;
    a.phase += 1;
    a.progress = a.progress.map(() => 0);
    world.emit('attacker.crawls', 'truth', { phase: this.#plan.phases[a.phase]!.name });
  }

  /** Reactions that were planned with a lag. */
  onTimer(name: string, data: { readonly [key: string]: string | number }): void {
    const world = this.#world;
    const a = world.state.attacker;
    if (a.mode === 'gone' || a.mode === 'finished') return;
    if (name === 'attacker.moves') {
      const lane = Number(data['lane']);
      a.moves[lane] = (a.moves[lane] ?? 0) + 1;
      // Should the new address be blocked as well, he finds out anew.
      a.blockedLanes = a.blockedLanes.filter((b: Blocked) => b.lane !== lane);
      if (a.slowedAt !== world.now) a.pace = Math.max(50, Math.floor(a.pace / 2));
      a.slowedAt = world.now;
      world.emit('attacker.moved', 'truth', { lane, pace: a.pace });
    } else if (name === 'attacker.adapts') {
      a.planning = false;
      const front = this.#front(this.#plan.phases[a.phase]!);
      a.pace = Math.max(10, Math.floor((a.pace * front.underLimit * 9) / 10_000));
      world.emit('attacker.slowed', 'truth', { pace: a.pace });
    } else if (name === 'attacker.shut-out') {
      if (a.closedAt === null || a.mode === 'shut-out') return;
      a.mode = 'shut-out';
      a.shutOutAt = world.now;
      const lag = world.knobs['attacker.return_lag_hours'] * HOUR_MS;
      schedule(world.state.timers, world.now + lag, 'attacker.returns');
      schedule(
        world.state.timers,
        world.now + world.knobs['attacker.patience_days'] * DAY_MS,
        'attacker.gives-up',
        {
          since: world.now,
        },
      );
      world.emit('attacker.shut-out', 'truth', {});
    } else if (name === 'attacker.returns') {
      this.#return();
    } else if (
      name === 'attacker.gives-up' &&
      a.shutOutAt === data['since'] &&
      a.closedAt !== null
    ) {
      this.#giveUp();
    }
  }

  /** Tries the door again, then looks for another copy of a key that opens it (T1552.004). */
  #return(): void {
    const world = this.#world;
    const a = world.state.attacker;
    if (a.mode !== 'shut-out') return;
    const key = this.#isClosed(this.#front(this.#plan.phases[a.phase]!)) ? this.#freshKey() : a.key;
    if (key === null) {
      schedule(world.state.timers, world.now + DAY_MS, 'attacker.returns');
      return;
    }
    a.key = key;
    a.mode = world.state.totals.sustainedAt === null ? 'testing' : 'crawling';
    a.closedAt = null;
    a.shutOutAt = null;
    world.emit('attacker.returned', 'truth', { key });
  }

  /** Version of a later key that lies within reach and is accepted; null when there is none. */
  #freshKey(): number | null {
    const { scenario, state, now } = this.#world;
    if (scenario.attack.shape !== 'minted-tokens' || state.controls.issued) return null;
    const fleet = this.#world.fleet();
    const fresh = keysWithinReach(state.keys).findLast(
      (key) =>
        key.purpose === 'member-token' &&
        key.version > state.attacker.key &&
        acceptingShare(fleet, key.kid, now) > 0,
    );
    return fresh?.version ?? null;
  }

  /** Gives up reading; one who has something to show writes a threat (T1657). */
  #giveUp(): void {
    const world = this.#world;
    world.state.attacker.mode = 'gone';
    if (world.state.totals.sustainedAt !== null) world.state.totals.attackEndedAt = world.now;
    world.emit('attacker.gone', 'truth', {});
    if (world.state.totals.accountsLost > 0) world.sendDayZero();
  }
}
