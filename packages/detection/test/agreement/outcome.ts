import type { Linked } from '../../src/index.ts';

/** What an engine answers, in one form for all: by name, sorted, as texts that compare and print well. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** A moment at which a correlation holds. */
export const momentText = (at: number, group: readonly string[]): string =>
  `event ${at} ${JSON.stringify(group)}`;
export const matchText = (at: number): string => `event ${at}`;

export function nameAt(linked: Linked, index: number): string {
  const { rule, correlation } = linked.detections[index]!;
  const about = rule ?? correlation;
  return about.name ?? about.id ?? about.title;
}

/** Answers by name; a detection without any has an empty list. */
export function answersOf(
  names: readonly string[],
  found: Iterable<readonly [name: string, texts: readonly string[]]>,
): Answers {
  const answers: Record<string, string[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (const [name, texts] of found) answers[name]!.push(...texts);
  for (const texts of Object.values(answers)) texts.sort();
  return answers;
}
