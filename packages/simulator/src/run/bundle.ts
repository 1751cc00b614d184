import { canonicalJson, sha256Hex } from '@dwell/core';
import type { Scenario } from '../scenario/types.ts';
import type { Checkpoint } from '../world/world.ts';
import type { Command } from './command.ts';
import { ENGINE } from './engine-version.ts';
import type { Run } from './run.ts';

/** A run to take away: everything it is a function of, and what it came to. `seal` covers all the rest. */
export type Bundle = {
  format: 'dwell-bundle-1';
  engine: string;
  scenario: Scenario;
  scenario_hash: string;
  seed: number;
  scale: number;
  /** Simulated ms that the run reached. */
  until: number;
  playbook: string;
  commands: readonly Command[];
  checkpoints: readonly Checkpoint[];
  checksum: string;
  /** Hex SHA-256 over the canonical form of everything above. */
  seal: string;
};

/** Seal of a bundle as its content asks for. */
export function sealOf(bundle: Omit<Bundle, 'seal'>): string {
  const { seal: _, ...content } = bundle as Bundle;
  return sha256Hex(canonicalJson(content));
}

/** Packs a run that has got to where it should. */
export function makeBundle(run: Run, playbook: string): Bundle {
  const { scenario, seed, scale } = run.input;
  const content = {
    format: 'dwell-bundle-1' as const,
    engine: ENGINE,
    scenario,
    scenario_hash: scenario.hash,
    seed,
    scale,
    until: run.now,
    playbook,
    commands: run.commands,
    checkpoints: run.checkpoints,
    checksum: run.checksum(),
  };
  return { ...content, seal: sealOf(content) };
}
