import { TABLES } from '@dwell/telemetry';
import { didYouMean } from '../../scenario/closest.ts';
import { RESPONSE_PARAMS } from '../../scenario/response-params.ts';
import { FORMS } from '../documents/forms.ts';
import type { AuthorityCard } from '../types.ts';
import type { CardFile } from './exercise-schema.ts';
import type { Reader } from './reader.ts';

/** An authority card whose acts and tables exist. */
export function resolveCard(
  file: CardFile,
  path: readonly PropertyKey[],
  { names, list }: Reader,
): AuthorityCard {
  const card = {
    ...file,
    tables: file.tables ?? [],
    alone: file.alone ?? [],
    withSecond: file.withSecond ?? [],
  };
  const acts = [
    'declare',
    ...Object.keys(RESPONSE_PARAMS),
    ...FORMS.map(({ id }) => id),
    ...names.decisions,
  ];
  const known = (what: string, name: string, all: readonly string[], at: PropertyKey[]) => {
    if (all.includes(name)) return;
    const hint = didYouMean(name, all);
    list.add([...path, ...at], `no ${what} "${name}"`, hint, { code: 'EXERCISE_REFERENCE' });
  };
  const tables = TABLES.map(({ name }) => name);
  card.tables.forEach((name, i) => known('table', name, tables, ['tables', i]));
  card.alone.forEach((act, i) => known('act', act, acts, ['alone', i]));
  card.withSecond.forEach(({ act, roles }, i) => {
    known('act', act, acts, ['withSecond', i, 'act']);
    if (card.alone.includes(act))
      list.add([...path, 'withSecond', i, 'act'], `"${act}" is done alone too`, 'keep one of them');
    if (roles.every((role) => role === card.role))
      list.add([...path, 'withSecond', i, 'roles'], 'nobody else is named', 'name another role');
  });
  return card;
}
