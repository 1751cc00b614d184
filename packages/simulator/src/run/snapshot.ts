import { deserialize, serialize } from 'node:v8';
import { badInput, type Canonical } from '@dwell/core';
import type { ChainState } from '../kernel/chain.ts';
import type { DayFrame } from '../world/day-frame.ts';
import type { WorldState } from '../world/state.ts';
import type { Checkpoint, World } from '../world/world.ts';
import { ENGINE } from './engine-version.ts';

/** A disposable cache of a run at one tick: opaque bytes, read only by the engine that wrote them. */
export type Snapshot = Uint8Array;

type Packed = {
  engine: string;
  scenario: string;
  seed: number;
  scale: number;
  applied: number;
  state: WorldState;
  read: Uint8Array;
  chain: ChainState;
  frame: DayFrame;
  hourEvents: Canonical[];
  checkpoints: Checkpoint[];
};

export function packSnapshot(world: World, applied: number): Snapshot {
  const { state, read, chain, frame, hourEvents, checkpoints, scenario, seed, scale } = world;
  const packed: Packed = {
    engine: ENGINE,
    scenario: scenario.hash,
    seed,
    scale,
    applied,
    state,
    read,
    chain,
    frame,
    hourEvents,
    checkpoints,
  };
  return serialize(packed);
}

/** Puts a snapshot into a fresh world; returns how many commands it had applied. Errors: `SNAPSHOT`. */
export function unpackSnapshot(world: World, snapshot: Snapshot): number {
  // Arrays of what is read share the bytes they are read from: the snapshot must stay as it is.
  const packed = deserialize(new Uint8Array(snapshot)) as Packed;
  const same =
    packed.engine === ENGINE &&
    packed.scenario === world.scenario.hash &&
    packed.seed === world.seed &&
    packed.scale === world.scale;
  if (!same)
    throw badInput(
      'SNAPSHOT',
      'the snapshot belongs to another run',
      'snapshot',
      'delete it; the run is derived again from its log',
    );
  world.state = packed.state;
  world.read = packed.read;
  world.chain = packed.chain;
  world.frame = packed.frame;
  world.hourEvents = packed.hourEvents;
  world.checkpoints.push(...packed.checkpoints);
  return packed.applied;
}
