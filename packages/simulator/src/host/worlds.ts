import { join } from 'node:path';
import { badInput, dayOf, type SimTime } from '@dwell/core';
import { HistoryCache } from '@dwell/telemetry';
import type { BuildView } from '../router/types.ts';
import { copyLogs } from './fork.ts';
import { Histories, historyKey, type HistoryOf, READY, WAITING, worldFolder } from './histories.ts';
import { dropDaysFrom } from './live-store.ts';
import { mustHaveEngine } from './must-have-engine.ts';
import { noSuchRun } from './memory-ports.ts';
import type { HostPorts, RunRecord } from './ports.ts';
import { runFolder } from './run-folder.ts';
import { RunHost } from './run-host.ts';
import type { ServiceLimits } from './service-limits.ts';
import { dropWorldsAfter } from './snapshot-file.ts';
import { takeUp } from './take-up.ts';
import { startWorld } from './world-handle.ts';

const SWEEP_MS = 15_000;

/** The runs in this process's hands, their worlds and the histories they need. */
export class Worlds {
  readonly #ports: HostPorts;
  readonly #home: string;
  readonly #limits: ServiceLimits;
  readonly #hosts = new Map<string, Promise<RunHost>>();
  readonly #open = new Set<RunHost>();
  readonly #histories: Histories;
  /** Runs whose build this process has in hand. */
  readonly #building = new Set<string>();
  #sweeper: NodeJS.Timeout | null = null;

