import type { SimTime } from '@dwell/core';
import type { ExercisePlan } from '../../../exercise/types.ts';
import type { TeamAct } from '../../exercise-service.ts';
import type { AlertRow } from '../../../router/types.ts';
import type { Command } from '../../../run/command.ts';
import type { DomainEvent } from '../../../run/frame.ts';
import type { PlaybookStep } from '../../../scenario/playbook.ts';
import type { Role } from '../../../scenario/roles.ts';
import type { HoldersOf } from '../needs.ts';
import type { TeamFacts } from '../fold/team-facts.ts';

/** Bots that do something. One of style `none` fills its seat and does nothing. */
export type ActiveStyle = 'written' | 'expert';

/** A team as its bots see it: what a person in their seats could see, and the log of what was done. */
export type BotTeam = {
  plan: ExercisePlan;
  facts: TeamFacts;
  log: readonly Command[];
  events: readonly DomainEvent[];
  alerts: readonly AlertRow[];
  /** Where the exercise began. */
  startAt: SimTime;
  /** Roles that a bot fills now. */
  seats: ReadonlyMap<Role, ActiveStyle>;
  /** Who could speak for a role; people first. */
  holders: HoldersOf;
  playbook(style: ActiveStyle): readonly PlaybookStep[];
};

/** A verdict is judged on the run's alerts; everything else goes the way of a person's act. */
export type BotDeed =
  | TeamAct
  | { do: 'verdict'; alert: string; verdict: 'true' | 'false' | 'benign' };

/** What a bot will do, and when. The log tells whether it has: nothing is kept elsewhere. */
export type BotAct = {
  due: SimTime;
  role: Role;
  style: ActiveStyle;
  deed: BotDeed;
  /** Is it enough that the role has done it at any time? A playbook's step counts each time for itself. */
  once: boolean;
};

/** The name under which bots act. */
export function botId(style: ActiveStyle): string {
  return `bot:${style}`;
}
