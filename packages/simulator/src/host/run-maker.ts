import { randomUUID } from 'node:crypto';
import type { SimTime } from '@dwell/core';
import type { CreateRun, Estimate, RunStart } from '../router/types.ts';
import { ENGINE } from '../run/engine-version.ts';
import type { Scenario } from '../scenario/types.ts';
import { estimateHistory, refuseTooLarge } from './estimate.ts';
import { copyLogs, forkTime, shareFiles } from './fork.ts';
import { WAITING } from './histories.ts';
import type { HostPorts, RunRecord } from './ports.ts';
import { startTime } from './run-start.ts';
import type { ScenarioLibrary } from './scenario-library.ts';
import type { Viewer } from './service.ts';
import type { ServiceLimits } from './service-limits.ts';
import type { Worlds } from './worlds.ts';

/** What a run is made of. */
export type MakeRun = {
  name: string;
  scenario: Scenario;
  /** Overrides that are already part of the scenario. */
  knobs?: Readonly<Record<string, number>>;
  seed: number;
  scale: number;
  start: RunStart;
};

/** Makes runs: new ones, and forks of those there are. */
export class RunMaker {
  readonly #ports: HostPorts;
  readonly #home: string;
  readonly #limits: ServiceLimits;
  readonly #worlds: Worlds;
  readonly #library: ScenarioLibrary;

  constructor(
    ports: HostPorts,
    home: string,
    limits: ServiceLimits,
    parts: { worlds: Worlds; library: ScenarioLibrary },
  ) {
    this.#ports = ports;
    this.#home = home;
    this.#limits = limits;
    this.#worlds = parts.worlds;
    this.#library = parts.library;
  }

  estimate(ask: { scenario: string; scale: number; start: RunStart }): Estimate {
    const scenario = this.#library.get(ask.scenario);
    return estimateHistory({
      scenario,
      scale: ask.scale,
      startAt: startTime(scenario, ask.start),
      folder: this.#home,
      processes: this.#limits.builders,
    });
  }

  async create(viewer: Viewer, ask: CreateRun): Promise<{ id: string }> {
    const knobs = ask.knobs ?? {};
    const scenario = this.#library.get(ask.scenario, knobs);
    const { name, seed, scale, start } = ask;
    return this.make(viewer, { name, scenario, knobs, seed, scale, start });
  }

  /** Makes a run of any scenario, such as one with an exercise around it. Errors: `DISK_FULL`, `START`. */
  async make(viewer: Viewer, ask: MakeRun): Promise<{ id: string }> {
    const { name, scenario, knobs = {}, seed, scale } = ask;
    const startAt = startTime(scenario, ask.start);
    const size = { scenario, scale, startAt, folder: this.#home, processes: this.#limits.builders };
    refuseTooLarge(estimateHistory(size), scale);
    const record: RunRecord = {
      id: randomUUID(),
      name,
      scenario: scenario.name,
      scenarioText: JSON.stringify(scenario),
      scenarioHash: scenario.hash,
      knobs,
      seed,
      scale,
      engine: ENGINE,
      startAt,
      endAt: scenario.horizon,
      calendar: scenario.calendar,
      parent: null,
      build: WAITING,
      checksum: null,
      createdBy: viewer.id,
      createdAtWallMs: this.#limits.wall(),
    };
    await this.#ports.runStore.create(record);
    this.#worlds.build(await this.#worlds.host(record.id));
    return { id: record.id };
  }

  async fork(viewer: Viewer, runId: string, at: SimTime): Promise<{ id: string }> {
    const parent = await this.#worlds.host(runId);
    if (parent.record.build.state !== 'ready') await parent.world();
    const forkAt = forkTime(parent.record, parent.clockKeeper.time(), at);
    const record: RunRecord = {
      ...parent.record,
      id: randomUUID(),
      name: parent.record.name,
      parent: { runId, at: forkAt },
      // Not ready before its logs are whole: see `Worlds.build`.
      build: WAITING,
      checksum: null,
      createdBy: viewer.id,
      createdAtWallMs: this.#limits.wall(),
    };
    await this.#ports.runStore.create(record);
    await copyLogs(this.#ports, record);
    shareFiles(this.#home, record);
    this.#worlds.build(await this.#worlds.host(record.id));
    return { id: record.id };
  }
}
