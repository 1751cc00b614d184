import type { History } from '@dwell/scoring';
import { earliestAwareness } from '../../exercise/world/awareness.ts';
import type { RecordEntry } from '../../exercise/types.ts';
import { commandMoment } from '../moments/command-moments.ts';
import { commandsThat, settledBy, type Mark, type Source } from './source.ts';

type Firsts = Pick<
  History,
  'awareAt' | 'declaredAt' | 'commandedAt' | 'heldAt' | 'toldAt' | 'guidedAt'
>;

/** A statement that somebody is in charge, as people write it. Questions do not count. */
const NAMES_A_COMMANDER =
  /\b(i|we|you|she|he|is|takes?|in) (command|commander|charge)\b|commander:|지휘(관|자|권|를|는|합)/i;

/** When first what matters to the measures came about. */
export function firstsOf(source: Source): Firsts {
  const { world } = source;
  return {
    awareAt: earliestAwareness(world),
    declaredAt: world.awareness.declaredAt,
    commandedAt: commandedAt(source),
    heldAt: effective(source, 'legal-hold'),
    toldAt: first([effective(source, 'notify-people'), issued(source, 'people-notice')]),
    guidedAt: issued(source, 'care-script'),
  };
}

function first(marks: readonly (Mark | null)[]): Mark | null {
  return marks
    .filter((mark) => mark !== null)
    .reduce<Mark | null>((least, mark) => (!least || mark.at < least.at ? mark : least), null);
}

/** When a response first took effect. */
function effective(source: Source, response: string): Mark | null {
  const done = source.world.responses.filter(
    ({ id, state }) => id === response && state === 'done',
  );
  return first(
    done.map(({ effectiveAt, commandSequence }) => ({
      at: effectiveAt,
      moment: settledBy(source, commandSequence),
    })),
  );
}

function issued(source: Source, form: string): Mark | null {
  const document = source.state.documents.find((each) => each.document.form === form);
  return document ? { at: document.at, moment: settledBy(source, document.sequence) } : null;
}

/**
 * When there was a commander: somebody answered that they command, where the exercise asks for it, or the
 * record first said who does.
 */
function commandedAt({ logged, plan }: Source): Mark | null {
  const asked = plan.command;
  const answered = commandsThat(logged.commands, 'answer').find(
    ({ body }) => asked?.inject === body.inject && asked.option === body.option,
  );
  const noted = commandsThat(logged.commands, 'record').find(({ body }) => saysSo(body.entry));
  return first(
    [answered, noted].map((command) =>
      command ? { at: command.at, moment: commandMoment(command.sequence) } : null,
    ),
  );
}

function saysSo(entry: RecordEntry): boolean {
  if (entry.kind !== 'note' && entry.kind !== 'action') return false;
  return NAMES_A_COMMANDER.test(entry.text) && !/[?？]\s*$/.test(entry.text);
}
