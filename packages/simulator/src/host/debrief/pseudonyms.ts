import type { RoomEntry } from '../../exercise/room.ts';
import { everybody, type Once } from './everybody.ts';

/** A shorter name is found in too many other words. */
const NAME_CHARS_MIN = 2;
const HANGUL = /\p{Script=Hangul}$/u;

/** Names for everybody who was ever in the room, by what they were: `soc-lead 1`, `evaluator 2`. */
export function pseudonymsOf(entries: readonly RoomEntry[]): ReadonlyMap<string, string> {
  const given = new Map<string, number>();
  return new Map(
    everybody(entries).map((person) => {
      const post = postOf(person);
      const n = (given.get(post) ?? 0) + 1;
      given.set(post, n);
      return [person.id, `${post} ${n}`];
    }),
  );
}

function postOf({ kind, roles }: Once): string {
  return kind === 'trainee' ? (roles[0] ?? kind) : kind;
}

/** Takes names out of a text: each as a word of its own becomes what stands for it. */
export type Unnamer = (text: string) => string;

/**
 * Takes out every name that somebody of the room ever had. Letters before it, or after one that is not
 * Korean (there a particle follows at once), make it part of another word: then it stays.
 */
export function unnamer(
  entries: readonly RoomEntry[],
  pseudonyms: ReadonlyMap<string, string> = pseudonymsOf(entries),
): Unnamer {
  const stands = new Map<string, string>();
  for (const { id, names } of everybody(entries))
    for (const name of names)
      if (Array.from(name).length >= NAME_CHARS_MIN) stands.set(name, pseudonyms.get(id)!);
  const known = new Set(pseudonyms.values());
  const names = [...stands.keys()]
    .filter((name) => !known.has(name))
    .sort((x, y) => y.length - x.length);
  if (names.length === 0) return (text) => text;
  const one = names.map(
    (name) => `${escaped(name)}${HANGUL.test(name) ? '' : '(?![\\p{L}\\p{N}])'}`,
  );
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${one.join('|')})`, 'gu');
  return (text) => text.replace(any, (name) => stands.get(name) ?? name);
}

function escaped(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

/** Names of fields in which people write as they like. All others hold ids, codes and figures. */
const WRITTEN: ReadonlySet<string> = new Set([
  ...['text', 'question', 'observation', 'owner', 'measure', 'note', 'why', 'title', 'fields'],
  'wording',
]);

/** The same value with the texts that people wrote in it through `unname`. */
export function throughTexts<Value>(value: Value, unname: Unnamer, written = false): Value {
  if (typeof value === 'string') return (written ? unname(value) : value) as Value;
  if (Array.isArray(value))
    return value.map((each: unknown) => throughTexts(each, unname, written)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, each]: [string, unknown]) => [
    name,
    throughTexts(each, unname, written || WRITTEN.has(name)),
  ]);
  return Object.fromEntries(fields) as Value;
}
