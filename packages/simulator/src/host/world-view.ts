import { TICKS_PER_HOUR } from '@dwell/core';
import { GATEWAY_CHECKS, staff } from '@dwell/shop';
import { exerciseClocks } from '../exercise/clocks/exercise-clocks.ts';
import { exerciseView } from '../exercise/world/view.ts';
import type { GateView, KeyCard, StaffCard } from '../router/types.ts';
import { legalClocks } from '../run/legal-clocks.ts';
import type { Run } from '../run/run.ts';
import { CH, CHANNEL_COUNT, type Channel } from '../world/channels.ts';
import type { DayFrame } from '../world/day-frame.ts';
import type { World } from '../world/world.ts';
import type { WorldView } from './world-protocol.ts';

/** Honest requests refused at the gateway; which check did it stands beside them in `refusedBy`. */
const HONEST_REFUSED: readonly Channel[] = [
  'addressListRefused',
  'addressEditRefused',
  'myInfoRefused',
  'orderListRefused',
];

/** What screens and hunts need of a run's state. `before` is the frame of the day before today. */
export function worldView(run: Run, before: DayFrame | null): WorldView {
  const { world } = run;
  const { state } = world;
  return {
    truth: {
      accountsLost: state.totals.accountsLost * world.scale,
      attackRequests: state.totals.attackRequests * world.scale,
      attackerState: state.attacker.mode,
    },
    responses: run.responses(),
    gates: gates(world, before),
    clocks: legalClocks(state, run.now).map(({ rule, title, startsAt, dueAt, metAt }) => ({
      rule,
      title,
      startsAt,
      dueAt,
      metAt,
    })),
    keys: keyCards(world),
    staff: staffCards(world),
    exercise: exerciseView(run.ahead()),
    exerciseClocks: lawOf(run),
  };
}

/** Clocks count what is in the log though its tick has not come: people file while the clock stands. */
function lawOf(run: Run): WorldView['exerciseClocks'] {
  const { scenario } = run.input;
  const { state } = run.ahead();
  const world = { state, commands: run.commands, now: run.now };
  return exerciseClocks(scenario.exercise?.laws ?? [], scenario.calendar, world);
}

/** The gateway's checks in order, with full-scale refusals of the last hour. */
function gates(world: World, before: DayFrame | null): GateView[] {
  const refused = new Array<number>(GATEWAY_CHECKS.length + 1).fill(0);
  const from = world.state.tick - TICKS_PER_HOUR;
  for (const frame of before ? [before, world.frame] : [world.frame])
    countRefusals(frame, from, refused);
  return GATEWAY_CHECKS.map((check, i) => ({
    check,
    on: world.state.controls[check],
    refusedLastHour: refused[i + 1]! * world.scale,
  }));
}

function countRefusals(frame: DayFrame, fromTick: number, refused: number[]): void {
  const rateLimit = GATEWAY_CHECKS.indexOf('rate_limit') + 1;
  for (let tick = Math.max(0, fromTick - frame.firstTick); tick < frame.ticks; tick++) {
    const row = frame.counts.subarray(tick * CHANNEL_COUNT, (tick + 1) * CHANNEL_COUNT);
    const by = row[CH.refusedBy]!;
    if (by > 0) for (const channel of HONEST_REFUSED) refused[by]! += row[CH[channel]]!;
    refused[rateLimit]! += row[CH.partnerRefused]!;
  }
  const { attack } = frame;
  for (let i = attack.length - 1; i >= 0 && attack.tick[i]! >= fromTick; i--)
    refused[attack.check[i]!]! += 1;
}

function keyCards(world: World): KeyCard[] {
  return world.state.keys.keys.map((key) => ({
    kid: key.kid,
    algorithm: key.alg,
    state: key.state,
    owner: key.owner,
    createdAt: key.createdAt,
    rotatedAt: key.rotatedAt,
    custodians: key.custodians,
    readers: key.readers,
    copies: key.copies.map(({ id, place, removed }) => ({ id, place, removed })),
  }));
}

/** Who works or worked at the shop, as known now: a leaving date is told once it has come. */
function staffCards(world: World): StaffCard[] {
  return staff(world.seed, world.scenario.calendar)
    .filter((person) => person.joinedAt <= world.now)
    .map((person) => ({
      id: person.id,
      name: person.name.en,
      nameKo: person.name.ko,
      department: person.department,
      role: person.role,
      manager: person.manager,
      joinedAt: person.joinedAt,
      leftAt: person.leftAt !== null && person.leftAt <= world.now ? person.leftAt : null,
    }));
}
