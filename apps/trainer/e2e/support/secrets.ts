import type { Desk } from '@dwell/simulator/router';
import { type Heard, keysOf } from './heard.ts';

/** Names under which only ground truth, or what the exercise means by an inject, is ever kept. */
const TRUTH = new Set([
  ...['truth', 'attackerState', 'accountsLost', 'attackRequests', 'containedAt', 'lossByDay'],
  ...['matters', 'ifMissed', 'missed', 'missedAt', 'wanted', 'effects', 'trigger', 'withinMs'],
  ...['within', 'aware', 'opening', 'attackerPace', 'lostByDay', 'plannedAt', 'audit'],
]);

const text = (words: { en: string; ko: string } | null) =>
  words === null ? [] : [words.en.trim(), words.ko.trim()];

/** As it stands inside JSON, and inside the scripts of a page. */
const written = (words: string) => {
  const once = JSON.stringify(words).slice(1, -1);
  return [once, JSON.stringify(once).slice(1, -1)];
};

/** Words that a person of these roles must never have been sent, each with what it is of. */
function secretsOf(desk: Desk, roles: readonly string[]): readonly [string, string][] {
  const injects = desk.teams.flatMap((team) => team.injects);
  return injects.flatMap((inject) => {
    const others = !inject.to.some((role) => roles.includes(role)) || inject.sentAt === null;
    const told = [
      ...(others ? text(inject.body).map((words) => ['text', words] as const) : []),
      ...text(inject.wanted).map((words) => ['wanted', words] as const),
      ...text(inject.ifMissed).map((words) => ['if missed', words] as const),
    ];
    return told.map(([what, words]): [string, string] => [`${what} of ${inject.id}`, words]);
  });
}

/** What a trainee's browser has been sent that is not for their roles; empty when all is well. */
export async function leaksIn(
  heard: Heard,
  desk: Desk,
  roles: readonly string[],
): Promise<readonly string[]> {
  const received = await heard.all();
  const secrets = secretsOf(desk, roles).map(
    ([what, words]) => [what, [words, ...written(words)]] as const,
  );
  const leaks = received.flatMap(({ from, text: body }) => [
    ...[...keysOf(body)]
      .filter(({ key, value }) => TRUTH.has(key) && value !== null)
      .map(({ key }) => `${key} in ${from}`),
    ...secrets
      .filter(([, forms]) => forms.some((words) => body.includes(words)))
      .map(([what]) => `${what} in ${from}`),
  ]);
  return [...new Set(leaks)];
}
