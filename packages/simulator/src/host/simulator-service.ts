import { rmSync } from 'node:fs';
import type { SimTime } from '@dwell/core';
import type { ResponseParams } from '../response/types.ts';
import type {
  CreateRun,
  CustomerCard,
  GateView,
  HoursView,
  RunEvent,
  RunRow,
  RunStart,
  SavedHunt,
  ScenarioCard,
  Situation,
} from '../router/types.ts';
import { AlertsDesk } from './alerts-desk.ts';
import { requireAlone, withdrawingAs, withoutSeat } from './authority.ts';
import { driveClock } from './clock-desk.ts';
import { customerCard } from './customer-card.ts';
import { Debriefs } from './debrief/debriefs.ts';
import { Exercises } from './exercises/exercises.ts';
import { Hunts } from './hunts.ts';
import { liveFeed } from './live-feed.ts';
import { noSuchRun } from './memory-ports.ts';
import type { HostPorts } from './ports.ts';
import {
  projectCard,
  projectEvents,
  projectHours,
  projectMessage,
  projectSituation,
} from './projection.ts';
import { respond } from './respond.ts';
import { RulesDesk, warmRules } from './rules-desk.ts';
import { runFolder } from './run-folder.ts';
import type { RunHost } from './run-host.ts';
import { RunMaker } from './run-maker.ts';
import { runRow } from './run-row.ts';
import { savedHunts } from './saved-hunts.ts';
import { scenarioCard } from './scenario-cards.ts';
import { ScenarioLibrary } from './scenario-library.ts';
import { seatSight } from './seat-sight.ts';
import type { ClockRequest, LiveItem, SimulatorService, Viewer } from './service.ts';
import { type ServiceLimits, withDefaults } from './service-limits.ts';
import { situationOf } from './situation.ts';
import { framesBetween, thinHours } from './thin-hours.ts';
import { Worlds } from './worlds.ts';

/** The seed of the working set: customers shown outside a run are those of its world. */
const WORKING_SET_SEED = 42;
const EVENTS_MAX = 2_000;
/** How long a question waits for a world that has just been started to come to its clock. */
const CATCH_UP_MS = 2_000;

/**
 * The service behind every door. `home` is the folder for what can be derived again (histories,
 * snapshots, sealed days); what must be kept goes through the ports.
 */
export function createSimulatorService(
  ports: HostPorts,
  options: { home: string } & Partial<ServiceLimits>,
): SimulatorService {
  return new Service(ports, options.home, withDefaults(options));
}

class Service implements SimulatorService {
  readonly #ports: HostPorts;
  readonly #home: string;
  readonly #limits: ServiceLimits;
  readonly #worlds: Worlds;
  readonly hunts: Hunts;
  readonly rules: RulesDesk;
  readonly alerts: AlertsDesk;
  readonly exercises: Exercises;
  readonly debriefs: Debriefs;
  readonly #maker: RunMaker;
  readonly #library = new ScenarioLibrary();
  #cards: ScenarioCard[] | null = null;

