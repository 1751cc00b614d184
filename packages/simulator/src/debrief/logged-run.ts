import type { SimTime } from '@dwell/core';
import type { Command } from '../run/command.ts';
import type { Scenario } from '../scenario/types.ts';

/** A run by what it is a function of: a bundle is one, and so is a case. */
export type LoggedRun = {
  scenario: Scenario;
  seed: number;
  scale: number;
  commands: readonly Command[];
  /** Simulated ms that it reached. */
  until: SimTime;
};

/** When people could first do something: nothing before it can be changed. */
export function beginOf({ starts, exercise }: Scenario): SimTime {
  return exercise ? starts[exercise.mode] : 0;
}