  constructor(ports: HostPorts, home: string, limits: ServiceLimits) {
    this.#ports = ports;
    this.#home = home;
    this.#limits = limits;
    const cache = new HistoryCache({
      folder: join(home, 'history'),
      limitBytes: limits.historyBytesMax,
    });
    this.#histories = new Histories(
      cache,
      { processes: limits.builders, memoryMb: limits.builderMemoryMb },
      limits.wall,
    );
  }

  /** Takes up what was going on when the last process ended: builds, and runs that were playing. */
  async start(): Promise<void> {
    this.#sweeper = setInterval(() => void this.#sweep(), SWEEP_MS);
    this.#sweeper.unref();
    for (const { id, build, checksum } of await this.#ports.runStore.list()) {
      const unfinished = build.state === 'waiting' || build.state === 'running';
      if (!unfinished && (build.state !== 'ready' || checksum !== null)) continue;
      const host = await this.host(id);
      if (unfinished) this.build(host);
      else await this.#takeUp(host);
    }
  }

  async #takeUp(host: RunHost): Promise<void> {
    const { soleHost, wall } = this.#limits;
    if (!(await takeUp(host, this.#ports, { wallMs: wall(), soleHost }))) return;
    // Not waited for: a server is up before all of its runs are.
    void host.world().catch(async (error: unknown) => {
      process.stderr.write(`run ${host.record.id} was not taken up: ${String(error)}\n`);
      await host.clockKeeper
        .append((state) => (state.playing ? { do: 'pause' } : null))
        .catch(() => undefined);
    });
  }

  async stop(): Promise<void> {
    if (this.#sweeper) clearInterval(this.#sweeper);
    await Promise.all([...this.#open].map((host) => host.close()));
    await this.#histories.stop();
    this.#open.clear();
    this.#hosts.clear();
  }

  /** Errors: `NO_SUCH_RUN`. */
  host(runId: string): Promise<RunHost> {
    let host = this.#hosts.get(runId);
    if (!host) {
      host = this.#openHost(runId);
      this.#hosts.set(runId, host);
      host.catch(() => this.#hosts.delete(runId));
    }
    return host;
  }

  async remove(runId: string): Promise<void> {
    const host = await this.host(runId);
    const key = historyKey(historyOf(host));
    const others = [...this.#open].some(
      (other) =>
        other !== host &&
        this.#building.has(other.record.id) &&
        historyKey(historyOf(other)) === key,
    );
    if (!others) this.cancelBuild(host);
    await host.close();
    this.#open.delete(host);
    this.#hosts.delete(runId);
  }

  async #openHost(runId: string): Promise<RunHost> {
    const record = await this.#ports.runStore.get(runId);
    if (!record) throw noSuchRun(runId);
    const folder = runFolder(this.#home, runId);
    const host: RunHost = new RunHost({
      record,
      runStore: this.#ports.runStore,
      commandLog: this.#ports.commandLog(runId),
      clockLog: this.#ports.clockLog(runId),
      wall: this.#limits.wall,
      init: async () => {
        const history = (await this.#histories.find(historyOf(host)))?.folder ?? null;
        return {
          snapshots: folder.snapshots,
          base: history === null ? null : worldFolder(history),
          live: folder.live,
          firstLiveDay: dayOf(record.calendar, record.startAt),
        };
      },
      admit: () => this.#admit(record),
      startWorld: (init, events) => startWorld(init, events, this.#limits.worldMemoryMb),
      forget: (after) => this.#forget(record, after),
    });
    await host.open();
    this.#open.add(host);
    return host;
  }

  #forget(record: RunRecord, after: SimTime): void {
    const folder = runFolder(this.#home, record.id);
    dropWorldsAfter(folder.snapshots, after);
    dropDaysFrom(folder.live, dayOf(record.calendar, after));
  }

  /** Makes room for one more world. Errors: `ENGINE_GONE`, `TOO_MANY`. */
  async #admit(record: RunRecord): Promise<void> {
    mustHaveEngine(record);
    const alive = [...this.#open].filter((host) => host.hasWorld);
    if (alive.length < this.#limits.worldsMax) return;
    const idle = alive
      .filter((host) => !host.watched && !host.clockKeeper.state.playing)
      .sort((x, y) => x.usedWallMs - y.usedWallMs)[0];
    if (!idle) {
      throw badInput(
        'TOO_MANY',
        `${alive.length} runs are being played or watched already`,
        'this server',
        'pause or close one of them',
      );
    }
    await idle.rest();
  }

  async #sweep(): Promise<void> {
    const before = this.#limits.wall() - this.#limits.idleMs;
    for (const host of this.#open) {
      const idle =
        host.hasWorld &&
        !host.watched &&
        !host.clockKeeper.state.playing &&
        host.usedWallMs < before;
      if (idle) await host.rest();
    }
    const used = [...this.#open].filter(
      (host) => host.hasWorld || this.#building.has(host.record.id),
    );
    this.#histories.releaseUnused(new Set(used.map((host) => historyKey(historyOf(host)))));
  }

  /** Builds what lies before the run's start, unless it is there; the run is ready then. */
  build(host: RunHost): void {
    const { id, name } = host.record;
    if (this.#building.has(id)) return;
    this.#building.add(id);
    const keep = async (build: BuildView) => {
      host.setBuild(build);
      await this.#ports.runStore.update(id, { build });
    };
    this.#build(host, keep)
      .catch((error: unknown) => {
        if (host.closed) return;
        process.stderr.write(`run ${id}: its build failed: ${String(error)}\n`);
        const shown = {
          what: 'the history could not be built',
          where: name,
          todo: 'try again; if it stays, see the server log',
        };
        return keep({ state: 'failed', progress: 0, secondsLeft: null, records: 0, error: shown });
      })
      .catch(() => undefined)
      .finally(() => this.#building.delete(id));
  }

  async #build(host: RunHost, keep: (build: BuildView) => Promise<void>): Promise<void> {
    if (host.record.parent) await copyLogs(this.#ports, host.record);
    await keep(WAITING);
    const end = await this.#histories.ensure(historyOf(host), (view) => {
      if (view.state === 'waiting' || view.state === 'running') host.setBuild(view);
    });
    await keep(end.state === 'ready' ? { ...READY, records: end.records } : end);
  }

  /** Takes in what another host has written of a run: a finished build, a checksum. */
  sync(host: RunHost, record: RunRecord): void {
    if (this.#building.has(record.id)) return;
    const { build, checksum } = record;
    if (host.record.build.state !== build.state || host.record.checksum !== checksum)
      host.setRecord({ build, checksum });
  }

  cancelBuild(host: RunHost): void {
    const { state } = host.record.build;
    if (state === 'waiting' || state === 'running') this.#histories.cancel(historyOf(host));
  }

  /**
   * Folders with the records of a run, oldest first: its history and its own days. When the history
   * has made room for others it is built again. Errors: `RUN_NOT_READY` meanwhile.
   */
  async recordFolders(host: RunHost): Promise<string[]> {
    const history = await this.#histories.find(historyOf(host));
    if (!history) {
      this.build(host);
      throw badInput(
        'RUN_NOT_READY',
        'the history of this run is being built again',
        host.record.name,
        'try again when the build is done',
      );
    }
    const { live } = runFolder(this.#home, host.record.id);
    return history.folder === null ? [live] : [history.folder, live];
  }
}

function historyOf({ scenario, record }: RunHost): HistoryOf {
  const { seed, scale, calendar, startAt } = record;
  return { scenario, seed, scale, days: dayOf(calendar, startAt) };
}