  constructor(ports: HostPorts, home: string, limits: ServiceLimits) {
    this.#ports = ports;
    this.#home = home;
    this.#limits = limits;
    this.#worlds = new Worlds(ports, home, limits);
    this.hunts = new Hunts(this.#worlds, limits);
    this.#maker = new RunMaker(ports, home, limits, {
      worlds: this.#worlds,
      library: this.#library,
    });
    const host = (runId: string) => this.#lived(runId);
    const tables = (runId: string) => this.hunts.tables(runId);
    const sight = (of: RunHost) => this.hunts.sight(of);
    const run = (runId: string) => this.#worlds.host(runId);
    this.rules = new RulesDesk({ ports, run, host, tables, sight, wall: limits.wall });
    this.alerts = new AlertsDesk({ host, search: (ask) => this.hunts.search(ask) });
    this.exercises = new Exercises({
      ...{ ports, home, wall: limits.wall, historyBytesMax: limits.historyBytesMax },
      host: run,
      run: (runId) => this.getRun(runId),
      make: (viewer, ask) => this.#maker.make(viewer, ask),
      fork: (viewer, runId, at) => this.#maker.fork(viewer, runId, at),
      removeRun: (runId) => this.removeRun(runId),
      ended: (room) => this.debriefs.ended(room),
      removed: (room) => this.debriefs.forget(room),
    });
    this.debriefs = new Debriefs({
      ...{ ports, home, wall: limits.wall, lrs: limits.lrs },
      room: (id) => this.exercises.room(id),
      rooms: () => this.exercises.rooms(),
      host: run,
      fork: (viewer, runId, at) => this.#maker.fork(viewer, runId, at),
    });
  }

  async start(): Promise<void> {
    await this.#library.warm();
    await warmRules();
    await this.#worlds.start();
    await this.exercises.start();
    await this.debriefs.start();
  }

  async stop(): Promise<void> {
    this.rules.stop();
    await this.debriefs.stop();
    await this.exercises.stop();
    await this.hunts.stop();
    await this.#worlds.stop();
  }

  async seated(viewer: Viewer, runId: string): Promise<Viewer> {
    const seat = await this.exercises.seatOf(viewer, runId);
    if (!seat) return withoutSeat(viewer);
    const host = await this.#worlds.host(runId);
    return { ...viewer, sight: seatSight(seat, host.scenario.exercise?.cards ?? []) };
  }

  async scenarios(viewer: Viewer): Promise<ScenarioCard[]> {
    this.#cards ??= this.#library.names().map((name) => scenarioCard(this.#library.get(name)));
    return this.#cards.map((card) => projectCard(viewer, card));
  }

  async estimate(ask: {
    scenario: string;
    scale: number;
    start: RunStart;
  }): ReturnType<SimulatorService['estimate']> {
    return this.#maker.estimate(ask);
  }

  createRun(viewer: Viewer, ask: CreateRun): Promise<{ id: string }> {
    return this.#maker.create(viewer, ask);
  }

  async listRuns(): Promise<RunRow[]> {
    const records = await this.#ports.runStore.list();
    const rows = records.map(async (record) => {
      const host = await this.#worlds.host(record.id);
      this.#worlds.sync(host, record);
      return runRow(host);
    });
    // A run that was removed meanwhile is not in the list.
    const settled = await Promise.allSettled(rows);
    return settled.flatMap((row) => (row.status === 'fulfilled' ? [row.value] : []));
  }

  async getRun(runId: string): Promise<RunRow> {
    const host = await this.#worlds.host(runId);
    const record = await this.#ports.runStore.get(runId);
    if (!record) throw noSuchRun(runId);
    this.#worlds.sync(host, record);
    return runRow(host);
  }

  async clock(runId: string, request: ClockRequest): ReturnType<SimulatorService['clock']> {
    const host = await this.#worlds.host(runId);
    return driveClock(host, request, this.#limits.wall());
  }

  fork(viewer: Viewer, runId: string, at: SimTime): Promise<{ id: string }> {
    return this.#maker.fork(viewer, runId, at);
  }

  async removeRun(runId: string): Promise<void> {
    await this.#worlds.remove(runId);
    this.hunts.forget(runId);
    await this.#ports.runStore.remove(runId);
    rmSync(runFolder(this.#home, runId).root, { recursive: true, force: true });
  }

  async cancelBuild(runId: string): Promise<void> {
    this.#worlds.cancelBuild(await this.#worlds.host(runId));
  }

  async retryBuild(runId: string): Promise<void> {
    this.#worlds.build(await this.#worlds.host(runId));
  }

  async situation(viewer: Viewer, runId: string): Promise<Situation> {
    const host = await this.#worlds.host(runId);
    if (host.record.build.state !== 'ready')
      return projectSituation(viewer, situationOf(host, null));
    const view = await (await (await this.#lived(runId)).world()).view();
    return projectSituation(viewer, situationOf(host, view));
  }

  async hours(
    viewer: Viewer,
    runId: string,
    span: { from?: SimTime; to?: SimTime },
  ): Promise<HoursView> {
    const host = await this.#lived(runId);
    const { binHours, frames } = thinHours(framesBetween(host.hours, span.from, span.to));
    return { binHours, frames: projectHours(viewer, frames) };
  }

  async events(viewer: Viewer, runId: string, after: SimTime | null): Promise<RunEvent[]> {
    const host = await this.#lived(runId);
    const seen = projectEvents(viewer, host.events, host.scenario.injects);
    return (after === null ? seen : seen.filter((event) => event.at > after)).slice(-EVENTS_MAX);
  }

  async *live(
    viewer: Viewer,
    runId: string,
    lastEventId: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<LiveItem> {
    const host = await this.#worlds.host(runId);
    // A run that is watched lives; one still being built has its build to tell of.
    if (host.record.build.state === 'ready') void host.world().catch(() => undefined);
    for await (const { id, message } of liveFeed(host, lastEventId, signal)) {
      // Seats change while people watch: what is told is for the seat they have now.
      const now = viewer.sight ? await this.seated(viewer, runId) : viewer;
      const seen = projectMessage(now, message, host.scenario.injects);
      if (seen) yield { id, message: seen };
    }
  }

  async responseCatalogue(runId: string): ReturnType<SimulatorService['responseCatalogue']> {
    return (await this.#world(runId)).catalogue();
  }

  async responsePreview(
    runId: string,
    response: string,
    params: ResponseParams,
  ): ReturnType<SimulatorService['responsePreview']> {
    return (await this.#world(runId)).preview(response, params);
  }

  async act(
    viewer: Viewer,
    runId: string,
    ask: { response: string; params: ResponseParams; as: string },
  ): Promise<{ sequence: number; effectiveAt: SimTime }> {
    requireAlone(viewer, ask.as, ask.response);
    return respond(await this.#worlds.host(runId), viewer, ask);
  }

  async withdraw(viewer: Viewer, runId: string, sequence: number): Promise<{ sequence: number }> {
    const host = await this.#worlds.host(runId);
    const role = await withdrawingAs(viewer, this.#ports.commandLog(runId), sequence);
    const done = await host.act({
      by: viewer.id,
      role,
      body: { do: 'withdraw', sequence },
    });
    return { sequence: done.sequence };
  }

  async declare(
    viewer: Viewer,
    runId: string,
    ask: { severity: 'low' | 'medium' | 'high' | 'critical'; note?: string; as: string },
  ): Promise<{ sequence: number; effectiveAt: SimTime }> {
    const { severity, note, as } = ask;
    requireAlone(viewer, as, 'declare');
    const host = await this.#worlds.host(runId);
    const body = { do: 'declare' as const, severity, ...(note === undefined ? {} : { note }) };
    const { sequence, at } = await host.act({ by: viewer.id, role: as, body });
    return { sequence, effectiveAt: at };
  }

  async savedHunts(): Promise<SavedHunt[]> {
    return savedHunts();
  }

  async organisation(runId: string): ReturnType<SimulatorService['organisation']> {
    return (await (await this.#world(runId)).view()).staff;
  }

  async keys(runId: string): ReturnType<SimulatorService['keys']> {
    return (await (await this.#world(runId)).view()).keys;
  }

  async gates(runId: string): Promise<GateView[]> {
    return (await (await this.#world(runId)).view()).gates;
  }

  customers(query: { search?: string; page?: number }): ReturnType<SimulatorService['customers']> {
    return this.#ports.shopStore.customers({ ...query, page: query.page ?? 0 });
  }

  async customer({
    runId,
    number,
  }: {
    runId?: string;
    number: number;
  }): Promise<CustomerCard | null> {
    if (runId === undefined) {
      return (
        (await this.#ports.shopStore.customer(number)) ?? customerCard(WORKING_SET_SEED, number, 0)
      );
    }
    const host = await this.#worlds.host(runId);
    return customerCard(host.record.seed, number, host.clockKeeper.time());
  }

  catalogue(): ReturnType<SimulatorService['catalogue']> {
    return this.#ports.shopStore.catalogue();
  }

  async #world(runId: string): Promise<Awaited<ReturnType<RunHost['world']>>> {
    return (await this.#worlds.host(runId)).world();
  }

  /** A run with what it has lived through at hand; nothing while it is still being built. */
  async #lived(runId: string): Promise<RunHost> {
    const host = await this.#worlds.host(runId);
    if (host.record.build.state !== 'ready') return host;
    await host.world();
    await host.caughtUp(CATCH_UP_MS);
    return host;
  }
}
