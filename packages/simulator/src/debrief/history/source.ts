import type { SimTime } from '@dwell/core';
import type { ExercisePlan } from '../../exercise/types.ts';
import type { ExerciseState, ProposalState } from '../../exercise/world/state.ts';
import type { Command } from '../../run/command.ts';
import type { WorldState } from '../../world/state.ts';
import type { LivedAgain } from '../live-again.ts';
import type { LoggedRun } from '../logged-run.ts';
import { commandMoment } from '../moments/command-moments.ts';
import { Titles } from '../moments/titles.ts';

/** What parts of a history are read from. */
export type Source = {
  logged: LoggedRun;
  lived: LivedAgain;
  plan: ExercisePlan;
  world: WorldState;
  state: ExerciseState;
  proposals: ReadonlyMap<number, ProposalState>;
  titles: Titles;
  /** When the exercise's own time began. */
  from: SimTime;
  /** Accounts lost by a time, full scale: truth. */
  lostBy(at: SimTime): number;
};

/** A moment of the log at its time. */
export type Mark = { at: SimTime; moment: string };

/**
 * The moment of the command by which something that was asked for took effect: the last agreement that
 * a proposal needed, or the command that asked for it.
 */
export function settledBy({ proposals }: Source, sequence: number): string {
  const proposal = proposals.get(sequence);
  const last = proposal?.agreed.findLast(({ at }) => at === proposal.effectiveAt);
  const settled = proposal && proposal.needs.length > 0 ? last?.sequence : undefined;
  return commandMoment(settled ?? sequence);
}

/** Commands of a kind, with their bodies told apart. */
export function commandsThat<Do extends Command['body']['do']>(
  commands: readonly Command[],
  kind: Do,
): (Command & { body: Extract<Command['body'], { do: Do }> })[] {
  return commands.filter(
    (command): command is Command & { body: Extract<Command['body'], { do: Do }> } =>
      command.body.do === kind,
  );
}
