import { fileURLToPath } from 'node:url';
import { DAY_MS, type SimTime } from '@dwell/core';
import type { KnobName } from '../../src/scenario/knobs.ts';
import { withOverrides } from '../../src/scenario/knob-values.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { scenarioHash, withKnobs } from '../../src/scenario/normalise.ts';
import type { Scenario } from '../../src/scenario/types.ts';

/** When the sustained attack of the short scenarios begins. */
export const ATTACK_FROM: SimTime = 2 * DAY_MS;
/** When the first mail of the short scenarios arrives. */
export const FIRST_MAIL: SimTime = 12 * DAY_MS;
/** How long tests run the short scenarios. */
export const SHORT_RUN: SimTime = 15 * DAY_MS;

/** A playbook of tests that contains the attack at a fixed time, two days into it, and needs no rules. */
export const SECOND_DAY = fileURLToPath(new URL('second-day.yaml', import.meta.url));

const PASS_DAYS = { 'minted-tokens': 40, 'bulk-token': 10 } as const;
const shipped = new Map<string, Scenario>();

/** A shipped scenario, loaded once, with knobs turned. */
export function scenarioOf(
  name: string,
  set: { readonly [knob in KnobName]?: number } = {},
): Scenario {
  let scenario = shipped.get(name);
  if (!scenario) shipped.set(name, (scenario = loadScenario(name)));
  return Object.keys(set).length === 0
    ? scenario
    : withKnobs(scenario, withOverrides(scenario.knobs, set, 'test'));
}

/**
 * A shipped scenario pressed into three weeks, so that a test takes a tenth of a second: no test
 * sessions, an even attack from the third day at about the real peak's pace, one inject, the mail.
 */
export function shortScenario(
  name: 'insider-key' | 'insider-bulk-token' = 'insider-key',
  set: { readonly [knob in KnobName]?: number } = {},
): Scenario {
  const base = scenarioOf(name, set);
  const phase = base.attack.phases[0]!;
  const to = ATTACK_FROM + PASS_DAYS[base.attack.shape] * DAY_MS;
  const pace = [
    { at: ATTACK_FROM, weight: 100 },
    { at: to, weight: 100 },
  ];
  const short: Scenario = {
    ...base,
    name: `${name}-short`,
    run: { from: 0, to: 21 * DAY_MS },
    horizon: 60 * DAY_MS,
    starts: { campaign: DAY_MS, crisis: FIRST_MAIL },
    attack: { ...base.attack, tests: [], phases: [{ ...phase, from: ATTACK_FROM, to, pace }] },
    injects: base.injects
      .filter((inject) => inject.dayZero)
      .map((inject) => ({ ...inject, at: FIRST_MAIL })),
  };
  return { ...short, hash: scenarioHash(short) };
}
