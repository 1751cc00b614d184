import type { History } from '@dwell/scoring';
import { plannedInject } from '../../exercise/world/injects.ts';
import type { Command } from '../../run/command.ts';
import type { RecordEntry } from '../../exercise/types.ts';
import { commandMoment } from '../moments/command-moments.ts';
import { isTrue } from '../truth.ts';
import { commandsThat, type Source } from './source.ts';

type Entry<Kind extends RecordEntry['kind']> = {
  command: Command;
  entry: Extract<RecordEntry, { kind: Kind }>;
};

function entriesOf<Kind extends RecordEntry['kind']>(
  { logged }: Source,
  kind: Kind,
): Entry<Kind>[] {
  return commandsThat(logged.commands, 'record').flatMap((command) => {
    const { entry } = command.body;
    return entry.kind === kind ? [{ command, entry: entry as Entry<Kind>['entry'] }] : [];
  });
}

/** Intervals that were written down, each with what was true then. */
export function estimatesOf(source: Source): History['estimates'] {
  return entriesOf(source, 'estimate').map(({ command: { sequence, at, by }, entry }) => ({
    moment: commandMoment(sequence),
    at,
    by,
    low: entry.low,
    high: entry.high,
    confidence: entry.confidence,
    truth: source.lostBy(at),
  }));
}

/** What was thought to have happened. */
export function hypothesesOf(source: Source): History['hypotheses'] {
  const { shape } = source.logged.scenario.attack;
  return entriesOf(source, 'hypothesis').map(({ command: { sequence, at, by }, entry }) => ({
    moment: commandMoment(sequence),
    at,
    by,
    tag: entry.tag,
    confidence: entry.confidence,
    correct: isTrue(entry.tag, shape),
  }));
}

/** Hints that were taken, with what each cost. */
export function hintsOf({ logged, state }: Source): History['hints'] {
  const taken: { [inject: string]: number } = {};
  return commandsThat(logged.commands, 'hint').flatMap(({ sequence, body: { inject } }) => {
    const place = (taken[inject] = (taken[inject] ?? 0) + 1) - 1;
    const hint = plannedInject(logged.scenario, inject)?.hints[place];
    if (!hint || place >= (state.injects[inject]?.hints ?? 0)) return [];
    return [{ moment: commandMoment(sequence), inject, price: hint.price }];
  });
}
